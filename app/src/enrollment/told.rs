//! Enrollments in words: events, refusals, actions and notices.

mod notice;

pub use notice::Notice;

use tierline_core::{
    enrollment::{Event, Path, Refusal, Unfit},
    permission::enrollment::Action,
};

use super::words;
use crate::{
    i18n::{Lang, date_time, messages},
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        let fixed = match self {
            Event::Begun {
                organization, path, ..
            } => {
                let name = names.of(*organization);
                return match path {
                    Path::New => begun(lang, name),
                    Path::Additional { .. } => begun_too(lang, name),
                };
            }
            Event::CheckPassed { check, .. } => {
                return check_passed(lang, words::check(lang, *check));
            }
            Event::CheckFailed { check, reason, .. } => {
                let (check, reason) = (words::check(lang, *check), words::reason(lang, *reason));
                return check_failed(lang, check, reason);
            }
            Event::DocumentAdded { document, .. } => {
                return document_added(lang, words::check(lang, document.check));
            }
            Event::Appealed { check, .. } => return appealed(lang, words::check(lang, *check)),
            Event::MpnPostponed { .. } => mpn_postponed,
            Event::ProfileEntered { affects, .. } if affects.is_empty() => profile_entered,
            Event::ProfileEntered { .. } => profile_changed,
            Event::CountryChanged { .. } => country_changed,
            Event::ContactEntered { affects, .. } if affects.is_empty() => contact_entered,
            Event::ContactEntered { .. } => contact_changed,
            Event::SupportEntered { .. } => support_entered,
            Event::Submitted { .. } => submitted,
            Event::ConfirmationSent { .. } => confirmation_sent,
            Event::ContactConfirmed { .. } => contact_confirmed,
            Event::ContactDenied { .. } => contact_denied,
            Event::Authorized { .. } => authorized,
            Event::Vouched { .. } => vouched,
            Event::Activated { .. } => activated,
            Event::Suspended { .. } => suspended,
        };
        fixed(lang).to_owned()
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Begun { .. }
            | Event::MpnPostponed { .. }
            | Event::ProfileEntered { .. }
            | Event::CountryChanged { .. }
            | Event::ContactEntered { .. }
            | Event::SupportEntered { .. } => (Tone::Neutral, Glyph::Draft),
            Event::Submitted { .. } => (Tone::Accent, Glyph::Building),
            Event::ConfirmationSent { .. } => (Tone::Info, Glyph::Mail),
            Event::ContactConfirmed { .. } => (Tone::Success, Glyph::MailOpen),
            Event::ContactDenied { .. } | Event::CheckFailed { .. } => {
                (Tone::Warning, Glyph::Cross)
            }
            Event::DocumentAdded { .. } => (Tone::Info, Glyph::Plus),
            Event::Appealed { .. } => (Tone::Info, Glyph::Undo),
            Event::CheckPassed { .. }
            | Event::Authorized { .. }
            | Event::Vouched { .. }
            | Event::Activated { .. } => (Tone::Success, Glyph::Check),
            Event::Suspended { .. } => (Tone::Warning, Glyph::Ban),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::CheckFailed { note: text, .. }
            | Event::Appealed {
                statement: text, ..
            } => text.as_ref().map(|text| text.as_str()),
            _ => None,
        }
    }

    fn by_link_holder(&self) -> bool {
        matches!(
            self,
            Event::ContactConfirmed { .. } | Event::ContactDenied { .. }
        )
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::EnrollmentExists { organization } => enrollment_exists(lang, &organization.name),
        Refusal::NotOffboarding { organization } => not_offboarding(lang, &organization.name),
        Refusal::AlreadySubmitted { status } => {
            already_submitted(lang, words::status(lang, *status))
        }
        Refusal::CountrySettled => country_settled(lang).to_owned(),
        Refusal::CountryOfMpn { mpn } => country_of_mpn(lang, mpn),
        Refusal::NotSubmitted => not_submitted(lang).to_owned(),
        Refusal::StepsOpen { steps } => {
            let steps: Vec<&str> = steps.iter().map(|it| words::step(lang, *it)).collect();
            steps_open(lang, steps.join(comma(lang)))
        }
        Refusal::StepNotNeeded { step } => step_not_needed(lang, words::step(lang, *step)),
        Refusal::MailDomainRefused { email, domain } => {
            mail_domain_refused(lang, email, words::mail_domain(lang, *domain))
        }
        Refusal::ContactUnconfirmed { organization } => {
            contact_unconfirmed(lang, &organization.name)
        }
        Refusal::StatementsUnconfirmed => statements_unconfirmed(lang).to_owned(),
        Refusal::ConfirmationReplaced => confirmation_replaced(lang).to_owned(),
        Refusal::ConfirmationExpired { at } => confirmation_expired(lang, date_time(lang, *at)),
        Refusal::ContactAnswered { at } => contact_answered(lang, date_time(lang, *at)),
        Refusal::ResendTooEarly { again } => resend_too_early(lang, date_time(lang, *again)),
        Refusal::CheckDecided { check } => check_decided(lang, words::check(lang, *check)),
        Refusal::ReasonElsewhere { check, reason } => reason_elsewhere(
            lang,
            words::reason(lang, *reason),
            words::check(lang, *check),
        ),
        Refusal::OwnReview => own_review(lang).to_owned(),
        Refusal::CheckNotFailed { check } => check_not_failed(lang, words::check(lang, *check)),
        Refusal::AppealEmpty { check } => appeal_empty(lang, words::check(lang, *check)),
        Refusal::DocumentElsewhere { check } => {
            document_elsewhere(lang, words::check(lang, *check))
        }
        Refusal::DocumentTooLarge { most } => document_too_large(lang, most / (1024 * 1024)),
        Refusal::TooManyDocuments { most } => too_many_documents(lang, most),
        Refusal::DocumentUnfit { what } => unfit(lang, *what).to_owned(),
    }
}

