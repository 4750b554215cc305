//! Imports, as those who begin them see them.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    ids::{ImportId, OrganizationId},
    import::{Effect, Kind, Phase, Problem, Status},
    read::Read,
};

use crate::route;

/// What was found in a file, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct Counts {
    /// Lines that were read.
    pub lines: u64,
    /// New things.
    pub added: u64,
    /// Changed ones.
    pub changed: u64,
    /// Those that the file does not have any more.
    pub ended: u64,
    /// Those that stay as they are.
    pub same: u64,
    /// Wrong lines.
    pub wrong: u64,
}

/// An import in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ImportRow {
    /// Its id.
    pub id: ImportId,
    /// What the file holds.
    pub kind: Kind,
    /// The customer whose users it holds, if it holds some.
    pub customer: Option<OrganizationId>,
    /// The file's name.
    pub file: String,
    /// How far it has come.
    pub status: Status,
    /// When it began.
    pub at: Timestamp,
    /// Who began it.
    pub by: String,
    /// What was found.
    pub counts: Counts,
}

impl ImportRow {
    /// Its page.
    #[must_use]
    pub fn page(&self) -> String {
        match self.customer {
            Some(customer) => route::user_import(customer, self.id),
            None => route::import(self.id),
        }
    }

    /// Its lines with this effect, or all of them.
    #[must_use]
    pub fn lines(&self, effect: &str) -> String {
        match self.customer {
            Some(_) => route::user_import_lines(self.id, effect),
            None => route::import_lines(self.id, effect),
        }
    }
}

/// A line of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct LineRow {
    /// Its number in the file, if it has one.
    pub line: Option<u64>,
    /// What it does.
    pub effect: Effect,
    /// What it is about.
    pub subject: String,
    /// What of it.
    pub detail: String,
    /// What is stored.
    pub before: Option<String>,
    /// What the file says.
    pub after: Option<String>,
    /// What is wrong with it.
    pub problem: Option<Problem>,
}

/// An import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ImportDetail {
    /// As in a list.
    pub row: ImportRow,
    /// The size of the file.
    pub bytes: u64,
    /// What of the file is imported; empty for all.
    pub choice: Vec<String>,
    /// What the server does with it now.
    pub phase: Phase,
    /// Of one that is applied in steps, how many there are once it has begun; none otherwise.
    pub steps: u64,
    /// How many of them are done.
    pub done: u64,
    /// Since when it has its status.
    pub since: Timestamp,
    /// Who has applied or discarded it.
    pub decided_by: Option<String>,
    /// Whether what it would change was found anew, because something stored had changed.
    pub is_renewed: bool,
    /// The first lines.
    pub first: Vec<LineRow>,
    /// Whether it can be applied.
    pub may_apply: Result<(), Refusal>,
    /// Whether it can be discarded.
    pub may_discard: Result<(), Refusal>,
}

/// The page on which an import of a kind begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ImportStart {
    /// The import that has to be done first.
    pub open: Option<ImportRow>,
    /// The newest ones of the kind.
    pub earlier: Vec<ImportRow>,
}
