//! What stands in the way, in words.

use tierline_core::organization::{Capability, CapabilityState, Party, Refusal, RequiredBy};

use super::{account_review, profile, standing};
use crate::{
    account::words,
    i18n::{Lang, date, market, messages},
};

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::CapabilityInactive {
            organization,
            capability,
            state,
        } => inactive(lang, organization, *capability, *state),
        Refusal::CapabilityAlone {
            organization,
            capability,
        } => {
            let capability = words::capability_inside(lang, *capability);
            standing::capability_alone(lang, &organization.name, capability)
        }
        Refusal::CapabilityHeld {
            organization,
            capability,
        } => {
            let capability = words::capability(lang, *capability);
            standing::capability_held(lang, &organization.name, capability)
        }
        Refusal::NothingToSuspend { organization } => {
            standing::nothing_to_suspend(lang, &organization.name)
        }
        Refusal::NotSuspended { organization } => standing::not_suspended(lang, &organization.name),
        Refusal::NotACustomer { organization } => {
            account_review::not_a_customer(lang, &organization.name)
        }
        Refusal::ReviewGoesOn {
            organization,
            since,
        } => account_review::goes_on(lang, &organization.name, date(lang, *since)),
        Refusal::NotUnderReview { organization } => {
            account_review::not_under_review(lang, &organization.name)
        }
        Refusal::NotDirectBill { organization } => {
            standing::not_direct_bill(lang, &organization.name)
        }
        Refusal::OffboardingMarked { organization } => {
            standing::marked_already(lang, &organization.name)
        }
        Refusal::OffboardingUnmarked { organization } => {
            standing::unmarked(lang, &organization.name)
        }
        Refusal::OffboardingPast { from } => standing::offboarding_past(lang, date(lang, *from)),
        Refusal::MoveBegun { organization } => standing::move_begun(lang, &organization.name),
        Refusal::ProfileOfEnrollment { organization } => {
            profile::profile_of_enrollment(lang, &organization.name)
        }
        Refusal::ProfileOfCustomer { organization } => {
            profile::profile_of_customer(lang, &organization.name)
        }
        Refusal::CountryInUse {
            organization,
            from,
            country,
            mpn,
            partners,
            more_partners,
            customers,
            more_customers,
        } => profile::in_use(
            lang,
            organization.as_ref(),
            (*from, *country),
            mpn.as_ref(),
            (partners.as_slice(), *more_partners),
            (customers.as_slice(), *more_customers),
        ),
        Refusal::AgreementUnsigned { organization } => agreement_unsigned(lang, &organization.name),
        Refusal::MpnIdMissing { organization } => mpn_id_missing(lang, &organization.name),
        Refusal::MpnLocationInactive { organization, mpn } => {
            standing::mpn_location_inactive(lang, &organization.name, mpn)
        }
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
    // Resellers enroll themselves; the operator adds the others.
    if (capability, state) == (Capability::IndirectReseller, None) {
        return never_reseller(lang, &organization.name);
    }
    let (name, capability) = (&organization.name, words::a_capability(lang, capability));
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

