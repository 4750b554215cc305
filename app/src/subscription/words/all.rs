//! **Subscriptions**: the list of all of them.

use crate::i18n::messages;

messages! {
    title => ["Subscriptions", "訂閱", "订阅"];
    lead => [
        "Everything that was bought, whatever has become of it.",
        "所有已購買的項目，不論目前狀態為何。",
        "所有已购买的项目，不论当前状态如何。",
    ];
    of_customer(customer) => ["For {customer}", "客戶：{customer}", "客户：{customer}"];
    search_customers => ["Search customers", "搜尋客戶", "搜索客户"];
    search_products => ["Search products", "搜尋產品", "搜索产品"];
    id => ["Subscription ID", "訂閱識別碼", "订阅 ID"];
    product => ["Product", "產品", "产品"];
    customer => ["Customer", "客戶", "客户"];
    customers => ["Customers", "客戶", "客户"];
    reseller => ["Partner of record", "記錄合作夥伴", "记录合作伙伴"];
    kind => ["Kind", "種類", "种类"];
    licenses => ["Licenses", "授權", "许可证"];
    state => ["State", "狀態", "状态"];
    auto_renew => ["Auto-renew", "自動續訂", "自动续订"];
    since => ["Since", "開始於", "开始于"];
    ends => ["Term ends", "期限結束", "期限结束"];
    any_state => ["Any state", "任何狀態", "任何状态"];
    any_kind => ["Any kind", "任何種類", "任何种类"];
    any_product => ["Any product", "任何產品", "任何产品"];
    any_reseller => ["Any partner of record", "任何記錄合作夥伴", "任何记录合作伙伴"];
    any_auto_renew => ["On or off", "開啟或關閉", "开启或关闭"];
    one_subscription => ["1 subscription", "1 項訂閱", "1 项订阅"];
    several_subscriptions(count) => ["{count} subscriptions", "{count} 項訂閱", "{count} 项订阅"];
    nothing_found => ["No subscription found", "找不到訂閱", "找不到订阅"];
    nothing_found_why => [
        "No subscription matches the search and the filters.",
        "沒有符合搜尋與篩選條件的訂閱。",
        "没有符合搜索与筛选条件的订阅。",
    ];
    show_all => ["Show all subscriptions", "顯示所有訂閱", "显示所有订阅"];
    empty => ["No subscriptions yet", "尚無訂閱", "尚无订阅"];
    empty_why => [
        "Subscriptions are here from the moment in which they are ordered.",
        "訂閱在訂購後會立即顯示在這裡。",
        "订阅在订购后会立即显示在这里。",
    ];
}
