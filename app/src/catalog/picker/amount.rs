//! Prices in a column whose head names their currency.

use leptos::prelude::*;
use tierline_core::{catalog::Product, market::Currency, money::Money};

use crate::{catalog::words, context::use_lang, ui::Amount};

/// The currency of these products' prices: that of the customer. None if none of them has a price.
pub(crate) fn currency<'a>(products: impl IntoIterator<Item = &'a Product>) -> Option<Currency> {
    products
        .into_iter()
        .find_map(|product| Some(product.price?.currency))
}

/// The head of a column of amounts.
pub(crate) fn in_currency(head: &str, currency: Option<Currency>) -> String {
    currency.map_or_else(
        || head.to_owned(),
        |currency| format!("{head} ({})", currency.code()),
    )
}

/// A price in such a column.
#[component]
pub(crate) fn Price(
    /// The price, if the product has one.
    price: Option<Money>,
) -> impl IntoView {
    let lang = use_lang();
    match price {
        Some(money) => view! { <Amount money=money bare=true/> }.into_any(),
        None => view! { <span class="muted">{words::no_price(lang)}</span> }.into_any(),
    }
}
