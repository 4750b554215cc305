//! Program settings: what the operator may choose of the program's limits, promises and times.
//!
//! A [`Setting`] is a number with bounds and a default. Most defaults are those of the program's documents; a few can
//! be set when the server is started. What the operator has set counts from then on, whatever the server is started
//! with. The calendar beside them says which days are business days.
//!
//! What two organizations have agreed on is no setting, such as a partnership's notice. Nor is what keeps the portal
//! safe: attempts to sign in, links for passwords, the size and form of files.
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | the first change | settings of the operator |
//! | any | numbers of a group, working days, holidays | the same with these |

mod calendar;
mod change;
mod event;
mod holiday;
pub(crate) mod permission;
mod refusal;
mod setting;

pub use calendar::{Calendar, Day, NoWorkingDay, WorkingDays};
pub use change::{Command, ProgramFacts, decide};
pub use event::{Changed, Event};
pub use holiday::{
    Holiday, LineProblem, MOST_HOLIDAYS, WRONG_LINES_TOLD, WrongLine, parse_holidays,
};
pub use refusal::Refusal;
pub use setting::{Bounds, Group, Setting, Unit, ValueError, Values};

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::{OrganizationId, ProgramId, UserId},
    read::Read,
};

/// What the operator has set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Program {
    /// Its id.
    pub id: ProgramId,
    /// The operator.
    pub operator: OrganizationId,
    /// The numbers that were set.
    pub values: BTreeMap<Setting, u32>,
    /// The days of a week on which somebody works, if they were set.
    pub working_days: Option<WorkingDays>,
    /// The holidays, in their order.
    pub holidays: Vec<Holiday>,
    /// The latest change of each group.
    pub latest: BTreeMap<Group, Latest>,
}

/// Who changed something last, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Latest {
    /// When.
    pub at: Timestamp,
    /// The operator's user.
    pub by: UserId,
}

/// What counts: every number, and the calendar.
///
/// ```
/// use tierline_core::program::{Setting, Settings};
/// let settings = Settings::default().with(Setting::InvitationDays, 30);
/// assert_eq!(settings.days(Setting::InvitationDays).num_days(), 30);
/// assert_eq!(settings.get(Setting::ReviewTo), 5);
/// // An option of the server that lies outside is brought to the nearest bound.
/// assert_eq!(settings.with(Setting::MailDays, 0).get(Setting::MailDays), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    values: BTreeMap<Setting, u32>,
    /// The operator's calendar.
    pub calendar: Calendar,
}

impl Settings {
    /// The same with another number here.
    #[must_use]
    pub fn with(mut self, setting: Setting, value: u32) -> Settings {
        let Bounds { least, most } = setting.bounds();
        self.values.insert(setting, value.clamp(least, most));
        self
    }

    /// The number of this setting.
    #[must_use]
    pub fn get(&self, setting: Setting) -> u32 {
        let set = self.values.get(&setting).copied();
        set.unwrap_or_else(|| setting.usual())
    }

    /// It as a time of so many days.
    #[must_use]
    pub fn days(&self, setting: Setting) -> TimeDelta {
        TimeDelta::days(self.get(setting).into())
    }

    /// It as a time of so many weeks.
    #[must_use]
    pub fn weeks(&self, setting: Setting) -> TimeDelta {
        TimeDelta::weeks(self.get(setting).into())
    }

    /// It as a time of so many hours.
    #[must_use]
    pub fn hours(&self, setting: Setting) -> TimeDelta {
        TimeDelta::hours(self.get(setting).into())
    }

    /// It as a time of so many minutes.
    #[must_use]
    pub fn minutes(&self, setting: Setting) -> TimeDelta {
        TimeDelta::minutes(self.get(setting).into())
    }
}

impl Program {
    /// Settings of which nothing is set yet.
    const fn new(id: ProgramId, operator: OrganizationId) -> Program {
        Program {
            id,
            operator,
            values: BTreeMap::new(),
            working_days: None,
            holidays: Vec::new(),
            latest: BTreeMap::new(),
        }
    }

    /// What counts, where the server was started with these: what is set, and of the rest what the options say.
    ///
    /// ```
    /// use tierline_core::{program::{Setting, Settings}, testing::program};
    /// let started = Settings::default().with(Setting::MailDays, 10).with(Setting::ResendMinutes, 1);
    /// // Of the two, the operator has set the first.
    /// let counts = program(&[(Setting::MailDays, 60)]).in_force(&started);
    /// assert_eq!((counts.get(Setting::MailDays), counts.get(Setting::ResendMinutes)), (60, 1));
    /// ```
    #[must_use]
    pub fn in_force(&self, started: &Settings) -> Settings {
        let mut values = started.values.clone();
        values.extend(
            self.values
                .iter()
                .map(|(setting, value)| (*setting, *value)),
        );
        let days = self.working_days.unwrap_or(started.calendar.working_days);
        Settings {
            values,
            calendar: Calendar {
                working_days: days,
                holidays: self.holidays.iter().map(|it| it.day).collect(),
            },
        }
    }
}
