//! The demo mailbox, and mails that could not be delivered.

use crate::i18n::messages;

messages! {
    mailbox => ["Demo mailbox", "示範信箱", "演示邮箱"];
    mailbox_lead => [
        "Every email this demo has sent, for everyone. Outside the demo, each email goes only to its recipient.",
        "此示範寫給所有人的每封郵件。在示範之外，郵件只會寄給其收件者。",
        "此演示写给所有人的每封邮件。在演示之外，邮件只会发给其收件人。",
    ];
    one_mail => ["1 email", "共 1 封郵件", "共 1 封邮件"];
    several_mails(count) => ["{count} emails", "共 {count} 封郵件", "共 {count} 封邮件"];
    nothing_found => ["No emails match", "沒有符合的郵件", "没有符合的邮件"];
    nothing_found_why => [
        "Search covers recipients and subjects. Emails that partners send from their own email app aren't here.",
        "搜尋收件者與主旨。合作夥伴以自己的郵件程式寄出的郵件不在此處。",
        "搜索收件人与主题。合作伙伴用自己的邮件程序发送的邮件不在此处。",
    ];
    show_all => ["Show all emails", "顯示所有郵件", "显示所有邮件"];
    mailbox_empty => ["No emails yet", "尚無郵件", "尚无邮件"];
    mailbox_empty_why => [
        "Send an invitation, and it appears here within a second.",
        "傳送邀請後，一秒內就會出現在這裡。",
        "发送邀请后，一秒内就会出现在这里。",
    ];
    to => ["To", "收件者", "收件人"];
    search => ["Subject or recipient", "主旨或收件者", "主题或收件人"];
    subject => ["Subject", "主旨", "主题"];
    at => ["Created", "建立時間", "创建时间"];
    status => ["State", "狀態", "状态"];
    queued => ["Queued", "已排入佇列", "已排队"];
    retrying => ["Will retry", "將再次嘗試", "将再次尝试"];
    sent => ["Sent", "已傳送", "已发送"];
    dead => ["Not delivered", "未送達", "未送达"];
    back => ["Back to the mailbox", "返回信箱", "返回邮箱"];
    links => ["Links in this email", "此郵件中的連結", "此邮件中的链接"];
    text => ["Text", "文字", "文本"];
    delivery => ["Email delivery", "郵件傳送", "邮件发送"];
    delivery_lead => [
        "Emails that couldn't be delivered after several attempts. Fix the problem shown, then resend them. They're kept as long as Program settings say.",
        "已嘗試多次但無法送達的郵件。請修正所述問題後重新傳送。郵件依方案設定的期限保存。",
        "已尝试多次但无法送达的邮件。请修正所述问题后重新发送。邮件按计划设置的期限保留。",
    ];
    delivery_empty => ["All emails were delivered", "所有郵件均已送達", "所有邮件均已送达"];
    delivery_empty_why => [
        "Emails that can't be delivered after several attempts appear here.",
        "多次嘗試後仍無法送達的郵件會保留在這裡。",
        "多次尝试后仍无法送达的邮件会保留在这里。",
    ];
    error => ["Last error", "最近的錯誤", "最近的错误"];
    resend => ["Resend", "重新傳送", "重新发送"];
    action => ["Action", "動作", "操作"];
}
