//! The words of the tracker: how far an enrollment is, whose turn it is, and what helps.

use crate::i18n::messages;

messages! {
    title => ["Enrollment", "註冊", "注册"];
    turn => ["Next step", "下一步", "下一步"];
    promised => ["Promised", "承諾時間", "承诺时间"];
    promised_days(from, to) => [
        "{from} to {to} business days",
        "{from} 至 {to} 個工作天",
        "{from} 到 {to} 个工作日",
    ];
    used => ["Elapsed", "已使用", "已用"];
    used_days(used, to) => [
        "{used} of {to} business days",
        "{to} 個工作天中的 {used} 個",
        "{to} 个工作日中的 {used} 个",
    ];
    delay => ["Delay", "延誤", "延误"];
    due => ["Due by", "最晚", "最迟"];
    suspends => ["Suspended on", "暫停日期", "暂停日期"];

    draft_lead => [
        "You haven't submitted your enrollment yet. Continue where you left off.",
        "您的註冊尚未送出。請從上次停下的地方繼續。",
        "你的注册尚未提交。请从上次停下的地方继续。",
    ];
    go_on => ["Continue", "繼續", "继续"];
    waits_for_contact(name, address) => [
        "We've emailed {name} ({address}). The review continues once both statements are confirmed.",
        "我們已傳送郵件給 {name} ({address})。兩項陳述確認後，審查會繼續。",
        "我们已向 {name} ({address}) 发送邮件。两项陈述确认后，审核会继续。",
    ];
    resend => ["Resend email", "重新傳送郵件", "重新发送邮件"];
    contact_denied => [
        "The primary contact answered that they didn't sign up. Enter another primary contact so that the review can continue.",
        "主要連絡人表示並未註冊。請輸入其他主要連絡人，審查才能繼續。",
        "主要联系人表示并未注册。请输入其他主要联系人，审核才能继续。",
    ];
    with_operator => [
        "The program operator is reviewing what you provided. We'll email status updates to the primary contact.",
        "計畫營運者正在審查您提供的資訊。我們會以電子郵件將狀態更新傳送給主要連絡人。",
        "计划运营方正在审核你提供的信息。我们将通过电子邮件将状态更新发送给主要联系人。",
    ];
    late => [
        "The review is taking longer than promised. You don't have to do anything: the operator can see that your case is late.",
        "審查時間超過承諾。您無須處理：營運者會看到您的案件已逾期。",
        "审核时间超过承诺。你无需处理：运营方会看到你的案例已逾期。",
    ];
    late_write(domain) => [
        "If it's urgent, include your domain, {domain}, and write to",
        "如有急需，請附上貴公司的網域 {domain}，並寫信至",
        "如有急需，请附上贵公司的域 {domain}，并写信至",
    ];
    late_urgent(domain) => [
        "If it's urgent, write to the program operator and include your domain, {domain}.",
        "如有急需，請寫信給計畫營運者並附上貴公司的網域 {domain}。",
        "如有急需，请写信给计划运营方并附上贵公司的域 {domain}。",
    ];
    failed_lead => [
        "A check has failed. See why below, and what you can do.",
        "有檢查未通過。下方說明原因以及您可以做什麼。",
        "有检查未通过。下方说明原因以及你可以做什么。",
    ];
    suspended_lead => [
        "Your company is suspended because a failed check wasn't resolved in time. You can continue existing business, but you can't start new business until every check has passed.",
        "由於未通過的檢查未在期限內解決，貴公司已暫停。既有業務可以繼續，但在通過所有檢查之前不能開始新的業務。",
        "由于未通过的检查未在期限内解决，贵公司已暂停。现有业务可以继续，但在通过所有检查之前不能开始新的业务。",
    ];
    qualified_lead => [
        "Your enrollment is approved. Next, a global admin signs the agreement, and your company becomes an indirect reseller.",
        "您的註冊已核准。接下來由全域管理員簽署合約，之後貴公司即成為間接經銷商。",
        "你的注册已获批准。接下来由全局管理员签署协议，之后贵公司即成为间接经销商。",
    ];
    active_lead => [
        "Your company is an indirect reseller.",
        "貴公司是間接經銷商。",
        "贵公司是间接经销商。",
    ];
    none_lead => [
        "Your organization hasn't started to enroll.",
        "您的組織尚未開始註冊。",
        "你的组织尚未开始注册。",
    ];
    joined_before => [
        "Your organization is already an indirect reseller, so there's nothing to enroll.",
        "您的組織已是間接經銷商，無須註冊。",
        "你的组织已是间接经销商，无需注册。",
    ];
    begin => ["Enroll", "註冊", "注册"];

    stages => ["Stages", "階段", "阶段"];
    entry => ["Entry", "輸入資料", "录入"];
    agreement => ["Agreement", "合約", "协议"];
    stage_done => ["Done", "已完成", "已完成"];
    stage_open => ["Pending", "待處理", "待处理"];
    stage_waiting => ["Not yet", "尚未開始", "尚未开始"];
    check_passed => ["Passed", "通過", "通过"];
    check_failed => ["Failed", "未通過", "未通过"];
    check_appealed => ["Appealed", "已申訴", "已申诉"];
    since => ["Since", "自", "自"];

    reason => ["Reason", "原因", "原因"];
    note => ["The operator's note", "營運者的說明", "运营方的说明"];
    remedies => ["What you can do", "您可以做什麼", "你可以做什么"];
    wanted => ["Helpful document", "有幫助的文件", "有帮助的文档"];
    objection => ["Your objection", "您的申訴", "你的申诉"];
    appeal => ["Appeal", "申訴", "申诉"];
    appeal_lead => [
        "If you disagree, say why. The program operator will decide on the check again.",
        "如果您不同意，請說明理由。計畫營運者會重新決定此檢查。",
        "如果你不同意，请说明理由。计划运营方会重新决定此检查。",
    ];
    statement => ["Why you disagree", "不同意的理由", "不同意的理由"];

    entered => ["Your entries", "您輸入的內容", "你输入的内容"];
    change_profile => ["Change the legal business profile", "變更法律商務設定檔", "更改法定企业档案"];
    change_contact => ["Change the primary contact", "變更主要連絡人", "更改主要联系人"];
    change_support => ["Change customer support", "變更客戶支援", "更改客户支持"];
    associate_mpn => ["Associate the MPN ID", "關聯 MPN ID", "关联 MPN ID"];
    history => ["History", "歷程記錄", "历史记录"];
}
