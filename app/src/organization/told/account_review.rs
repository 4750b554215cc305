//! What is said of the review of a customer's account.

use crate::i18n::messages;

messages! {
    // Events.
    begun => [
        "The program operator put the account under review: new purchases, more licenses, and upgrades are on hold",
        "計畫營運者開始審查此帳戶：新購買、增加授權與升級須等待",
        "计划运营方开始审核此帐户：新购买、增加许可证和升级需等待",
    ];
    begun_named(name) => [
        "The account of {name} was put under review: new purchases, more licenses, and upgrades are on hold",
        "已開始審查 {name} 的帳戶：新購買、增加授權與升級須等待",
        "已开始审核 {name} 的帐户：新购买、增加许可证和升级需等待",
    ];
    ended => [
        "The program operator ended the review of the account",
        "計畫營運者結束了此帳戶的審查",
        "计划运营方结束了此帐户的审核",
    ];
    ended_named(name) => [
        "The review of the account of {name} ended",
        "{name} 的帳戶審查已結束",
        "{name} 的帐户审核已结束",
    ];

    // Refusals.
    not_a_customer(organization) => [
        "{organization} isn't a customer, so there's no account to review. You can suspend a partner instead.",
        "{organization} 不是客戶，沒有可審查的帳戶。合作夥伴可改為暫停。",
        "{organization} 不是客户，没有可审核的帐户。合作伙伴可改为暂停。",
    ];
    goes_on(organization, since) => [
        "The account of {organization} has been under review since {since}. End that review before you begin another.",
        "{organization} 的帳戶自 {since} 起即在審查中。請先結束該審查，再開始新的審查。",
        "{organization} 的帐户自 {since} 起已在审核中。请先结束该审核，再开始新的审核。",
    ];
    not_under_review(organization) => [
        "The account of {organization} isn't under review, so there's nothing to end.",
        "{organization} 的帳戶不在審查中，沒有可結束的審查。",
        "{organization} 的帐户不在审核中，没有可结束的审核。",
    ];

    // Actions.
    review_customers => [
        "put customers' accounts under review",
        "審查客戶的帳戶",
        "审核客户的帐户",
    ];
}
