use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::read::Read;

/// How far an import has come.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The file is being looked at.
    Checking,
    /// It can be applied.
    Checked,
    /// Lines are wrong, and nothing was changed.
    Wrong,
    /// It is being applied.
    Applying,
    /// It was applied.
    Applied,
    /// It was discarded.
    Discarded,
    /// It could not be looked at or applied, and nothing was changed; of what is applied in steps, nothing after those
    /// that were done.
    Failed,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 7] = [
        Status::Checking,
        Status::Checked,
        Status::Wrong,
        Status::Applying,
        Status::Applied,
        Status::Discarded,
        Status::Failed,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Status::Checking => "checking",
            Status::Checked => "checked",
            Status::Wrong => "wrong",
            Status::Applying => "applying",
            Status::Applied => "applied",
            Status::Discarded => "discarded",
            Status::Failed => "failed",
        }
    }

    /// Whether the server is at work on it.
    #[must_use]
    pub const fn is_under_way(self) -> bool {
        matches!(self, Status::Checking | Status::Applying)
    }

    /// Whether something is still to be done, so that no other import of the kind begins.
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.is_under_way() || matches!(self, Status::Checked)
    }
}

crate::code::coded!(Status, "status of an import");

/// What the operator does with an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Make the changes that were shown.
    Apply,
    /// Make none of them.
    Discard,
}

impl Command {
    /// Every command.
    pub const ALL: [Command; 2] = [Command::Apply, Command::Discard];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Command::Apply => "apply",
            Command::Discard => "discard",
        }
    }
}

crate::code::coded!(Command, "command on an import");

/// Decides whether this may be done with an import, and what it becomes. What is only being looked at can be discarded:
/// nothing is lost by that. What is being applied cannot.
///
/// # Errors
/// [`Refusal::UnderWay`], [`Refusal::Over`].
///
/// ```
/// use tierline_core::import::{Command, Status, decide};
/// assert_eq!(decide(Status::Checked, Command::Apply), Ok(Status::Applying));
/// assert_eq!(decide(Status::Checking, Command::Discard), Ok(Status::Discarded));
/// assert_eq!(decide(Status::Applying, Command::Discard).unwrap_err().code(), "import_under_way");
/// assert_eq!(decide(Status::Wrong, Command::Apply).unwrap_err().code(), "import_over");
/// ```
pub const fn decide(status: Status, command: Command) -> Result<Status, Refusal> {
    match (status, command) {
        (Status::Checked, Command::Apply) => Ok(Status::Applying),
        (Status::Checked | Status::Checking, Command::Discard) => Ok(Status::Discarded),
        (Status::Checking | Status::Applying, _) => Err(Refusal::UnderWay),
        (Status::Wrong | Status::Applied | Status::Discarded | Status::Failed, _) => {
            Err(Refusal::Over)
        }
    }
}

/// What becomes of an import when its file has been compared with what is stored: none for one that is not under way.
/// What was shown to the operator is applied and nothing else: if something stored has changed since, the operator
/// looks at the new comparison and decides again.
///
/// ```
/// use tierline_core::import::{Status, looked_at};
/// assert_eq!(looked_at(Status::Checking, false, false), Some(Status::Checked));
/// assert_eq!(looked_at(Status::Applying, false, true), Some(Status::Applied));
/// assert_eq!(looked_at(Status::Applying, false, false), Some(Status::Checked));
/// assert_eq!(looked_at(Status::Applying, true, false), Some(Status::Wrong));
/// assert_eq!(looked_at(Status::Discarded, false, true), None);
/// ```
#[must_use]
pub const fn looked_at(status: Status, has_wrong_lines: bool, is_as_shown: bool) -> Option<Status> {
    match status {
        Status::Checking | Status::Applying if has_wrong_lines => Some(Status::Wrong),
        Status::Applying if is_as_shown => Some(Status::Applied),
        Status::Checking | Status::Applying => Some(Status::Checked),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_applied_that_was_not_shown() {
        for status in Status::ALL {
            for wrong in [false, true] {
                for as_shown in [false, true] {
                    let after = looked_at(status, wrong, as_shown);
                    if after == Some(Status::Applied) {
                        assert_eq!((status, wrong, as_shown), (Status::Applying, false, true));
                    }
                    assert_eq!(after.is_some(), status.is_under_way());
                }
            }
        }
    }

    #[test]
    fn what_is_over_stays_over() {
        for status in Status::ALL {
            for command in Command::ALL {
                assert!(status.is_open() || decide(status, command) == Err(Refusal::Over));
            }
        }
    }
}
