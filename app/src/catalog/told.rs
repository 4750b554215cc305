//! The catalog in words: events, refusals and actions.

use tierline_core::{
    catalog::{PriceListEvent, Refusal},
    permission::catalog::Action,
};

use crate::{
    i18n::{Lang, messages},
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for PriceListEvent {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        let PriceListEvent::Imported { effect, .. } = self;
        imported(
            lang,
            effect.added,
            effect.changed,
            effect.unchanged,
            effect.prices,
        )
    }

    fn look(&self) -> (Tone, Glyph) {
        (Tone::Info, Glyph::Cart)
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::ProductNotSold { product } => product_not_sold(lang, product),
        Refusal::QuantityOutside {
            product,
            asked,
            minimum,
            maximum,
        } => quantity_outside(lang, product, asked, minimum, maximum),
        Refusal::CustomerMaximum {
            product,
            asked,
            held,
            maximum,
        } => customer_maximum(
            lang,
            product,
            asked,
            held,
            maximum,
            maximum.saturating_sub(*held),
        ),
        Refusal::OnePerCustomer { product } => one_per_customer(lang, product),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ManageCatalog => manage_catalog(lang),
    }
}

messages! {
    // Events.
    imported(added, changed, unchanged, prices) => [
        "Imported a price list. New products: {added}, changed: {changed}, unchanged: {unchanged}; prices: {prices}",
        "匯入了價目表。新產品：{added}，已變更：{changed}，未變更：{unchanged}；價格：{prices}",
        "导入了价目表。新产品：{added}，已更改：{changed}，未更改：{unchanged}；价格：{prices}",
    ];

    // Refusals.
    product_not_sold(product) => [
        "{product} isn't currently sold. Choose another product.",
        "{product} 目前不販售。請選擇其他產品。",
        "{product} 目前不销售。请选择其他产品。",
    ];
    quantity_outside(product, asked, minimum, maximum) => [
        "A subscription to {product} can have {minimum} to {maximum} licenses, so {asked} isn't possible. Enter a number within these limits.",
        "{product} 的一項訂閱可有 {minimum} 到 {maximum} 個授權；{asked} 超出範圍。請輸入限制內的數量。",
        "{product} 的一项订阅可有 {minimum} 到 {maximum} 个许可证；{asked} 超出范围。请输入限制内的数量。",
    ];
    customer_maximum(product, asked, held, maximum, left) => [
        "A customer can have up to {maximum} licenses of {product}. This customer has {held}, so you can't add {asked} more. You can add up to {left}.",
        "一個客戶最多可有 {maximum} 個 {product} 授權。此客戶已有 {held} 個，再增加 {asked} 個會超過上限；最多可再增加 {left} 個。",
        "一个客户最多可有 {maximum} 个 {product} 许可证。此客户已有 {held} 个，再增加 {asked} 个会超过上限；最多可再增加 {left} 个。",
    ];
    one_per_customer(product) => [
        "A customer can have only one subscription to {product}, and this customer already has it. You don't need to order it.",
        "一個客戶只能有一項 {product} 訂閱，而此客戶已經擁有。不需要再訂購。",
        "一个客户只能有一项 {product} 订阅，而此客户已经拥有。无需再订购。",
    ];

    // Actions.
    manage_catalog => ["change the catalog", "變更目錄", "更改目录"];
}
