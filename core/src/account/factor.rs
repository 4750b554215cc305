use serde::{Deserialize, Serialize};

use crate::read::Read;

/// A factor that a user signs in with besides the password.
///
/// ```
/// use tierline_core::account::Factor;
/// assert_eq!("passkey".parse(), Ok(Factor::Passkey));
/// assert_eq!("sms".parse::<Factor>().unwrap_err().to_string(), "`sms` is no second factor");
/// ```
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// An app that shows codes. An account has at most one.
    App,
    /// A passkey, of a device or a security key. An account can have several.
    Passkey,
}

impl Factor {
    /// Both.
    pub const ALL: [Factor; 2] = [Factor::App, Factor::Passkey];

    /// The stable name, as in what is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Factor::App => "app",
            Factor::Passkey => "passkey",
        }
    }
}

crate::code::coded!(Factor, "second factor");
