//! Reasons why a capability cannot be used: each state has its own reason and next step.

use tierline_core::organization::{Capability, CapabilityState, Party};

use crate::{
    account::words as role,
    i18n::{Lang, messages},
};

/// The obstacle to this capability.
pub(crate) fn inactive(
    lang: Lang,
    organization: &Party,
    capability: Capability,
    state: Option<CapabilityState>,
) -> String {
    let (name, capability) = (&organization.name, role::capability(lang, capability));
    match state {
        None => never(lang, name, capability),
        Some(CapabilityState::Enrolling) => enrolling(lang, name, capability),
        Some(CapabilityState::Offboarding) => offboarding(lang, name, capability),
        Some(CapabilityState::Suspended) => suspended(lang, name, capability),
        Some(CapabilityState::Ended) => ended(lang, name, capability),
        Some(CapabilityState::Active) => other(lang, name, capability),
    }
}

messages! {
    never(name, capability) => [
        "This needs an organization in the program as: {capability}. {name} is not enrolled as that. The program operator can enroll it.",
        "這需要以「{capability}」身分參與方案的組織。{name} 尚未以此身分註冊。方案營運者可以為其註冊。",
        "这需要以“{capability}”身份参与计划的组织。{name} 尚未以此身份注册。计划运营方可以为其注册。",
    ];
    enrolling(name, capability) => [
        "The enrollment of {name} as {capability} is not approved yet. The program operator reviews it, usually within 3 to 5 business days.",
        "{name} 作為「{capability}」的註冊尚未核准。方案營運者正在審查，通常需要 3 到 5 個工作天。",
        "{name} 作为“{capability}”的注册尚未批准。计划运营方正在审核，通常需要 3 到 5 个工作日。",
    ];
    offboarding(name, capability) => [
        "{name} is being moved out of the program as {capability}: existing business goes on, new business is not possible. The program operator can say more.",
        "{name} 正在移出「{capability}」方案：現有業務繼續，但無法承接新業務。方案營運者可提供更多資訊。",
        "{name} 正在移出“{capability}”计划：现有业务继续，但无法承接新业务。计划运营方可提供更多信息。",
    ];
    suspended(name, capability) => [
        "{name} is suspended as {capability}: existing business goes on, new business is not possible until the program operator lifts it.",
        "{name} 的「{capability}」資格已暫停：現有業務繼續，在方案營運者解除之前無法承接新業務。",
        "{name} 的“{capability}”资格已暂停：现有业务继续，在计划运营方解除之前无法承接新业务。",
    ];
    ended(name, capability) => [
        "{name} has left the program as {capability}. Only the program operator can enroll it again.",
        "{name} 已退出「{capability}」方案。只有方案營運者可以重新為其註冊。",
        "{name} 已退出“{capability}”计划。只有计划运营方可以重新为其注册。",
    ];
    other(name, capability) => [
        "{name} cannot be used as {capability} at present. Ask the program operator.",
        "{name} 目前無法以「{capability}」身分使用。請洽詢方案營運者。",
        "{name} 目前无法以“{capability}”身份使用。请咨询计划运营方。",
    ];
}
