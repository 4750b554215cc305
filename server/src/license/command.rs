//! Changes of who holds a customer's licenses.

mod assign;
mod release;
mod withdraw;

pub(crate) use self::{assign::AssignLicenses, release::release, withdraw::WithdrawLicenses};

use tierline_core::{
    access::CustomerFacts,
    ids::{AssignmentId, OrganizationId},
    license::{Assignment, Event},
    organization::Organization,
    relationship::Relationship,
};

use super::store;
use crate::{
    organization::store as organizations,
    pipeline::{CommandError, CommandResult, Unit},
    relationship::store as relationships,
    store::{Hold, Stored},
};

/// The caller's organization, the customer and their relationship; a customer's own, without one.
#[derive(Debug)]
struct About {
    organization: Organization,
    customer: Organization,
    relationship: Option<Relationship>,
}

impl About {
    /// A customer that the caller's organization has no relationship with is not there. A change of the customer's
    /// users waits until the transaction ends, and so does the end of a right.
    async fn load(unit: &mut Unit<'_>, customer: OrganizationId) -> CommandResult<About> {
        let (own, now) = (unit.context.actor()?.organization, unit.now());
        if own != customer {
            // Nobody holds up what is done for somebody else's customer: asked again below, under the locks.
            let known = relationships::in_force(unit.db, own, customer, Hold::Free).await?;
            known.ok_or(CommandError::NotFound)?;
        }
        let both = organizations::lock(unit.db, [own, customer], None, now).await?;
        let relationship = if own == customer {
            None
        } else {
            let known = relationships::in_force(unit.db, own, customer, Hold::Locked).await?;
            Some(known.ok_or(CommandError::NotFound)?)
        };
        Ok(About {
            organization: both.get(own)?.clone(),
            customer: both.get(customer)?.clone(),
            relationship,
        })
    }

    fn facts(&self) -> CustomerFacts<'_> {
        CustomerFacts {
            organization: &self.organization,
            customer: &self.customer,
            relationship: self.relationship.as_ref(),
            providers: &[],
        }
    }
}

/// Applies these events to those of the assignments that they are of, and stores all in one statement.
async fn happen(
    unit: &mut Unit<'_>,
    assignments: Vec<Stored<Assignment>>,
    events: Vec<(AssignmentId, Event)>,
) -> CommandResult<()> {
    let mut changed = Vec::with_capacity(events.len());
    let mut assignments = assignments;
    for (id, event) in events {
        let place = assignments.iter().position(|it| it.value.id == id);
        let place = place.ok_or(CommandError::Inconsistent("an event of no assignment"))?;
        let mut assignment = assignments.swap_remove(place);
        let from = unit.advance(&mut assignment, &[event]);
        changed.push((assignment, from));
    }
    if changed.is_empty() {
        return Ok(());
    }
    let all: Vec<_> = changed.iter().map(|(it, from)| (it, *from)).collect();
    if store::save_all(unit.db, &all).await? {
        Ok(())
    } else {
        Err(CommandError::Conflict)
    }
}
