//! A customer's commands for a relationship it has granted, and the creation of relationships.

mod ask;
mod change;
mod dates;
mod expire;
mod facts;
mod remind;
mod tenant_owner;

use tierline_core::{
    ids::RelationshipId,
    organization::Organization,
    relationship::{Event, Relationship},
};

use crate::{
    pipeline::{CommandResult, Unit, object::Beginning},
    relationship::store::Listed,
    store::Stored,
};

pub(crate) use ask::{ask_many, go_on_asking};
pub(crate) use change::Change;
pub(crate) use dates::{AnswerRenewal, SetDates};
pub(crate) use expire::Expire;
pub(crate) use facts::Facts;
pub(crate) use remind::RemindOfEnds;
pub(crate) use tenant_owner::ChangeTenantOwner;

/// Creates relationships of a customer, and refreshes its co-serving partners.
pub(crate) async fn establish(
    unit: &mut Unit<'_>,
    customer: &Organization,
    new: Vec<(RelationshipId, Event)>,
) -> CommandResult<()> {
    settle(unit, customer, &[], new).await
}

/// Creates relationships of a customer, or widens those that are among `before`. What has ended in the relationships
/// with these partners by itself, and is not written down yet, is written down first; nobody is told of it beside the
/// rights that are granted again.
pub(crate) async fn settle(
    unit: &mut Unit<'_>,
    customer: &Organization,
    before: &[Stored<Relationship>],
    changes: Vec<(RelationshipId, Event)>,
) -> CommandResult<()> {
    let now = unit.now();
    let mut new: Vec<Beginning<Relationship>> = Vec::new();
    let mut wider: Vec<(Stored<Relationship>, Vec<Event>)> = before
        .iter()
        .filter(|stored| is_concerned(&stored.value, &changes))
        .map(|stored| (stored.clone(), stored.value.lapse(now)))
        .collect();
    for (id, event) in changes {
        let known = wider.iter_mut().find(|(stored, _)| stored.value.id == id);
        let begun = new.iter_mut().find(|beginning| beginning.id == id);
        match (known, begun) {
            (Some((_, events)), _) => events.push(event),
            (None, Some(beginning)) => beginning.events.push(event),
            (None, None) => new.push(Beginning::of(id, event, Listed::of(customer))),
        }
    }
    for (stored, events) in &mut wider {
        unit.apply_events(stored, events).await?;
    }
    unit.create_all::<Relationship>(new).await?;
    Ok(super::co_serving::refresh_customer(unit.db, customer.id, now).await?)
}

/// Whether one of these changes is of this relationship, or begins another one with its partner.
fn is_concerned(relationship: &Relationship, changes: &[(RelationshipId, Event)]) -> bool {
    changes.iter().any(|(id, event)| {
        let begins_anew =
            matches!(event, Event::Established { partner, .. } if *partner == relationship.partner);
        *id == relationship.id || begins_anew
    })
}