messages! {
    // Refusals.
    agreement_unsigned(organization) => [
        "New business requires a signed partner agreement, and {organization} hasn't signed one. A global admin of {organization} can read and sign it on Overview.",
        "承接新業務需要已簽署的合作夥伴合約，而 {organization} 尚未簽署。{organization} 的全域管理員可以在「概觀」閱讀並簽署。",
        "承接新业务需要已签署的合作伙伴协议，而 {organization} 尚未签署。{organization} 的全局管理员可以在“概述”中阅读并签署。",
    ];

    mpn_id_missing(organization) => [
        "New business requires a location MPN ID, and {organization} hasn't associated one. A global admin or admin agent of {organization} can associate one in Settings, under Identifiers.",
        "承接新業務需要位置 MPN ID，而 {organization} 尚未建立關聯。{organization} 的全域管理員或系統管理代理人可以在「設定」的「識別碼」中建立關聯。",
        "承接新业务需要位置 MPN ID，而 {organization} 尚未关联。{organization} 的全局管理员或管理员代理可以在“设置”的“标识符”中进行关联。",
    ];

    region_mismatch(first, first_country, first_region, second, second_country, second_region) => [
        "Partners and customers have to be in the same region, which depends on their legal location. {first} ({first_country}) is in the {first_region} region, but {second} ({second_country}) is in the {second_region} region. Choose an organization in the same region.",
        "合作夥伴與客戶必須位於同一地區，地區由法定所在地決定。{first}（{first_country}）位於「{first_region}」地區，{second}（{second_country}）位於「{second_region}」地區。請選擇同一地區的組織。",
        "合作伙伴与客户必须位于同一区域，区域由法定所在地决定。{first}（{first_country}）位于“{first_region}”区域，{second}（{second_country}）位于“{second_region}”区域。请选择同一区域的组织。",
    ];

    domain_taken(domain) => [
        "The domain {domain} already belongs to another organization. Choose a different one.",
        "網域 {domain} 已屬於其他組織。請選擇其他網域。",
        "域 {domain} 已属于其他组织。请选择其他域。",
    ];

    never(name, capability) => [
        "Only an organization enrolled in the program as {capability} can do this, and {name} isn't enrolled as one. The program operator adds this capability.",
        "這需要以「{capability}」身分參與計畫的組織。{name} 尚未以此身分註冊。此資格由計畫營運者新增。",
        "这需要以“{capability}”身份参与计划的组织。{name} 尚未以此身份注册。此资格由计划运营方添加。",
    ];

    never_reseller(name) => [
        "Only an indirect reseller can do this, and {name} isn't enrolled as one. A partner's global admin can enroll it on the Enrollment page.",
        "只有間接經銷商可以這樣做，而 {name} 尚未以此身分註冊。合作夥伴的全域管理員可以在「註冊」頁面註冊。",
        "只有间接经销商可以这样做，而 {name} 尚未以此身份注册。合作伙伴的全局管理员可以在“注册”页面注册。",
    ];

    enrolling(name, capability) => [
        "The enrollment of {name} as {capability} hasn't been approved yet. The Enrollment page shows whose turn it is and the promised date.",
        "{name} 作為「{capability}」的註冊尚未核准。註冊頁面會顯示輪到誰處理，以及期限。",
        "{name} 作为“{capability}”的注册尚未批准。注册页面会显示轮到谁处理，以及期限。",
    ];

    qualified(name, capability) => [
        "{name} is approved as {capability}, and becomes active once a global admin signs the agreement.",
        "{name} 已核准為「{capability}」，全域管理員簽署合約後即可生效。",
        "{name} 已获批为“{capability}”，全局管理员签署协议后即可生效。",
    ];

    offboarding(name, capability) => [
        "{name} is leaving the program as {capability}. Existing business continues, but new business isn't possible. Contact the program operator for more information.",
        "{name} 正在移出「{capability}」計畫：現有業務繼續，但無法承接新業務。計畫營運者可提供更多資訊。",
        "{name} 正在移出“{capability}”计划：现有业务继续，但无法承接新业务。计划运营方可提供更多信息。",
    ];

    suspended(name, capability) => [
        "{name} is suspended as {capability}. Existing business continues, but new business isn't possible until the suspension ends. The Overview of {name} says why, and the program operator can tell you more.",
        "{name} 的「{capability}」資格已暫停：現有業務繼續，在暫停結束之前無法承接新業務。原因請見 {name} 的概觀，計畫營運者可提供更多資訊。",
        "{name} 的“{capability}”资格已暂停：现有业务继续，在暂停结束之前无法承接新业务。原因请见 {name} 的概述，计划运营方可提供更多信息。",
    ];

    ended(name, capability) => [
        "{name} is no longer in the program as {capability}. Only the program operator can enroll it again.",
        "{name} 已退出「{capability}」計畫。只有計畫營運者可以重新為其註冊。",
        "{name} 已退出“{capability}”计划。只有计划运营方可以重新为其注册。",
    ];

    other(name, capability) => [
        "{name} can't be used as {capability} right now. Contact the program operator.",
        "{name} 目前無法以「{capability}」身分使用。請洽詢計畫營運者。",
        "{name} 目前无法以“{capability}”身份使用。请咨询计划运营方。",
    ];

    factor_missing(organization) => [
        "{organization} requires you to have a second factor. Set one up to continue.",
        "{organization} 要求您使用雙步驟驗證，而您尚未設定。請先完成設定，之後即可繼續。",
        "{organization} 要求你使用双重验证，而你尚未设置。请先完成设置，之后即可继续。",
    ];

    factor_missing_program => [
        "The program operator requires you to have a second factor. Set one up to continue.",
        "計畫營運者要求您使用雙步驟驗證，而您尚未設定。請先完成設定，之後即可繼續。",
        "计划运营方要求你使用双重验证，而你尚未设置。请先完成设置，之后即可继续。",
    ];

    factor_required(organization) => [
        "{organization} requires you to have a second factor, so you can't turn it off. A global admin of {organization} can change this requirement.",
        "{organization} 要求您使用雙步驟驗證，因此無法關閉。這由 {organization} 的全域管理員決定。",
        "{organization} 要求你使用双重验证，因此无法关闭。这由 {organization} 的全局管理员决定。",
    ];

    factor_required_program => [
        "The program operator requires you to have a second factor, so you can't turn it off.",
        "計畫營運者要求您使用雙步驟驗證，因此無法關閉。",
        "计划运营方要求你使用双重验证，因此无法关闭。",
    ];
}
