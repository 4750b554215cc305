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
        "What resellers ask providers to order for their customers.",
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
    wanted => ["Asked for", "要求的項目", "请求的内容"];
    asked_on => ["Asked on", "提出日期", "提出日期"];
    lapses_on => ["Lapses on", "失效日期", "失效日期"];
    acts_next => ["Waits for", "等待對象", "等待对象"];
    one => ["1 request", "1 個要求", "1 个请求"];
    several(count) => ["{count} requests", "{count} 個要求", "{count} 个请求"];
    none => ["No order requests", "沒有訂購要求", "没有订购请求"];
    none_why => [
        "Resellers ask from a customer's or a subscription's page.",
        "經銷商會從客戶或訂閱的頁面提出要求。",
        "经销商会从客户或订阅的页面提出请求。",
    ];
    none_found => ["No matching requests", "沒有符合的要求", "没有匹配的请求"];
    none_found_why => [
        "The search looks at the names of customers and partners.",
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
    asked => ["Asked for", "原先的要求", "原先的请求"];
    now_asked => ["After the provider's change", "提供者變更後", "提供商更改后"];
    approved_as => ["Approved", "核准的項目", "批准的内容"];
    asked_by => ["Asked by", "提出者", "提出者"];
    subscription => ["Subscription", "訂閱", "订阅"];
    today => ["Today", "目前", "目前"];
    note => ["Note", "備註", "备注"];
    note_hint => ["The provider reads it.", "提供者會看到。", "提供商会看到。"];
    see_order => ["View the order", "檢視訂單", "查看订单"];
    see_customer => ["View the customer", "檢視客戶", "查看客户"];
    why_declined => ["Reason", "原因", "原因"];
    why_lapsed => ["Why it lapsed", "失效原因", "失效原因"];

    // The price.
    price => ["What it costs", "費用", "费用"];
    price_lead => [
        "At the prices of today. Nothing is charged before the approval.",
        "依今天的價格計算。核准之前不會收費。",
        "按今天的价格计算。批准之前不会收费。",
    ];
    product => ["Product", "產品", "产品"];
    licenses => ["Licenses", "授權", "许可证"];
    each => ["Per license and term", "每個授權與期限", "每个许可证与期限"];
    each_then => ["When asked", "提出要求時", "提出请求时"];
    charged_now => ["Charged now", "現在收取", "现在收取"];
    charged_later => ["Charged next", "下次收取", "下次收取"];
    from_when => ["From", "起始", "起始"];
    amount => ["Amount", "金額", "金额"];
    nothing_charged => ["Nothing is charged now.", "現在不會收費。", "现在不会收费。"];
    no_price => ["No price", "無價格", "无价格"];
    prices_changed_title => ["A price has changed", "價格已變更", "价格已更改"];
    prices_changed => [
        "The price of today isn't the one of the day on which this was asked for.",
        "今天的價格與提出要求當日的價格不同。",
        "今天的价格与提出请求当日的价格不同。",
    ];
    cannot => ["This can't be approved now", "目前無法核准", "目前无法批准"];

    // Acting.
    approve => ["Approve", "核准", "批准"];
    approve_confirm => ["Approve it at the new price", "以新的價格核准", "按新的价格批准"];
    change => ["Change", "變更", "更改"];
    change_lead => [
        "Change numbers, the term, or the time. The reseller sees what it asked for beside it.",
        "變更數量、期限或時間。經銷商會同時看到原先的要求。",
        "更改数量、期限或时间。经销商会同时看到原先的请求。",
    ];
    save_change => ["Change request", "變更要求", "更改请求"];
    decline => ["Decline", "婉拒", "谢绝"];
    reason => ["Reason", "原因", "原因"];
    reason_hint => ["The reseller reads it.", "經銷商會看到。", "经销商会看到。"];
    withdraw => ["Withdraw", "撤回", "撤回"];
    agree => ["Agree", "同意", "同意"];
    disagree => ["Don't agree", "不同意", "不同意"];
    agree_lead(reseller, provider) => [
        "{reseller} asks {provider} for this on your behalf. {provider} can approve it only after you agree.",
        "{reseller} 代表您向 {provider} 提出此要求。您同意之後，{provider} 才能核准。",
        "{reseller} 代表你向 {provider} 提出此请求。你同意之后，{provider} 才能批准。",
    ];

    // The thread.
    thread => ["Messages", "訊息", "消息"];
    thread_lead => [
        "Reseller and provider read them, and the customer once it is asked.",
        "經銷商與提供者可以看到；徵求客戶同意之後，客戶也可以看到。",
        "经销商与提供商可以看到；征求客户同意之后，客户也可以看到。",
    ];
    no_messages => ["No messages yet.", "尚無訊息。", "尚无消息。"];
    earlier => ["Earlier messages", "較早的訊息", "较早的消息"];
    message => ["Message", "訊息", "消息"];
    write => ["Send message", "傳送訊息", "发送消息"];
    history => ["History", "歷程記錄", "历史记录"];

    // Asking.
    ask_title => ["Ask for an order", "提出訂購要求", "提出订购请求"];
    ask_lead(customer) => [
        "Your provider orders for {customer} when it approves.",
        "提供者核准後會為 {customer} 訂購。",
        "提供商批准后会为 {customer} 订购。",
    ];
    ask => ["Send request", "送出要求", "发送请求"];
    asked_provider => ["Provider to ask", "要詢問的提供者", "要询问的提供商"];
    may_not_order(provider) => [
        "{provider} (has no permission to order for this customer)",
        "{provider}（沒有為此客戶訂購的權限）",
        "{provider}（没有为此客户订购的权限）",
    ];
    what_to_do => ["What do you ask for?", "您要求什麼？", "你请求什么？"];
    do_licenses => ["Another number of licenses", "其他授權數量", "其他许可证数量"];
    do_upgrade => ["An upgrade", "升級", "升级"];
    do_renew => ["A renewal", "續約", "续订"];
    do_cancel => ["Its cancellation", "取消訂閱", "取消订阅"];
    quantity_now(count) => ["Today: {count}", "目前：{count}", "目前：{count}"];
    upgrade_to => ["Upgrade to", "升級為", "升级到"];
    choose => ["Choose", "請選擇", "请选择"];
    plan => ["Term and billing", "期限與計費", "期限与计费"];
    plan_as_is => ["As it is", "維持不變", "保持不变"];
    when => ["When", "時間", "时间"];
    when_now => ["With the approval", "核准時", "批准时"];
    when_later => ["At the renewal", "續約時", "续订时"];
    products => ["Products", "產品", "产品"];
    products_lead => [
        "Enter how many licenses you ask for; leave the others empty.",
        "輸入您要求的授權數量，其他產品留空即可。",
        "输入你请求的许可证数量，其他产品留空即可。",
    ];
    find_products => ["Search products", "搜尋產品", "搜索产品"];
    find => ["Search", "搜尋", "搜索"];
    more_products => [
        "There are more products. Search for the one that you mean.",
        "還有更多產品。請搜尋您需要的產品。",
        "还有更多产品。请搜索你需要的产品。",
    ];
    no_products => ["No product was found.", "找不到產品。", "找不到产品。"];
    refused => ["You can't ask for this", "您無法提出此要求", "你无法提出此请求"];

    // The setting.
    setting_title => ["Partners' order requests", "合作夥伴的訂購要求", "合作伙伴的订购请求"];
    setting_about => [
        "Whether you are asked before a partner's order request is approved",
        "核准合作夥伴的訂購要求之前是否先徵求您的同意",
        "批准合作伙伴的订购请求之前是否先征求你的同意",
    ];
    setting_lead => [
        "Resellers ask your providers to order for you. You can be asked first: then a global admin has to agree to each request.",
        "經銷商會請您的提供者為您訂購。您可以選擇先徵求您的同意：每個要求都必須由一位全域管理員同意。",
        "经销商会请你的提供商为你订购。你可以选择先征求你的同意：每个请求都必须由一位全局管理员同意。",
    ];
    ask_us => [
        "Ask us before a partner's order request is approved",
        "核准合作夥伴的訂購要求之前先徵求我們的同意",
        "批准合作伙伴的订购请求之前先征求我们的同意",
    ];
    save => ["Save", "儲存", "保存"];
    is_asked => ["You are asked first", "會先徵求您的同意", "会先征求你的同意"];
    is_not_asked => ["You aren't asked", "不會徵求您的同意", "不会征求你的同意"];
}
