use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::PartnershipId,
    organization::Organization,
    partnership::{self, Command as Decide, Event, Partnership, PartnershipFacts as DecideFacts},
};

use super::apply_events;
use crate::{
    partnership::{follow, store},
    pipeline::{Command, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// A change by one side of a partnership.
#[derive(Debug, Serialize)]
pub(crate) struct Change {
    pub id: PartnershipId,
    pub what: Decide,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    stored: Stored<Partnership>,
    organization: Organization,
}

impl Command for Change {
    const NAME: &'static str = "change_partnership";
    type Facts = Facts;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.what.action().alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let (organization, stored) =
            store::seen_from(unit.db, own, self.id, (unit.context.now, Hold::Locked)).await?;
        Ok(Facts {
            stored,
            organization,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Vec<Event>> {
        let decide = DecideFacts {
            partnership: &facts.stored.value,
            organization: &facts.organization,
        };
        Ok(partnership::decide(
            decide,
            &self.what,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let partnership = &mut facts.stored;
        apply_events(unit, partnership, &events).await?;
        let known = [&facts.organization];
        let letters = follow::letters(&events, &partnership.value, &known, unit.public_url());
        unit.send(letters);
        Ok(())
    }
}
