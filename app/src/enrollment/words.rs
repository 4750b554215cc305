//! The program's words for an enrollment: its checks, its reasons, its steps.

pub mod document;
pub mod link;
pub mod steps;
pub mod tracker;
pub mod visit;

use tierline_core::{
    enrollment::{
        CheckKind, DocumentKind, MailDomain, ReasonCode, Remedy, Spent, Status, Step, Turn,
    },
    market::Language,
};

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

/// How much of the promised time is used, or how late the operator is: a label and a text.
#[must_use]
pub fn used(lang: Lang, spent: &Spent) -> (&'static str, String) {
    if !spent.is_late {
        let used = tracker::used_days(lang, spent.used, spent.promise.to);
        return (tracker::used(lang), used);
    }
    let late = match spent.days_late() {
        0 => late_today(lang).to_owned(),
        1 => one_day_late(lang).to_owned(),
        days => days_late(lang, days),
    };
    (tracker::delay(lang), late)
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

/// The language of mails to a person.
#[must_use]
pub const fn language(language: Language) -> Lang {
    match language {
        Language::English => Lang::En,
        Language::TraditionalChinese => Lang::ZhHant,
        Language::SimplifiedChinese => Lang::ZhHans,
    }
}

/// What a document shows.
#[must_use]
pub fn document(lang: Lang, kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::BusinessRegistration => business_registration(lang),
        DocumentKind::TaxRecord => tax_record(lang),
        DocumentKind::AddressProof => address_proof(lang),
        DocumentKind::DomainRegistration => domain_registration(lang),
        DocumentKind::EmploymentProof => employment_proof(lang),
    }
}

/// Several kinds of documents, one of which is wanted; empty if none is.
#[must_use]
pub fn documents(lang: Lang, kinds: &[DocumentKind]) -> String {
    let kinds: Vec<&str> = kinds.iter().map(|kind| document(lang, *kind)).collect();
    kinds.join(either(lang))
}

/// What the applicant can do about a failed check.
#[must_use]
pub fn remedy(lang: Lang, remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::SendAgain => send_again(lang),
        Remedy::ChangeContact => change_contact(lang),
        Remedy::ChangeProfile => change_profile(lang),
        Remedy::UploadDocument => upload_document(lang),
    }
}

/// Whose turn it is.
#[must_use]
pub fn turn(lang: Lang, turn: Turn) -> &'static str {
    match turn {
        Turn::Applicant => applicants_turn(lang),
        Turn::Contact => contacts_turn(lang),
        Turn::Operator => operators_turn(lang),
        Turn::Nobody => nobodys_turn(lang),
    }
}

messages! {
    business_registration => [
        "Business register entry",
        "商業登記證明",
        "营业登记证明",
    ];
    tax_record => [
        "Letter or statement from the tax authority",
        "稅務機關的函件或證明",
        "税务机关的信函或证明",
    ];
    address_proof => [
        "Bill or statement with the company's address",
        "載有公司地址的帳單或對帳單",
        "载有公司地址的账单或对账单",
    ];
    domain_registration => [
        "Domain registration or invoice",
        "網域的註冊證明或發票",
        "域的注册证明或发票",
    ];
    employment_proof => [
        "Letter from the company about the employee",
        "公司出具的員工證明",
        "公司出具的员工证明",
    ];
    either => [", or: ", "，或：", "，或："];

    send_again => [
        "Resend the email to the primary contact",
        "重新傳送郵件給主要連絡人",
        "重新向主要联系人发送邮件",
    ];
    change_contact => [
        "Enter another primary contact or another address",
        "輸入其他主要連絡人或地址",
        "输入其他主要联系人或地址",
    ];
    change_profile => [
        "Enter the legal business profile exactly as it's registered",
        "依照登記內容輸入法律商務設定檔",
        "按照登记内容输入法定企业档案",
    ];
    upload_document => [
        "Upload a document and appeal",
        "上傳文件並提出申訴",
        "上传文档并提出申诉",
    ];

    late_today => [
        "Less than 1 business day late",
        "逾期不到 1 個工作天",
        "逾期不到 1 个工作日",
    ];
    one_day_late => ["1 business day late", "逾期 1 個工作天", "逾期 1 个工作日"];
    days_late(days) => ["{days} business days late", "逾期 {days} 個工作天", "逾期 {days} 个工作日"];

    applicants_turn => ["Your turn", "輪到您", "轮到你"];
    contacts_turn => ["The primary contact's turn", "輪到主要連絡人", "轮到主要联系人"];
    operators_turn => ["The program operator's turn", "輪到計畫營運者", "轮到计划运营方"];
    nobodys_turn => ["Nothing to do", "無須處理", "无需处理"];

    email_ownership => ["Email ownership", "電子郵件擁有權", "电子邮件所有权"];
    email_domain => ["Email domain", "電子郵件網域", "电子邮件域"];
    employment => ["Employment", "任職", "任职"];
    business => ["Business", "公司", "企业"];

    address_unreachable => [
        "The email to the primary contact bounced",
        "寄給主要連絡人的郵件遭到退回",
        "发给主要联系人的邮件被退回",
    ];
    contact_silent => [
        "The primary contact hasn't answered",
        "主要連絡人沒有回覆",
        "主要联系人没有答复",
    ];
    contact_denied => [
        "The primary contact didn't sign up",
        "主要連絡人表示並未註冊",
        "主要联系人表示并未注册",
    ];
    domain_differs => [
        "The email address isn't in the company's domain",
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
    mpn_id => ["MPN ID", "MPN ID", "MPN ID"];
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
