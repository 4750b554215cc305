//! Attempts to sign in, for the account's owner.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tierline_core::read::Read;

/// The outcome of an attempt to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum SignInOutcome {
    /// A session began.
    SignedIn,
    /// The password was wrong.
    WrongPassword,
    /// The password was right, the code or passkey was not.
    WrongSecondFactor,
}

impl SignInOutcome {
    /// Every outcome.
    pub const ALL: [SignInOutcome; 3] = [
        SignInOutcome::SignedIn,
        SignInOutcome::WrongPassword,
        SignInOutcome::WrongSecondFactor,
    ];

    /// The stable name, as stored and in the log.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            SignInOutcome::SignedIn => "signed_in",
            SignInOutcome::WrongPassword => "wrong_password",
            SignInOutcome::WrongSecondFactor => "wrong_second_factor",
        }
    }
}

/// An attempt to sign in to the caller's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct SignInAttempt {
    /// The time.
    pub at: DateTime<Utc>,
    /// The outcome.
    pub outcome: SignInOutcome,
    /// The browser, as it named itself, shortened.
    pub browser: String,
    /// The network address, if known.
    pub address: Option<String>,
}
