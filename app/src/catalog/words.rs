//! Choosing products.

pub mod operator;
pub mod sale;

use tierline_core::{
    catalog::Kind,
    term::{Billing, Plan, Term},
};

use crate::i18n::{Lang, messages};

/// A term and its billing plan: "1 year, billed monthly".
pub fn plan(lang: Lang, plan: Plan) -> String {
    term_and_billing(lang, term(lang, plan.term), billing(lang, plan.billing))
}

/// A term: "1 year".
pub fn term(lang: Lang, term: Term) -> &'static str {
    match term {
        Term::Month => one_month(lang),
        Term::Year => one_year(lang),
        Term::ThreeYears => three_years(lang),
    }
}

/// How a term is billed: "billed monthly".
pub fn billing(lang: Lang, billing: Billing) -> &'static str {
    match billing {
        Billing::Monthly => billed_monthly(lang),
        Billing::Annual => billed_annually(lang),
        Billing::Once => billed_once(lang),
    }
}

/// A kind of product.
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::License => kind_license(lang),
        Kind::Platform => kind_platform(lang),
        Kind::Reservation => kind_reservation(lang),
        Kind::Software => kind_software(lang),
    }
}

messages! {
    title => ["New subscription", "新訂閱", "新订阅"];
    lead(name) => ["For {name}", "客戶：{name}", "客户：{name}"];
    chosen => ["Products and licenses", "產品與授權", "产品与许可证"];
    nothing_chosen => ["No products yet", "尚未選擇產品", "尚未选择产品"];
    nothing_chosen_why => [
        "Search the catalog below and add the products your customer wants to buy.",
        "搜尋下方的目錄，新增客戶想購買的產品。",
        "搜索下方的目录，添加客户想购买的产品。",
    ];
    catalog => ["Catalog", "產品目錄", "产品目录"];
    search => ["Search products", "搜尋產品", "搜索产品"];
    search_do => ["Search", "搜尋", "搜索"];
    add => ["Add", "新增", "添加"];
    add_named(name) => ["Add {name}", "新增 {name}", "添加 {name}"];
    added => ["Added", "已新增", "已添加"];
    remove => ["Remove", "移除", "移除"];
    remove_named(name) => ["Remove {name}", "移除 {name}", "移除 {name}"];
    product => ["Product", "產品", "产品"];
    part_number => ["Part number", "產品編號", "部件号"];
    price => ["Per license per month", "每份授權每月", "每份许可证每月"];
    limits => ["Limits", "限制", "限制"];
    licenses_of(name) => ["Licenses for {name}", "{name} 的授權數", "{name} 的许可证数"];
    licenses => ["Licenses", "授權", "许可证"];
    from(minimum) => ["{minimum} or more", "{minimum} 起", "{minimum} 起"];
    from_to(minimum, maximum) => ["{minimum} to {maximum}", "{minimum} 到 {maximum}", "{minimum} 到 {maximum}"];
    per_customer(maximum) => ["up to {maximum} per customer", "每位客戶最多 {maximum}", "每位客户最多 {maximum}"];
    one_only => ["one subscription per customer", "每位客戶一個訂閱", "每位客户一个订阅"];
    held(count) => ["this customer has {count}", "客戶已有 {count}", "客户已有 {count}"];
    not_sold => ["Not sold right now", "目前不販售", "目前不销售"];
    no_price => ["No price in this currency", "沒有此貨幣的價格", "没有此货币的价格"];
    demo_figures => [
        "Prices and limits are sample figures for this demo.",
        "價格與限制為示範數字，僅為此示範而虛構。",
        "价格与限制为演示数字，仅为此演示而虚构。",
    ];
    no_products => ["No products match", "沒有符合的產品", "没有符合的产品"];
    no_products_why => [
        "Search covers product names and part numbers. Try fewer letters.",
        "搜尋名稱與產品編號。請試試較少的字母。",
        "搜索名称与部件号。请试试较少的字母。",
    ];
    no_products_filtered => [
        "The products found aren't sold this way in the customer's market. Try another term, billing plan, or kind.",
        "搜尋到的產品在客戶的市場中都不以此方式銷售。請嘗試其他期限、計費方式或種類。",
        "搜索到的产品在客户的市场中都不以此方式销售。请尝试其他期限、计费方式或种类。",
    ];
    more => ["More products", "更多產品", "更多产品"];
    update => ["Update", "更新", "更新"];
    no_sum => ["Enter a number for each product", "請為每項產品輸入數字", "请为每个产品输入数字"];
    amount => ["Amount per month", "每月金額", "每月金额"];
    summary => ["Summary", "摘要", "摘要"];
    show_unsold(count) => [
        "Show products not sold right now ({count})",
        "顯示目前不販售的產品（{count}）",
        "显示目前不销售的产品（{count}）",
    ];
    for_term(amount, term) => ["{amount} for {term}", "{term}：{amount}", "{term}：{amount}"];
    you_pay(amount) => ["You pay {amount}", "您支付 {amount}", "你支付 {amount}"];
    with_plan(name, plan) => ["{name} ({plan})", "{name}（{plan}）", "{name}（{plan}）"];
    other_plans(count) => ["Other terms and billing plans ({count})", "其他期限與計費方式（{count}）", "其他期限与计费方式（{count}）"];
    add_on_to(products) => ["Add-on to {products}", "{products} 的附加元件", "{products} 的加载项"];
    base => ["For the subscription", "所屬訂閱", "所属订阅"];
    choose_base => ["Choose a subscription", "選擇訂閱", "选择订阅"];
    beside(product) => ["{product} in this order", "此訂單中的 {product}", "此订单中的 {product}"];
    base_choice(product, count, ends) => [
        "{count} × {product}, until {ends}",
        "{product}，授權：{count}，至 {ends}",
        "{product}，许可证：{count}，至 {ends}",
    ];
    needs_base(products) => [
        "This is an add-on, and the customer has no active subscription of the ordering partner that it goes with. Also add one of these products to the order: {products}.",
        "這是附加元件，而客戶沒有由訂購的合作夥伴所提供且可搭配的有效訂閱。請將下列其中一項也加入訂單：{products}。",
        "这是加载项，而客户没有由订购的合作伙伴提供且可搭配的有效订阅。请将下列其中一项也加入订单：{products}。",
    ];
    term_of => ["Term", "期限", "期限"];
    any_term => ["Any term", "任何期限", "任何期限"];
    billing_of => ["Billing plan", "計費方式", "计费方式"];
    any_billing => ["Any billing plan", "任何計費方式", "任何计费方式"];
    kind_of => ["Kind", "種類", "种类"];
    any_kind => ["Any kind", "任何種類", "任何种类"];
    sum => ["Total per month", "每月總計", "每月总计"];
    term_and_billing(term, billing) => ["{term}, {billing}", "{term}，{billing}", "{term}，{billing}"];
    one_month => ["1 month", "1 個月", "1 个月"];
    one_year => ["1 year", "1 年", "1 年"];
    three_years => ["3 years", "3 年", "3 年"];
    billed_monthly => ["billed monthly", "按月計費", "按月计费"];
    billed_annually => ["billed annually", "按年計費", "按年计费"];
    billed_once => ["billed once", "一次計費", "一次性计费"];
    kind_license => ["license", "授權", "许可证"];
    kind_platform => ["cloud platform plan", "雲端平台方案", "云平台方案"];
    kind_reservation => ["reservation", "保留", "预留"];
    kind_software => ["software", "軟體", "软件"];
}
