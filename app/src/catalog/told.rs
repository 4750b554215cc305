//! The catalog in words: events, refusals and actions.

use tierline_core::{
    catalog::{Limits, PriceListEvent, Refusal, SaleEvent},
    permission::catalog::Action,
};

use super::{list::at_most, words::operator as words};
use crate::{
    i18n::{Lang, messages, number, worded_codes},
    list::words::list,
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for PriceListEvent {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            PriceListEvent::Imported { effect, .. } => imported(
                lang,
                effect.added,
                effect.changed,
                effect.unchanged,
                effect.prices,
            ),
            PriceListEvent::DetailsImported { effect, .. } => {
                details_imported(lang, effect.changed, effect.unchanged)
            }
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        (Tone::Info, Glyph::Cart)
    }
}

impl Telling for SaleEvent {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            SaleEvent::Withdrawn { product, .. } => withdrawn(lang, product),
            SaleEvent::SoldAgain { product, .. } => sold_again(lang, product),
            SaleEvent::LimitsSet {
                product, from, to, ..
            } => limits_set(lang, product, in_words(lang, from), in_words(lang, to)),
            SaleEvent::LimitsTakenBack {
                product, from, to, ..
            } => limits_taken_back(lang, product, in_words(lang, from), in_words(lang, to)),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            SaleEvent::Withdrawn { .. } => (Tone::Warning, Glyph::Ban),
            SaleEvent::SoldAgain { .. } => (Tone::Success, Glyph::Check),
            SaleEvent::LimitsSet { .. } | SaleEvent::LimitsTakenBack { .. } => {
                (Tone::Info, Glyph::Sliders)
            }
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            SaleEvent::Withdrawn { reason, .. }
            | SaleEvent::SoldAgain { reason, .. }
            | SaleEvent::LimitsSet { reason, .. }
            | SaleEvent::LimitsTakenBack { reason, .. } => Some(reason.as_str()),
        }
    }
}

/// Each limit by the name of its field.
#[must_use]
pub fn limits(lang: Lang, limits: &Limits) -> Vec<(&'static str, String)> {
    let per_customer = limits
        .per_customer
        .map_or_else(|| words::no_limit(lang).to_owned(), |it| at_most(lang, it));
    let one = if limits.one_per_customer {
        words::yes(lang)
    } else {
        words::no(lang)
    };
    vec![
        ("minimum", number(i64::from(limits.minimum))),
        ("maximum", at_most(lang, limits.maximum)),
        ("per_customer", per_customer),
        ("one_per_customer", one.to_owned()),
    ]
}

/// All limits in one line.
fn in_words(lang: Lang, limits: &Limits) -> String {
    let minimum = number(i64::from(limits.minimum));
    let one = if limits.maximum == Limits::NO_MAXIMUM {
        words::from(lang, minimum)
    } else {
        words::from_to(lang, minimum, at_most(lang, limits.maximum))
    };
    let per_customer = limits
        .per_customer
        .map(|most| words::up_to_per_customer(lang, at_most(lang, most)));
    let only = limits
        .one_per_customer
        .then(|| words::only_one(lang).to_owned());
    list(lang, [Some(one), per_customer, only].into_iter().flatten())
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        Withdrawn = "product_withdrawn" => done_withdrawn,
        SoldAgain = "product_sold_again" => done_sold_again,
        LimitsSet = "product_limits_set" => done_limits_set,
        LimitsTakenBack = "product_limits_taken_back" => done_limits_taken_back,
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
        Refusal::LimitsImpossible { product } => limits_impossible(lang, product),
        Refusal::LimitsUnpriced {
            product,
            minimum,
            maximum,
        } => limits_unpriced(lang, product, minimum, at_most(lang, *maximum)),
        Refusal::PlanNotSold { product, plan } => {
            plan_not_sold(lang, product, super::words::plan(lang, *plan))
        }
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

    details_imported(changed, unchanged) => [
        "Imported product details. Products changed: {changed}, unchanged: {unchanged}",
        "匯入了產品詳細資料。已變更的產品：{changed}，未變更：{unchanged}",
        "导入了产品详细信息。已更改的产品：{changed}，未更改：{unchanged}",
    ];

    withdrawn(product) => [
        "Withdrew {product} from sale",
        "停止販售 {product}",
        "停止销售 {product}",
    ];
    sold_again(product) => [
        "Put {product} back on sale",
        "恢復販售 {product}",
        "恢复销售 {product}",
    ];
    limits_set(product, before, after) => [
        "Changed the limits of {product} from {before} to {after}",
        "將 {product} 的限制由 {before} 變更為 {after}",
        "将 {product} 的限制由 {before} 更改为 {after}",
    ];
    limits_taken_back(product, before, after) => [
        "Replaced the operator's limits of {product} ({before}) with those of the price list ({after})",
        "以價目表的限制（{after}）取代 {product} 的營運者限制（{before}）",
        "以价目表的限制（{after}）取代 {product} 的运营方限制（{before}）",
    ];

    // Notices.
    done_withdrawn => [
        "Product withdrawn from sale. Partners can't order new subscriptions to it.",
        "產品已停售。合作夥伴無法訂購新訂閱。",
        "产品已停售。合作伙伴无法订购新订阅。",
    ];
    done_sold_again => [
        "The product is on sale again wherever it has a price.",
        "產品已恢復販售（須有價格）。",
        "产品已恢复销售（须有价格）。",
    ];
    done_limits_set => [
        "Limits saved. Price imports won't change them.",
        "已儲存限制。匯入價格時仍會保留。",
        "已保存限制。导入价格时仍会保留。",
    ];
    done_limits_taken_back => [
        "The limits of the price list apply again.",
        "已重新套用價目表的限制。",
        "已重新应用价目表的限制。",
    ];

    // Refusals.
    limits_impossible(product) => [
        "{product} couldn't be ordered within these limits. Enter a minimum of at least 1, and maximums that aren't below it.",
        "在這些限制內無法訂購 {product}。請輸入至少為 1 的最少數量，且最多數量不得低於該值。",
        "在这些限制内无法订购 {product}。请输入至少为 1 的最少数量，且最多数量不得低于该值。",
    ];
    limits_unpriced(product, minimum, maximum) => [
        "The price sheet has prices of {product} for {minimum} to {maximum} licenses per subscription. Enter limits within that range.",
        "價目表中 {product} 的價格適用於每項訂閱 {minimum} 到 {maximum} 個授權。請輸入此範圍內的限制。",
        "价目表中 {product} 的价格适用于每个订阅 {minimum} 到 {maximum} 个许可证。请输入此范围内的限制。",
    ];
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

    plan_not_sold(product, plan) => [
        "{product} isn't currently sold in this quantity with this plan: {plan}. Choose another term or billing plan.",
        "{product} 目前未以此數量和方案販售：{plan}。請選擇其他期限或計費方式。",
        "{product} 目前未以此数量和方案销售：{plan}。请选择其他期限或计费方式。",
    ];

    // Actions.
    manage_catalog => ["change the catalog", "變更目錄", "更改目录"];
}
