//! The program's words for an enrollment: its checks, its reasons, its steps.

use tierline_core::enrollment::{CheckKind, MailDomain, ReasonCode, Status, Step};

use crate::{
    i18n::{Lang, messages},
    ui,
};

/// A check.
#[must_use]
pub fn check(lang: Lang, check: CheckKind) -> &'static str {
    match check {
        CheckKind::EmailOwnership => email_ownership(lang),
        CheckKind::EmailDomain => email_domain(lang),
        CheckKind::Employment => employment(lang),
        CheckKind::Business => business(lang),
    }
}

/// Why a check failed.
#[must_use]
pub fn reason(lang: Lang, reason: ReasonCode) -> &'static str {
    match reason {
        ReasonCode::AddressUnreachable => address_unreachable(lang),
        ReasonCode::ContactSilent => contact_silent(lang),
        ReasonCode::ContactDenied => contact_denied(lang),
        ReasonCode::DomainDiffers => domain_differs(lang),
        ReasonCode::DomainUnproven => domain_unproven(lang),
        ReasonCode::EmploymentUnproven => employment_unproven(lang),
        ReasonCode::NameUnknown => name_unknown(lang),
        ReasonCode::AddressDiffers => address_differs(lang),
        ReasonCode::DocumentUnusable => document_unusable(lang),
        ReasonCode::DocumentExpired => document_expired(lang),
    }
}

/// A step of enrolling.
#[must_use]
pub fn step(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Welcome => welcome(lang),
        Step::WorkAccount => work_account(lang),
        Step::MpnId => mpn_id(lang),
        Step::LegalProfile => legal_profile(lang),
        Step::PrimaryContact => primary_contact(lang),
        Step::SupportContact => support_contact(lang),
        Step::Review => review(lang),
    }
}

/// The status of an enrollment.
#[must_use]
pub fn status(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Initialized => initialized(lang),
        Status::PendingQualification => pending_qualification(lang),
        Status::Qualified => ui::words::qualified(lang),
        Status::Denied => denied(lang),
        Status::Active => ui::words::active(lang),
        Status::Suspended => ui::words::suspended(lang),
    }
}

/// Whose a mail domain is.
#[must_use]
pub fn mail_domain(lang: Lang, domain: MailDomain) -> &'static str {
    match domain {
        MailDomain::Own => own_domain(lang),
        MailDomain::WebMail => web_mail(lang),
        MailDomain::Disposable => disposable(lang),
    }
}

messages! {
    email_ownership => ["Email ownership", "電子郵件擁有權", "电子邮件所有权"];
    email_domain => ["Email domain", "電子郵件網域", "电子邮件域"];
    employment => ["Employment", "任職", "任职"];
    business => ["Business", "公司", "企业"];

    address_unreachable => [
        "Email to the primary contact came back",
        "寄給主要連絡人的郵件遭到退回",
        "发给主要联系人的邮件被退回",
    ];
    contact_silent => [
        "The primary contact didn't answer",
        "主要連絡人沒有回覆",
        "主要联系人没有答复",
    ];
    contact_denied => [
        "The primary contact didn't sign up",
        "主要連絡人表示並未註冊",
        "主要联系人表示并未注册",
    ];
    domain_differs => [
        "The domain of the email address isn't the company's",
        "電子郵件地址的網域不是公司的網域",
        "电子邮件地址的域不是公司的域",
    ];
    domain_unproven => [
        "Nothing shows that the domain belongs to the company",
        "無法證明網域屬於公司",
        "无法证明域属于公司",
    ];
    employment_unproven => [
        "Nothing shows that the primary contact works at the company",
        "無法證明主要連絡人任職於公司",
        "无法证明主要联系人在公司任职",
    ];
    name_unknown => [
        "No register has a company with this name",
        "登記資料中沒有此名稱的公司",
        "登记资料中没有此名称的公司",
    ];
    address_differs => [
        "The company is registered at another address",
        "公司登記的地址不同",
        "公司登记的地址不同于此",
    ];
    document_unusable => [
        "The document can't be read, or it shows something else",
        "文件無法辨識，或內容不符",
        "文档无法辨认，或内容不符",
    ];
    document_expired => ["The document is out of date", "文件已過期", "文档已过期"];

    welcome => ["Welcome", "歡迎", "欢迎"];
    work_account => ["Work account", "工作帳戶", "工作帐户"];
    mpn_id => ["MPN ID", "MPN 識別碼", "MPN ID"];
    legal_profile => ["Legal business profile", "法律商務設定檔", "法定企业档案"];
    primary_contact => ["Primary contact", "主要連絡人", "主要联系人"];
    support_contact => ["Customer support", "客戶支援", "客户支持"];
    review => ["Review", "檢閱", "查看"];

    initialized => ["Not submitted", "尚未送出", "尚未提交"];
    pending_qualification => ["In review", "審查中", "审核中"];
    denied => ["Rejected", "遭到拒絕", "被拒绝"];

    own_domain => ["a company's own domain", "公司自己的網域", "公司自己的域"];
    web_mail => ["a web-based email service", "網路郵件服務", "基于 Web 的电子邮件服务"];
    disposable => ["a service for temporary addresses", "臨時地址服務", "临时地址服务"];
}
