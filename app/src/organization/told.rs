//! Organizations in words: events, refusals, actions and notices.

use tierline_core::{
    organization::{
        AgreementKind, Capability, CapabilityState, Event, Party, Refusal, RequiredBy, RequiredOf,
    },
    permission::organization::Action,
};

use crate::{
    account::words,
    i18n::{Lang, market, messages, worded_codes},
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
            Event::MpnAssociated { mpn, .. } => mpn_associated(lang, mpn),
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
            Event::SecondFactorRequired { of, .. } => match of {
                RequiredOf::Nobody => factor_of_nobody(lang).to_owned(),
                RequiredOf::Admins => factor_of_admins(lang).to_owned(),
                RequiredOf::Everybody => factor_of_everybody(lang).to_owned(),
            },
            Event::CapabilityChanged {
                capability, state, ..
            } => capability_changed(
                lang,
                words::capability(lang, *capability),
                capability_state(lang, *state),
            ),
            Event::Suspended { capabilities, .. } => {
                let held = of_capabilities(lang, capabilities);
                match names.subject() {
                    Some(Subject::Partner(name)) => suspended_named(lang, name, held),
                    _ => suspended_event(lang, held),
                }
            }
            Event::SuspensionLifted { capabilities, .. } => {
                let held = of_capabilities(lang, capabilities);
                match names.subject() {
                    Some(Subject::Partner(name)) => lifted_named(lang, name, held),
                    _ => suspension_lifted(lang, held),
                }
            }
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Suspended { .. } => (Tone::Danger, Glyph::Ban),
            Event::SuspensionLifted { .. } => (Tone::Success, Glyph::Check),
            _ => (Tone::Accent, Glyph::Building),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::Suspended { reason, .. } | Event::SuspensionLifted { reason, .. } => {
                Some(reason.as_str())
            }
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

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::CapabilityInactive {
            organization,
            capability,
            state,
        } => inactive(lang, organization, *capability, *state),
        Refusal::NothingToSuspend { organization } => nothing_to_suspend(lang, &organization.name),
        Refusal::NotSuspended { organization } => not_suspended(lang, &organization.name),
        Refusal::AgreementUnsigned { organization } => agreement_unsigned(lang, &organization.name),
        Refusal::MpnIdMissing { organization } => mpn_id_missing(lang, &organization.name),
        Refusal::RegionMismatch {
            first,
            first_country,
            second,
            second_country,
        } => region_mismatch(
            lang,
            &first.name,
            market::country(lang, *first_country),
            market::region(lang, first_country.region()),
            &second.name,
            market::country(lang, *second_country),
            market::region(lang, second_country.region()),
        ),
        Refusal::DomainTaken { domain } => domain_taken(lang, domain),
        Refusal::SecondFactorMissing { by } => match by {
            RequiredBy::Program => factor_missing_program(lang).to_owned(),
            RequiredBy::Organization { organization } => factor_missing(lang, &organization.name),
        },
        Refusal::SecondFactorRequired { by } => match by {
            RequiredBy::Program => factor_required_program(lang).to_owned(),
            RequiredBy::Organization { organization } => factor_required(lang, &organization.name),
        },
    }
}

