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

/// The factors of a user besides the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
pub struct SecondFactor {
    /// Whether it includes an app.
    pub app: bool,
    /// Number of passkeys.
    pub passkeys: u32,
    /// Number of recovery codes left.
    pub recovery_codes: u32,
}

impl SecondFactor {
    /// This factor alone, with the given number of recovery codes.
    ///
    /// ```
    /// use tierline_core::account::{Factor, SecondFactor};
    /// let by_key = SecondFactor::only(Factor::Passkey, 10);
    /// assert_eq!((by_key.app, by_key.passkeys, by_key.recovery_codes), (false, 1, 10));
    /// ```
    #[must_use]
    pub const fn only(factor: Factor, recovery_codes: u32) -> SecondFactor {
        let (app, passkeys) = match factor {
            Factor::App => (true, 0),
            Factor::Passkey => (false, 1),
        };
        SecondFactor {
            app,
            passkeys,
            recovery_codes,
        }
    }

    pub(super) const fn add(&mut self, factor: Factor) {
        match factor {
            Factor::App => self.app = true,
            Factor::Passkey => self.passkeys = self.passkeys.saturating_add(1),
        }
    }

    pub(super) const fn remove(&mut self, factor: Factor) {
        match factor {
            Factor::App => self.app = false,
            Factor::Passkey => self.passkeys = self.passkeys.saturating_sub(1),
        }
    }
}
