//! Program settings as pages show them.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    program::{Group, Holiday, Setting, WorkingDays},
    read::Read,
};

use crate::{form::mark::Mark, timeline::History};

/// The longest list of holidays that is typed, in characters. A longer one comes as a file.
pub const LONGEST_LIST: u32 = 60_000;

/// A number that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ShownValue {
    /// The setting.
    pub setting: Setting,
    /// Its number.
    pub value: u32,
    /// Whether the operator has set it: else it is what is usual, or what the server was started with.
    pub is_set: bool,
}

/// The latest change of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct LatestChange {
    /// The group.
    pub group: Group,
    /// When.
    pub at: Timestamp,
    /// The name of the user.
    pub by: String,
}

/// **Program settings**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct SettingsPage {
    /// Every number that counts.
    pub values: Vec<ShownValue>,
    /// The days of a week on which somebody works.
    pub working_days: WorkingDays,
    /// The holidays, in their order.
    pub holidays: Vec<Holiday>,
    /// The latest change of each group that was changed.
    pub latest: Vec<LatestChange>,
    /// The marks of what the forms are filled with.
    pub marks: Vec<(Group, Mark)>,
    /// Whether the reader may change anything.
    pub may_change: Result<(), Refusal>,
    /// What was changed; none before the first change.
    pub timeline: Option<History>,
}

impl SettingsPage {
    /// The mark of what this group's form is filled with.
    #[must_use]
    pub fn mark(&self, group: Group) -> Mark {
        let mark = self.marks.iter().find(|(of, _)| *of == group);
        mark.map(|(_, mark)| mark.clone()).unwrap_or_default()
    }

    /// The latest change of this group.
    #[must_use]
    pub fn latest(&self, group: Group) -> Option<&LatestChange> {
        self.latest.iter().find(|it| it.group == group)
    }
}

/// What whoever enrolls is promised, in business days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Promised {
    /// A review seldom takes less.
    pub review_from: u32,
    /// It never takes more.
    pub review_to: u32,
}
