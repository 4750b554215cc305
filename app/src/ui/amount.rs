//! Money and quantities.

use leptos::prelude::*;
use tierline_core::money::Money;

use crate::i18n::{money, number};

/// An amount of money with its currency.
#[component]
pub fn Amount(
    /// The amount.
    money: Money,
) -> impl IntoView {
    let decimals = u32::from(money.currency.minor_units());
    view! { <span class="amount">{self::money(money.currency.code(), money.minor, decimals)}</span> }
}

/// A whole number, grouped by thousands.
#[component]
pub fn Count(
    /// The number.
    n: u64,
) -> impl IntoView {
    view! { <span class="amount">{number(i64::try_from(n).unwrap_or(i64::MAX))}</span> }
}
