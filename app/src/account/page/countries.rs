//! A choice of countries.

use tierline_core::market::Country;

use crate::{
    i18n::{Lang, market},
    ui::Choice,
};

/// The countries that may be chosen, by their names in the reader's language.
pub fn countries(lang: Lang, may_be: impl Fn(Country) -> bool) -> Vec<Choice> {
    Country::all_by_name(market::language(lang))
        .filter(|country| may_be(*country))
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect()
}
