use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::OrganizationId,
    organization::{Capability, Event, Organization, StandingFacts, SuspendedBy, lift, suspend},
    text::Reason,
};

use crate::{
    operator::{facts::standing, follow},
    organization::store::Recorded,
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
};

/// Suspends a partner, or lifts that.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeSuspension {
    pub organization: OrganizationId,
    pub suspend: bool,
    pub reason: Reason,
}

/// The operator of the actor, and a partner that it decides about, locked.
pub(super) async fn partner(
    unit: &mut Unit<'_>,
    id: OrganizationId,
) -> CommandResult<(Organization, Recorded)> {
    let (own, held) = (
        unit.context.actor()?.organization,
        (unit.context.now, Hold::Locked),
    );
    standing(unit.db, own, id, held).await
}

impl Command for ChangeSuspension {
    const NAME: &'static str = "change_suspension";
    type Facts = (Organization, Recorded);
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageOrganizations]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        partner(unit, self.organization).await
    }

    fn decide(
        &self,
        (operator, recorded): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Event> {
        let facts = StandingFacts {
            operator,
            organization: &recorded.stored.value,
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
        (_, mut recorded): Self::Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut recorded.stored, &[event]).await?;
        let organization = recorded.at(unit.now());
        let by = organization.suspended_by(Capability::IndirectReseller);
        let letter = follow::suspension(
            &organization,
            (self.suspend, by.contains(&SuspendedBy::Enrollment)),
            &self.reason,
            unit.public_url(),
        );
        unit.send([letter]);
        Ok(())
    }
}
