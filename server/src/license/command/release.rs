use tierline_core::{
    account::User, actor::Actor, ids::OrganizationId, license, license::Assignment,
};

use super::happen;
use crate::{
    license::store,
    pipeline::{CommandResult, Unit},
};

/// A part of removing a user: what it held is free from then on.
pub(crate) async fn release(
    unit: &mut Unit<'_>,
    customer: OrganizationId,
    user: &User,
    actor: &Actor,
) -> CommandResult<()> {
    let held = store::held_by(unit.db, customer, user.id).await?;
    let assignments: Vec<Assignment> = held.iter().map(|it| it.value.clone()).collect();
    let released = license::release(customer, user, &assignments, actor, unit.now());
    happen(unit, held, released).await
}
