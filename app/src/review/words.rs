//! The words of this area.

use tierline_core::enrollment::{CheckKind, VettingStep};

use crate::{
    enrollment::words as enrollment,
    i18n::{Lang, messages},
};

/// The stage of a review.
#[must_use]
pub fn step(lang: Lang, step: VettingStep) -> &'static str {
    match step {
        VettingStep::None => no_step(lang),
        VettingStep::Entry => entry(lang),
        VettingStep::EmailOwnership => enrollment::check(lang, CheckKind::EmailOwnership),
        VettingStep::EmailDomain => enrollment::check(lang, CheckKind::EmailDomain),
        VettingStep::EmploymentVerification => enrollment::check(lang, CheckKind::Employment),
        VettingStep::BusinessVerification => enrollment::check(lang, CheckKind::Business),
    }
}

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "text" => Some(note(lang)),
        "reason" => Some(why(lang)),
        "note" => Some(more(lang)),
        "reviewer" => Some(reviewer(lang)),
        "profile" => Some(enrollment::step(
            lang,
            tierline_core::enrollment::Step::LegalProfile,
        )),
        "contact" => Some(enrollment::step(
            lang,
            tierline_core::enrollment::Step::PrimaryContact,
        )),
        "documents" => Some(documents(lang)),
        "alike" => Some(alike(lang)),
        check => {
            let check = check.parse::<CheckKind>().ok()?;
            Some(enrollment::check(lang, check))
        }
    }
}

