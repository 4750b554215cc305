//! **Renewals**.

use crate::i18n::messages;

messages! {
    title => ["Renewals", "續約", "续订"];
    lead => [
        "Subscriptions that renew or expire soon.",
        "訂閱何時到期，屆時會如何處理。",
        "订阅何时到期，届时会如何处理。",
    ];
    search_customers => ["Search customers", "搜尋客戶", "搜索客户"];
    search_products => ["Search products", "搜尋產品", "搜索产品"];
    product => ["Product", "產品", "产品"];
    customer => ["Customer", "客戶", "客户"];
    reseller => ["Partner of record", "記錄合作夥伴", "记录合作伙伴"];
    licenses => ["Licenses", "授權", "许可证"];
    ends => ["Ends", "到期日", "到期日"];
    outlook => ["Outcome", "屆時處理", "届时处理"];
    renews => ["Renews", "續約", "续订"];
    changes => ["Renews with changes", "續約並變更", "续订并更改"];
    expires => ["Ends", "到期後終止", "到期后终止"];
    expired => ["Can be brought back", "已到期，可恢復", "已到期，可恢复"];
    in_currency(currency) => ["in {currency} from that day", "自該日起以 {currency} 計費", "自该日起以 {currency} 计费"];
    when => ["Ends within", "到期期間", "到期期间"];
    any_time => ["Any time", "任何時間", "任何时间"];
    in_days(days) => ["{days} days", "{days} 天內", "{days} 天内"];
    month => ["Month", "月份", "月份"];
    any_month => ["Any month", "任何月份", "任何月份"];
    any_outlook => ["Any outcome", "全部", "全部"];
    any_reseller => ["Any partner of record", "任何記錄合作夥伴", "任何记录合作伙伴"];
    record => ["Incentives", "獎勵", "奖励"];
    any_record => ["With or without a partner of record", "不論有無記錄合作夥伴", "不论有无记录合作伙伴"];
    nobody => ["No partner of record", "沒有記錄合作夥伴", "没有记录合作伙伴"];
    one_without => [
        "1 subscription has no partner of record, so no one earns incentives on it.",
        "1 項訂閱沒有記錄合作夥伴，因此無人獲得獎勵。",
        "1 项订阅没有记录合作伙伴，因此无人获得奖励。",
    ];
    several_without(count) => [
        "{count} subscriptions have no partner of record, so no one earns incentives on them.",
        "{count} 項訂閱沒有記錄合作夥伴，因此無人獲得獎勵。",
        "{count} 项订阅没有记录合作伙伴，因此无人获得奖励。",
    ];
    show_without => ["Show them", "顯示這些訂閱", "显示这些订阅"];
    any_product => ["Any product", "任何產品", "任何产品"];
    one_subscription => ["1 subscription", "1 項訂閱", "1 项订阅"];
    several_subscriptions(count) => ["{count} subscriptions", "{count} 項訂閱", "{count} 项订阅"];
    nothing_found => ["No subscriptions found", "找不到訂閱", "找不到订阅"];
    nothing_found_why => [
        "No subscriptions match your search and filters.",
        "沒有符合搜尋與篩選條件的訂閱。",
        "没有符合搜索与筛选条件的订阅。",
    ];
    show_all => ["Show all subscriptions", "顯示所有訂閱", "显示所有订阅"];
    empty => ["Nothing to renew", "沒有需要續約的項目", "没有需要续订的项目"];
    empty_why => [
        "Subscriptions appear here as soon as they're ordered.",
        "訂閱自訂購當日起會顯示在這裡。",
        "订阅自订购当日起会显示在这里。",
    ];
    customers => ["Customers", "客戶", "客户"];
    calendar => ["Subscriptions ending, by month", "各月份到期的訂閱", "各月份到期的订阅"];
    subscriptions => ["Subscriptions", "訂閱", "订阅"];
    ending_in(month) => ["ending in {month}", "項訂閱於 {month} 到期", "项订阅将于 {month} 到期"];
}
