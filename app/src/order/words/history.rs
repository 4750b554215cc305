//! **Order history**, and the page of an order.

use crate::i18n::messages;

messages! {
    title => ["Order history", "訂單記錄", "订单记录"];
    lead => [
        "All orders and their current state.",
        "所有訂單及其目前狀態。",
        "所有订单及其当前状态。",
    ];
    of_customer(customer) => ["Orders for {customer}", "{customer} 的訂單", "{customer} 的订单"];
    search_customers => ["Search customers", "搜尋客戶", "搜索客户"];
    search_products => ["Search products", "搜尋產品", "搜索产品"];
    placed => ["Ordered", "訂購日期", "订购日期"];
    order_id => ["Order ID", "訂單識別碼", "订单 ID"];
    customer => ["Customer", "客戶", "客户"];
    customers => ["Customers", "客戶", "客户"];
    grants => ["Who can act for us", "誰可以代表我們", "谁可以代表我们"];
    ordered_by => ["Ordered by", "訂購者", "订购者"];
    user => ["User", "使用者", "用户"];
    reseller => ["Partner of record", "記錄合作夥伴", "记录合作伙伴"];
    no_reseller => ["None", "無", "无"];
    products => ["Products", "產品", "产品"];
    product => ["Product", "產品", "产品"];
    licenses => ["Licenses", "授權", "许可证"];
    sum => ["First term", "首期金額", "首期金额"];
    no_price => ["No price", "沒有價格", "没有价格"];
    state => ["State", "狀態", "状态"];
    running => ["In use", "使用中", "使用中"];
    partly => ["Partly in use", "部分使用中", "部分使用中"];
    over => ["Ended", "已結束", "已结束"];
    any_state => ["Any state", "任何狀態", "任何状态"];
    any_reseller => ["Any partner of record", "任何記錄合作夥伴", "任何记录合作伙伴"];
    any_partner => ["Anyone", "任何合作夥伴", "任何合作伙伴"];
    any_product => ["Any product", "任何產品", "任何产品"];
    from => ["From", "自", "从"];
    to => ["To", "至", "至"];
    any_day => ["Any day", "任何日期", "任何日期"];
    of_product(product, licenses) => ["{product} ({licenses})", "{product}（{licenses}）", "{product}（{licenses}）"];
    and_more(products, number) => ["{products} and {number} more", "{products}等，另有 {number} 項", "{products}等，另有 {number} 项"];
    one_order => ["1 order", "1 筆訂單", "1 笔订单"];
    several_orders(count) => ["{count} orders", "{count} 筆訂單", "{count} 笔订单"];
    nothing_found => ["No orders found", "找不到訂單", "找不到订单"];
    nothing_found_why => [
        "No orders match your search and filters.",
        "沒有符合搜尋與篩選條件的訂單。",
        "没有符合搜索与筛选条件的订单。",
    ];
    show_all => ["Show all orders", "顯示所有訂單", "显示所有订单"];
    empty => ["No orders yet", "尚無訂單", "尚无订单"];
    empty_why => [
        "Orders appear here as soon as they're placed.",
        "訂單在下單後會立即顯示在這裡。",
        "订单在下单后会立即显示在这里。",
    ];

    // The page of an order.
    ordered_for(customer) => ["Order for {customer}", "{customer} 的訂單", "{customer} 的订单"];
    who => ["Ordered by", "訂購者", "订购者"];
    user_of(user, partner) => ["{user}, {partner}", "{user}，{partner}", "{user}，{partner}"];
    right => ["Permission", "權限依據", "权限依据"];
    by_grant(role, customer) => [
        "{role}: {customer} lets this partner order on its behalf",
        "{role}：{customer} 允許此合作夥伴代為訂購",
        "{role}：{customer} 允许此合作伙伴代为订购",
    ];
    not_recorded => ["Not recorded", "未記錄", "未记录"];
    lines => ["Ordered products", "訂購項目", "订购项目"];
    plan => ["Term and billing", "期限與計費", "期限与计费"];
    price => ["Price per license per term", "每授權每期價格", "每许可证每期价格"];
    amount => ["Amount for the first term", "首期金額", "首期金额"];
    state_now => ["Current state", "目前狀態", "当前状态"];
    now(product) => ["now {product}", "現為 {product}", "现为 {product}"];
    whole => [
        "Orders are placed in full, so every line became a subscription. Later changes are on each subscription's page.",
        "訂單一次完整成立：每一行都成為一項訂閱。之後的變更請見各訂閱的頁面。",
        "订单一次完整成立：每一行都成为一项订阅。之后的更改请见各订阅的页面。",
    ];
    not_there => ["Not available", "無法使用", "不可用"];
    again => ["Order again", "再次訂購", "再次订购"];
    history => ["History", "歷程記錄", "历史记录"];
}
