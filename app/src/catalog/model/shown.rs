//! What lines were shown to cost, as a form keeps it until it is submitted.

#[cfg(feature = "ssr")]
use std::collections::BTreeMap;

use tierline_core::money::Money;
#[cfg(feature = "ssr")]
use tierline_core::{market::Currency, order::Shown};

use super::LineKey;

/// The price of one license for the term, of each line: `LINE=MINOR.CURRENCY`, or `LINE=` of a product without a price.
pub(crate) fn shown_text(lines: impl Iterator<Item = (LineKey, Option<Money>)>) -> String {
    let shown = lines.map(|(key, price)| {
        let price = price.map_or_else(String::new, written);
        format!("{key}={price}")
    });
    shown.collect::<Vec<_>>().join(",")
}

fn written(price: Money) -> String {
    format!("{}.{}", price.minor, price.currency.code())
}

/// The same by line; none if it is nothing that the form has written.
#[cfg(feature = "ssr")]
pub(crate) fn read_shown(text: &str) -> Option<BTreeMap<String, Shown>> {
    let lines = text.split(',').filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (key, price) = line.split_once('=')?;
            let price = match price {
                "" => None,
                price => Some(money(price)?),
            };
            Some((key.to_owned(), Shown { price }))
        })
        .collect()
}

#[cfg(feature = "ssr")]
fn money(text: &str) -> Option<Money> {
    let (minor, currency) = text.split_once('.')?;
    let currency = Currency::parse(currency).ok()?;
    Some(Money::new(minor.parse().ok()?, currency))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_price_that_was_shown_comes_back() {
        let euro = Money::new(6_720, Currency::Eur);
        let read = read_shown(&format!("a={},b=", written(euro))).unwrap();
        assert_eq!(read["a"], Shown { price: Some(euro) });
        assert_eq!(read["b"], Shown { price: None });
        assert_eq!(read_shown("").unwrap().len(), 0);
        for wrong in ["a", "a=1", "a=x.EUR", "a=1.XXX", "a=1.5.EUR"] {
            assert_eq!(read_shown(wrong), None, "{wrong}");
        }
    }
}
