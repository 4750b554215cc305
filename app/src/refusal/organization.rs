//! Refusals of an organization.

use tierline_core::organization::{Refusal, RequiredBy};

use super::capability;
use crate::i18n::{Lang, market, messages};

/// The refusal in words.
pub(super) fn explain(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::CapabilityInactive {
            organization,
            capability,
            state,
        } => capability::inactive(lang, organization, *capability, *state),
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

messages! {
    agreement_unsigned(organization) => [
        "New business needs a signed partner agreement, and {organization} has signed none. A global admin of {organization} signs it and sends it to the program operator, who enters it.",
        "承接新業務需要已簽署的合作夥伴合約，而 {organization} 尚未簽署。請由 {organization} 的全域管理員簽署後寄給方案營運者登錄。",
        "承接新业务需要已签署的合作伙伴协议，而 {organization} 尚未签署。请由 {organization} 的全局管理员签署后发给计划运营方登记。",
    ];
    mpn_id_missing(organization) => [
        "New business needs a location MPN ID, and {organization} has associated none. A global admin or admin agent of {organization} tells it to the program operator, who enters it.",
        "承接新業務需要位置 MPN 識別碼，而 {organization} 尚未建立關聯。請由 {organization} 的全域管理員或系統管理代理人告知方案營運者登錄。",
        "承接新业务需要位置 MPN ID，而 {organization} 尚未关联。请由 {organization} 的全局管理员或管理员代理告知计划运营方登记。",
    ];
    region_mismatch(first, first_country, first_region, second, second_country, second_region) => [
        "Partners and customers have to be in one region, which follows from the legal location. {first} ({first_country}) is in the region {first_region}, {second} ({second_country}) in {second_region}. Choose an organization of the same region.",
        "合作夥伴與客戶必須位於同一地區，地區由法定所在地決定。{first}（{first_country}）位於「{first_region}」地區，{second}（{second_country}）位於「{second_region}」地區。請選擇同一地區的組織。",
        "合作伙伴与客户必须位于同一区域，区域由法定所在地决定。{first}（{first_country}）位于“{first_region}”区域，{second}（{second_country}）位于“{second_region}”区域。请选择同一区域的组织。",
    ];
    factor_missing(organization) => [
        "{organization} requires a second factor of you, and you have none. Set one up first; everything else comes after that.",
        "{organization} 要求您使用雙步驟驗證，而您尚未設定。請先完成設定，之後即可繼續。",
        "{organization} 要求你使用双重验证，而你尚未设置。请先完成设置，之后即可继续。",
    ];
    factor_missing_program => [
        "The operator of the portal requires a second factor of you, and you have none. Set one up first; everything else comes after that.",
        "入口網站的營運者要求您使用雙步驟驗證，而您尚未設定。請先完成設定，之後即可繼續。",
        "门户的运营方要求你使用双重验证，而你尚未设置。请先完成设置，之后即可继续。",
    ];
    factor_required(organization) => [
        "{organization} requires a second factor of you, so it cannot be turned off. A global admin of {organization} decides that.",
        "{organization} 要求您使用雙步驟驗證，因此無法關閉。這由 {organization} 的全域管理員決定。",
        "{organization} 要求你使用双重验证，因此无法关闭。这由 {organization} 的全局管理员决定。",
    ];
    factor_required_program => [
        "The operator of the portal requires a second factor of you, so it cannot be turned off.",
        "入口網站的營運者要求您使用雙步驟驗證，因此無法關閉。",
        "门户的运营方要求你使用双重验证，因此无法关闭。",
    ];
    domain_taken(domain) => [
        "The domain {domain} belongs to another organization already. Choose a different one.",
        "網域 {domain} 已屬於其他組織。請選擇其他網域。",
        "域 {domain} 已属于其他组织。请选择其他域。",
    ];
}
