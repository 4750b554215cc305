//! Money and quantities.

use leptos::prelude::*;
use tierline_core::money::Money;

use crate::i18n::{money, number};

/// An amount of money with its currency.
#[component]
pub fn Amount(
    /// The amount.
    money: Money,
    /// Without the currency, which stands in the head of the column.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let decimals = u32::from(money.currency.minor_units());
    let currency = money.currency.code();
    let amount = self::money(currency, money.minor, decimals);
    let shown = if bare {
        amount.trim_start_matches(currency).trim_start().to_owned()
    } else {
        amount
    };
    view! { <span class="amount">{shown}</span> }
}

/// A whole number, grouped by thousands.
#[component]
pub fn Count(
    /// The number.
    n: u64,
) -> impl IntoView {
    view! { <span class="amount">{number(n)}</span> }
}
