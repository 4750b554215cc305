//! Actions of a user, as a phrase for "To …, you need".

use tierline_core::access::Action;

use crate::i18n::{Lang, messages};

/// The action as a phrase.
#[must_use]
pub fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ViewOwn => view_own(lang),
        Action::ViewPartners => view_partners(lang),
        Action::RequestPartnership => request_partnership(lang),
        Action::ManageInvitation => manage_invitation(lang),
        Action::AcceptPartnership => accept_partnership(lang),
        Action::EndPartnership => end_partnership(lang),
        Action::RevokeTenantAdmin => revoke_tenant_admin(lang),
        Action::GrantTenantAdmin => grant_tenant_admin(lang),
        Action::AdministerResellerTenant => administer_reseller_tenant(lang),
        Action::ViewCustomers => view_customers(lang),
        Action::RequestRelationship => request_relationship(lang),
        Action::InviteForBoth => invite_for_both(lang),
        Action::CreateCustomer => create_customer(lang),
        Action::PlaceOrder => place_order(lang),
        Action::ViewSubscriptions => view_subscriptions(lang),
        Action::ManageSubscriptions => manage_subscriptions(lang),
        Action::ManageLicenses => manage_licenses(lang),
        Action::ManageUsers => manage_users(lang),
        Action::DesignateSupport => designate_support(lang),
        Action::AcceptRelationship => accept_relationship(lang),
        Action::ViewGrants => view_grants(lang),
        Action::EndGrant => end_grant(lang),
        Action::EndRelationship => end_relationship(lang),
        Action::RequireSecondFactor => require_second_factor(lang),
        Action::ManageOrganizations => manage_organizations(lang),
        Action::ManageAccounts => manage_accounts(lang),
        Action::ManageCatalog => manage_catalog(lang),
        Action::ManageMail => manage_mail(lang),
    }
}

messages! {
    view_own => ["see the organization's overview", "查看組織概觀", "查看组织概述"];
    view_partners => ["see partnerships and requests", "查看合作關係與要求", "查看合作关系和请求"];
    request_partnership => ["request a partnership", "要求建立合作關係", "请求建立合作关系"];
    manage_invitation => ["edit, send or cancel invitations", "編輯、傳送或取消邀請", "编辑、发送或取消邀请"];
    accept_partnership => ["answer a partnership request", "回覆合作關係要求", "答复合作关系请求"];
    end_partnership => ["end a partnership", "結束合作關係", "结束合作关系"];
    revoke_tenant_admin => [
        "take the provider's administrator access away",
        "收回提供者的系統管理員存取權",
        "收回提供商的管理员访问权限",
    ];
    grant_tenant_admin => [
        "give the provider administrator access again",
        "再次授與提供者系統管理員存取權",
        "再次授予提供商管理员访问权限",
    ];
    administer_reseller_tenant => ["administer a reseller's tenant", "管理經銷商的租用戶", "管理经销商的租户"];
    view_customers => ["see customers", "查看客戶", "查看客户"];
    request_relationship => ["request a reseller relationship", "要求建立經銷商關係", "请求建立经销商关系"];
    invite_for_both => [
        "invite customers for reseller and provider together",
        "為經銷商和提供者共同邀請客戶",
        "为经销商和提供商共同邀请客户",
    ];
    create_customer => ["create a customer", "建立客戶", "创建客户"];
    place_order => ["place an order", "下訂單", "下订单"];
    view_subscriptions => ["see subscriptions", "查看訂閱", "查看订阅"];
    manage_subscriptions => ["manage subscriptions", "管理訂閱", "管理订阅"];
    manage_licenses => ["assign and withdraw licenses", "指派和收回授權", "分配和收回许可证"];
    manage_users => ["manage the customer's users", "管理客戶的使用者", "管理客户的用户"];
    designate_support => ["designate a support contact", "指派支援連絡人", "指定支持联系人"];
    accept_relationship => [
        "answer a request for a reseller relationship",
        "回覆經銷商關係要求",
        "答复经销商关系请求",
    ];
    view_grants => ["see who can act for the organization", "查看誰可以代表組織", "查看谁可以代表组织"];
    end_grant => ["take a right away from a partner", "收回合作夥伴的權限", "收回合作伙伴的权限"];
    end_relationship => ["end a reseller relationship", "結束經銷商關係", "结束经销商关系"];
    require_second_factor => [
        "decide who needs a second factor",
        "決定哪些使用者需要雙步驟驗證",
        "决定哪些用户需要双重验证",
    ];
    manage_organizations => ["enter organizations", "登錄組織", "登记组织"];
    manage_accounts => [
        "enter users and let them in again",
        "登錄使用者並讓他們重新登入",
        "登记用户并让他们重新登录",
    ];
    manage_catalog => ["change the catalog", "變更目錄", "更改目录"];
    manage_mail => ["see and resend undelivered mail", "查看並重新傳送未送達的郵件", "查看并重新发送未送达的邮件"];
}
