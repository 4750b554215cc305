//! Orders for existing customers.

mod place;
mod tell;

use tierline_app::error::{FieldError, FieldProblem, PortalError};
use tierline_core::{
    Refusal,
    catalog::{Held, Product, check_quantity},
    event,
    ids::{OrderId, SkuId},
    order::{self, Line, Order, Ordered, Subscription},
};

pub(crate) use tell::{lines_of, total_of};

use crate::pipeline::{CommandError, CommandResult, Unit};

pub(crate) use place::Place;

/// The name of the field that a line's quantity is typed into.
pub(crate) fn field_of(sku: impl std::fmt::Display) -> String {
    tierline_app::route::line_field(sku)
}

/// Every line's own error by its field; core's refusal when it is about none of them.
pub(crate) fn by_line(
    refusal: Refusal,
    lines: &[(SkuId, u32)],
    products: &[(Product, Held)],
) -> PortalError {
    let errors: Vec<FieldError> = lines
        .iter()
        .filter_map(|(sku, quantity)| {
            let found = products.iter().find(|(product, _)| product.sku == *sku);
            let checked = match found {
                Some((product, held)) => check_quantity(product, *held, *quantity)
                    .map_err(|error| FieldProblem::of(error.code())),
                None => Err(FieldProblem::ProductNotSold),
            };
            checked
                .err()
                .map(|problem| FieldError::new(field_of(sku), problem))
        })
        .collect();
    let about_a_line = matches!(
        refusal,
        Refusal::ProductNotSold { .. }
            | Refusal::QuantityOutside { .. }
            | Refusal::CustomerMaximum { .. }
            | Refusal::OnePerCustomer { .. }
    );
    if about_a_line && !errors.is_empty() {
        PortalError::Invalid(errors)
    } else {
        refusal.into()
    }
}

/// The order and its subscriptions come into being, in the log of everyone concerned.
pub(crate) async fn placed(
    unit: &mut Unit<'_>,
    id: OrderId,
    (event, activated): Ordered,
) -> CommandResult<Vec<Subscription>> {
    let order = Order::evolve(id, None, &event).ok_or(CommandError::Inconsistent(
        "an order was decided that is none",
    ))?;
    crate::order::store::insert(unit.db, &order).await?;
    let mut concerned = vec![order.partner, order.customer];
    concerned.extend(order.partner_of_record);
    let mut events = vec![event::Event::Order { id, event }];
    let mut subscriptions = Vec::new();
    for (id, event) in activated {
        let new = Subscription::evolve(id, None, &event).ok_or(CommandError::Inconsistent(
            "a subscription was decided that is none",
        ))?;
        crate::order::store::insert_subscription(unit.db, &new).await?;
        events.push(event::Event::Subscription { id, event });
        subscriptions.push(new);
    }
    unit.record(events, concerned).await?;
    Ok(subscriptions)
}

/// The lines as core takes them, each with the id of the subscription that it brings about.
pub(crate) fn with_ids(unit: &Unit<'_>, lines: &[(SkuId, u32)]) -> Vec<Line> {
    lines
        .iter()
        .map(|(sku, quantity)| Line {
            sku: *sku,
            quantity: *quantity,
            subscription: unit.new_id(),
        })
        .collect()
}

/// Does core let these lines pass?
pub(crate) fn check(
    lines: &[(SkuId, u32)],
    products: &[(Product, Held)],
) -> Result<(), PortalError> {
    order::check_lines(lines, products).map_err(|refusal| by_line(refusal, lines, products))
}