/// The obstacle to this capability.
fn inactive(
    lang: Lang,
    organization: &Party,
    capability: Capability,
    state: Option<CapabilityState>,
) -> String {
    let (name, capability) = (&organization.name, words::capability(lang, capability));
    match state {
        None => never(lang, name, capability),
        Some(CapabilityState::Enrolling) => enrolling(lang, name, capability),
        Some(CapabilityState::Qualified) => qualified(lang, name, capability),
        Some(CapabilityState::Offboarding) => offboarding(lang, name, capability),
        Some(CapabilityState::Suspended) => suspended(lang, name, capability),
        Some(CapabilityState::Ended) => ended(lang, name, capability),
        Some(CapabilityState::Active) => other(lang, name, capability),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ViewOwn => view_own(lang),
        Action::ManageOrganizations => manage_organizations(lang),
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
        "{name} 為加入方案建立了租用戶 {domain}",
        "{name} 为加入计划创建了租户 {domain}",
    ];
    profile_changed(name) => [
        "Entered the legal name {name} and the address",
        "輸入了法定名稱 {name} 與地址",
        "输入了法定名称 {name} 和地址",
    ];
    mpn_associated(mpn) => [
        "Associated the MPN ID {mpn}",
        "關聯了 MPN 識別碼 {mpn}",
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
        "The portal operator added {name} with its tenant {domain}",
        "入口網站的營運者登錄了 {name} 及其租用戶 {domain}",
        "门户的运营方登记了 {name} 及其租户 {domain}",
    ];
    mpn_entered(mpn) => [
        "The portal operator entered the MPN ID {mpn}",
        "入口網站的營運者輸入了 MPN 識別碼 {mpn}",
        "门户的运营方输入了 MPN ID {mpn}",
    ];
    agreement_entered(version) => [
        "The portal operator recorded the signed partner agreement {version}",
        "入口網站的營運者輸入了已簽署的合作夥伴合約 {version}",
        "门户的运营方输入了已签署的合作伙伴协议 {version}",
    ];
    both_entered(mpn, version) => [
        "The portal operator entered the MPN ID {mpn} and recorded the signed partner agreement {version}",
        "入口網站的營運者輸入了 MPN 識別碼 {mpn} 和已簽署的合作夥伴合約 {version}",
        "门户的运营方输入了 MPN ID {mpn} 和已签署的合作伙伴协议 {version}",
    ];
    nothing_entered => [
        "The portal operator reviewed the profile",
        "入口網站的營運者檢查了設定檔",
        "门户的运营方检查了资料",
    ];
    capability_changed(capability, state) => [
        "The enrollment as {capability} changed: {state}",
        "「{capability}」的註冊已變更：{state}",
        "“{capability}”的注册已更改：{state}",
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
    factor_of_everybody => [
        "Required a second factor for everyone",
        "要求所有人使用雙步驟驗證",
        "要求所有人使用双重验证",
    ];

    // Refusals.
    agreement_unsigned(organization) => [
        "New business requires a signed partner agreement, and {organization} hasn't signed one. A global admin of {organization} signs it and sends it to the program operator, who records it.",
        "承接新業務需要已簽署的合作夥伴合約，而 {organization} 尚未簽署。請由 {organization} 的全域管理員簽署後寄給方案營運者登錄。",
        "承接新业务需要已签署的合作伙伴协议，而 {organization} 尚未签署。请由 {organization} 的全局管理员签署后发给计划运营方登记。",
    ];
    mpn_id_missing(organization) => [
        "New business requires a location MPN ID, and {organization} hasn't associated one. A global admin or admin agent of {organization} gives it to the program operator, who enters it.",
        "承接新業務需要位置 MPN 識別碼，而 {organization} 尚未建立關聯。請由 {organization} 的全域管理員或系統管理代理人告知方案營運者登錄。",
        "承接新业务需要位置 MPN ID，而 {organization} 尚未关联。请由 {organization} 的全局管理员或管理员代理告知计划运营方登记。",
    ];
    region_mismatch(first, first_country, first_region, second, second_country, second_region) => [
        "Partners and customers have to be in the same region, which depends on their legal location. {first} ({first_country}) is in the {first_region} region, but {second} ({second_country}) is in {second_region}. Choose an organization in the same region.",
        "合作夥伴與客戶必須位於同一地區，地區由法定所在地決定。{first}（{first_country}）位於「{first_region}」地區，{second}（{second_country}）位於「{second_region}」地區。請選擇同一地區的組織。",
        "合作伙伴与客户必须位于同一区域，区域由法定所在地决定。{first}（{first_country}）位于“{first_region}”区域，{second}（{second_country}）位于“{second_region}”区域。请选择同一区域的组织。",
    ];
    domain_taken(domain) => [
        "The domain {domain} already belongs to another organization. Choose a different one.",
        "網域 {domain} 已屬於其他組織。請選擇其他網域。",
        "域 {domain} 已属于其他组织。请选择其他域。",
    ];
    never(name, capability) => [
        "Only an organization enrolled in the program as {capability} can do this, and {name} isn't enrolled as one. The program operator can enroll it.",
        "這需要以「{capability}」身分參與方案的組織。{name} 尚未以此身分註冊。方案營運者可以為其註冊。",
        "这需要以“{capability}”身份参与计划的组织。{name} 尚未以此身份注册。计划运营方可以为其注册。",
    ];
    enrolling(name, capability) => [
        "The enrollment of {name} as {capability} hasn't been approved yet. The page of the enrollment shows whose turn it is, and until when.",
        "{name} 作為「{capability}」的註冊尚未核准。註冊頁面會顯示輪到誰處理，以及期限。",
        "{name} 作为“{capability}”的注册尚未批准。注册页面会显示轮到谁处理，以及期限。",
    ];
    qualified(name, capability) => [
        "{name} is approved as {capability}, and becomes active when a global admin signs the agreement.",
        "{name} 已核准為「{capability}」，全域管理員簽署合約後即可生效。",
        "{name} 已获批为“{capability}”，全局管理员签署协议后即可生效。",
    ];
    offboarding(name, capability) => [
        "{name} is leaving the program as {capability}. Existing business continues, but new business isn't possible. Contact the program operator for more information.",
        "{name} 正在移出「{capability}」方案：現有業務繼續，但無法承接新業務。方案營運者可提供更多資訊。",
        "{name} 正在移出“{capability}”计划：现有业务继续，但无法承接新业务。计划运营方可提供更多信息。",
    ];
    suspended(name, capability) => [
        "{name} is suspended as {capability}. Existing business continues, but new business isn't possible until the program operator lifts the suspension.",
        "{name} 的「{capability}」資格已暫停：現有業務繼續，在方案營運者解除之前無法承接新業務。",
        "{name} 的“{capability}”资格已暂停：现有业务继续，在计划运营方解除之前无法承接新业务。",
    ];
    ended(name, capability) => [
        "{name} is no longer in the program as {capability}. Only the program operator can enroll it again.",
        "{name} 已退出「{capability}」方案。只有方案營運者可以重新為其註冊。",
        "{name} 已退出“{capability}”计划。只有计划运营方可以重新为其注册。",
    ];
    other(name, capability) => [
        "{name} can't be used as {capability} right now. Contact the program operator.",
        "{name} 目前無法以「{capability}」身分使用。請洽詢方案營運者。",
        "{name} 目前无法以“{capability}”身份使用。请咨询计划运营方。",
    ];
    factor_missing(organization) => [
        "{organization} requires you to have a second factor. Set one up to continue.",
        "{organization} 要求您使用雙步驟驗證，而您尚未設定。請先完成設定，之後即可繼續。",
        "{organization} 要求你使用双重验证，而你尚未设置。请先完成设置，之后即可继续。",
    ];
    factor_missing_program => [
        "The portal operator requires you to have a second factor. Set one up to continue.",
        "入口網站的營運者要求您使用雙步驟驗證，而您尚未設定。請先完成設定，之後即可繼續。",
        "门户的运营方要求你使用双重验证，而你尚未设置。请先完成设置，之后即可继续。",
    ];
    factor_required(organization) => [
        "{organization} requires you to have a second factor, so you can't turn it off. A global admin of {organization} can change this requirement.",
        "{organization} 要求您使用雙步驟驗證，因此無法關閉。這由 {organization} 的全域管理員決定。",
        "{organization} 要求你使用双重验证，因此无法关闭。这由 {organization} 的全局管理员决定。",
    ];
    factor_required_program => [
        "The portal operator requires you to have a second factor, so you can't turn it off.",
        "入口網站的營運者要求您使用雙步驟驗證，因此無法關閉。",
        "门户的运营方要求你使用双重验证，因此无法关闭。",
    ];

    // Actions.
    view_own => ["view the organization's overview", "查看組織概觀", "查看组织概述"];
    manage_organizations => ["manage organizations", "管理組織", "管理组织"];
    require_second_factor => [
        "decide who needs a second factor",
        "決定哪些使用者需要雙步驟驗證",
        "决定哪些用户需要双重验证",
    ];

    // Notices.
    done_second_factor_required => [
        "Saved. The requirement applies the next time each user opens a page.",
        "已儲存。每位使用者下次操作時即適用。",
        "已保存。每位用户下次操作时即适用。",
    ];

    // Suspension.
    suspended_event(capabilities) => [
        "The program operator suspended the organization: {capabilities}",
        "方案營運者暫停了此組織：{capabilities}",
        "计划运营方暂停了此组织：{capabilities}",
    ];
    suspended_named(name, capabilities) => [
        "{name} was suspended: {capabilities}",
        "{name} 已暫停：{capabilities}",
        "{name} 已暂停：{capabilities}",
    ];
    lifted_named(name, capabilities) => [
        "The suspension of {name} was lifted: {capabilities}",
        "已解除 {name} 的暫停：{capabilities}",
        "已解除 {name} 的暂停：{capabilities}",
    ];
    suspension_lifted(capabilities) => [
        "The program operator lifted the suspension: {capabilities}",
        "方案營運者解除了暫停：{capabilities}",
        "计划运营方解除了暂停：{capabilities}",
    ];
    nothing_to_suspend(organization) => [
        "{organization} has nothing to suspend: it can't do new business as a partner now.",
        "{organization} 沒有可暫停的資格：目前無法以合作夥伴身分開展新業務。",
        "{organization} 没有可暂停的资格：目前无法以合作伙伴身份开展新业务。",
    ];
    not_suspended(organization) => [
        "{organization} isn't suspended, so there is nothing to lift.",
        "{organization} 並未暫停，無須解除。如有疑問，請檢視歷程記錄。",
        "{organization} 并未暂停，无需解除。如有疑问，请查看历史记录。",
    ];
}
