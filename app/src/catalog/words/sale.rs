//! The words of what the operator decides about the sale of a product.

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "minimum" => Some(minimum(lang)),
        "maximum" => Some(maximum(lang)),
        "per_customer" => Some(per_customer(lang)),
        "one_per_customer" => Some(super::operator::one_only(lang)),
        "reason" => Some(reason(lang)),
        _ => None,
    }
}

messages! {
    // Availability.
    availability_lead => [
        "Your choice here stays in effect when prices are imported, until you change it.",
        "您在此的決定在匯入價格時仍會保留，直到您變更。",
        "你在此的决定在导入价格时仍会保留，直到你更改。",
    ];
    is_sold => [
        "Partners can order new subscriptions.",
        "合作夥伴可以訂購新訂閱。",
        "合作伙伴可以订购新订阅。",
    ];
    is_withdrawn => [
        "You withdrew this product from sale. Partners can't order new subscriptions.",
        "您已停止販售此產品。合作夥伴無法訂購新訂閱。",
        "你已停止销售此产品。合作伙伴无法订购新订阅。",
    ];
    is_unpriced => [
        "This product isn't in the price list today, so partners can't order it.",
        "目前不在價目表中，因此合作夥伴無法訂購。",
        "目前不在价目表中，因此合作伙伴无法订购。",
    ];
    withdraw => ["Withdraw from sale", "停止販售", "停止销售"];
    withdraw_named(name) => [
        "Withdraw {name} from sale?",
        "要停止販售 {name} 嗎？",
        "要停止销售 {name} 吗？",
    ];
    stops_in_markets(markets) => [
        "Partners can't order new subscriptions in any of its markets ({markets}). These offers are withdrawn:",
        "合作夥伴在其所有市場（{markets} 個）都無法訂購新訂閱。停止的方案：",
        "合作伙伴在其所有市场（{markets} 个）都无法订购新订阅。停止的方案：",
    ];
    stops_everywhere => [
        "Partners can't order new subscriptions. These offers are withdrawn:",
        "合作夥伴無法訂購新訂閱。停止的方案：",
        "合作伙伴无法订购新订阅。停止的方案：",
    ];
    go_on(subscriptions, licenses, customers) => [
        "Existing subscriptions continue unchanged: {subscriptions}, with {licenses} licenses. Customers that have them: {customers}.",
        "現有訂閱照常繼續：{subscriptions} 項，共 {licenses} 個授權，{customers} 位客戶。",
        "现有订阅照常继续：{subscriptions} 个，共 {licenses} 个许可证，{customers} 个客户。",
    ];
    more_go_on(subscriptions, licenses) => [
        "Existing subscriptions continue unchanged: more than {subscriptions}, with more than {licenses} licenses.",
        "現有訂閱照常繼續：超過 {subscriptions} 項，共超過 {licenses} 個授權。",
        "现有订阅照常继续：超过 {subscriptions} 个，共超过 {licenses} 个许可证。",
    ];
    none_goes_on => [
        "No customer has an active subscription to it.",
        "沒有客戶擁有此產品的有效訂閱。",
        "没有客户拥有此产品的有效订阅。",
    ];
    stays => [
        "The product stays withdrawn when a new price sheet is imported.",
        "匯入新的價目表時仍會維持停售。",
        "导入新的价目表时仍会维持停售。",
    ];
    sell_again => ["Sell again", "恢復販售", "恢复销售"];
    sell_again_named(name) => [
        "Put {name} back on sale?",
        "要恢復販售 {name} 嗎？",
        "要恢复销售 {name} 吗？",
    ];
    sells_now => [
        "Partners can order new subscriptions right away, at the prices of the price list.",
        "合作夥伴可立即依價目表的價格訂購新訂閱。",
        "合作伙伴可立即按价目表的价格订购新订阅。",
    ];
    sells_later => [
        "There's no price today. Partners can order it as soon as the price list has one.",
        "目前沒有價格。價目表有價格後，合作夥伴即可訂購。",
        "目前没有价格。价目表有价格后，合作伙伴即可订购。",
    ];
    reason => ["Reason", "原因", "原因"];

    // Limits.
    limits_lead => [
        "The number of licenses that partners can order. Existing subscriptions stay the same.",
        "合作夥伴可訂購的授權數。現有訂閱維持不變。",
        "合作伙伴可订购的许可证数。现有订阅维持不变。",
    ];
    own_limits => [
        "These are your limits. Price imports don't change them.",
        "這些是您設定的限制。匯入價格時仍會保留。",
        "这些是你设置的限制。导入价格时仍会保留。",
    ];
    listed_limits => [
        "These limits come from the price list and change with it.",
        "這些是價目表的限制，並隨其變更。",
        "这些是价目表的限制，并随其更改。",
    ];
    unpriced => [
        "The price sheet no longer has prices for all of your limits. Change them, or use those of the price list.",
        "價目表不再有涵蓋您所有限制的價格。請變更限制，或使用價目表的限制。",
        "价目表不再有涵盖你所有限制的价格。请更改限制，或使用价目表的限制。",
    ];
    minimum => ["Minimum in one subscription", "每項訂閱最少", "每个订阅最少"];
    maximum => ["Maximum in one subscription", "每項訂閱最多", "每个订阅最多"];
    per_customer => ["Maximum for one customer", "每位客戶最多", "每个客户最多"];
    no_maximum => [
        "Leave it empty for no limit.",
        "留空表示不限。",
        "留空表示不限。",
    ];
    save_limits => ["Save limits", "儲存限制", "保存限制"];
    take_back => ["Use the price list's limits", "使用價目表的限制", "使用价目表的限制"];
    take_back_asked => [
        "Replace your limits with those of the price list?",
        "要以價目表的限制取代您的限制嗎？",
        "要以价目表的限制取代你的限制吗？",
    ];

    // History.
    history => ["History", "歷程記錄", "历史记录"];
    nothing_decided => [
        "You haven't decided anything about this product. The price list applies.",
        "尚未對此產品作出決定。適用價目表。",
        "尚未对此产品作出决定。适用价目表。",
    ];
    imports => ["Imports", "匯入", "导入"];
    imports_lead => [
        "The latest imports that changed prices of this product.",
        "最近變更此產品價格的匯入。",
        "最近更改此产品价格的导入。",
    ];
    no_imports => [
        "No import has changed its prices.",
        "沒有匯入變更過其價格。",
        "没有导入更改过其价格。",
    ];
    imported_by(name) => ["Imported by {name}", "由 {name} 匯入", "由 {name} 导入"];
    price => ["Price", "價格", "价格"];
    effect => ["Effect", "效果", "效果"];
    before => ["Before", "之前", "之前"];
    after => ["After", "之後", "之后"];
    more_changes(count) => ["{count} more changes", "另有 {count} 項變更", "另有 {count} 项更改"];
}
