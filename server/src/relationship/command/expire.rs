use serde::Serialize;
use tierline_core::{
    ids::{OrganizationId, RelationshipId},
    relationship::Event,
};

use crate::{
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::Facts,
    store::Hold,
};

/// Writes down what has ended by itself in a relationship. The outcome says whether anything had.
#[derive(Debug, Serialize)]
pub(crate) struct Expire {
    pub customer: OrganizationId,
    pub id: RelationshipId,
}

impl Command for Expire {
    const NAME: &'static str = "expire_rights";
    type Facts = Option<Facts>;
    type Decision = Vec<Event>;
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Option<Facts>> {
        let held = (unit.now(), Hold::Locked);
        match Facts::load(unit.db, self.customer, self.id, held).await {
            Ok(facts) => Ok(Some(facts)),
            Err(CommandError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn decide(&self, facts: &Option<Facts>, context: &Context) -> CommandResult<Vec<Event>> {
        let over = |facts: &Facts| facts.stored.value.lapse(context.now);
        Ok(facts.as_ref().map(over).unwrap_or_default())
    }

    async fn apply(
        &self,
        facts: Option<Facts>,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let Some(mut facts) = facts.filter(|_| !events.is_empty()) else {
            return Ok(false);
        };
        facts.carry_out(&events, None, unit).await?;
        Ok(true)
    }
}
