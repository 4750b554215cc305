//! Changing the program settings.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    Changed, Event, Holiday, MOST_HOLIDAYS, Program, Refusal, Settings, Values, WorkingDays,
};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::Organization,
};

/// Facts for a change, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ProgramFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// What is set, if anything is.
    pub program: Option<&'a Program>,
    /// What counts now.
    pub in_force: &'a Settings,
}

/// A change. Serialized to tell a repeated request from another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "command", content = "to", rename_all = "snake_case")]
pub enum Command {
    /// Set the numbers of a group.
    Set(Values),
    /// Set the days of a week on which somebody works.
    SetWorkingDays(WorkingDays),
    /// Add holidays. One that is there already gets the new name.
    AddHolidays(Vec<Holiday>),
    /// Remove the holidays on these days; one that is not there is no holiday afterwards either.
    RemoveHolidays(Vec<NaiveDate>),
}

/// Decides a change. What changes nothing is no event.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::MoreThan`]; [`Refusal::NotLessThan`];
/// [`Refusal::TooManyHolidays`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{program::{Command, Event, Group, ProgramFacts, Setting, Settings, Values, decide}, role::Role};
/// let operator = operator();
/// let facts = ProgramFacts { operator: &operator, program: None, in_force: &Settings::default() };
/// let set = |from, to| {
///     let typed = |setting| if setting == Setting::ReviewFrom { from } else if setting == Setting::ReviewTo { to } else { "3" };
///     Command::Set(Values::parse(Group::Promises, typed).unwrap())
/// };
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let Some(Event::ValuesSet { changes, .. }) = decide(facts, &set("3", "10"), &admin, day(1))? else { unreachable!() };
/// // From 3 to 3 is no change; answers are due after 3 weeks from now on, not 2.
/// assert_eq!(changes.len(), 2);
/// assert_eq!(decide(facts, &set("6", "5"), &admin, day(1)).unwrap_err().code(), "setting_more_than");
/// let reviewer = actor(&operator, Role::Reviewer);
/// assert_eq!(decide(facts, &set("3", "10"), &reviewer, day(1)).unwrap_err().code(), "role_missing");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    facts: ProgramFacts<'_>,
    command: &Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageProgramSettings)?;
    let (operator, at, by) = (facts.operator.id, now, actor.user);
    let known = facts.program.map_or(&[][..], |it| it.holidays.as_slice());
    Ok(match command {
        Command::Set(values) => {
            values.fit()?;
            let changes: Vec<Changed> = values
                .iter()
                .map(|(setting, after)| Changed {
                    setting,
                    before: facts.in_force.get(setting),
                    after,
                })
                .filter(|it| it.before != it.after)
                .collect();
            (!changes.is_empty()).then(|| Event::ValuesSet {
                operator,
                group: values.group(),
                changes,
                at,
                by,
            })
        }
        Command::SetWorkingDays(after) => {
            let before = facts.in_force.calendar.working_days;
            (before != *after).then_some(Event::WorkingDaysSet {
                operator,
                before,
                after: *after,
                at,
                by,
            })
        }
        Command::AddHolidays(holidays) => {
            let mut new: Vec<Holiday> = holidays.clone();
            new.retain(|it| !known.contains(it));
            new.sort();
            new.dedup_by(|later, earlier| later.day == earlier.day);
            let others = known
                .iter()
                .filter(|known| new.iter().all(|it| it.day != known.day));
            if others.count() + new.len() > MOST_HOLIDAYS {
                let most = MOST_HOLIDAYS;
                return Err(Refusal::TooManyHolidays { most }.into());
            }
            (!new.is_empty()).then_some(Event::HolidaysAdded {
                operator,
                holidays: new,
                at,
                by,
            })
        }
        Command::RemoveHolidays(days) => {
            let gone = known.iter().filter(|it| days.contains(&it.day));
            let gone: Vec<Holiday> = gone.cloned().collect();
            (!gone.is_empty()).then_some(Event::HolidaysRemoved {
                operator,
                holidays: gone,
                at,
                by,
            })
        }
    })
}
