//! What is done for a customer rests on this: the caller's organization, the customer and their relationship.

use tierline_core::{
    access::CustomerFacts, ids::OrganizationId, organization::Organization,
    relationship::Relationship,
};

use super::store;
use crate::{
    organization::store as organizations,
    pipeline::{CommandError, CommandResult, Unit},
    store::Hold,
};

/// The caller's organization, the customer and their relationship; a customer's own, without one.
#[derive(Debug)]
pub(crate) struct About {
    pub organization: Organization,
    pub customer: Organization,
    relationship: Option<Relationship>,
}

impl About {
    /// A customer that the caller's organization has no relationship with is not there. A change of the customer's
    /// users waits until the transaction ends, and so does the end of a right.
    pub(crate) async fn load(
        unit: &mut Unit<'_>,
        customer: OrganizationId,
    ) -> CommandResult<About> {
        About::locked(unit, customer, None).await
    }

    /// The same for a change of the customer's users. Other such changes wait: whoever counts admins counts all of
    /// them.
    pub(crate) async fn load_for_users(
        unit: &mut Unit<'_>,
        customer: OrganizationId,
    ) -> CommandResult<About> {
        About::locked(unit, customer, Some(customer)).await
    }

    async fn locked(
        unit: &mut Unit<'_>,
        customer: OrganizationId,
        changing: Option<OrganizationId>,
    ) -> CommandResult<About> {
        let (own, now) = (unit.context.actor()?.organization, unit.now());
        if own != customer {
            // Nobody holds up what is done for somebody else's customer: asked again below, under the locks.
            let known = store::in_force(unit.db, own, customer, (now, Hold::Free)).await?;
            known.ok_or(CommandError::NotFound)?;
        }
        let both = organizations::lock(unit.db, [own, customer], changing, now).await?;
        let relationship = if own == customer {
            None
        } else {
            let known = store::in_force(unit.db, own, customer, (now, Hold::Locked)).await?;
            Some(known.ok_or(CommandError::NotFound)?)
        };
        Ok(About {
            organization: both.get(own)?.clone(),
            customer: both.get(customer)?.clone(),
            relationship,
        })
    }

    /// In core's form.
    pub(crate) fn facts(&self) -> CustomerFacts<'_> {
        CustomerFacts {
            organization: &self.organization,
            customer: &self.customer,
            relationship: self.relationship.as_ref(),
            providers: &[],
        }
    }
}
