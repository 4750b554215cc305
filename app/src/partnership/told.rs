//! Refusals between a provider and a reseller.

use tierline_core::partnership::Refusal;

use crate::i18n::{Lang, date_time, messages};

/// The refusal in words.
pub(super) fn explain(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoPartnership { provider, reseller } => {
            no_partnership(lang, &provider.name, &reseller.name)
        }
        Refusal::PartnershipExists { provider, reseller } => {
            partnership_exists(lang, &provider.name, &reseller.name)
        }
        Refusal::PartnershipEnded { ends } => partnership_ended(lang, date_time(lang, *ends)),
        Refusal::TenantAdminGranted { at } => tenant_admin_granted(lang, date_time(lang, *at)),
        Refusal::TenantAdminMissing { provider, reseller } => {
            tenant_admin_missing(lang, &provider.name, &reseller.name)
        }
    }
}

messages! {
    no_partnership(provider, reseller) => [
        "This rests on a partnership, and {provider} and {reseller} have none in force. {provider} can request one from its page Indirect resellers; a global admin of {reseller} then authorizes it.",
        "這需要合作關係，而 {provider} 與 {reseller} 之間沒有生效中的合作關係。{provider} 可以在「間接經銷商」頁面提出要求，再由 {reseller} 的全域管理員授權。",
        "这需要合作关系，而 {provider} 与 {reseller} 之间没有生效的合作关系。{provider} 可以在“间接经销商”页面提出请求，再由 {reseller} 的全局管理员批准。",
    ];
    partnership_exists(provider, reseller) => [
        "{provider} and {reseller} are in partnership already. Nothing more is needed.",
        "{provider} 與 {reseller} 已經建立合作關係。不需要再做任何事。",
        "{provider} 与 {reseller} 已经建立合作关系。无需再做任何事。",
    ];
    partnership_ended(ends) => [
        "The end of this partnership is settled: {ends}. For a new one, the provider sends a new partnership request.",
        "此合作關係的結束已確定：{ends}。若要重新建立，請由提供者傳送新的合作關係要求。",
        "此合作关系的结束已确定：{ends}。若要重新建立，请由提供商发送新的合作关系请求。",
    ];
    tenant_admin_granted(at) => [
        "The provider has had this administrator access since {at}. Nothing more is needed.",
        "提供者自 {at} 起已具有此系統管理員存取權。不需要再做任何事。",
        "提供商自 {at} 起已拥有此管理员访问权限。无需再做任何事。",
    ];
    tenant_admin_missing(provider, reseller) => [
        "{provider} has no administrator access to the tenant of {reseller}: it was taken away. A global admin of {reseller} can give it again: on the page Indirect providers, choose {provider}, then Give access again.",
        "{provider} 沒有 {reseller} 租用戶的系統管理員存取權：該權限已被收回。{reseller} 的全域管理員可以再次授與：在「間接提供者」頁面選擇 {provider}，然後選擇「再次授與存取權」。",
        "{provider} 没有 {reseller} 租户的管理员访问权限：该权限已被收回。{reseller} 的全局管理员可以再次授予：在“间接提供商”页面选择 {provider}，然后选择“再次授予访问权限”。",
    ];
}
