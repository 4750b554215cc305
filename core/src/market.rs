//! Markets: countries and territories, the region of each, and the currency in which customers there pay.
//!
//! The legal location decides the region. A reseller can partner only with providers of its region and sell
//! only to customers of its region, in the currency of the customer's country ("Partner with indirect providers
//! in the CSP program"). The data is the page "Cloud Solution Provider program regional markets and currencies" as of
//! 2021-04-15, in `data/markets.csv`; it is read at compile time, so that nothing is parsed at run time. A few
//! countries have no currency there: nothing can be sold in them.

mod country;
mod currency;
#[cfg(feature = "market-names")]
mod find;
mod language;
#[cfg(feature = "market-names")]
mod names;
mod order;
mod region;
mod table;
#[cfg(test)]
mod tests;

pub use country::{Country, UnknownCountry};
pub use currency::{Currency, UnknownCurrency};
#[cfg(feature = "market-names")]
pub use find::NoCountry;
pub use language::Language;
pub use region::Region;

/// Whether two countries are in one region, so that organizations there can partner and sell to each other.
///
/// ```
/// use tierline_core::market::{Country, same_region};
/// let (germany, france, taiwan) = (Country::parse("DE")?, Country::parse("FR")?, Country::parse("TW")?);
/// assert!(same_region(germany, france));
/// assert!(!same_region(germany, taiwan));
/// # Ok::<(), tierline_core::market::UnknownCountry>(())
/// ```
#[must_use]
pub const fn same_region(first: Country, second: Country) -> bool {
    first.region() as u8 == second.region() as u8
}

/// The currency that customers of a country pay in; `None` where nothing is sold.
///
/// ```
/// use tierline_core::market::{Country, Currency, currency_of};
/// assert_eq!(currency_of(Country::parse("TW")?), Some(Currency::Twd));
/// assert_eq!(currency_of(Country::parse("VA")?), None);
/// # Ok::<(), tierline_core::market::UnknownCountry>(())
/// ```
#[must_use]
pub const fn currency_of(country: Country) -> Option<Currency> {
    country.currency()
}
