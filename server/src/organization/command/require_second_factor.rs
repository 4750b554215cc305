use serde::Serialize;
use tierline_app::form::mark::{Mark, StoredField};
use tierline_core::{
    access::Action,
    organization::{Event, Organization, RequiredOf, require_second_factor},
};

use crate::{
    mark,
    organization::store,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Stored,
};

/// Requires a second factor of these users of the own organization.
#[derive(Debug, Serialize)]
pub(crate) struct RequireSecondFactor {
    pub of: RequiredOf,
    pub filled_with: Option<Mark>,
}

impl Command for RequireSecondFactor {
    const NAME: &'static str = "require_second_factor";
    type Facts = Stored<Organization>;
    type Decision = Option<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::RequireSecondFactor]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let organization = store::lock_for_change(unit.db, own).await?;
        organization.ok_or(CommandError::NotFound)
    }

    fn decide(&self, facts: &Self::Facts, context: &Context) -> CommandResult<Self::Decision> {
        let event = require_second_factor(&facts.value, &context.actor()?, self.of, context.now)?;
        // A user who may not decide it is told so first.
        let (stored, filled_with) = (facts.value.second_factor, self.filled_with.as_ref());
        mark::unless_changed(
            mark::changed(&stored, &self.of, filled_with, fields)?,
            event,
        )
    }

    async fn apply(
        &self,
        mut facts: Self::Facts,
        event: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let events: Vec<Event> = event.into_iter().collect();
        unit.apply_events(&mut facts, &events).await
    }
}

/// The fields of the form.
fn fields(of: &RequiredOf) -> Vec<StoredField> {
    vec![StoredField::new("required_of", of.to_string())]
}
