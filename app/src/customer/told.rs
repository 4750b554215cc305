//! New customers in words: refusals, actions and notices.

use tierline_core::{customer::Refusal, permission::customer::Action};

use crate::{
    i18n::{Lang, messages, worded_codes},
    list::words as list,
};

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::ResellerCannotCreateCustomers { providers } if providers.is_empty() => {
            no_provider_creates(lang).to_owned()
        }
        Refusal::ResellerCannotCreateCustomers { providers } => provider_creates(
            lang,
            list::any_of(lang, providers.iter().map(|provider| &provider.name)),
        ),
        Refusal::SetupOver { customer } => setup_over(lang, &customer.name),
        Refusal::UserNameTaken { user_name } => user_name_taken(lang, user_name),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ViewCustomers => view_customers(lang),
        Action::CreateCustomer => create_customer(lang),
        Action::ManageLicenses => manage_licenses(lang),
        Action::ManageUsers => manage_users(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        CustomerAbandoned = "customer_abandoned" => done_customer_abandoned,
    }
}

messages! {
    // Refusals.
    no_provider_creates => [
        "Indirect resellers can't create customers; their indirect provider does. You don't have a provider yet, so an indirect provider has to request a partnership with you first.",
        "間接經銷商無法建立客戶，必須由其間接提供者建立。您尚無提供者：間接提供者必須先要求與您建立合作關係。",
        "间接经销商无法创建客户，必须由其间接提供商创建。你尚无提供商：间接提供商必须先请求与你建立合作关系。",
    ];
    provider_creates(providers) => [
        "Indirect resellers can't create customers. Ask {providers} to add the customer, or invite a customer that already has a tenant.",
        "間接經銷商無法建立客戶。請要求 {providers} 新增客戶，或邀請已有租用戶的客戶。",
        "间接经销商无法创建客户。请让 {providers} 添加客户，或邀请已有租户的客户。",
    ];
    setup_over(customer) => [
        "You can't create a new temporary password for {customer} because one of its admins has already signed in. A global admin of {customer} manages its passwords now.",
        "{customer} 的臨時密碼無法再更新：該處的系統管理員已經登入。密碼由 {customer} 的全域管理員管理。",
        "{customer} 的临时密码无法再更新：该处的管理员已经登录。密码由 {customer} 的全局管理员管理。",
    ];
    user_name_taken(user_name) => [
        "Somebody already signs in as {user_name}. Choose another user name.",
        "已有人以 {user_name} 登入。請選擇其他使用者名稱。",
        "已有人以 {user_name} 登录。请选择其他用户名。",
    ];

    // Actions.
    view_customers => ["view customers", "查看客戶", "查看客户"];
    create_customer => ["create a customer", "建立客戶", "创建客户"];
    manage_licenses => ["assign and remove licenses", "指派和收回授權", "分配和收回许可证"];
    manage_users => ["manage the customer's users", "管理客戶的使用者", "管理客户的用户"];

    // Notices.
    done_customer_abandoned => [
        "The new customer was discarded. Nothing was created.",
        "已放棄新客戶，沒有建立任何項目。",
        "已放弃新客户，未创建任何内容。",
    ];
}
