//! Orders for existing customers.

mod place;

use tierline_app::error::{FieldError, FieldProblem};
use tierline_core::{
    Refusal,
    catalog::{Held, Product, check_quantity},
    ids::{OrderId, SkuId},
    order::{self, Line, Order, Ordered},
    subscription::{Subscription, settle},
};

use crate::{
    pipeline::{CommandError, CommandResult, Unit, object::Beginning},
    subscription::store::charge,
};

pub(crate) use place::Place;

/// The name of a line's quantity field.
pub(crate) fn field_of(sku: impl std::fmt::Display) -> String {
    tierline_app::route::line_field(sku)
}

/// An error for each line, by its field; core's refusal if it concerns no line.
pub(crate) fn by_line(
    refusal: Refusal,
    lines: &[(SkuId, u32)],
    products: &[(Product, Held)],
) -> CommandError {
    let errors: Vec<FieldError> = lines
        .iter()
        .filter_map(|(sku, quantity)| {
            let found = products.iter().find(|(product, _)| product.sku == *sku);
            let checked = match found {
                Some((product, held)) => check_quantity(product, *held, *quantity)
                    .map(drop)
                    .map_err(|error| FieldProblem::from(&error)),
                None => Err(FieldProblem::ProductNotSold),
            };
            checked
                .err()
                .map(|problem| FieldError::new(field_of(sku), problem))
        })
        .collect();
    let about_a_line = matches!(refusal, Refusal::Catalog(_));
    if about_a_line && !errors.is_empty() {
        CommandError::Invalid(errors)
    } else {
        refusal.into()
    }
}

/// Creates the order and its subscriptions, with what is charged for them.
pub(crate) async fn placed(
    unit: &mut Unit<'_>,
    id: OrderId,
    (event, activated): Ordered,
) -> CommandResult<Vec<Subscription>> {
    unit.create::<Order>(Beginning::of(id, event, ())).await?;
    let charges = settle(&[], &activated, &[]);
    let activated = activated
        .into_iter()
        .map(|(id, event)| Beginning::of(id, event, ()));
    let subscriptions = unit.create_all(activated.collect()).await?;
    charge(unit.db, &charges).await?;
    Ok(subscriptions)
}

/// The lines in core's form, each with the id of its new subscription.
pub(crate) fn with_ids(unit: &Unit<'_>, lines: &[(SkuId, u32)]) -> Vec<Line> {
    lines
        .iter()
        .map(|(sku, quantity)| Line::of(*sku, *quantity, unit.new_id()))
        .collect()
}

/// Whether core allows these lines.
pub(crate) fn check(
    lines: &[(SkuId, u32)],
    products: &[(Product, Held)],
) -> Result<(), CommandError> {
    order::check_lines(lines, products)
        .map(drop)
        .map_err(|refusal| by_line(refusal, lines, products))
}
