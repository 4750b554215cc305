//! Orders for existing customers.

mod place;

use tierline_app::{
    catalog::model::{LineKey, OrderLine},
    error::{FieldError, FieldProblem},
};
use tierline_core::{
    Refusal,
    catalog::{Held, Product},
    ids::OrderId,
    money::Money,
    order::{self, Line, Order, Ordered, Wanted},
    subscription::{Subscription, settle},
};

use crate::{
    pipeline::{CommandError, CommandResult, Unit, object::Beginning},
    subscription::store::charge,
};

pub(crate) use place::Place;

/// The name of a line's quantity field.
fn field_of(line: &Wanted) -> String {
    let Wanted { sku, plan, .. } = *line;
    tierline_app::route::line_field(LineKey { sku, plan })
}

/// An error for each line, by its field; core's refusal if it concerns no line.
pub(crate) fn by_line(
    refusal: Refusal,
    lines: &[Wanted],
    products: &[(Product, Held)],
) -> CommandError {
    let wrong = |(index, line): (usize, &Wanted)| {
        let earlier = lines.get(..index).unwrap_or_default();
        match order::check_line(line, earlier, products) {
            Err(Refusal::Catalog(error)) => {
                Some(FieldError::new(field_of(line), FieldProblem::from(&error)))
            }
            _ => None,
        }
    };
    let errors: Vec<FieldError> = lines.iter().enumerate().filter_map(wrong).collect();
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
pub(crate) fn with_ids(unit: &Unit<'_>, lines: &[OrderLine]) -> Vec<Line> {
    let line = |line: &OrderLine| Line {
        plan: line.plan,
        base: line.base,
        ..Line::of(line.sku, line.quantity, unit.new_id())
    };
    lines.iter().map(line).collect()
}

/// Says at the field of each line of a first order why it cannot be ordered, of those that cannot.
pub(crate) fn quoted(
    lines: &[Line],
    quotes: Vec<Result<Option<Money>, Refusal>>,
) -> Result<(), CommandError> {
    if lines.is_empty() {
        return Err(Refusal::from(order::Refusal::NoLines).into());
    }
    let wanted = order::wanted(lines);
    let wrong = |(line, quote): (&Wanted, Result<Option<Money>, Refusal>)| {
        let problem = match quote.err()? {
            Refusal::Catalog(refusal) => FieldProblem::from(&refusal),
            Refusal::Order(order::Refusal::BaseMissing { .. }) => FieldProblem::BaseMissing,
            _ => FieldProblem::NotValid,
        };
        Some(FieldError::new(field_of(line), problem))
    };
    let errors: Vec<FieldError> = wanted.iter().zip(quotes).filter_map(wrong).collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(CommandError::Invalid(errors))
    }
}
