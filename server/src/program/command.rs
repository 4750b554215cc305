//! Changes of the program settings.

use std::collections::BTreeMap;

use serde::Serialize;
use tierline_app::{
    form::mark::{Changed, Mark, StoredField},
    i18n::Lang,
    program::told,
};
use tierline_core::{
    access::Action,
    ids::ProgramId,
    organization::Organization,
    program::{self, Command as Change, Event, Group, Program, ProgramFacts},
};

use crate::{
    mark,
    organization::store as organizations,
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
    program::store,
    settings::{Setting, Settings},
    store::{Hold, Stored},
};

/// Changes what the operator may choose.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeSettings {
    pub command: Change,
    pub filled_with: Option<Mark>,
    /// The language in which it is told what somebody else has saved.
    #[serde(skip)]
    pub language: Lang,
}

/// What is set, what counts, and whose it is.
#[derive(Debug)]
pub(crate) struct Known {
    operator: Organization,
    program: Option<Stored<Program>>,
    in_force: Settings,
    id: ProgramId,
}

impl Command for ChangeSettings {
    const NAME: &'static str = "change_program_settings";
    type Facts = Known;
    type Decision = Option<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageProgramSettings]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Known> {
        let own = unit.context.actor()?.organization;
        // Two changes wait for each other there, also the first two.
        let operator = organizations::lock(unit.db, [], Some(own), unit.context.now).await?;
        Ok(Known {
            operator: operator.get(own)?.clone(),
            program: store::of_operator(unit.db, own, Hold::Locked).await?,
            in_force: unit.settings().await?,
            id: unit.new_id(),
        })
    }

    fn decide(&self, known: &Known, context: &Context) -> CommandResult<Option<Event>> {
        let facts = ProgramFacts {
            operator: &known.operator,
            program: known.program.as_ref().map(|it| &it.value),
            in_force: &known.in_force,
        };
        let decided = program::decide(facts, &self.command, &context.actor()?, context.now)?;
        // Whoever may not do it is told so first.
        mark::unless_changed(self.changed(&known.in_force)?, decided)
    }

    async fn apply(
        &self,
        known: Known,
        event: Option<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        match (event, known.program) {
            (None, _) => Ok(()),
            (Some(event), Some(mut program)) => unit.apply_events(&mut program, &[event]).await,
            (Some(event), None) => {
                let beginning = Beginning::of(known.id, event, ());
                unit.create::<Program>(beginning).await.map(drop)
            }
        }
    }
}

impl ChangeSettings {
    /// What counts, if somebody else has changed it since the form was filled.
    fn changed(&self, in_force: &Settings) -> CommandResult<Option<Changed>> {
        let mark = self.filled_with.as_ref();
        Ok(match &self.command {
            Change::Set(values) => {
                let new: BTreeMap<Setting, u32> = values.iter().collect();
                mark::changed(&self::values(in_force, values.group()), &new, mark, |it| {
                    let fields = it.iter();
                    fields
                        .map(|(setting, value)| StoredField::new(setting.code(), value.to_string()))
                        .collect()
                })?
            }
            Change::SetWorkingDays(days) => {
                let stored = in_force.calendar.working_days;
                mark::changed(&stored, days, mark, |it| {
                    vec![StoredField::new("days", told::days(self.language, *it))]
                })?
            }
            // Whoever adds or removes a day means that day.
            Change::AddHolidays(_) | Change::RemoveHolidays(_) => None,
        })
    }
}

/// The numbers of a group that count, as a form has them.
pub(super) fn values(in_force: &Settings, group: Group) -> BTreeMap<Setting, u32> {
    let settings = group.settings();
    settings
        .map(|setting| (setting, in_force.get(setting)))
        .collect()
}
