//! The words of a provider's list of messages that ask to partner.

pub use super::ask::{country, message, sent_on};
pub use crate::directory::words::{age, state, waiting};
use crate::i18n::messages;

messages! {
    title => ["Messages from resellers", "經銷商的訊息", "经销商的消息"];
    lead => [
        "Resellers that found your company in the directory and would like to partner.",
        "在目錄中找到貴公司並要求合作的經銷商。",
        "在目录中找到你的公司并请求合作的经销商。",
    ];
    search => ["Search by reseller", "依經銷商搜尋", "按经销商搜索"];
    reseller => ["Reseller", "經銷商", "经销商"];
    asked_by => ["Sent by", "寄件者", "发件人"];
    days_waited => ["Days waited", "等待天數", "等待天数"];
    answered_on => ["Closed", "結束日期", "结束日期"];
    all_states => ["Any state", "任何狀態", "任何状态"];
    any_age => ["Any age", "不限時間", "不限时间"];
    older_than(days) => ["{days} days or more", "{days} 天以上", "{days} 天以上"];
    one => ["1 message", "1 則訊息", "1 条消息"];
    several(count) => ["{count} messages", "{count} 則訊息", "{count} 条消息"];
    none => ["No messages are waiting for you", "沒有等待您回覆的訊息", "没有等待你答复的消息"];
    none_why => [
        "When a reseller asks to partner from the directory, you'll find the message here. A complete listing helps them find you.",
        "經銷商從目錄要求合作時，訊息會顯示於此。完整的資料有助於對方找到您。",
        "经销商从目录请求合作时，消息会显示在此。完整的资料有助于对方找到你。",
    ];
    see_listing => ["View your listing", "檢視您的資料", "查看你的资料"];
    none_found => ["No messages found", "找不到訊息", "找不到消息"];
    none_found_why => [
        "No message matches your search and filters.",
        "沒有符合搜尋與篩選條件的訊息。",
        "没有符合搜索和筛选条件的消息。",
    ];
    show_waiting => ["Show waiting messages", "顯示等待回覆的訊息", "显示等待答复的消息"];
}
