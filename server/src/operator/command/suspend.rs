use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::OrganizationId,
    organization::{Event, Organization, SuspendFacts, lift, suspend},
    text::Reason,
};

use crate::{
    operator::follow,
    organization::store,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// Suspends a partner, or lifts that.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeSuspension {
    pub organization: OrganizationId,
    pub suspend: bool,
    pub reason: Reason,
}

impl Command for ChangeSuspension {
    const NAME: &'static str = "change_suspension";
    type Facts = (Organization, Stored<Organization>, bool);
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageOrganizations]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let known = store::these(unit.db, [own], (unit.context.now, Hold::Locked)).await?;
        let recorded = store::record_for_change(unit.db, self.organization).await?;
        let recorded = recorded.ok_or(CommandError::NotFound)?;
        let enrollment_suspended = recorded.enrollment_suspended(unit.context.now);
        Ok((
            known.get(own)?.clone(),
            recorded.stored,
            enrollment_suspended,
        ))
    }

    fn decide(
        &self,
        (operator, organization, enrollment_suspended): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Event> {
        let facts = SuspendFacts {
            operator,
            organization: &organization.value,
            enrollment_suspended: *enrollment_suspended,
        };
        let (actor, now) = (context.actor()?, context.now);
        Ok(if self.suspend {
            suspend(facts, &self.reason, &actor, now)?
        } else {
            lift(facts, &self.reason, &actor, now)?
        })
    }

    async fn apply(
        &self,
        (_, mut organization, _): Self::Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut organization, &[event]).await?;
        let letter = follow::suspension(
            &organization.value,
            self.suspend,
            &self.reason,
            unit.public_url(),
        );
        unit.send([letter]);
        Ok(())
    }
}
