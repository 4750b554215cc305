//! What reviewers do with cases, and what is told of those that are late.

mod late;

pub(crate) use late::{TellOfDelay, TellReviewers};

use serde::Serialize;
use tierline_app::{
    form::mark::{Changed, Mark, StoredField},
    i18n::Lang,
    review::words,
    route,
};
use tierline_core::{
    access::Action,
    ids::EnrollmentId,
    review::{self, Command as Asked, Decided, Event},
};

use crate::{
    account::store as accounts,
    enrollment::command::happen,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    review::{facts::Known, follow},
    store::Hold,
};

/// A command on a case. Returns whether it waits for a second reviewer.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeCase {
    pub enrollment: EnrollmentId,
    pub command: Asked,
    /// The mark of what a decision rests on.
    pub filled_with: Option<Mark>,
    /// The language in which the reviewer is told what has changed.
    #[serde(skip)]
    pub language: Lang,
}

impl Command for ChangeCase {
    const NAME: &'static str = "change_case";
    type Facts = Known;
    type Decision = Decided;
    type Outcome = bool;

    fn asks_for(&self) -> &'static [Action] {
        match self.command {
            Asked::Assign(_) => &[Action::AssignCases],
            _ => &[Action::ReviewEnrollments],
        }
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Known> {
        let actor = unit.context.actor()?;
        let settings = unit.settings().await?;
        let known = (unit.context.now, Hold::Locked);
        let known = Known::load(unit.db, &actor, self.enrollment, settings, known).await?;
        match self.command {
            Asked::Assign(to) => known.assigning(unit.db, to).await,
            _ => Ok(known),
        }
    }

    fn decide(&self, known: &Known, context: &Context) -> CommandResult<Decided> {
        let actor = context.actor()?;
        let decided = review::decide(known.facts()?, &self.command, &actor, context.now);
        // Whoever decides about something else than is stored is told what, and not only that it cannot be.
        if let (Asked::Rule(_), Some(mark)) = (&self.command, &self.filled_with)
            && !matches!(&decided, Err(refusal) if refusal.concerns_security())
        {
            let changed = known.changed_since(mark)?.into_iter();
            let told = changed.map(|(field, value)| StoredField::new(field, self.said(value)));
            let fields: Vec<StoredField> = told.collect();
            if !fields.is_empty() {
                return Err(CommandError::Changed(Box::new(Changed {
                    mark: known.mark()?,
                    fields,
                })));
            }
        }
        Ok(decided?)
    }

    async fn apply(
        &self,
        mut known: Known,
        decided: Decided,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let waits = decided
            .case
            .iter()
            .any(|event| matches!(event, Event::Proposed { .. }));
        if !decided.case.is_empty() {
            self.note(&mut known, &decided.case, unit).await?;
            self.tell(&known, &decided.case, unit).await?;
        }
        happen(unit, &mut known.applicant, decided.enrollment).await?;
        Ok(waits)
    }
}

impl ChangeCase {
    /// Writes what happens to the case, which the first event opens.
    async fn note(
        &self,
        known: &mut Known,
        events: &[Event],
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        if let Some(case) = &mut known.case {
            return unit.apply_events(case, events).await;
        }
        let opened = Event::Opened {
            operator: known.operator.id,
            enrollment: self.enrollment,
            organization: known.applicant.organization.value.id,
            at: unit.now(),
            by: unit.context.actor()?.user,
        };
        let mut all = vec![opened];
        all.extend(events.iter().cloned());
        let beginning = Beginning {
            id: unit.new_id(),
            events: all,
            beside: (),
        };
        unit.create::<review::Case>(beginning).await?;
        Ok(())
    }

    /// Tells a reviewer of the case that it is theirs now. Who assigns it to nobody else knows.
    async fn tell(
        &self,
        known: &Known,
        events: &[Event],
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        for event in events {
            let Event::Assigned { to, by, .. } = event else {
                continue;
            };
            if to == by {
                continue;
            }
            let by = accounts::name_of(unit.db, *by).await?;
            let company = known.applicant.organization.value.party();
            let link = unit.public_url().join(&route::case(self.enrollment));
            unit.send([follow::assigned(*to, known.operator.id, by, &company, link)]);
        }
        Ok(())
    }

    /// The state of a check in words; what was typed is said as it is.
    fn said(&self, value: String) -> String {
        let word = match value.as_str() {
            "pending" => words::undecided(self.language),
            "passed" => words::passed(self.language),
            "failed" => words::failed(self.language),
            "appealed" => words::appealed(self.language),
            _ => return value,
        };
        word.to_owned()
    }
}
