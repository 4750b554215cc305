//! Refusals between a partner and a customer.

use tierline_core::relationship::Refusal;

use crate::{
    i18n::{Lang, messages},
    relationship::words as grant,
};

/// The refusal in words.
pub(super) fn explain(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoRelationship { partner, customer } => {
            no_relationship(lang, &partner.name, &customer.name)
        }
        Refusal::GrantMissing {
            partner,
            customer,
            grant,
        } => grant_missing(
            lang,
            &partner.name,
            &customer.name,
            grant::term(lang, *grant),
        ),
        Refusal::RelationshipExists { partner, customer } => {
            relationship_exists(lang, &partner.name, &customer.name)
        }
        Refusal::TooManyPartners { customer, most } => {
            too_many_partners(lang, &customer.name, *most)
        }
        Refusal::PartnerIsNoCustomer { organization } => {
            partner_is_no_customer(lang, &organization.name)
        }
        Refusal::PartnerAndCustomer { first, second } => {
            partner_and_customer(lang, &first.name, &second.name)
        }
        Refusal::NoNewDirectCustomers { organization } => {
            no_new_direct_customers(lang, &organization.name)
        }
    }
}

messages! {
    no_relationship(partner, customer) => [
        "{partner} has no relationship with {customer}. Request a reseller relationship; a global admin of {customer} then authorizes it.",
        "{partner} 與 {customer} 沒有關係。請要求建立經銷商關係，再由 {customer} 的全域管理員授權。",
        "{partner} 与 {customer} 没有关系。请请求建立经销商关系，再由 {customer} 的全局管理员批准。",
    ];
    grant_missing(partner, customer, grant) => [
        "{customer} has not granted {partner} this right: {grant}. Ask for it with a new request; a global admin of {customer} decides.",
        "{customer} 尚未授與 {partner} 此權限：{grant}。請以新的要求提出，由 {customer} 的全域管理員決定。",
        "{customer} 尚未授予 {partner} 此权限：{grant}。请以新的请求提出，由 {customer} 的全局管理员决定。",
    ];
    relationship_exists(partner, customer) => [
        "{customer} has granted all of this to {partner} already. Nothing more is needed.",
        "{customer} 已將這些權限全部授與 {partner}。不需要再做任何事。",
        "{customer} 已将这些权限全部授予 {partner}。无需再做任何事。",
    ];
    too_many_partners(customer, most) => [
        "{customer} has {most} partners, the most that are possible at a time. A global admin of {customer} ends a relationship that is not needed any more.",
        "{customer} 已有 {most} 個合作夥伴，這是同時可有的上限。請由 {customer} 的全域管理員結束不再需要的關係。",
        "{customer} 已有 {most} 个合作伙伴，这是同时可有的上限。请由 {customer} 的全局管理员结束不再需要的关系。",
    ];
    partner_is_no_customer(organization) => [
        "{organization} is a partner in the program, and a partner's own tenant is nobody's customer. Use a separate tenant that is not in the program.",
        "{organization} 是方案中的合作夥伴，而合作夥伴自己的租用戶不能成為任何人的客戶。請使用未加入方案的獨立租用戶。",
        "{organization} 是计划中的合作伙伴，而合作伙伴自己的租户不能成为任何人的客户。请使用未加入计划的独立租户。",
    ];
    partner_and_customer(first, second) => [
        "{first} and {second} cannot be partners in the program and partner and customer of each other at the same time. End one of the two before you begin the other.",
        "{first} 與 {second} 不能同時是方案中的合作夥伴，又互為合作夥伴與客戶。請先結束其中一種關係，再開始另一種。",
        "{first} 与 {second} 不能同时是计划中的合作伙伴，又互为合作伙伴与客户。请先结束其中一种关系，再开始另一种。",
    ];
    no_new_direct_customers(organization) => [
        "{organization} is moving from direct bill to the indirect model and gets no new direct customers. Invite new customers for an indirect provider and you together, from Indirect providers.",
        "{organization} 正從直接計費轉移至間接模式，不再取得新的直接客戶。請從「間接提供者」為間接提供者和您共同邀請新客戶。",
        "{organization} 正从直接计费转移至间接模式，不再获得新的直接客户。请从“间接提供商”为间接提供商和你共同邀请新客户。",
    ];
}
