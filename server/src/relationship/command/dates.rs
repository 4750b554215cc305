use serde::Serialize;
use tierline_app::{
    form::mark::{Mark, StoredField},
    relationship::model::EndDates,
};
use tierline_core::{
    Evolve as _,
    access::Action,
    ids::RelationshipId,
    relationship::{DateCommand, Event, Relationship, decide_date, may_set_dates},
};

use crate::{
    mark,
    pipeline::{Command, CommandResult, Context, Unit},
    relationship::Facts,
    store::Hold,
};

/// The dates on which a customer's rights end are to be these, of each right and of the whole.
#[derive(Debug, Serialize)]
pub(crate) struct SetDates {
    pub id: RelationshipId,
    pub dates: EndDates,
    pub filled_with: Option<Mark>,
}

impl Command for SetDates {
    const NAME: &'static str = "set_end_dates";
    type Facts = Facts;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::SetEndDate]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let held = (unit.now(), Hold::Locked);
        Facts::load(unit.db, own, self.id, held).await
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Vec<Event>> {
        let current = facts.stored.value.clone().as_of(context.now);
        let stored = EndDates::of(&current);
        let events = several(facts, &self.dates.changes(&stored), context)?;
        let fields = |dates: &EndDates| {
            let fields = dates.fields().into_iter();
            fields
                .map(|(name, day)| StoredField::new(name, day))
                .collect()
        };
        // A user who may not do it is told so first.
        let changed = mark::changed(&stored, &self.dates, self.filled_with.as_ref(), fields)?;
        mark::unless_changed(changed, events)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        facts.carry_out(&events, None, unit).await
    }
}

/// What follows of these, one after the other. None at all is asked for too: whoever may do nothing is told so.
fn several(
    facts: &Facts,
    commands: &[DateCommand],
    context: &Context,
) -> CommandResult<Vec<Event>> {
    let (actor, now) = (context.actor()?, context.now);
    let mut current: Relationship = facts.stored.value.clone();
    may_set_dates(facts.of(&current), &actor, now)?;
    let mut all = Vec::new();
    for command in commands {
        let events = decide_date(facts.of(&current), command, &actor, now)?;
        events.iter().for_each(|event| current.apply(event));
        all.extend(events);
    }
    Ok(all)
}

/// The customer's answer to a partner that asks to renew rights.
#[derive(Debug, Serialize)]
pub(crate) struct AnswerRenewal {
    pub id: RelationshipId,
    pub answer: DateCommand,
}

impl Command for AnswerRenewal {
    const NAME: &'static str = "answer_renewal";
    type Facts = Facts;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::SetEndDate]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let held = (unit.now(), Hold::Locked);
        Facts::load(unit.db, own, self.id, held).await
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Vec<Event>> {
        let asked = facts.of(&facts.stored.value);
        let (actor, now) = (context.actor()?, context.now);
        Ok(decide_date(asked, &self.answer, &actor, now)?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        facts.carry_out(&events, None, unit).await
    }
}
