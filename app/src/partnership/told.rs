//! Partnerships in words: events, refusals, actions and notices.

use tierline_core::{
    partnership::{Event, Refusal},
    permission::partnership::Action,
};

use crate::{
    i18n::{Lang, date_time, messages, worded_codes},
    timeline::{Names, Subject, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Formed {
                provider, reseller, ..
            } => formed(lang, names.of(*reseller), names.of(*provider)),
            Event::TenantAdminRevoked { .. } => match names.subject() {
                Some(Subject::Reseller(name)) => own_admin_revoked(lang, name),
                Some(Subject::Provider(name)) => admin_of_revoked(lang, name),
                _ => tenant_admin_revoked(lang).to_owned(),
            },
            Event::TenantAdminGranted { .. } => match names.subject() {
                Some(Subject::Reseller(name)) => own_admin_granted(lang, name),
                Some(Subject::Provider(name)) => admin_of_granted(lang, name),
                _ => tenant_admin_granted(lang).to_owned(),
            },
            Event::NoticeGiven { by, ends, .. } => {
                let (by, ends) = (names.of(*by), date_time(lang, *ends));
                match other(names, by) {
                    Some(other) => notice_given_to(lang, by, other, ends),
                    None => notice_given(lang, by, ends),
                }
            }
            Event::Ended { by, .. } => {
                let by = names.of(*by);
                match other(names, by) {
                    Some(other) => ended_with(lang, by, other),
                    None => ended(lang, by),
                }
            }
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Formed { .. } => (Tone::Success, Glyph::Handshake),
            Event::TenantAdminRevoked { .. } => (Tone::Warning, Glyph::Lock),
            Event::TenantAdminGranted { .. } => (Tone::Success, Glyph::Key),
            Event::NoticeGiven { .. } => (Tone::Warning, Glyph::Clock),
            Event::Ended { .. } => (Tone::Neutral, Glyph::Ban),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::NoticeGiven { reason, .. } | Event::Ended { reason, .. } => {
                reason.as_ref().map(|reason| reason.as_str())
            }
            Event::Formed { .. }
            | Event::TenantAdminRevoked { .. }
            | Event::TenantAdminGranted { .. } => None,
        }
    }
}

/// The reader's partner, unless it is the one that acted.
fn other<'a>(names: &Names<'a>, by: &str) -> Option<&'a str> {
    let subject = names.subject().map(Subject::name);
    subject.filter(|name| *name != by)
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoPartnership { provider, reseller } => {
            no_partnership(lang, &provider.name, &reseller.name)
        }
        Refusal::PartnershipExists { provider, reseller } => {
            partnership_exists(lang, &provider.name, &reseller.name)
        }
        Refusal::PartnershipEnded { ends } => partnership_ended(lang, date_time(lang, *ends)),
        Refusal::TenantAdminGranted { at } => has_tenant_admin(lang, date_time(lang, *at)),
        Refusal::TenantAdminMissing { provider, reseller } => {
            tenant_admin_missing(lang, &provider.name, &reseller.name)
        }
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ViewPartners => view_partners(lang),
        Action::RequestPartnership => request_partnership(lang),
        Action::AcceptPartnership => accept_partnership(lang),
        Action::EndPartnership => end_partnership(lang),
        Action::RevokeTenantAdmin => revoke_tenant_admin(lang),
        Action::GrantTenantAdmin => grant_tenant_admin(lang),
        Action::AdministerResellerTenant => administer_reseller_tenant(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        PartnershipEnded = "partnership_ended" => done_partnership_ended,
        TenantAdminRevoked = "tenant_admin_revoked" => done_tenant_admin_revoked,
        TenantAdminGranted = "tenant_admin_granted" => done_tenant_admin_granted,
    }
}

