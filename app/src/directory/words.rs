//! The words of this area.

pub mod ask;
pub mod asks;
pub mod find;
pub mod form;

use tierline_core::directory::Service;

use crate::i18n::{Lang, messages};

/// A service, in the words of the program's documents.
#[must_use]
pub fn service(lang: Lang, service: Service) -> &'static str {
    match service {
        Service::Support => support(lang),
        Service::TechnicalAssistance => technical_assistance(lang),
        Service::Marketing => marketing(lang),
        Service::Financing => financing(lang),
    }
}

messages! {
    // Services ("Partner with indirect providers in the CSP program": most providers will …).
    support => [
        "Support for Microsoft products and services",
        "Microsoft 產品和服務的支援",
        "Microsoft 产品和服务的支持",
    ];
    technical_assistance => [
        "Technical training and assistance",
        "技術訓練與協助",
        "技术培训和援助",
    ];
    marketing => ["Marketing", "行銷產品與服務", "推销产品和服务"];
    financing => ["Financing and credit terms", "財務和信用條款", "融资和信贷条款"];

    // States.
    submitted => ["Submitted", "已提交", "已提交"];
    approved => ["Approved", "已核准", "已批准"];
    rejected => ["Rejected", "已拒絕", "已拒绝"];
    withdrawn => ["Withdrawn", "已撤回", "已撤回"];
    superseded => ["Replaced", "已取代", "已替换"];
    in_time => ["On time", "期限內", "期限内"];
    due => ["Due now", "即將到期", "即将到期"];
    late => ["Late", "逾期", "逾期"];
    waiting => ["Waiting for an answer", "等待回覆", "等待答复"];
    answered => ["Answered", "已回覆", "已答复"];

    // The own listing.
    own_listing => ["Provider listing", "提供者資料", "提供商资料"];
    own_listing_lead(from, to) => [
        "Your company's listing in Find a provider. The program operator reviews each change within {from} to {to} weeks.",
        "「尋找提供者」所顯示的貴公司資料。計畫營運者會在 {from} 至 {to} 週內審查每次變更。",
        "“查找提供商”所显示的公司资料。计划运营方会在 {from} 到 {to} 周内审核每次更改。",
    ];
    propose_change => ["Propose a change", "提出變更", "提出更改"];
    edit_draft => ["Continue draft", "繼續編輯", "继续编辑"];
    preview => ["Preview", "預覽", "预览"];
    preview_lead => [
        "This is what the directory would show. Nothing changes until the program operator approves it.",
        "目錄將顯示以下內容。在計畫營運者核准之前不會有任何變更。",
        "目录将显示以下内容。在计划运营方批准之前不会有任何更改。",
    ];
    submit => ["Submit change", "提交變更", "提交更改"];
    discard => ["Discard draft", "捨棄草稿", "放弃草稿"];
    discard_title => ["Discard the draft?", "要捨棄草稿嗎？", "要放弃草稿吗？"];
    discard_what => [
        "Your draft is deleted. The directory doesn't change.",
        "您所撰寫的內容將被刪除。目錄顯示的內容不變。",
        "你所撰写的内容将被删除。目录显示的内容不变。",
    ];
    withdraw => ["Withdraw change", "撤回變更", "撤回更改"];
    withdraw_title => ["Withdraw the change?", "要撤回變更嗎？", "要撤回更改吗？"];
    withdraw_what => [
        "The program operator won't review it. The directory doesn't change. You can propose it again.",
        "營運者不再審查此變更。目錄顯示的內容不變。您可以再次提出。",
        "运营方不再审核此更改。目录显示的内容不变。你可以再次提出。",
    ];
    keep => ["Keep", "保留", "保留"];
    keep_editing => ["Keep editing", "繼續編輯", "继续编辑"];
    back_to_listing => ["Back to the listing", "返回資料", "返回资料"];
    shown_now => ["Shown now", "目前顯示", "当前显示"];
    shown_since(date) => ["Shown since {date}", "自 {date} 起顯示", "自 {date} 起显示"];
    see_in_directory => ["View in the directory", "在目錄中查看", "在目录中查看"];
    not_listed => ["Your company isn't in the directory yet", "貴公司尚未列於目錄中", "你的公司尚未列入目录"];
    not_listed_why => [
        "Resellers find providers in the directory. Propose how your company should appear.",
        "經銷商透過目錄尋找提供者。請提出目錄應顯示的貴公司資料。",
        "经销商通过目录查找提供商。请提出目录应显示的公司资料。",
    ];
    not_listed_yet => [
        "Nothing is shown until the program operator approves your change.",
        "在計畫營運者核准您的變更之前不會顯示。",
        "在计划运营方批准你的更改之前不会显示。",
    ];
    unlisted => [
        "The directory doesn't show your company, because it moved to another CSP region. Propose a listing with locations there.",
        "貴公司已移至其他 CSP 地區，因此目錄不會顯示貴公司。請提出位於該地區的資料。",
        "你的公司已移至其他 CSP 区域，因此目录不会显示你的公司。请提出位于该区域的资料。",
    ];
    hidden_now => [
        "The directory doesn't show your company while it isn't an active indirect provider. Your listing is kept.",
        "貴公司的間接提供者資格未生效期間，目錄不會顯示貴公司。您的資料會保留。",
        "你的公司的间接提供商资格未生效期间，目录不会显示你的公司。你的资料会保留。",
    ];
    proposed_change => ["Proposed change", "提出的變更", "提出的更改"];
    a_draft_waits => [
        "You have a draft that you haven't submitted.",
        "您有尚未提交的草稿。",
        "你有尚未提交的草稿。",
    ];
    number => ["Number", "編號", "编号"];
    submitted_on => ["Submitted", "提交日期", "提交日期"];
    promised => ["Answer promised", "承諾回覆", "承诺答复"];
    promised_between(due, late) => ["{due} to {late}", "{due} 至 {late}", "{due} 至 {late}"];
    promised_until => ["Promised until", "承諾期限", "承诺期限"];
    decided_on => ["Decided", "決定日期", "决定日期"];
    state => ["State", "狀態", "状态"];
    reason => ["Reason", "原因", "原因"];
    versions => ["Earlier versions", "先前的版本", "之前的版本"];
    no_versions => ["No earlier versions", "沒有更早的版本", "没有更早的版本"];
    no_versions_why => [
        "The directory showed nothing before that.",
        "在此之前，目錄沒有顯示任何內容。",
        "在此之前，目录没有显示任何内容。",
    ];
    more_versions(count) => [
        "Versions before these: {count}",
        "更早的版本：{count}",
        "更早的版本：{count}",
    ];
    version(number, date) => ["Version {number}, {date}", "版本 {number}，{date}", "版本 {number}，{date}"];
    history => ["History", "歷程記錄", "历史记录"];
    what_changes => ["Changes", "變更內容", "更改内容"];
    nothing_changes => ["Nothing changes.", "沒有任何變更。", "没有任何更改。"];

    // The parts of a profile.
    logo => ["Logo", "標誌", "徽标"];
    company_name => ["Company name", "公司名稱", "公司名称"];
    provider => ["Provider", "提供者", "提供商"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    region => ["CSP region", "CSP 地區", "CSP 区域"];
    domain => ["Domain", "網域", "域"];
    text_of(language) => ["Text ({language})", "文字（{language}）", "文字（{language}）"];
    services => ["Services", "服務", "服务"];
    locations => ["Locations", "位置", "位置"];
    target_url => ["Target URL", "目標 URL", "目标 URL"];
    contact => ["Contact", "連絡", "联系"];
    email => ["Email address", "電子郵件地址", "电子邮件地址"];
    phone => ["Phone number", "電話號碼", "电话号码"];

    // The operator's list.
    listing_changes => ["Directory changes", "目錄變更", "目录更改"];
    listing_changes_lead => [
        "Changes that providers proposed to their listings, with the promised answer dates.",
        "提供者希望目錄顯示的內容，以及承諾回覆提供者的期限。",
        "提供商希望目录显示的内容，以及承诺答复提供商的期限。",
    ];
    search_changes => ["Search by name", "依名稱搜尋", "按名称搜索"];
    any_state => ["All", "全部", "全部"];
    one_change => ["1 change", "1 項變更", "1 项更改"];
    several_changes(count) => ["{count} changes", "{count} 項變更", "{count} 项更改"];
    no_change_found => ["No changes found", "找不到變更", "找不到更改"];
    no_change_found_why => [
        "No change matches your search and filters.",
        "沒有符合搜尋與篩選條件的變更。",
        "没有符合搜索和筛选条件的更改。",
    ];
    show_waiting => ["Show submitted changes", "顯示已提交的變更", "显示已提交的更改"];
    no_changes => ["No changes are waiting for you", "沒有等待您處理的變更", "没有等待你处理的更改"];
    no_changes_why => [
        "When a provider proposes a change, it appears here.",
        "提供者提出變更時會顯示於此。",
        "提供商提出更改时会显示在此。",
    ];
    age => ["Age", "已等待", "已等待"];
    approve => ["Approve", "核准", "批准"];
    reject => ["Reject", "拒絕", "拒绝"];
    reject_lead => [
        "The provider sees the reason and can propose another change.",
        "提供者會看到原因，並可提出其他變更。",
        "提供商会看到原因，并可提出其他更改。",
    ];
    reject_change(provider) => [
        "Reject the change of {provider}",
        "拒絕 {provider} 的變更",
        "拒绝 {provider} 的更改",
    ];
    reject_and_send => ["Reject and send", "拒絕並傳送", "拒绝并发送"];
    show_mail => ["Show the email", "顯示郵件", "显示邮件"];
    mail => ["Email", "郵件", "邮件"];
    mail_needs_reason => [
        "Write the reason, then show the email that the provider gets.",
        "請先填寫原因，再顯示提供者將收到的郵件。",
        "请先填写原因，再显示提供商将收到的邮件。",
    ];
    back_to_change => ["Back to the change", "返回變更", "返回更改"];
    take => ["Take", "接手", "接手"];
    take_over => ["Take over", "接管", "接管"];
    give_back => ["Give back", "交回", "交回"];
    reviewer => ["Reviewer", "審查人員", "审核人员"];
    any_reviewer => ["Any reviewer", "任何審查人員", "任何审核人员"];
    mine => ["Mine", "我的", "我的"];
    unassigned => ["Unassigned", "未指派", "未分配"];
    nobody => ["No one", "無", "无"];
    you => ["You", "您", "你"];
    promise => ["Promise", "承諾", "承诺"];
    any_promise => ["On time or late", "期限內或逾期", "期限内或逾期"];
    late_only => ["Late", "逾期", "逾期"];
    queue_late => ["Late directory changes", "逾期的目錄變更", "逾期的目录更改"];
    decide => ["Decide", "決定", "决定"];
    as_shown => ["As the directory would show it", "目錄將顯示的內容", "目录将显示的内容"];
}
