//! Help by the operator.

use serde::{Deserialize, Serialize};

use crate::{Timestamp, read::Read};

/// What the operator does for a user who can't get in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Restoration {
    /// A link was mailed by which the user chooses another password.
    PasswordLink {
        /// Until then the link can be used.
        expires: Timestamp,
    },
    /// The second factor was removed.
    SecondFactor,
    /// The account, which was blocked, works again.
    Unblocked,
}
