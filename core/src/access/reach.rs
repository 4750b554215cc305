//! What is out of the reach of a user whose rights are narrowed to groups of customers.

use super::Refusal;
use crate::{actor::Actor, ids::CustomerGroupId, organization::Organization};

/// Whether a customer with these groups, or a request to one, is in the actor's reach.
///
/// # Errors
/// [`Refusal::OutOfReach`].
pub(crate) fn within(
    organization: &Organization,
    actor: &Actor,
    groups: impl IntoIterator<Item = CustomerGroupId>,
) -> Result<(), Refusal> {
    if actor.reach().includes(groups) {
        Ok(())
    } else {
        Err(Refusal::OutOfReach {
            organization: organization.party(),
        })
    }
}

/// Whether the actor's rights are over all customers. Whoever is narrowed manages neither users nor groups: by another
/// user, or another group, it could widen its own reach.
///
/// # Errors
/// [`Refusal::ReachNarrowed`].
pub(crate) fn over_all(organization: &Organization, actor: &Actor) -> Result<(), Refusal> {
    if actor.reach().is_all() {
        Ok(())
    } else {
        Err(Refusal::ReachNarrowed {
            organization: organization.party(),
        })
    }
}
