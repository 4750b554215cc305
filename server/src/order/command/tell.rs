//! Orders in mails.

use tierline_app::i18n;
use tierline_core::{
    catalog::{Held, Product},
    money::{Money, Quantity},
    order::Line,
};

use crate::mail::OrderLine;

/// What was ordered, line by line.
pub(crate) fn lines_of(lines: &[Line], products: &[(Product, Held)]) -> Vec<OrderLine> {
    lines
        .iter()
        .filter_map(|line| {
            let (product, _) = products
                .iter()
                .find(|(product, _)| product.sku == line.sku)?;
            let amount = amount_of(line, product).map_or_else(|| "–".to_owned(), written);
            Some(OrderLine {
                product: product.name.clone(),
                quantity: line.quantity,
                amount,
            })
        })
        .collect()
}

/// The sum for a month, if every line has a price.
pub(crate) fn total_of(lines: &[Line], products: &[(Product, Held)]) -> String {
    let amounts = lines.iter().map(|line| {
        let (product, _) = products
            .iter()
            .find(|(product, _)| product.sku == line.sku)?;
        amount_of(line, product)
    });
    let total = amounts
        .reduce(|sum, amount| sum?.plus(amount?).ok())
        .flatten();
    total.map_or_else(|| "–".to_owned(), written)
}

fn amount_of(line: &Line, product: &Product) -> Option<Money> {
    product
        .price?
        .times(Quantity::new(line.quantity).ok()?)
        .ok()
}

fn written(amount: Money) -> String {
    i18n::money(
        amount.currency.code(),
        amount.minor,
        amount.currency.minor_units().into(),
    )
}
