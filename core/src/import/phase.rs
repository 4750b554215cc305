use serde::{Deserialize, Serialize};

use crate::read::Read;

/// What the server does with an import that is under way.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// It waits for its turn.
    Waiting,
    /// The lines are read.
    Reading,
    /// They are compared with what is stored.
    Comparing,
    /// The changes are written.
    Writing,
}

impl Phase {
    /// Every phase, in their order.
    pub const ALL: [Phase; 4] = [
        Phase::Waiting,
        Phase::Reading,
        Phase::Comparing,
        Phase::Writing,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Phase::Waiting => "waiting",
            Phase::Reading => "reading",
            Phase::Comparing => "comparing",
            Phase::Writing => "writing",
        }
    }

    /// How many phases are behind it.
    #[must_use]
    pub const fn passed(self) -> u32 {
        match self {
            Phase::Waiting => 0,
            Phase::Reading => 1,
            Phase::Comparing => 2,
            Phase::Writing => 3,
        }
    }
}

crate::code::coded!(Phase, "phase of an import");
