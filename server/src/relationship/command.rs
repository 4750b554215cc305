//! A customer's commands for a relationship it has granted, and the creation of relationships.

mod change;
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

pub(crate) use change::Change;
pub(crate) use tenant_owner::ChangeTenantOwner;

/// Creates relationships of a customer, and refreshes its co-serving partners.
pub(crate) async fn establish(
    unit: &mut Unit<'_>,
    customer: &Organization,
    new: Vec<(RelationshipId, Event)>,
) -> CommandResult<()> {
    settle(unit, customer, &[], new).await
}

/// Creates relationships of a customer, or widens those that are among `before`.
pub(crate) async fn settle(
    unit: &mut Unit<'_>,
    customer: &Organization,
    before: &[Stored<Relationship>],
    changes: Vec<(RelationshipId, Event)>,
) -> CommandResult<()> {
    let mut new = Vec::new();
    for (id, event) in changes {
        match before.iter().find(|stored| stored.value.id == id) {
            Some(stored) => unit.apply_events(&mut stored.clone(), &[event]).await?,
            None => new.push(Beginning::of(id, event, Listed::of(customer))),
        }
    }
    unit.create_all::<Relationship>(new).await?;
    let now = unit.now();
    Ok(super::co_serving::refresh_customer(unit.db, customer.id, now).await?)
}