messages! {
    // Events.
    formed(reseller, provider) => [
        "{reseller} authorized {provider} as its indirect provider",
        "{reseller} 授權 {provider} 擔任其間接提供者",
        "{reseller} 授权 {provider} 担任其间接提供商",
    ];
    tenant_admin_revoked => [
        "Revoked administrator access to the reseller's tenant",
        "已收回對經銷商租用戶的系統管理員存取權",
        "已收回对经销商租户的管理员访问权限",
    ];
    tenant_admin_granted => [
        "Granted administrator access to the reseller's tenant again",
        "已再次授與對經銷商租用戶的系統管理員存取權",
        "已再次授予对经销商租户的管理员访问权限",
    ];
    own_admin_revoked(reseller) => [
        "{reseller} revoked your administrator access to its tenant",
        "{reseller} 收回了您對其租用戶的系統管理員存取權",
        "{reseller} 收回了你对其租户的管理员访问权限",
    ];
    admin_of_revoked(provider) => [
        "Revoked the administrator access of {provider} to your tenant",
        "收回了 {provider} 對您租用戶的系統管理員存取權",
        "收回了 {provider} 对你租户的管理员访问权限",
    ];
    own_admin_granted(reseller) => [
        "{reseller} granted you administrator access to its tenant again",
        "{reseller} 再次授與您對其租用戶的系統管理員存取權",
        "{reseller} 再次授予你对其租户的管理员访问权限",
    ];
    admin_of_granted(provider) => [
        "Granted {provider} administrator access to your tenant again",
        "再次授與 {provider} 對您租用戶的系統管理員存取權",
        "再次授予 {provider} 对你租户的管理员访问权限",
    ];
    notice_given_to(by, other, ends) => [
        "{by} gave notice: the partnership with {other} ends on {ends}",
        "{by} 已通知：與 {other} 的合作關係將於 {ends} 結束",
        "{by} 已通知：与 {other} 的合作关系将于 {ends} 结束",
    ];
    ended_with(by, other) => [
        "{by} ended the partnership with {other}",
        "{by} 結束了與 {other} 的合作關係",
        "{by} 结束了与 {other} 的合作关系",
    ];
    notice_given(by, ends) => [
        "{by} gave notice: the partnership ends on {ends}",
        "{by} 已通知：合作關係將於 {ends} 結束",
        "{by} 已通知：合作关系将于 {ends} 结束",
    ];
    ended(by) => ["{by} ended the partnership", "{by} 結束了合作關係", "{by} 结束了合作关系"];

    // Refusals.
    no_partnership(provider, reseller) => [
        "This requires a partnership, and {provider} and {reseller} don't have an active one. {provider} can request one on its Indirect resellers page, and a global admin of {reseller} then authorizes it.",
        "這需要合作關係，而 {provider} 與 {reseller} 之間沒有生效中的合作關係。{provider} 可以在「間接經銷商」頁面提出要求，再由 {reseller} 的全域管理員授權。",
        "这需要合作关系，而 {provider} 与 {reseller} 之间没有生效的合作关系。{provider} 可以在“间接经销商”页面提出请求，再由 {reseller} 的全局管理员授权。",
    ];
    partnership_exists(provider, reseller) => [
        "{provider} and {reseller} are already partners. You don't need to do anything.",
        "{provider} 與 {reseller} 已經建立合作關係。不需要再做任何事。",
        "{provider} 与 {reseller} 已经建立合作关系。无需再做任何事。",
    ];
    partnership_ended(ends) => [
        "This partnership already has an end date: {ends}. To start a new one, the provider sends a new partnership request.",
        "此合作關係的結束已確定：{ends}。若要重新建立，請由提供者傳送新的合作關係要求。",
        "此合作关系的结束已确定：{ends}。若要重新建立，请由提供商发送新的合作关系请求。",
    ];
    has_tenant_admin(at) => [
        "The provider has had this administrator access since {at}. You don't need to do anything.",
        "提供者自 {at} 起已具有此系統管理員存取權。不需要再做任何事。",
        "提供商自 {at} 起已拥有此管理员访问权限。无需再做任何事。",
    ];
    tenant_admin_missing(provider, reseller) => [
        "{provider} doesn't have administrator access to the tenant of {reseller} because it was revoked. A global admin of {reseller} can grant it again: on the Indirect providers page, open {provider} and select Grant access again.",
        "{provider} 沒有 {reseller} 租用戶的系統管理員存取權：該權限已被收回。{reseller} 的全域管理員可以再次授與：在「間接提供者」頁面選擇 {provider}，然後選擇「再次授與存取權」。",
        "{provider} 没有 {reseller} 租户的管理员访问权限：该权限已被收回。{reseller} 的全局管理员可以再次授予：在“间接提供商”页面选择 {provider}，然后选择“再次授予访问权限”。",
    ];

    // Actions.
    view_partners => ["view partnerships and requests", "查看合作關係與要求", "查看合作关系和请求"];
    request_partnership => ["request a partnership", "要求建立合作關係", "请求建立合作关系"];
    accept_partnership => ["answer a partnership request", "回覆合作關係要求", "答复合作关系请求"];
    end_partnership => ["end a partnership", "結束合作關係", "结束合作关系"];
    revoke_tenant_admin => [
        "revoke the provider's administrator access",
        "收回提供者的系統管理員存取權",
        "收回提供商的管理员访问权限",
    ];
    grant_tenant_admin => [
        "grant the provider administrator access again",
        "再次授與提供者系統管理員存取權",
        "再次授予提供商管理员访问权限",
    ];
    administer_reseller_tenant => ["administer a reseller's tenant", "管理經銷商的租用戶", "管理经销商的租户"];

    // Notices.
    done_partnership_ended => [
        "We recorded the end of the partnership and notified the other partner by email.",
        "已記錄合作關係的結束，並以郵件通知對方。",
        "已记录合作关系的结束，并以邮件通知对方。",
    ];
    done_tenant_admin_revoked => [
        "The provider no longer has administrator access to your tenant. The partnership continues.",
        "提供者不再具有您租用戶的系統管理員存取權。合作關係繼續。",
        "提供商不再拥有你租户的管理员访问权限。合作关系继续。",
    ];
    done_tenant_admin_granted => [
        "The provider has administrator access to your tenant again. We notified it by email.",
        "提供者再次具有您租用戶的系統管理員存取權，並已以郵件通知。",
        "提供商再次拥有你租户的管理员访问权限，并已以邮件通知。",
    ];
}
