//! Rights in plain words, each with its term, and the sides of a partner.

use tierline_core::relationship::{Grant, GrantSet, Side};

use crate::i18n::{Lang, messages};

/// A partner's ability with this right, in words for the customer that grants it.
#[must_use]
pub fn for_customer(lang: Lang, grant: Grant) -> &'static str {
    match grant {
        Grant::OrderOnBehalf => order_for_you(lang),
        Grant::Administer => administer_yours(lang),
        Grant::Support => support_you(lang),
    }
}

/// A partner's ability with this right, in words for the partner.
#[must_use]
pub fn for_partner(lang: Lang, grant: Grant) -> &'static str {
    match grant {
        Grant::OrderOnBehalf => order_for_customer(lang),
        Grant::Administer => administer_customers(lang),
        Grant::Support => support_customer(lang),
    }
}

/// The program's term for this right.
#[must_use]
pub fn term(lang: Lang, grant: Grant) -> &'static str {
    match grant {
        Grant::OrderOnBehalf => order_on_behalf(lang),
        Grant::Administer => administration(lang),
        Grant::Support => support(lang),
    }
}

/// The terms of several rights, one after the other.
#[must_use]
pub fn terms(lang: Lang, grants: GrantSet) -> String {
    crate::list::words::list(lang, grants.iter().map(|grant| term(lang, grant)))
}

/// The side on which a partner serves a customer.
#[must_use]
pub fn side(lang: Lang, side: Side) -> &'static str {
    crate::account::words::capability(lang, side.capability())
}

/// The task of a partner of this side, in words for the customer.
#[must_use]
pub fn side_means(lang: Lang, side: Side) -> &'static str {
    match side {
        Side::IndirectProvider => provider_means(lang),
        Side::IndirectReseller => reseller_means(lang),
        Side::DirectBill => direct_bill_means(lang),
    }
}

messages! {
    order_for_you => [
        "Submit orders and add subscriptions for you",
        "代表您提交訂單和新增訂閱",
        "代表你提交订单和添加订阅",
    ];
    administer_yours => [
        "Manage your subscriptions, licenses, and users with administrator permissions",
        "以系統管理員權限管理您的訂閱、授權和使用者",
        "以管理员权限管理你的订阅、许可证和用户",
    ];
    support_you => [
        "Be your contact for questions about a subscription",
        "擔任您訂閱問題的連絡人",
        "担任你订阅问题的联系人",
    ];
    order_for_customer => [
        "Submit orders and add subscriptions on the customer's behalf",
        "代表客戶提交訂單和新增訂閱",
        "代表客户提交订单和添加订阅",
    ];
    administer_customers => [
        "Manage the customer's subscriptions, licenses, and users with administrator permissions",
        "以系統管理員權限管理客戶的訂閱、授權和使用者",
        "以管理员权限管理客户的订阅、许可证和用户",
    ];
    support_customer => [
        "Be the customer's contact for questions about a subscription",
        "擔任客戶訂閱問題的連絡人",
        "担任客户订阅问题的联系人",
    ];
    order_on_behalf => ["Order on behalf", "代表訂購", "代表订购"];
    administration => ["Administration", "系統管理", "管理"];
    support => ["Support", "支援", "支持"];
    provider_means => [
        "Orders for you and bills your reseller.",
        "為您訂購，並向您的經銷商收費。",
        "为你订购，并向你的经销商收费。",
    ];
    reseller_means => [
        "Sells to you, manages what you buy, and bills you.",
        "向您銷售、管理您購買的項目並向您收費。",
        "向你销售、管理你购买的项目并向你收费。",
    ];
    direct_bill_means => [
        "Sells to you, places your orders, manages your subscriptions, and bills you directly.",
        "向您銷售、訂購、管理並收費，沒有其他中間方。",
        "向你销售、订购、管理并收费，没有其他中间方。",
    ];
}
