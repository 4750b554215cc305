//! Organizations in words: events, refusals, actions and notices.

mod account_review;
mod profile;
mod refusal;
mod standing;

pub(crate) use refusal::refusal;
use tierline_core::{
    organization::{AgreementKind, Capability, CapabilityState, Event, RequiredOf},
    permission::organization::Action,
};

use crate::{
    account::{told, words},
    i18n::{Lang, date, market, messages, worded_codes},
    list::words as listing,
    timeline::{Names, Subject, Telling},
    ui::{self, Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
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
            Event::SignedUpToEnroll { name, domain, .. } => signed_up_to_enroll(lang, name, domain),
            Event::ProfileChanged { name, .. } => profile_changed(lang, name),
            Event::CountryCorrected { from, to, .. } => {
                let (from, to) = (market::country(lang, *from), market::country(lang, *to));
                profile::country_corrected(lang, from, to)
            }
            Event::ProfileCorrected { from, to, .. } => profile::corrected(names, from, to),
            Event::CountryChanged { from, to, .. } => profile::moved(names, *from, *to),
            Event::MpnAssociated { mpn, .. } => mpn_associated(lang, mpn),
            Event::MpnDeactivated {
                mpn,
                elsewhere: Some(country),
                ..
            } => standing::location_elsewhere(lang, mpn, market::country(lang, *country)),
            Event::MpnDeactivated { mpn, .. } => standing::location_inactive(lang, mpn),
            Event::MpnReactivated { mpn, .. } => standing::location_active(lang, mpn),
            Event::AgreementSigned { signature } => match signature.kind {
                AgreementKind::PartnerAgreement => agreement_signed(lang, &signature.version),
                AgreementKind::IndirectResellerAgreement => {
                    reseller_agreement_signed(lang, &signature.version)
                }
            },
            Event::Registered { name, domain, .. } => registered(lang, name, domain),
            Event::Completed { mpn, agreement, .. } => match (mpn, agreement) {
                (Some(mpn), None) => mpn_entered(lang, mpn),
                (None, Some(agreement)) => agreement_entered(lang, &agreement.version),
                (Some(mpn), Some(agreement)) => both_entered(lang, mpn, &agreement.version),
                (None, None) => nothing_entered(lang).to_owned(),
            },
            Event::AccessRestored { name, how, .. } => told::restored(lang, name, *how),
            Event::SecondFactorRequired { of, .. } => match of {
                RequiredOf::Nobody => factor_of_nobody(lang).to_owned(),
                RequiredOf::Admins => factor_of_admins(lang).to_owned(),
                RequiredOf::Roles(roles) => {
                    let names = roles.iter().map(|role| words::role(lang, role));
                    factor_of_roles(lang, listing::list(lang, names))
                }
                RequiredOf::Everybody => factor_of_everybody(lang).to_owned(),
            },
            Event::AskedFirstSet { asked_first, .. } => if *asked_first {
                asked_first_on(lang)
            } else {
                asked_first_off(lang)
            }
            .to_owned(),
            Event::CapabilityChanged {
                capability, state, ..
            } => {
                let capability = words::capability(lang, *capability);
                match state {
                    CapabilityState::Enrolling => reviewed_again(lang, capability),
                    CapabilityState::Qualified => approved(lang, capability),
                    CapabilityState::Active => completed(lang, capability),
                    CapabilityState::Offboarding => offboarding_began(lang, capability),
                    CapabilityState::Suspended => enrollment_suspended(lang, capability),
                    CapabilityState::Ended => capability_ended(lang, capability),
                }
            }
            Event::Suspended { capabilities, .. } => {
                let held = of_capabilities(lang, capabilities);
                match names.subject() {
                    Some(Subject::Partner(name)) => standing::suspended_named(lang, name, held),
                    _ => standing::suspended_event(lang, held),
                }
            }
            Event::SuspensionLifted { capabilities, .. } => {
                let held = of_capabilities(lang, capabilities);
                match names.subject() {
                    Some(Subject::Partner(name)) => standing::lifted_named(lang, name, held),
                    _ => standing::suspension_lifted(lang, held),
                }
            }
            Event::CapabilityAdded { capability, .. } => {
                let held = words::capability(lang, *capability);
                match names.subject() {
                    Some(Subject::Partner(name)) => standing::added_named(lang, name, held),
                    _ => standing::added(lang, held),
                }
            }
            Event::SuspendedByEnrollment { .. } => match names.subject() {
                Some(Subject::Partner(name)) => standing::enrollment_suspended_named(lang, name),
                _ => standing::enrollment_suspended(lang).to_owned(),
            },
            Event::EnrollmentPassed { state, .. } => {
                standing::enrollment_passed(lang, capability_state(lang, *state))
            }
            Event::OffboardingMarked { from, .. } => {
                let from = date(lang, *from);
                match names.subject() {
                    Some(Subject::Partner(name)) => standing::marked_named(lang, name, from),
                    _ => standing::marked(lang, from),
                }
            }
            Event::OffboardingBegun { .. } => standing::offboarding_begun(lang).to_owned(),
            Event::OffboardingTakenBack { .. } => match names.subject() {
                Some(Subject::Partner(name)) => standing::taken_back_named(lang, name),
                _ => standing::taken_back(lang).to_owned(),
            },
            Event::ReviewBegun { .. } => match names.subject() {
                Some(Subject::Partner(name)) => account_review::begun_named(lang, name),
                _ => account_review::begun(lang).to_owned(),
            },
            Event::ReviewEnded { .. } => match names.subject() {
                Some(Subject::Partner(name)) => account_review::ended_named(lang, name),
                _ => account_review::ended(lang).to_owned(),
            },
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Suspended { .. } | Event::SuspendedByEnrollment { .. } => {
                (Tone::Danger, Glyph::Ban)
            }
            Event::SuspensionLifted { .. }
            | Event::EnrollmentPassed { .. }
            | Event::MpnReactivated { .. }
            | Event::OffboardingTakenBack { .. }
            | Event::ReviewEnded { .. } => (Tone::Success, Glyph::Check),
            Event::OffboardingMarked { .. }
            | Event::ReviewBegun { .. }
            | Event::OffboardingBegun { .. }
            | Event::MpnDeactivated { .. } => (Tone::Warning, Glyph::Warning),
            _ => (Tone::Accent, Glyph::Building),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::CapabilityAdded { reason, .. }
            | Event::Suspended { reason, .. }
            | Event::SuspensionLifted { reason, .. }
            | Event::OffboardingMarked { reason, .. }
            | Event::OffboardingTakenBack { reason, .. }
            | Event::ReviewBegun { reason, .. }
            | Event::ReviewEnded { reason, .. }
            | Event::ProfileCorrected { reason, .. }
            | Event::CountryChanged { reason, .. }
            | Event::AccessRestored { reason, .. } => Some(reason.as_str()),
            Event::Completed { entered, .. } => entered.as_ref().map(|it| it.reason.as_str()),
            _ => None,
        }
    }
}

