//! The tenant owner of a customer of the cloud platform.

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::RelationshipId,
    relationship::{Event, TenantOwnerChange, TenantOwnerFacts, change_tenant_owner},
};

use crate::{
    pipeline::{Command, CommandResult, Context, Unit},
    relationship::{Facts, store},
    store::Hold,
};

/// A customer makes a reseller tenant owner, or no longer.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeTenantOwner {
    pub id: RelationshipId,
    pub change: TenantOwnerChange,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Owning {
    facts: Facts,
    has_platform: bool,
}

impl Command for ChangeTenantOwner {
    const NAME: &'static str = "change_tenant_owner";
    type Facts = Owning;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        Action::ChangeTenantOwner.alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Owning> {
        let own = unit.context.actor()?.organization;
        let now = unit.now();
        let facts = Facts::load(unit.db, own, self.id, (now, Hold::Locked)).await?;
        let has_platform = store::has_platform(unit.db, facts.customer.id, now).await?;
        Ok(Owning {
            facts,
            has_platform,
        })
    }

    fn decide(&self, known: &Owning, context: &Context) -> CommandResult<Vec<Event>> {
        let (facts, now) = (&known.facts, context.now);
        // What has ended by itself is written down first.
        let mut events = facts.stored.value.lapse(now);
        let decide = TenantOwnerFacts {
            relationship: &facts.stored.value.clone().as_of(now),
            customer: &facts.customer,
            partner: &facts.partner,
            has_platform: known.has_platform,
        };
        let actor = context.actor()?;
        events.push(change_tenant_owner(decide, self.change, &actor, now)?);
        Ok(events)
    }

    async fn apply(
        &self,
        mut known: Owning,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        known.facts.carry_out(&events, None, unit).await
    }
}
