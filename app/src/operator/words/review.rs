//! The words of the review of a customer's account.

use crate::i18n::messages;

messages! {
    title => ["Account review", "帳戶審查", "帐户审核"];
    lead => [
        "While you verify a customer's account, it can't buy anything new. Existing subscriptions continue.",
        "您驗證客戶的帳戶時，不會售出任何新項目。現有的項目會繼續。",
        "你验证客户的帐户时，不会售出任何新项目。现有的项目会继续。",
    ];
    begin => ["Put under review", "開始審查", "开始审核"];
    begin_named(name) => [
        "Put the account of {name} under review?",
        "要開始審查 {name} 的帳戶嗎？",
        "要开始审核 {name} 的帐户吗？",
    ];
    waits => ["On hold:", "須等待的項目：", "需等待的内容："];
    waits_purchases => ["New purchases", "新購買", "新购买"];
    waits_increases => ["More licenses and upgrades", "增加授權與升級", "增加许可证和升级"];
    goes_on_renewals => ["Renewals", "續約", "续订"];
    goes_on_less => ["Fewer licenses and cancellations", "減少授權與取消", "减少许可证和取消"];
    goes_on_use => ["Use of everything already bought", "所有已購項目的使用", "所有已购项目的使用"];
    who_is_told => [
        "The customer's global admins and its partners get an email with the reason. The reason also appears with its subscriptions.",
        "客戶的全域管理員與其合作夥伴會收到載明原因的郵件，並會在其訂閱旁看到原因。",
        "客户的全局管理员及其合作伙伴会收到说明原因的邮件，并会在其订阅旁看到原因。",
    ];
    since_by(date, name) => [
        "Under review since {date}, by {name}.",
        "自 {date} 起審查中，由 {name} 開始。",
        "自 {date} 起审核中，由 {name} 开始。",
    ];
    end => ["End review", "結束審查", "结束审核"];
    end_named(name) => [
        "End the review of the account of {name}?",
        "要結束 {name} 的帳戶審查嗎？",
        "要结束 {name} 的帐户审核吗？",
    ];
    end_what => [
        "New purchases, more licenses, and upgrades are possible again right away.",
        "新購買、增加授權與升級隨即可再次進行。",
        "新购买、增加许可证和升级随即可再次进行。",
    ];
    filter => ["Account review", "帳戶審查", "帐户审核"];
    any => ["Under review or not", "不論是否審查中", "不论是否审核中"];
    under_review => ["Under review", "審查中", "审核中"];
}
