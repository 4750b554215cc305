use serde::Serialize;
use tierline_core::{
    access::Action,
    directory::{self, Assignment, Event},
    ids::ListingId,
};

use crate::{
    directory::facts::Reviewing,
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
};

/// A reviewer takes a proposal, or gives it back.
#[derive(Debug, Serialize)]
pub(crate) struct AssignListing {
    pub id: ListingId,
    /// The proposal that was read.
    pub number: u32,
    pub assignment: Assignment,
}

impl Command for AssignListing {
    const NAME: &'static str = "assign_listing";
    type Facts = Reviewing;
    type Decision = Option<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ReviewListings]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Reviewing> {
        let own = unit.context.actor()?.organization;
        let known = (unit.now(), Hold::Locked);
        Reviewing::load(unit.db, own, self.id, known).await
    }

    fn decide(&self, facts: &Reviewing, context: &Context) -> CommandResult<Option<Event>> {
        let (actor, now) = (context.actor()?, context.now);
        Ok(directory::assign(
            facts.facts(),
            self.number,
            self.assignment,
            &actor,
            now,
        )?)
    }

    async fn apply(
        &self,
        mut facts: Reviewing,
        event: Option<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        if let Some(event) = event {
            unit.apply_events(&mut facts.listing, &[event]).await?;
        }
        Ok(())
    }
}