messages! {
    // The list.
    cases => ["Cases", "案件", "案例"];
    lead => [
        "Enrollments of companies that want to join the program, oldest first.",
        "申請加入計畫的公司註冊，等待最久的排在最前面。",
        "申请加入计划的公司注册，等待最久的排在最前面。",
    ];
    search => [
        "Search by company or domain",
        "依公司或網域搜尋",
        "按公司或域搜索",
    ];
    company => ["Company", "公司", "公司"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    status => ["Status", "狀態", "状态"];
    stage => ["Stage", "階段", "阶段"];
    turn => ["Waiting for", "等待對象", "等待对象"];
    reviewer => ["Reviewer", "審查人員", "审核人员"];
    since => ["Waiting since", "等待開始", "等待开始"];
    due => ["Promised by", "承諾期限", "承诺期限"];
    documents => ["Documents", "文件", "文档"];
    state => ["Queue", "待辦事項", "待办事项"];
    state_waiting => ["Waiting for a decision", "等待決定", "等待决定"];
    state_appealed => ["Appealed", "已申訴", "已申诉"];
    state_documents => ["With new documents", "有新文件", "有新文档"];
    state_proposed => ["For a second reviewer", "待第二位審查人員", "待第二位审核人员"];
    state_contact => [
        "Waiting for the primary contact",
        "等待主要連絡人",
        "等待主要联系人",
    ];
    state_applicant => ["Waiting for the applicant", "等待申請者", "等待申请者"];
    state_done => ["Decided", "已決定", "已决定"];
    state_all => ["All submitted cases", "所有已送出的案件", "所有已提交的案例"];
    any_reviewer => ["Anyone", "任何人", "任何人"];
    mine => ["Assigned to me", "由我接手", "由我接手"];
    unassigned => ["Unassigned", "無人接手", "无人接手"];
    promise => ["Promise", "承諾", "承诺"];
    any_promise => ["Any", "不限", "不限"];
    late_only => ["Late", "已逾期", "已逾期"];
    any_country => ["Any country/region", "任何國家/地區", "任何国家/地区"];
    one_case => ["1 case", "1 個案件", "1 个案例"];
    several_cases(count) => ["{count} cases", "{count} 個案件", "{count} 个案例"];
    none => ["No cases are waiting", "沒有等待中的案件", "没有等待中的案例"];
    none_why => [
        "Companies appear here after they enroll and their primary contact confirms.",
        "已註冊且主要連絡人已確認的公司會列在這裡。",
        "已注册且主要联系人已确认的公司会列在这里。",
    ];
    none_found => ["No cases found", "找不到案件", "找不到案例"];
    none_found_why => [
        "No case matches your search and filters.",
        "沒有符合搜尋與篩選條件的案件。",
        "没有符合搜索和筛选条件的案例。",
    ];
    show_waiting => ["Show waiting cases", "顯示等待中的案件", "显示等待中的案例"];
    late => ["Late", "已逾期", "已逾期"];
    nobody => ["Unassigned", "無人接手", "无人接手"];
    you => ["You", "您", "你"];

    // Whose turn it is, and how checks are.
    turn_applicant => ["Applicant", "申請者", "申请者"];
    turn_contact => ["Primary contact", "主要連絡人", "主要联系人"];
    turn_operator => ["Program operator", "計畫營運者", "计划运营方"];
    turn_nobody => ["No one", "無", "无"];
    no_step => ["Complete", "完成", "完成"];
    entry => ["Entry", "輸入資料", "录入"];
    undecided => ["Not decided", "尚未決定", "尚未决定"];
    passed => ["Passed", "已通過", "已通过"];
    failed => ["Failed", "未通過", "未通过"];
    appealed => ["Appealed", "已申訴", "已申诉"];
    semicolon => ["; ", "；", "；"];
    passes(check) => ["{check}: passed", "{check}：通過", "{check}：通过"];
    fails(check, reason) => [
        "{check}: failed ({reason})",
        "{check}：未通過（{reason}）",
        "{check}：未通过（{reason}）",
    ];

    // The case.
    facts => ["Company and contact", "公司與連絡人", "公司与联系人"];
    registered_name => ["Registered name", "登記名稱", "登记名称"];
    address => ["Registered address", "登記地址", "登记地址"];
    website => ["Website", "網站", "网站"];
    domain => ["Domain", "網域", "域"];
    mpn => ["MPN ID", "MPN ID", "MPN ID"];
    mpn_postponed => ["Postponed", "稍後再關聯", "稍后再关联"];
    mpn_none => ["Not associated", "尚未關聯", "尚未关联"];
    contact => ["Primary contact", "主要連絡人", "主要联系人"];
    email => ["Email address", "電子郵件地址", "电子邮件地址"];
    phone => ["Phone number", "電話號碼", "电话号码"];
    language => ["Language of emails", "郵件語言", "邮件语言"];
    confirmation => ["Confirmation by email", "郵件確認", "邮件确认"];
    confirmed(at) => ["Confirmed on {at}", "已於 {at} 確認", "已于 {at} 确认"];
    denied(at) => ["Denied on {at}", "已於 {at} 否認", "已于 {at} 否认"];
    asked(at) => ["Asked on {at}", "已於 {at} 詢問", "已于 {at} 询问"];
    not_asked => ["Not asked", "尚未詢問", "尚未询问"];
    support => ["Customer support", "客戶支援", "客户支持"];
    path => ["Origin", "加入方式", "加入方式"];
    path_new => ["New to the program", "計畫的新成員", "计划的新成员"];
    path_additional => ["Already in the program", "已在計畫中", "已在计划中"];
    same_domain => [
        "The address is in the company's domain",
        "地址屬於公司網域",
        "地址属于公司域",
    ];
    part_domain => [
        "The address is in a subdomain of the company's domain",
        "地址屬於公司網域的子網域",
        "地址属于公司域的子域",
    ];
    other_domain => [
        "The address isn't in the company's domain",
        "地址不屬於公司網域",
        "地址不属于公司域",
    ];
    alike => ["Other cases", "其他案件", "其他案例"];
    alike_all => ["View all of these cases", "檢視所有這些案件", "查看所有这些案例"];
    alike_more => ["Show older cases", "顯示較舊的案件", "显示较早的案例"];
    alike_none => [
        "No other case has the same domain or MPN ID.",
        "沒有其他案件使用相同的網域或 MPN ID。",
        "没有其他案例使用相同的域或 MPN ID。",
    ];
    alike_mail => ["Same email domain", "相同的郵件網域", "相同的邮件域"];
    alike_domain => [
        "The contact's email domain belongs to it",
        "連絡人的郵件網域屬於該公司",
        "联系人的邮件域属于该公司",
    ];
    alike_mpn => ["MPN ID of the same member", "同一成員的 MPN ID", "同一成员的 MPN ID"];
    what_is_same => ["In common", "相同之處", "相同之处"];
    begun => ["Started", "開始", "开始"];

    // Checks and decisions.
    checks => ["Checks", "檢查", "检查"];
    decided_by(name, at) => [
        "{name}, {at}",
        "{name}，{at}",
        "{name}，{at}",
    ];
    known_partner => [
        "Known from another capability",
        "已由其他身分得知",
        "已由其他身份得知",
    ];
    objection => ["Objection", "申訴理由", "申诉理由"];
    pass => ["Pass", "通過", "通过"];
    pass_check(check) => ["Pass: {check}", "通過：{check}", "通过：{check}"];
    fail => ["Fail…", "不通過…", "不通过…"];
    fail_check(check) => ["Fail: {check}", "不通過：{check}", "不通过：{check}"];
    why => ["Reason", "原因", "原因"];
    more => ["Note for the applicant", "給申請者的說明", "给申请者的说明"];
    more_hint => [
        "The applicant reads it in the email below and on its own page.",
        "申請者會在下方的郵件和自己的頁面上看到。",
        "申请者会在下方的邮件和自己的页面上看到。",
    ];
    show_mail => ["Show the email", "顯示郵件", "显示邮件"];
    go_on => ["Continue", "繼續", "继续"];
    approve => ["Approve", "核准", "批准"];
    remedies => ["Remedy", "補救方式", "补救方式"];
    wanted => ["Document wanted", "需要的文件", "需要的文档"];
    decision => ["Decide", "決定", "决定"];
    decision_about(name) => [
        "Decide on {name}",
        "決定 {name} 的案件",
        "决定 {name} 的案例",
    ];
    what_is_decided => ["Your decision", "您的決定", "你的决定"];
    mails => ["Emails that will be sent", "將傳送的郵件", "将发送的邮件"];
    no_mails => [
        "No email is sent to the primary contact.",
        "不會傳送郵件給主要連絡人。",
        "不会向主要联系人发送邮件。",
    ];
    mails_later => [
        "A second reviewer has to agree first. Until then, nothing is decided and no one is notified.",
        "必須先由第二位審查人員同意。在此之前不會決定，也不會通知任何人。",
        "必须先由第二位审核人员同意。在此之前不会决定，也不会通知任何人。",
    ];
    to => ["To", "收件者", "收件人"];
    subject => ["Subject", "主旨", "主题"];
    decide_and_send => ["Decide and send", "決定並傳送", "决定并发送"];
    ask_second => ["Ask for a second reviewer", "請求第二位審查人員", "请求第二位审核人员"];
    back_to_case => ["Back to the case", "返回案件", "返回案例"];

    // Work on it.
    assignment => ["Assignment", "指派", "分配"];
    take => ["Take", "接手", "接手"];
    take_over => ["Take over", "接管", "接管"];
    give_back => ["Give back", "交回", "交回"];
    assign => ["Assign", "指派", "分配"];
    assign_case => ["Assign the case", "指派案件", "分配案例"];
    assign_lead => [
        "The reviewer gets an email, and no one else can decide on the case.",
        "審查人員會收到郵件，其他人則無法決定此案件。",
        "审核人员会收到邮件，其他人则无法决定此案例。",
    ];
    choose_reviewer => ["Choose a reviewer", "選擇審查人員", "选择审核人员"];
    assign_nobody => [
        "No one else reviews enrollments. Add a reviewer to your organization to assign cases.",
        "沒有其他審查人員。請先為貴組織新增審查人員。",
        "没有其他审核人员。请先为你的组织添加审核人员。",
    ];
    second => ["Second reviewer", "第二位審查人員", "第二位审核人员"];
    proposed_by(name) => [
        "{name} proposes this decision:",
        "{name} 提議此決定：",
        "{name} 提议此决定：",
    ];
    agree => ["Agree and send", "同意並傳送", "同意并发送"];
    dismiss => ["Dismiss", "不採用", "不采用"];
    dismiss_why => ["Why you're dismissing it", "不採用的原因", "不采用的原因"];
    notes => ["Internal notes", "內部備註", "内部备注"];
    notes_lead => [
        "Only reviewers can see these.",
        "只有審查人員看得到。",
        "只有审核人员看得到。",
    ];
    notes_none => ["No notes yet.", "尚無備註。", "暂无备注。"];
    note => ["Note", "備註", "备注"];
    add_note => ["Add note", "新增備註", "添加备注"];
    history => ["History", "歷程記錄", "历史记录"];

    // Queues.
    queue_cases => ["Enrollments", "註冊", "注册"];
    queue_documents => ["Documents", "文件", "文档"];
    queue_appeals => ["Appeals", "申訴", "申诉"];
    queue_late => ["Late cases", "逾期案件", "逾期案例"];
}
