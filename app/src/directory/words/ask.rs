//! The words of **Ask to partner**.

use crate::i18n::messages;

messages! {
    ask_to_partner => ["Ask to partner", "要求合作", "请求合作"];
    lead(name) => [
        "Write to {name}. The provider can turn your message into a partnership request for a global admin of your organization to accept.",
        "寫信給 {name}。對方可將您的訊息轉為合作關係要求，再由貴組織的全域管理員接受。",
        "写信给 {name}。对方可将你的消息转为合作关系请求，再由你的组织的全局管理员接受。",
    ];
    message => ["Message", "訊息", "消息"];
    message_hint => [
        "Say what you sell, where, and what you expect from a provider.",
        "您銷售什麼、在何處銷售，以及對提供者的期望。",
        "你销售什么、在何处销售，以及对提供商的期望。",
    ];
    send => ["Send message", "傳送訊息", "发送消息"];
    stranger => [
        "Indirect resellers can ask this provider to partner. Sign in with your work account.",
        "間接經銷商可以要求與此提供者合作。請以工作帳戶登入。",
        "间接经销商可以请求与此提供商合作。请用工作帐户登录。",
    ];
    no_reseller => [
        "Indirect resellers can ask this provider to partner.",
        "間接經銷商可以要求與此提供者合作。",
        "间接经销商可以请求与此提供商合作。",
    ];
    latest(age) => ["You asked {age}.", "您於{age}提出要求。", "你于{age}提出请求。"];
    see_message => ["View message", "檢視訊息", "查看消息"];
    title_received(name) => ["{name} would like to partner with you", "{name} 要求合作", "{name} 请求合作"];
    title_sent(name) => ["Your message to {name}", "您給 {name} 的訊息", "你给 {name} 的消息"];
    from => ["From", "寄件者", "发件人"];
    to => ["To", "收件者", "收件人"];
    reply_to => ["Request goes to", "要求寄至", "请求发至"];
    sent_on => ["Sent", "傳送日期", "发送日期"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    reason => ["Reason", "原因", "原因"];
    turn_into_request => ["Turn into a partnership request", "轉為合作關係要求", "转为合作关系请求"];
    turn_lead => [
        "We create a draft with the recipient and message filled in. You check it and send it.",
        "系統會建立已填妥收件者與內容的要求草稿。由您檢查後傳送。",
        "系统会创建已填好收件人和内容的请求草稿。由你检查后发送。",
    ];
    decline => ["Decline", "婉拒", "谢绝"];
    decline_lead => [
        "The reseller sees your reason.",
        "經銷商會看到您的原因。",
        "经销商会看到你的原因。",
    ];
    withdraw => ["Withdraw message", "撤回訊息", "撤回消息"];
    see_request => ["View request", "檢視要求", "查看请求"];
    answered_lead(name) => [
        "{name} turned your message into a partnership request. When it's sent, a global admin of your organization gets its link by email.",
        "{name} 已將您的訊息轉為合作關係要求。傳送後，貴組織的全域管理員會收到含連結的郵件。",
        "{name} 已将你的消息转为合作关系请求。发送后，你的组织的全局管理员会收到含链接的邮件。",
    ];
    see_profile => ["View provider", "檢視提供者", "查看提供商"];
}
