//! The strip above a demo, and the first walk through it.

use super::model::Step;
use crate::i18n::{Lang, messages};

/// What there is to do.
#[must_use]
pub fn step(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::RequestPartnership => request_partnership(lang),
        Step::AuthorizeProvider => authorize_provider(lang),
        Step::InviteCustomer => invite_customer(lang),
        Step::RemovePermission => remove_permission(lang),
        Step::PlaceOrder => place_order(lang),
        Step::ResendMail => resend_mail(lang),
    }
}

messages! {
    demo => [
        "Demo: fictional organizations, sample prices. Emails go to the demo mailbox.",
        "示範：虛構的組織、範例價格。郵件會送到示範信箱。",
        "演示：虚构的组织、示例价格。邮件会发送到演示邮箱。",
    ];
    demo_forward => ["Move the demo clock forward by", "將示範時鐘往前調", "将演示时钟向前调"];
    demo_days(days) => ["{days} days", "{days} 天", "{days} 天"];
    demo_go => ["Move clock", "調整時鐘", "调整时钟"];
    demo_time(time) => ["Demo time: {time}", "示範時間：{time}", "演示时间：{time}"];
    demo_accounts => ["Switch account", "切換帳戶", "切换帐户"];
    request_partnership => [
        "Request a partnership with Nod Cloud Services.",
        "向 Nod Cloud Services 要求建立合作關係。",
        "向 Nod Cloud Services 请求建立合作关系。",
    ];
    authorize_provider => [
        "Open the request in the demo mailbox and authorize the provider.",
        "在示範信箱中開啟要求，並授權該提供者。",
        "在演示邮箱中打开请求，并授权该提供商。",
    ];
    invite_customer => [
        "Invite a customer for you and your provider.",
        "為您和您的提供者邀請一位客戶。",
        "为你和你的提供商邀请一位客户。",
    ];
    remove_permission => [
        "See who can act for the bank, and remove a permission.",
        "查看誰可以代表銀行，並移除一項權限。",
        "查看谁可以代表银行，并移除一项权限。",
    ];
    place_order => [
        "Open a customer and order licenses for it.",
        "開啟一位客戶，並為其訂購授權。",
        "打开一位客户，并为其订购许可证。",
    ];
    resend_mail => [
        "Resend the email that couldn't be delivered.",
        "重新傳送未能送達的郵件。",
        "重新发送未能送达的邮件。",
    ];
    step_open(number) => ["Step {number}:", "步驟 {number}：", "步骤 {number}："];
    step_done(number) => ["Step {number}, done:", "步驟 {number}，已完成：", "步骤 {number}，已完成："];
    walk_none_done(steps) => [
        "New here? Walk through {steps} steps. Each one is checked off when you've done it.",
        "第一次使用？請依序完成 {steps} 個步驟，完成後會自動打勾。",
        "第一次使用？请依次完成 {steps} 个步骤，完成后会自动打勾。",
    ];
    walk_done(done, steps) => [
        "You've done {done} of {steps} steps.",
        "已完成 {done} 個步驟，共 {steps} 個。",
        "已完成 {done} 个步骤，共 {steps} 个。",
    ];
    walk_all_done => [
        "You've done every step. Everything else is open to you too.",
        "您已完成所有步驟，其他功能也可隨意試用。",
        "你已完成所有步骤，其他功能也可随意试用。",
    ];
    all_organizations(count) => [
        "Show all organizations ({count} more)",
        "顯示所有組織（另外 {count} 個）",
        "显示所有组织（另外 {count} 个）",
    ];
    more_people(count) => ["{count} more", "另外 {count} 位", "另外 {count} 位"];
    providers => ["Indirect providers", "間接提供者", "间接提供商"];
    resellers => ["Indirect resellers", "間接經銷商", "间接经销商"];
    direct_bill => ["Direct-bill partners", "直接帳單合作夥伴", "直接计费合作伙伴"];
    customers => ["Customers", "客戶", "客户"];
    operators => ["Program operator", "計畫營運者", "计划运营方"];
}
