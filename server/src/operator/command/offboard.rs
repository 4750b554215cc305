use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::OrganizationId,
    organization::{Event, Offboard, Organization, StandingFacts, offboard},
    text::Reason,
};

use super::suspend::partner;
use crate::{
    operator::follow,
    organization::store::{self, Recorded},
    pipeline::{Command, CommandResult, Context, Unit},
    store::Stored,
};

/// Marks a direct-bill partner for offboarding, or takes that back.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeOffboarding {
    pub organization: OrganizationId,
    pub change: Offboard,
    pub reason: Reason,
}

impl Command for ChangeOffboarding {
    const NAME: &'static str = "change_offboarding";
    type Facts = (Organization, Recorded);
    type Decision = Vec<Event>;
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
    ) -> CommandResult<Vec<Event>> {
        let facts = StandingFacts {
            operator,
            organization: &recorded.stored.value,
        };
        let (actor, now) = (context.actor()?, context.now);
        Ok(offboard(facts, self.change, &self.reason, &actor, now)?)
    }

    async fn apply(
        &self,
        (_, mut recorded): Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut recorded.stored, &events).await?;
        let letter = follow::offboarding(&recorded.stored.value, &self.reason, unit.public_url());
        unit.send([letter]);
        Ok(())
    }
}

/// Records that the day of a partner's mark has come. The outcome says whether it had.
#[derive(Debug, Serialize)]
pub(crate) struct BeginOffboarding {
    pub organization: OrganizationId,
}

impl Command for BeginOffboarding {
    const NAME: &'static str = "begin_offboarding";
    type Facts = Option<Stored<Organization>>;
    type Decision = Option<Event>;
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        Ok(store::lock_for_change(unit.db, self.organization).await?)
    }

    fn decide(&self, stored: &Self::Facts, context: &Context) -> CommandResult<Option<Event>> {
        let stored = stored.as_ref();
        Ok(stored.and_then(|it| it.value.begins_offboarding(context.now)))
    }

    async fn apply(
        &self,
        stored: Self::Facts,
        event: Option<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let (Some(mut stored), Some(event)) = (stored, event) else {
            return Ok(false);
        };
        unit.apply_events(&mut stored, &[event]).await?;
        Ok(true)
    }
}