/// The state of a capability, in a word.
pub(crate) fn capability_state(lang: Lang, state: CapabilityState) -> &'static str {
    match state {
        CapabilityState::Enrolling => ui::words::enrolling(lang),
        CapabilityState::Qualified => ui::words::qualified(lang),
        CapabilityState::Active => ui::words::active(lang),
        CapabilityState::Offboarding => ui::words::offboarding(lang),
        CapabilityState::Suspended => ui::words::suspended(lang),
        CapabilityState::Ended => ui::words::ended(lang),
    }
}

/// The names of capabilities as one text.
fn of_capabilities(lang: Lang, capabilities: &[Capability]) -> String {
    let names = capabilities.iter().map(|it| words::capability(lang, *it));
    listing::list(lang, names)
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ViewOwn => view_own(lang),
        Action::ManageOrganizations => manage_organizations(lang),
        Action::ReviewCustomers => account_review::review_customers(lang),
        Action::RequireSecondFactor => require_second_factor(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        SecondFactorRequired = "second_factor_required" => done_second_factor_required,
    }
}

messages! {
    // Events.
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

    signed_up_to_enroll(name, domain) => [
        "{name} created its tenant {domain} to enroll in the program",
        "{name} 為加入計畫建立了租用戶 {domain}",
        "{name} 为加入计划创建了租户 {domain}",
    ];

    profile_changed(name) => [
        "Entered the legal name {name} and the address",
        "輸入了法定名稱 {name} 與地址",
        "输入了法定名称 {name} 和地址",
    ];

    mpn_associated(mpn) => [
        "Associated the MPN ID {mpn}",
        "關聯了 MPN ID {mpn}",
        "关联了 MPN ID {mpn}",
    ];

    agreement_signed(version) => [
        "Signed version {version} of the Partner Agreement",
        "簽署了合作夥伴合約的版本 {version}",
        "签署了合作伙伴协议的版本 {version}",
    ];

    reseller_agreement_signed(version) => [
        "Signed version {version} of the Indirect Reseller Agreement",
        "簽署了間接經銷商合約的版本 {version}",
        "签署了间接经销商协议的版本 {version}",
    ];

    registered(name, domain) => [
        "The program operator added {name} with its tenant {domain}",
        "計畫營運者登錄了 {name} 及其租用戶 {domain}",
        "计划运营方登记了 {name} 及其租户 {domain}",
    ];

    mpn_entered(mpn) => [
        "The program operator entered the MPN ID {mpn}",
        "計畫營運者輸入了 MPN ID {mpn}",
        "计划运营方输入了 MPN ID {mpn}",
    ];

    agreement_entered(version) => [
        "The program operator recorded the signed partner agreement {version}",
        "計畫營運者輸入了已簽署的合作夥伴合約 {version}",
        "计划运营方输入了已签署的合作伙伴协议 {version}",
    ];

    both_entered(mpn, version) => [
        "The program operator entered the MPN ID {mpn} and recorded the signed partner agreement {version}",
        "計畫營運者輸入了 MPN ID {mpn} 和已簽署的合作夥伴合約 {version}",
        "计划运营方输入了 MPN ID {mpn} 和已签署的合作伙伴协议 {version}",
    ];

    nothing_entered => [
        "The program operator reviewed the profile",
        "計畫營運者檢查了設定檔",
        "计划运营方检查了资料",
    ];

    reviewed_again(capability) => [
        "The review of the enrollment began again: {capability}",
        "註冊的審查重新開始：{capability}",
        "注册的审核重新开始：{capability}",
    ];

    approved(capability) => ["The enrollment was approved: {capability}", "註冊已核准：{capability}", "注册已获批准：{capability}"];

    completed(capability) => ["The enrollment was completed: {capability}", "註冊已完成：{capability}", "注册已完成：{capability}"];

    offboarding_began(capability) => [
        "The program operator began offboarding: {capability}",
        "計畫營運者開始移出：{capability}",
        "计划运营方开始移出：{capability}",
    ];

    enrollment_suspended(capability) => [
        "The enrollment was suspended: {capability}",
        "註冊已暫停：{capability}",
        "注册已暂停：{capability}",
    ];

    capability_ended(capability) => [
        "Left the program: {capability}",
        "已結束參與計畫：{capability}",
        "已结束参与计划：{capability}",
    ];

    factor_of_nobody => [
        "Stopped requiring a second factor",
        "不再要求使用者使用雙步驟驗證",
        "不再要求用户使用双重验证",
    ];

    factor_of_admins => [
        "Required a second factor for admins",
        "要求管理員使用雙步驟驗證",
        "要求管理员使用双重验证",
    ];

    factor_of_roles(roles) => [
        "Required a second factor for users with these roles: {roles}",
        "要求具有下列角色的使用者使用雙步驟驗證：{roles}",
        "要求具有以下角色的用户使用双重验证：{roles}",
    ];

    asked_first_on => [
        "Chose to be asked before a partner's order request is approved",
        "選擇在核准合作夥伴的訂購要求之前先徵求同意",
        "选择在批准合作伙伴的订购请求之前先征求同意",
    ];
    asked_first_off => [
        "Chose not to be asked before a partner's order request is approved",
        "選擇在核准合作夥伴的訂購要求之前不徵求同意",
        "选择在批准合作伙伴的订购请求之前不征求同意",
    ];
    factor_of_everybody => [
        "Required a second factor for everyone",
        "要求所有人使用雙步驟驗證",
        "要求所有人使用双重验证",
    ];


    // Actions.
    view_own => ["view the organization's overview", "查看組織概觀", "查看组织概述"];

    manage_organizations => ["manage organizations", "管理組織", "管理组织"];

    require_second_factor => [
        "choose which users need a second factor",
        "決定哪些使用者需要雙步驟驗證",
        "决定哪些用户需要双重验证",
    ];


    // Notices.
    done_second_factor_required => [
        "Saved. The requirement applies the next time each user opens a page.",
        "已儲存。每位使用者下次操作時即適用。",
        "已保存。每位用户下次操作时即适用。",
    ];
}
