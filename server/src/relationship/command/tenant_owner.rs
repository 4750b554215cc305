//! The tenant owner of a customer of the cloud platform.

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::RelationshipId,
    organization::Organization,
    relationship::{Event, Relationship, TenantOwnerChange, TenantOwnerFacts, change_tenant_owner},
};

use crate::{
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::{follow, store},
    store::{Hold, Stored},
};

/// A customer makes a reseller tenant owner, or no longer.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeTenantOwner {
    pub id: RelationshipId,
    pub change: TenantOwnerChange,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    stored: Stored<Relationship>,
    customer: Organization,
    partner: Organization,
    has_platform: bool,
}

impl Command for ChangeTenantOwner {
    const NAME: &'static str = "change_tenant_owner";
    type Facts = Facts;
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        Action::ChangeTenantOwner.alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let sides = store::sides(unit.db, own, self.id).await?;
        let (partner, customer) = sides.ok_or(CommandError::NotFound)?;
        let organizations =
            crate::organization::store::lock(unit.db, [customer, partner], None, unit.context.now)
                .await?;
        let stored = store::own(unit.db, own, self.id, Hold::Locked).await?;
        Ok(Facts {
            stored: stored.ok_or(CommandError::NotFound)?,
            has_platform: store::has_platform(unit.db, customer).await?,
            customer: organizations.get(customer)?.clone(),
            partner: organizations.get(partner)?.clone(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Event> {
        let decide = TenantOwnerFacts {
            relationship: &facts.stored.value,
            customer: &facts.customer,
            partner: &facts.partner.party(),
            has_platform: facts.has_platform,
        };
        let actor = context.actor()?;
        Ok(change_tenant_owner(
            decide,
            self.change,
            &actor,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let events = [event];
        unit.apply_events(&mut facts.stored, &events).await?;
        let (customer, url) = (facts.customer.party(), unit.public_url());
        let letters = follow::letters(&events, &facts.stored.value, &customer, None, url);
        unit.send(letters);
        Ok(())
    }
}