/// What is wrong with a file.
fn unfit(lang: Lang, what: Unfit) -> &'static str {
    match what {
        Unfit::Empty => document_empty(lang),
        Unfit::UnknownFormat => document_unknown(lang),
        Unfit::Damaged => document_damaged(lang),
        Unfit::TooManyPixels => document_pixels(lang),
        Unfit::ActiveContent => document_active(lang),
        Unfit::Locked => document_locked(lang),
        Unfit::UnfoldsTooLarge => document_unfolds(lang),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::Enroll => enroll(lang),
        Action::ReviewEnrollments => review_enrollments(lang),
        Action::AssignCases => assign_cases(lang),
    }
}

messages! {
    // Events.
    begun(name) => [
        "{name} began to enroll as an indirect reseller",
        "{name} 開始註冊為間接經銷商",
        "{name} 开始注册为间接经销商",
    ];
    begun_too(name) => [
        "{name} began to enroll as an indirect reseller as well",
        "{name} 開始同時註冊為間接經銷商",
        "{name} 开始同时注册为间接经销商",
    ];
    mpn_postponed => ["Postponed the MPN ID", "稍後再關聯 MPN ID", "稍后再关联 MPN ID"];
    profile_entered => [
        "Entered the legal business profile",
        "輸入了法律商務設定檔",
        "输入了法定企业档案",
    ];
    country_changed => [
        "The program operator changed the country/region: the checks that depend on it started again",
        "計畫營運者變更了國家/地區，相關檢查已重新開始",
        "计划运营方更改了国家/地区，相关检查已重新开始",
    ];
    profile_changed => [
        "Changed the legal business profile; the checks that depend on it start over",
        "變更了法律商務設定檔；相關的檢查重新開始",
        "更改了法定企业档案；相关的检查重新开始",
    ];
    contact_entered => ["Entered the primary contact", "輸入了主要連絡人", "输入了主要联系人"];
    contact_changed => [
        "Changed the primary contact; the checks that depend on it start over",
        "變更了主要連絡人；相關的檢查重新開始",
        "更改了主要联系人；相关的检查重新开始",
    ];
    support_entered => [
        "Entered the customer-support contact",
        "輸入了客戶支援連絡人",
        "输入了客户支持联系人",
    ];
    submitted => ["Submitted the enrollment", "送出了註冊", "提交了注册"];
    confirmation_sent => [
        "Asked the primary contact by email to confirm",
        "已用郵件請主要連絡人確認",
        "已用邮件请主要联系人确认",
    ];
    contact_confirmed => [
        "The primary contact confirmed having signed up, and that the address is the company's",
        "主要連絡人確認已註冊，且該地址屬於公司",
        "主要联系人确认已注册，且该地址属于公司",
    ];
    contact_denied => [
        "The primary contact answered that they didn't sign up",
        "主要連絡人回覆並未註冊",
        "主要联系人答复并未注册",
    ];
    check_passed(check) => ["Passed the check: {check}", "通過檢查：{check}", "通过检查：{check}"];
    check_failed(check, reason) => [
        "Failed the check: {check}. {reason}",
        "未通過檢查：{check}。{reason}",
        "未通过检查：{check}。{reason}",
    ];
    document_added(check) => [
        "Added a document for the check: {check}",
        "為檢查新增了文件：{check}",
        "为检查添加了文档：{check}",
    ];
    appealed(check) => [
        "Appealed against the failed check: {check}",
        "對未通過的檢查提出申訴：{check}",
        "对未通过的检查提出申诉：{check}",
    ];
    authorized => [
        "Every check has passed",
        "所有檢查都已通過",
        "所有检查都已通过",
    ];
    vouched => [
        "No review was needed: the partner is already in the program",
        "不需要審查：此合作夥伴已在計畫中",
        "无需审核：此合作伙伴已在计划中",
    ];
    activated => [
        "The enrollment is active: the agreement is signed",
        "註冊已生效：合約已簽署",
        "注册已生效：协议已签署",
    ];
    suspended => [
        "Suspended: a failed check wasn't resolved in time",
        "已暫停：未通過的檢查未在期限內解決",
        "已暂停：未通过的检查未在期限内解决",
    ];

    // Refusals.
    comma => [", ", "、", "、"];
    enrollment_exists(organization) => [
        "{organization} has already begun to enroll as an indirect reseller. Its page shows the progress.",
        "{organization} 已開始註冊為間接經銷商。註冊頁面會顯示目前進度。",
        "{organization} 已开始注册为间接经销商。注册页面会显示目前进度。",
    ];
    not_offboarding(organization) => [
        "{organization} is a direct-bill partner, and the program operator hasn't marked it for moving to the indirect model. Ask the operator.",
        "{organization} 是直接帳單合作夥伴，計畫營運者尚未將其標記為移至間接模式。請洽詢營運者。",
        "{organization} 是直接计费合作伙伴，计划运营方尚未将其标记为转为间接模式。请咨询运营方。",
    ];
    already_submitted(status) => [
        "This enrollment has already been submitted. Its status: {status}.",
        "此註冊已送出。目前狀態：{status}。",
        "此注册已提交。当前状态：{status}。",
    ];
    country_settled => [
        "The country can be corrected only before you select Enroll now. Ask the program operator.",
        "只能在選取「現在註冊」之前更正國家/地區。請洽計畫營運者。",
        "只能在选择“立即注册”之前更正国家/地区。请咨询计划运营方。",
    ];
    country_of_mpn(mpn) => [
        "The MPN ID {mpn} is associated, and belongs to a location in your country. Ask the program operator.",
        "已關聯 MPN ID {mpn}，其位置屬於您的國家/地區。請洽計畫營運者。",
        "已关联 MPN ID {mpn}，其位置属于你的国家/地区。请咨询计划运营方。",
    ];
    not_submitted => [
        "This enrollment hasn't been submitted yet. Complete it, and select Enroll now.",
        "此註冊尚未送出。請完成後選取「現在註冊」。",
        "此注册尚未提交。请完成后选择“立即注册”。",
    ];
    steps_open(steps) => [
        "Complete these steps before you enroll: {steps}.",
        "註冊前請先完成這些步驟：{steps}。",
        "注册前请先完成这些步骤：{steps}。",
    ];
    step_not_needed(step) => [
        "Your organization is already in the program, so it doesn't need this step: {step}.",
        "您的組織已在計畫中，不需要此步驟：{step}。",
        "你的组织已在计划中，无需此步骤：{step}。",
    ];
    mail_domain_refused(email, service) => [
        "The primary contact needs an address in your company's own domain. {email} belongs to {service}. Enter another address.",
        "主要連絡人需要公司自有網域的地址。{email} 屬於{service}。請輸入其他地址。",
        "主要联系人需要公司自有域的地址。{email} 属于{service}。请输入其他地址。",
    ];
    contact_unconfirmed(organization) => [
        "The primary contact of {organization} hasn't confirmed by email yet. The review continues once they have.",
        "{organization} 的主要連絡人尚未透過郵件確認。確認後審查才會繼續。",
        "{organization} 的主要联系人尚未通过邮件确认。确认后审核才会继续。",
    ];
    statements_unconfirmed => [
        "Confirm both statements: that you signed up, and that this address belongs to your company.",
        "請確認兩項陳述：您已註冊，且此地址屬於您的公司。",
        "请确认两项陈述：你已注册，且此地址属于你的公司。",
    ];
    confirmation_replaced => [
        "This link was replaced by a newer one. Use the newest email.",
        "此連結已被較新的連結取代。請使用最新的郵件。",
        "此链接已被较新的链接取代。请使用最新的邮件。",
    ];
    confirmation_expired(at) => [
        "This link expired on {at}. Ask the person who enrolled your company to resend the email.",
        "此連結已於 {at} 到期。請要求為貴公司註冊的人員重新傳送郵件。",
        "此链接已于 {at} 到期。请要求为贵公司注册的人员重新发送邮件。",
    ];
    contact_answered(at) => [
        "The primary contact answered on {at}. Nothing more needs to be confirmed.",
        "主要連絡人已於 {at} 回覆。不需要再確認。",
        "主要联系人已于 {at} 答复。无需再确认。",
    ];
    resend_too_early(again) => [
        "You can resend the email from {again} on.",
        "{again} 起才能重新傳送郵件。",
        "{again} 起才能重新发送邮件。",
    ];
    check_decided(check) => [
        "This check has been decided: {check}. It starts again when the applicant appeals or changes what it depends on.",
        "此檢查已有結果：{check}。申請者提出申訴或變更相關資料時會重新開始。",
        "此检查已有结果：{check}。申请者提出申诉或更改相关资料时会重新开始。",
    ];
    reason_elsewhere(reason, check) => [
        "“{reason}” isn't a reason for failing this check: {check}. Choose another reason.",
        "「{reason}」不是此檢查未通過的原因：{check}。請選擇其他原因。",
        "“{reason}”不是此检查未通过的原因：{check}。请选择其他原因。",
    ];
    own_review => [
        "You can't decide on your own organization's enrollment. Another reviewer has to decide.",
        "不能審查自己組織的註冊。請由營運者的其他審查人員決定。",
        "不能审核自己组织的注册。请由运营方的其他审核人员决定。",
    ];
    check_not_failed(check) => [
        "This check hasn't failed, so there's nothing to appeal against: {check}.",
        "此檢查並未失敗，無須申訴：{check}。",
        "此检查并未失败，无需申诉：{check}。",
    ];
    appeal_empty(check) => [
        "Explain why you disagree, or upload a document first. Check: {check}.",
        "請寫下您不同意的理由，或先上傳文件。檢查：{check}。",
        "请写下你不同意的理由，或先上传文档。检查：{check}。",
    ];
    document_elsewhere(check) => [
        "A document of this kind doesn't support this check: {check}. Choose another kind.",
        "此類文件無法支援此檢查：{check}。請選擇其他類型。",
        "此类文档无法支持此检查：{check}。请选择其他类型。",
    ];
    document_too_large(most) => [
        "A document can be up to {most} MB. Upload a smaller file.",
        "文件最大為 {most} MB。請上傳較小的檔案。",
        "文档最大为 {most} MB。请上传较小的文件。",
    ];
    too_many_documents(most) => [
        "An enrollment can have up to {most} documents, and this one has reached the limit.",
        "一項註冊最多可有 {most} 份文件，目前已達上限。",
        "一项注册最多可有 {most} 份文档，目前已达上限。",
    ];
    document_empty => [
        "This file is empty. Choose another one to upload.",
        "此檔案是空的。請選擇其他檔案上傳。",
        "此文件是空的。请选择其他文件上传。",
    ];
    document_unknown => [
        "This file isn't a PDF, PNG, or JPEG, whatever its name says. Upload one of these.",
        "無論名稱為何，此檔案不是 PDF、PNG 或 JPEG。請上傳其中一種。",
        "无论名称如何，此文件不是 PDF、PNG 或 JPEG。请上传其中一种。",
    ];
    document_damaged => [
        "This file is damaged. Save or scan it again, and upload the new one.",
        "此檔案已損毀。請重新儲存或掃描後上傳。",
        "此文件已损坏。请重新保存或扫描后上传。",
    ];
    document_pixels => [
        "This picture has too many pixels. Upload a smaller one.",
        "此圖片的像素過多。請上傳較小的圖片。",
        "此图片的像素过多。请上传较小的图片。",
    ];
    document_active => [
        "This PDF contains a script, an action, or another file. Print it to a new PDF, and upload that.",
        "此 PDF 含有指令碼、動作或其他檔案。請列印成新的 PDF 後上傳。",
        "此 PDF 含有脚本、动作或其他文件。请打印成新的 PDF 后上传。",
    ];
    document_locked => [
        "This PDF is protected or packed so that it can't be checked. Print it to a new PDF, and upload that.",
        "此 PDF 受到保護，或以無法檢查的方式壓縮。請列印成新的 PDF 後上傳。",
        "此 PDF 受到保护，或以无法检查的方式压缩。请打印成新的 PDF 后上传。",
    ];
    document_unfolds => [
        "This PDF unfolds to more than 256 MB. Save it with smaller pictures, and upload the new one.",
        "此 PDF 解壓縮後超過 256 MB。請縮小其中的圖片後另存並上傳。",
        "此 PDF 解压后超过 256 MB。请缩小其中的图片后另存并上传。",
    ];

    // Actions.
    enroll => ["enroll the organization", "為組織註冊", "为组织注册"];
    review_enrollments => ["review enrollments", "審查註冊", "审核注册"];
    assign_cases => ["assign cases", "指派案件", "分配案例"];
}
