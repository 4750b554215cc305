use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::RelationshipId,
    relationship::{self, Event},
    text::Reason,
};

use crate::{
    pipeline::{Command, CommandResult, Context, Unit},
    relationship::Facts,
    store::Hold,
};

/// A change by the customer of a relationship that it has granted.
#[derive(Debug, Serialize)]
pub(crate) struct Change {
    pub id: RelationshipId,
    pub what: relationship::Command,
    /// What the partner is told beside it.
    pub text: Option<Reason>,
}

impl Command for Change {
    const NAME: &'static str = "end_relationship";
    type Facts = Facts;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.what.action().alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let held = (unit.now(), Hold::Locked);
        Facts::load(unit.db, own, self.id, held).await
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Vec<Event>> {
        let asked = facts.of(&facts.stored.value);
        let (actor, now) = (context.actor()?, context.now);
        Ok(relationship::decide(asked, self.what, &actor, now)?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        facts.carry_out(&events, self.text.as_ref(), unit).await
    }
}
