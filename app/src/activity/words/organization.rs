//! Events of organizations: how they were created, and their capabilities in the program.

use tierline_core::organization::{CapabilityState, Event, RequiredOf};

use super::Names;
use crate::{
    account::words,
    i18n::{Lang, messages},
    ui,
};

/// One sentence about an event of an organization.
pub(super) fn describe(names: &Names<'_>, event: &Event) -> String {
    let lang = names.lang;
    match event {
        Event::Created {
            partner,
            reseller: None,
            name,
            ..
        } => created(lang, names.of(*partner), name),
        Event::Created {
            partner,
            reseller: Some(reseller),
            name,
            ..
        } => created_for(lang, names.of(*partner), name, names.of(*reseller)),
        Event::SignedUp { name, domain, .. } => signed_up(lang, name, domain),
        Event::Registered { name, domain, .. } => registered(lang, name, domain),
        Event::Completed { mpn, agreement, .. } => match (mpn, agreement) {
            (Some(mpn), None) => mpn_entered(lang, mpn),
            (None, Some(agreement)) => agreement_entered(lang, &agreement.version),
            (Some(mpn), Some(agreement)) => both_entered(lang, mpn, &agreement.version),
            (None, None) => nothing_entered(lang).to_owned(),
        },
        Event::CapabilityChanged {
            capability, state, ..
        } => capability_changed(
            lang,
            words::capability(lang, *capability),
            capability_state(lang, *state),
        ),
        Event::SecondFactorRequired { of, .. } => match of {
            RequiredOf::Nobody => factor_of_nobody(lang).to_owned(),
            RequiredOf::Admins => factor_of_admins(lang).to_owned(),
            RequiredOf::Everybody => factor_of_everybody(lang).to_owned(),
        },
    }
}

fn capability_state(lang: Lang, state: CapabilityState) -> &'static str {
    match state {
        CapabilityState::Enrolling => ui::words::enrolling(lang),
        CapabilityState::Active => ui::words::active(lang),
        CapabilityState::Offboarding => ui::words::offboarding(lang),
        CapabilityState::Suspended => ui::words::suspended(lang),
        CapabilityState::Ended => ui::words::ended(lang),
    }
}

messages! {
    created(partner, name) => [
        "{partner} created the customer {name}",
        "{partner} 建立了客戶 {name}",
        "{partner} 创建了客户 {name}",
    ];
    created_for(partner, name, reseller) => [
        "{partner} created the customer {name} for {reseller}",
        "{partner} 為 {reseller} 建立了客戶 {name}",
        "{partner} 为 {reseller} 创建了客户 {name}",
    ];
    signed_up(name, domain) => [
        "{name} created its tenant {domain}",
        "{name} 建立了租用戶 {domain}",
        "{name} 创建了租户 {domain}",
    ];
    registered(name, domain) => [
        "The operator of the portal registered {name} with its tenant {domain}",
        "入口網站的營運者登錄了 {name} 及其租用戶 {domain}",
        "门户的运营方登记了 {name} 及其租户 {domain}",
    ];
    mpn_entered(mpn) => [
        "The operator of the portal entered the MPN ID {mpn}",
        "入口網站的營運者輸入了 MPN 識別碼 {mpn}",
        "门户的运营方输入了 MPN ID {mpn}",
    ];
    agreement_entered(version) => [
        "The operator of the portal entered the signed partner agreement {version}",
        "入口網站的營運者輸入了已簽署的合作夥伴合約 {version}",
        "门户的运营方输入了已签署的合作伙伴协议 {version}",
    ];
    both_entered(mpn, version) => [
        "The operator of the portal entered the MPN ID {mpn} and the signed partner agreement {version}",
        "入口網站的營運者輸入了 MPN 識別碼 {mpn} 和已簽署的合作夥伴合約 {version}",
        "门户的运营方输入了 MPN ID {mpn} 和已签署的合作伙伴协议 {version}",
    ];
    nothing_entered => [
        "The operator of the portal looked through the profile",
        "入口網站的營運者檢查了設定檔",
        "门户的运营方检查了资料",
    ];
    factor_of_nobody => [
        "A second factor is no longer required of users",
        "不再要求使用者使用雙步驟驗證",
        "不再要求用户使用双重验证",
    ];
    factor_of_admins => [
        "A second factor is required of admins",
        "要求管理員使用雙步驟驗證",
        "要求管理员使用双重验证",
    ];
    factor_of_everybody => [
        "A second factor is required of everybody",
        "要求所有人使用雙步驟驗證",
        "要求所有人使用双重验证",
    ];
    capability_changed(capability, state) => [
        "The operator of the portal changed the enrollment as {capability}: {state}",
        "入口網站的營運者變更了「{capability}」的註冊：{state}",
        "门户的运营方更改了“{capability}”的注册：{state}",
    ];
}
