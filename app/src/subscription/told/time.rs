//! How the term of a subscription goes on and ends, in words.

use crate::i18n::messages;

messages! {
    billed(day) => [
        "A subscription's next billing period began and runs until {day}",
        "一項訂閱的下一個計費週期已開始，至 {day}",
        "一项订阅的下一个计费周期已开始，至 {day}",
    ];
    renewed_ahead(day, change) => [
        "A subscription was renewed early, starting {day}: {change}",
        "一項訂閱已提前續訂，自 {day} 起：{change}",
        "一项订阅已提前续订，自 {day} 起：{change}",
    ];
    renewed(day, change) => [
        "A subscription renewed until {day}: {change}",
        "一項訂閱已續訂至 {day}：{change}",
        "一项订阅已续订至 {day}：{change}",
    ];
    renewed_but(day, change, waiting) => [
        "A subscription renewed until {day}: {change}. What was scheduled waits for the next renewal, because the customer's account was under review: {waiting}",
        "一項訂閱已續訂至 {day}：{change}。因客戶帳戶正在審查，已排定的變更將等到下次續訂：{waiting}",
        "一项订阅已续订至 {day}：{change}。因客户帐户正在审核，已安排的更改将等到下次续订：{waiting}",
    ];
    renewed_without(day, change, dropped) => [
        "A subscription renewed until {day} as it was: {change}. What had been scheduled is no longer sold and was dropped: {dropped}",
        "一項訂閱已依原狀續訂至 {day}：{change}。原先排定的變更因不再販售而撤銷：{dropped}",
        "一项订阅已按原状续订至 {day}：{change}。原先安排的更改因不再销售而撤销：{dropped}",
    ];
    brought_back(day) => [
        "An expired subscription was brought back until {day}",
        "一項已過期的訂閱已恢復，至 {day}",
        "一项已过期的订阅已恢复，至 {day}",
    ];
    expired => [
        "A subscription expired because auto-renew was off",
        "一項訂閱因未開啟自動續訂而過期",
        "一项订阅因未开启自动续订而过期",
    ];
    expired_suspended => [
        "A subscription expired while it was suspended",
        "一項訂閱在暫停期間過期",
        "一项订阅在暂停期间过期",
    ];
    expired_not_sold => [
        "A subscription expired because its product is no longer sold",
        "一項訂閱因其產品不再販售而過期",
        "一项订阅因其产品不再销售而过期",
    ];
    expired_with_base => [
        "An add-on expired with its subscription",
        "一項附加元件已隨其訂閱過期",
        "一项加载项已随其订阅过期",
    ];
    deleted => ["A subscription was deleted", "一項訂閱已刪除", "一项订阅已删除"];
}
