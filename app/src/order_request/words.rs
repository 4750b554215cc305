//! The words of this area.

use tierline_core::order_request::What;

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, name: &str) -> Option<&'static str> {
    match name {
        "quantity" => Some(licenses(lang)),
        "product" => Some(product(lang)),
        "plan" => Some(plan(lang)),
        "note" => Some(note(lang)),
        "reason" => Some(reason(lang)),
        "message" => Some(message(lang)),
        _ => None,
    }
}

/// What is asked for, in one word.
#[must_use]
pub(crate) fn what(lang: Lang, what: What) -> &'static str {
    match what {
        What::New => what_new(lang),
        What::More => what_more(lang),
        What::Fewer => what_fewer(lang),
        What::Upgrade => what_upgrade(lang),
        What::Renew => what_renew(lang),
        What::Cancel => what_cancel(lang),
    }
}

messages! {
    // The list.
    title => ["Order requests", "訂購要求", "订购请求"];
    lead => [
        "Orders that resellers ask providers to place for their customers.",
        "經銷商請提供者為其客戶訂購的項目。",
        "经销商请提供商为其客户订购的内容。",
    ];
    search => ["Search by customer or partner", "依客戶或合作夥伴搜尋", "按客户或合作伙伴搜索"];
    state => ["State", "狀態", "状态"];
    waiting => ["Waiting", "等待中", "等待中"];
    all_states => ["All states", "所有狀態", "所有状态"];
    reseller => ["Reseller", "經銷商", "经销商"];
    any_reseller => ["Any reseller", "任何經銷商", "任何经销商"];
    customer => ["Customer", "客戶", "客户"];
    any_customer => ["Any customer", "任何客戶", "任何客户"];
    provider => ["Provider", "提供者", "提供商"];
    wanted => ["Requested", "要求的項目", "请求的内容"];
    asked_on => ["Requested on", "提出日期", "提出日期"];
    lapses_on => ["Lapses on", "失效日期", "失效日期"];
    acts_next => ["Waiting on", "等待對象", "等待对象"];
    one => ["1 request", "1 個要求", "1 个请求"];
    several(count) => ["{count} requests", "{count} 個要求", "{count} 个请求"];
    none => ["No order requests", "沒有訂購要求", "没有订购请求"];
    none_why => [
        "Resellers send requests from the page of a customer or a subscription.",
        "經銷商會從客戶或訂閱的頁面提出要求。",
        "经销商会从客户或订阅的页面提出请求。",
    ];
    none_found => ["No matching requests", "沒有符合的要求", "没有匹配的请求"];
    none_found_why => [
        "Search covers the names of customers and partners.",
        "搜尋範圍是客戶與合作夥伴的名稱。",
        "搜索范围是客户与合作伙伴的名称。",
    ];
    show_waiting => ["Show waiting requests", "顯示等待中的要求", "显示等待中的请求"];

    // States.
    waiting_for_customer => ["Waiting for the customer", "等待客戶", "等待客户"];
    waiting_for_provider => ["Waiting for the provider", "等待提供者", "等待提供商"];
    approved => ["Approved", "已核准", "已批准"];
    declined => ["Declined", "已婉拒", "已谢绝"];
    withdrawn => ["Withdrawn", "已撤回", "已撤回"];
    lapsed => ["Lapsed", "已失效", "已失效"];

    // What is asked for.
    what_new => ["New subscription", "新訂閱", "新订阅"];
    what_more => ["More licenses", "增加授權", "增加许可证"];
    what_fewer => ["Fewer licenses", "減少授權", "减少许可证"];
    what_upgrade => ["Upgrade", "升級", "升级"];
    what_renew => ["Renewal", "續約", "续订"];
    what_cancel => ["Cancellation", "取消訂閱", "取消订阅"];

    // A request.
    request_for(customer) => ["Request for {customer}", "為 {customer} 提出的要求", "为 {customer} 提出的请求"];
    asked => ["Requested", "原先的要求", "原先的请求"];
    now_asked => ["After the provider's change", "提供者變更後", "提供商更改后"];
    approved_as => ["Approved", "核准的項目", "批准的内容"];
    asked_by => ["Requested by", "提出者", "提出者"];
    subscription => ["Subscription", "訂閱", "订阅"];
    today => ["Today", "目前", "目前"];
    note => ["Note", "備註", "备注"];
    note_hint => ["The provider can read this note.", "提供者會看到。", "提供商会看到。"];
    see_order => ["View order", "檢視訂單", "查看订单"];
    see_customer => ["View customer", "檢視客戶", "查看客户"];
    why_declined => ["Reason", "原因", "原因"];
    why_lapsed => ["Why it lapsed", "失效原因", "失效原因"];

    // The price.
    price => ["Cost", "費用", "费用"];
    price_lead => [
        "Based on today's prices. Nothing is charged until the request is approved.",
        "依今天的價格計算。核准之前不會收費。",
        "按今天的价格计算。批准之前不会收费。",
    ];
    product => ["Product", "產品", "产品"];
    licenses => ["Licenses", "授權", "许可证"];
    each => ["Per license per term", "每個授權與期限", "每个许可证与期限"];
    each_then => ["When requested", "提出要求時", "提出请求时"];
    charged_now => ["Charged now", "現在收取", "现在收取"];
    charged_later => ["Charged next", "下次收取", "下次收取"];
    nothing_charged => ["Nothing is charged now.", "現在不會收費。", "现在不会收费。"];
    no_price => ["No price", "無價格", "无价格"];
    prices_changed_title => ["A price has changed", "價格已變更", "价格已更改"];
    prices_changed => [
        "The price has changed since this request was made.",
        "今天的價格與提出要求當日的價格不同。",
        "今天的价格与提出请求当日的价格不同。",
    ];
    cannot => ["This request can't be approved right now", "目前無法核准", "目前无法批准"];

    // Acting.
    approve => ["Approve", "核准", "批准"];
    approve_confirm => ["Approve at the new price", "以新的價格核准", "按新的价格批准"];
    change => ["Change", "變更", "更改"];
    change_lead => [
        "Change quantities, the term, or the date. The reseller sees its original request next to your changes.",
        "變更數量、期限或時間。經銷商會同時看到原先的要求。",
        "更改数量、期限或时间。经销商会同时看到原先的请求。",
    ];
    save_change => ["Change request", "變更要求", "更改请求"];
    decline => ["Decline", "婉拒", "谢绝"];
    reason => ["Reason", "原因", "原因"];
    reason_hint => ["The reseller can read this reason.", "經銷商會看到。", "经销商会看到。"];
    withdraw => ["Withdraw", "撤回", "撤回"];
    agree => ["Agree", "同意", "同意"];
    disagree => ["Don't agree", "不同意", "不同意"];
    agree_lead(reseller, provider) => [
        "{reseller} is asking {provider} for this on your behalf. {provider} can approve it only after you agree.",
        "{reseller} 代表您向 {provider} 提出此要求。您同意之後，{provider} 才能核准。",
        "{reseller} 代表你向 {provider} 提出此请求。你同意之后，{provider} 才能批准。",
    ];

    // Who loses a license.
    too_many(count) => [
        "More licenses are assigned than there will be, {count} too many. Say who loses one before you approve.",
        "已指派的授權比核准後多 {count} 個。核准前請指定誰將失去授權。",
        "已分配的许可证比批准后多 {count} 个。批准前请指定谁将失去许可证。",
    ];
    proposed => ["Proposed to lose a license", "建議失去授權的使用者", "建议失去许可证的用户"];
    proposed_lose(reseller, count) => [
        "The users whom {reseller} proposes ({count})",
        "{reseller} 建議的使用者（{count}）",
        "{reseller} 建议的用户（{count}）",
    ];
    so_many_users(count) => ["Users: {count}", "使用者：{count}", "用户：{count}"];
    propose_losing => ["Propose who loses a license", "建議誰將失去授權", "建议谁将失去许可证"];
    propose_losing_lead => [
        "For fewer licenses than are assigned, with the approval: tick as many users as are too many. If you tick none, whoever approves says who loses one.",
        "若核准後的授權少於已指派的數量：請勾選多出的使用者。若未勾選任何人，則由核准者指定。",
        "若批准后的许可证少于已分配的数量：请勾选多出的用户。若未勾选任何人，则由批准者指定。",
    ];
    more_users => [
        "These are the first users by name. Whoever approves can choose among all.",
        "此處僅列出依姓名排序的前幾位使用者。核准者可從所有使用者中選擇。",
        "此处仅列出按姓名排序的前几位用户。批准者可从所有用户中选择。",
    ];

    // The thread.
    thread => ["Messages", "訊息", "消息"];
    thread_lead => [
        "The reseller and the provider can read these messages, and so can a customer that is asked to agree.",
        "經銷商與提供者可以看到；徵求客戶同意之後，客戶也可以看到。",
        "经销商与提供商可以看到；征求客户同意之后，客户也可以看到。",
    ];
    no_messages => ["No messages yet.", "尚無訊息。", "尚无消息。"];
    earlier => ["Earlier messages", "較早的訊息", "较早的消息"];
    message => ["Message", "訊息", "消息"];
    write => ["Send message", "傳送訊息", "发送消息"];
    history => ["History", "歷程記錄", "历史记录"];

    // Asking.
    ask_title => ["Request an order", "提出訂購要求", "提出订购请求"];
    ask_lead(customer) => [
        "Your provider places the order for {customer} when it approves your request.",
        "提供者核准後會為 {customer} 訂購。",
        "提供商批准后会为 {customer} 订购。",
    ];
    ask => ["Send request", "送出要求", "发送请求"];
    asked_provider => ["Provider", "要詢問的提供者", "要询问的提供商"];
    may_not_order(provider) => [
        "{provider} (no permission to order for this customer)",
        "{provider}（沒有為此客戶訂購的權限）",
        "{provider}（没有为此客户订购的权限）",
    ];
    what_to_do => ["What are you requesting?", "您要求什麼？", "你请求什么？"];
    do_licenses => ["A different number of licenses", "其他授權數量", "其他许可证数量"];
    do_upgrade => ["An upgrade", "升級", "升级"];
    do_renew => ["A renewal", "續約", "续订"];
    do_cancel => ["A cancellation", "取消訂閱", "取消订阅"];
    quantity_now(count) => ["Currently: {count}", "目前：{count}", "目前：{count}"];
    upgrade_to => ["Upgrade to", "升級為", "升级到"];
    choose => ["Choose", "請選擇", "请选择"];
    plan => ["Term and billing", "期限與計費", "期限与计费"];
    plan_as_is => ["No change", "維持不變", "保持不变"];
    when => ["When", "時間", "时间"];
    when_now => ["When approved", "核准時", "批准时"];
    when_later => ["At renewal", "續約時", "续订时"];
    review => ["Review request", "檢閱要求", "查看请求"];
    review_lead(provider) => [
        "Nothing is requested yet. {provider} reads your note and, when it approves, places the order at the prices of that day.",
        "尚未提出要求。{provider} 會看到您的備註，並在核准時依當日價格訂購。",
        "尚未提出请求。{provider} 会看到你的备注，并在批准时按当日价格订购。",
    ];
    cannot_ask => ["This request can't be sent as it is", "目前無法提出此要求", "目前无法提出此请求"];
    asks_customer(customer) => [
        "{customer} wants to be asked first and sees the request.",
        "{customer} 要求先徵求其同意，並會看到此要求。",
        "{customer} 希望先征求其同意，并会看到此请求。",
    ];
    change_lines => ["Change the lines", "變更項目", "更改项目"];
    plan_of(product) => ["Term and billing of {product}", "{product} 的期限與計費", "{product} 的期限与计费"];
    refused => ["You can't request this", "您無法提出此要求", "你无法提出此请求"];

    // The setting.
    setting_title => ["Partners' order requests", "合作夥伴的訂購要求", "合作伙伴的订购请求"];
    setting_about => [
        "Whether you're asked before a partner's order request is approved",
        "核准合作夥伴的訂購要求之前是否先徵求您的同意",
        "批准合作伙伴的订购请求之前是否先征求你的同意",
    ];
    setting_lead => [
        "Resellers ask your providers to place orders for you. If you choose to be asked first, a global admin has to agree to each request.",
        "經銷商會請您的提供者為您訂購。您可以選擇先徵求您的同意：每個要求都必須由一位全域管理員同意。",
        "经销商会请你的提供商为你订购。你可以选择先征求你的同意：每个请求都必须由一位全局管理员同意。",
    ];
    ask_us => [
        "Ask us before a partner's order request is approved",
        "核准合作夥伴的訂購要求之前先徵求我們的同意",
        "批准合作伙伴的订购请求之前先征求我们的同意",
    ];
    save => ["Save", "儲存", "保存"];
    is_asked => ["You're asked first", "會先徵求您的同意", "会先征求你的同意"];
    is_not_asked => ["You aren't asked", "不會徵求您的同意", "不会征求你的同意"];
}
