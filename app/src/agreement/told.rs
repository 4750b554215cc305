//! Agreements in words: events, refusals and actions.

use tierline_core::{
    agreement::{AgreementKind, Event, Refusal},
    permission::agreement::Action,
};

use crate::{
    i18n::{Lang, date, date_time, messages, worded_codes},
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Published {
                kind: of, version, ..
            } => published(lang, kind(lang, *of), version),
            Event::DeadlineMoved {
                must_be_signed_by, ..
            } => match must_be_signed_by {
                Some(by) => deadline_moved(lang, date_time(lang, *by)),
                None => deadline_lifted(lang).to_owned(),
            },
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Published { .. } => (Tone::Accent, Glyph::Draft),
            Event::DeadlineMoved { .. } => (Tone::Info, Glyph::Clock),
        }
    }
}

/// The name of an agreement.
#[must_use]
pub fn kind(lang: Lang, kind: AgreementKind) -> &'static str {
    match kind {
        AgreementKind::PartnerAgreement => partner_agreement(lang),
        AgreementKind::IndirectResellerAgreement => indirect_reseller_agreement(lang),
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::VersionNotInForce {
            version,
            in_force: Some(newest),
        } => replaced(lang, version, newest),
        Refusal::VersionNotInForce {
            version,
            in_force: None,
        } => not_in_force(lang, version),
        Refusal::TextDiffers { version } => text_differs(lang, version),
        Refusal::AlreadySigned { version, at } => {
            already_signed(lang, version, date_time(lang, *at))
        }
        Refusal::NotOffered {
            kind: of,
            organization,
        } => not_offered(lang, &organization.name, kind(lang, *of)),
        Refusal::VersionTaken { version } => version_taken(lang, version),
        Refusal::TextsIncomplete => texts_incomplete(lang).to_owned(),
        Refusal::DatesUnordered => dates_unordered(lang).to_owned(),
        Refusal::DeadlinePast { by } => deadline_past(lang, date(lang, *by)),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::SignAgreement => sign_agreement(lang),
        Action::ManageAgreements => manage_agreements(lang),
        Action::LookUpReseller => look_up_reseller(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        AgreementSigned = "agreement_signed" => done_signed,
        AgreementPublished = "agreement_published" => done_published,
        DeadlineMoved = "deadline_moved" => done_deadline_moved,
    }
}

messages! {
    done_signed => [
        "You signed the agreement. The receipt is on Program Info.",
        "您已簽署合約。收據在計畫資訊中。",
        "你已签署协议。回执在计划信息中。",
    ];
    done_published => [
        "Version published. The partners concerned get an email over the next minutes.",
        "版本已發佈。相關的合作夥伴會在接下來的幾分鐘內收到郵件通知。",
        "版本已发布。相关的合作伙伴会在接下来的几分钟内收到邮件通知。",
    ];
    done_deadline_moved => ["Deadline changed.", "期限已變更。", "期限已更改。"];
    partner_agreement => ["Partner Agreement", "合作夥伴合約", "合作伙伴协议"];
    indirect_reseller_agreement => [
        "Indirect Reseller Agreement",
        "間接經銷商合約",
        "间接经销商协议",
    ];

    // Events.
    published(kind, version) => [
        "Published version {version} of the {kind}",
        "發佈了{kind}的版本 {version}",
        "发布了{kind}的版本 {version}",
    ];
    deadline_moved(by) => [
        "Changed the deadline for signing to {by}",
        "將必須簽署的期限改為 {by}",
        "将必须签署的期限改为 {by}",
    ];
    deadline_lifted => [
        "Removed the deadline for signing",
        "取消了必須簽署的期限",
        "取消了必须签署的期限",
    ];

    // Refusals.
    replaced(version, newest) => [
        "Version {version} isn't in force, but version {newest} is. Read and sign that version.",
        "版本 {version} 並未生效，生效的是 {newest}。請閱讀並簽署該版本。",
        "版本 {version} 并未生效，生效的是 {newest}。请阅读并签署该版本。",
    ];
    not_in_force(version) => [
        "Version {version} isn't in force, and no other version is. Contact the program operator.",
        "版本 {version} 並未生效，也沒有其他生效的版本。請洽詢計畫營運者。",
        "版本 {version} 并未生效，也没有其他生效的版本。请咨询计划运营方。",
    ];
    text_differs(version) => [
        "The text that you read isn't the text of version {version}. Open it again, and read it before you sign.",
        "您閱讀的文字不是版本 {version} 的文字。請重新開啟並閱讀後再簽署。",
        "你阅读的文本不是版本 {version} 的文本。请重新打开并阅读后再签署。",
    ];
    already_signed(version, at) => [
        "Version {version} was signed on {at}. You don't need to do anything.",
        "版本 {version} 已於 {at} 簽署。不需要再做任何事。",
        "版本 {version} 已于 {at} 签署。无需再做任何事。",
    ];
    not_offered(organization, kind) => [
        "The {kind} isn't for {organization} to sign. You don't need to do anything.",
        "{organization} 不需要簽署{kind}。不需要再做任何事。",
        "{organization} 无需签署{kind}。无需再做任何事。",
    ];
    version_taken(version) => [
        "Version {version} already exists. Give the new text another version.",
        "版本 {version} 已存在。請為新的文字指定其他版本。",
        "版本 {version} 已存在。请为新的文本指定其他版本。",
    ];
    texts_incomplete => [
        "An agreement needs one text in English, and at most one in each of the other languages.",
        "合約需要一份英文文字，其他語言各最多一份。",
        "协议需要一份英文文本，其他语言各最多一份。",
    ];
    dates_unordered => [
        "An agreement can't have to be signed before it comes into force. Choose a later day.",
        "合約不能在生效之前就必須簽署。請選擇較晚的日期。",
        "协议不能在生效之前就必须签署。请选择较晚的日期。",
    ];
    deadline_past(by) => [
        "An agreement can't have to be signed by {by}, which is past: no one could sign in time. Choose a later day.",
        "合約的簽署期限不能是已過去的 {by}：沒有人來得及簽署。請選擇較晚的日期。",
        "协议的签署期限不能是已过去的 {by}：没有人来得及签署。请选择较晚的日期。",
    ];

    // Actions.
    sign_agreement => ["sign agreements", "簽署合約", "签署协议"];
    look_up_reseller => ["look up a reseller", "查詢經銷商", "查询经销商"];
    manage_agreements => ["publish agreements", "發佈合約", "发布协议"];
}
