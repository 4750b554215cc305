//! Prices in a column whose head names their currency.

use leptos::prelude::*;
use tierline_core::{market::Currency, money::Money, term::Plan};

use super::total::for_term;
use crate::{catalog::words, context::use_lang, i18n::Lang, ui::Amount};

/// The currency of these prices: that of the customer. None if there is none among them.
pub(crate) fn currency(prices: impl IntoIterator<Item = Option<Money>>) -> Option<Currency> {
    let mut prices = prices.into_iter().flatten();
    prices.next().map(|price| price.currency)
}

/// The head of a column of amounts.
pub(crate) fn in_currency(head: &str, currency: Option<Currency>) -> String {
    currency.map_or_else(
        || head.to_owned(),
        |currency| format!("{head} ({})", currency.code()),
    )
}

/// What the reader's organization pays for a license, below what the customer is charged. Nobody else is told.
pub(crate) fn paid(lang: Lang, partner: Option<Money>, plan: Plan) -> Option<AnyView> {
    let says = words::you_pay(lang, for_term(lang, partner?, plan));
    Some(view! { <div class="muted">{says}</div> }.into_any())
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
