//! Events of the program settings: each has what was before and what is after, so that the history tells a change
//! without looking anywhere else.

use serde::{Deserialize, Serialize};

use super::{Group, Holiday, Latest, Program, Setting, WorkingDays};
use crate::{
    Evolve, Timestamp,
    ids::{OrganizationId, ProgramId, UserId},
    read::Read,
};

/// A number that was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Changed {
    /// The setting.
    pub setting: Setting,
    /// What counted before.
    pub before: u32,
    /// What counts from now on.
    pub after: u32,
}

/// Events of the program settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Numbers of a group were set.
    ValuesSet {
        /// The operator.
        operator: OrganizationId,
        /// The group.
        group: Group,
        /// Those that are others than before.
        changes: Vec<Changed>,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The working days were set.
    WorkingDaysSet {
        /// The operator.
        operator: OrganizationId,
        /// Those from before.
        before: WorkingDays,
        /// Those from now on.
        after: WorkingDays,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// Holidays were added, or named anew.
    HolidaysAdded {
        /// The operator.
        operator: OrganizationId,
        /// The holidays.
        holidays: Vec<Holiday>,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// Holidays were removed.
    HolidaysRemoved {
        /// The operator.
        operator: OrganizationId,
        /// The holidays.
        holidays: Vec<Holiday>,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        vec![self.operator()]
    }

    const fn operator(&self) -> OrganizationId {
        match self {
            Event::ValuesSet { operator, .. }
            | Event::WorkingDaysSet { operator, .. }
            | Event::HolidaysAdded { operator, .. }
            | Event::HolidaysRemoved { operator, .. } => *operator,
        }
    }

    /// What it changes.
    #[must_use]
    pub const fn group(&self) -> Group {
        match self {
            Event::ValuesSet { group, .. } => *group,
            Event::WorkingDaysSet { .. } => Group::WorkingDays,
            Event::HolidaysAdded { .. } | Event::HolidaysRemoved { .. } => Group::Holidays,
        }
    }

    const fn latest(&self) -> Latest {
        match self {
            Event::ValuesSet { at, by, .. }
            | Event::WorkingDaysSet { at, by, .. }
            | Event::HolidaysAdded { at, by, .. }
            | Event::HolidaysRemoved { at, by, .. } => Latest { at: *at, by: *by },
        }
    }
}

/// The first change begins the settings: before it, nothing is set.
///
/// ```
/// use tierline_core::{Evolve, program::{Changed, Event, Group, Program, Setting}, testing::*};
/// let changes = vec![Changed { setting: Setting::ReviewTo, before: 5, after: 10 }];
/// let set = Event::ValuesSet { operator: id(6), group: Group::Promises, changes, at: day(1), by: id(7) };
/// let program = Program::evolve(id(90), None, &set).unwrap();
/// assert_eq!(program.values[&Setting::ReviewTo], 10);
/// assert_eq!(program.latest[&Group::Promises].by, id(7));
/// ```
impl Evolve for Program {
    type Id = ProgramId;
    type Event = Event;

    fn begin(id: ProgramId, event: &Event) -> Option<Program> {
        let mut program = Program::new(id, event.operator());
        program.apply(event);
        Some(program)
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::ValuesSet { changes, .. } => {
                let set = changes.iter().map(|it| (it.setting, it.after));
                self.values.extend(set);
            }
            Event::WorkingDaysSet { after, .. } => self.working_days = Some(*after),
            Event::HolidaysAdded { holidays, .. } => {
                self.holidays
                    .retain(|known| holidays.iter().all(|it| it.day != known.day));
                self.holidays.extend(holidays.iter().cloned());
                self.holidays.sort();
            }
            Event::HolidaysRemoved { holidays, .. } => {
                self.holidays
                    .retain(|known| holidays.iter().all(|it| it.day != known.day));
            }
        }
        self.latest.insert(event.group(), event.latest());
    }
}
