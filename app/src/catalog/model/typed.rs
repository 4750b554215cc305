//! Lines of an order, from what was typed.

use std::collections::BTreeMap;

use tierline_core::{
    ids::{SkuId, SubscriptionId},
    money::{MoneyError, Quantity},
    order::Shown,
};

use super::{LineKey, OrderLine};
use crate::{
    error::{FieldError, FieldErrors, FieldProblem},
    route,
};

/// The lines of a first order with their quantities as numbers, from SKUs with quantities as typed. The fields of lines
/// are named by [`route::line_field`].
///
/// # Errors
/// Each quantity that is no whole number, or larger than any. A malformed SKU is one that is not sold, as an unknown
/// one.
pub fn quantities<'a>(
    lines: impl IntoIterator<Item = (&'a String, &'a String)>,
) -> Result<Vec<(SkuId, u32)>, Vec<FieldError>> {
    let mut errors = FieldErrors::default();
    let mut parsed = Vec::new();
    for (sku, quantity) in lines {
        let Ok(id) = sku.parse::<SkuId>() else {
            errors.wrong(route::line_field(sku), FieldProblem::ProductNotSold);
            continue;
        };
        if let Some(quantity) = number(route::line_field(id), quantity, &mut errors) {
            parsed.push((id, quantity));
        }
    }
    errors.finish(Some(parsed))
}

/// The lines of an order, from quantities as typed, the subscriptions chosen for add-ons, and what each was shown to
/// cost, all by the keys of lines.
///
/// # Errors
/// As [`quantities`]. A malformed key is that of a product that is not sold.
pub fn order_lines(
    lines: &BTreeMap<String, String>,
    bases: &BTreeMap<String, String>,
    shown: &BTreeMap<String, Shown>,
) -> Result<Vec<OrderLine>, Vec<FieldError>> {
    let mut errors = FieldErrors::default();
    let mut parsed = Vec::new();
    for (text, quantity) in lines {
        let Some(key) = LineKey::parse(text) else {
            errors.wrong(route::line_field(text), FieldProblem::ProductNotSold);
            continue;
        };
        let base = bases.get(text).map_or("", String::as_str);
        let base = match base.parse::<SubscriptionId>() {
            Ok(base) => Some(base),
            Err(_) if base.is_empty() => None,
            Err(_) => {
                errors.wrong(route::base_field(key), FieldProblem::NotValid);
                continue;
            }
        };
        if let Some(quantity) = number(route::line_field(key), quantity, &mut errors) {
            parsed.push(OrderLine {
                sku: key.sku,
                quantity,
                plan: key.plan,
                base,
                shown: shown.get(text).copied(),
            });
        }
    }
    errors.finish(Some(parsed))
}

fn number(field: String, text: &str, errors: &mut FieldErrors) -> Option<u32> {
    match Quantity::parse(text) {
        Ok(quantity) => return Some(quantity.get()),
        // More than any product allows; its limits stand beside the field.
        Err(MoneyError::TooLarge) => errors.wrong(field, FieldProblem::QuantityOutside),
        Err(_) => errors.wrong(field, FieldProblem::NotANumber),
    }
    None
}

#[cfg(test)]
mod tests {
    use tierline_core::term::{Plan, Term};

    use super::*;

    #[test]
    fn quantities_are_whole_numbers() {
        let sku = "d2dea78b-507c-4e56-b400-39447f4738f8";
        let line = |quantity: &str| [(sku.to_owned(), quantity.to_owned())];
        let parsed = |lines: &[(String, String)]| {
            quantities(lines.iter().map(|(sku, quantity)| (sku, quantity)))
        };
        // As the picker reads it in the browser.
        let ten = parsed(&line("１０")).unwrap();
        assert_eq!(ten, [(sku.parse().unwrap(), 10)]);
        for wrong in ["many", "+5", "0", "2.5"] {
            assert_eq!(
                parsed(&line(wrong)),
                Err(vec![FieldError::new(
                    route::line_field(sku),
                    FieldProblem::NotANumber
                )])
            );
        }
        assert_eq!(
            parsed(&line("999999999999")),
            Err(vec![FieldError::new(
                route::line_field(sku),
                FieldProblem::QuantityOutside
            )])
        );
        let unknown = [("many".to_owned(), "5".to_owned())];
        assert_eq!(
            parsed(&unknown),
            Err(vec![FieldError::new(
                route::line_field("many"),
                FieldProblem::ProductNotSold
            )])
        );
    }

    #[test]
    fn a_line_of_an_order_has_a_plan_a_base_and_what_was_shown() {
        let sku = "d2dea78b-507c-4e56-b400-39447f4738f8";
        let key = format!("{sku}.month-monthly");
        let one = |value: &str| BTreeMap::from([(key.clone(), value.to_owned())]);
        let shown = Shown { price: None };
        let all = BTreeMap::from([(key.clone(), shown)]);
        let base = "0190a6a5-94a0-7000-8000-000000000060";
        let lines = order_lines(&one("5"), &one(base), &all).unwrap();
        let expected = OrderLine {
            plan: Plan {
                term: Term::Month,
                ..Plan::DEFAULT
            },
            base: Some(base.parse().unwrap()),
            shown: Some(shown),
            ..OrderLine::from((sku.parse().unwrap(), 5))
        };
        assert_eq!(lines, [expected]);
        let none = BTreeMap::new();
        assert_eq!(
            order_lines(&one("5"), &one(""), &none).unwrap()[0].base,
            None
        );
        // One that cannot be a subscription is none of the customer's.
        let wrong = order_lines(&one("5"), &one("many"), &none);
        assert_eq!(
            wrong,
            Err(vec![FieldError::new(
                route::base_field(&key),
                FieldProblem::NotValid
            )])
        );
        let wrong = order_lines(&one("-5"), &none, &none);
        assert_eq!(
            wrong,
            Err(vec![FieldError::new(
                route::line_field(&key),
                FieldProblem::NotANumber
            )])
        );
    }
}
