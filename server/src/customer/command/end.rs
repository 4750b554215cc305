//! A customer's change of a relationship, with what follows for its subscriptions.

use serde::Serialize;
use tierline_core::{access::Action, relationship::Event};

use crate::{
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::{command::Change, store::sides},
    subscription::command::follow_right,
};

/// The change, after which no partner stays the designated contact of what it can support no more.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct End(pub Change);

impl Command for End {
    const NAME: &'static str = Change::NAME;
    type Facts = <Change as Command>::Facts;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.0.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        self.0.facts(unit).await
    }

    fn decide(&self, facts: &Self::Facts, context: &Context) -> CommandResult<Vec<Event>> {
        self.0.decide(facts, context)
    }

    async fn apply(
        &self,
        facts: Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let own = unit.context.actor()?.organization;
        let sides = sides(unit.db, own, self.0.id).await?;
        let (partner, customer) = sides.ok_or(CommandError::NotFound)?;
        self.0.apply(facts, events, unit).await?;
        follow_right(unit, partner, customer).await
    }
}
