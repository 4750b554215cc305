//! Attempts to sign in and changes of what signing in takes, for the account's owner.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tierline_core::read::Read;

/// The outcome of an attempt to sign in, or of a change of what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum SignInOutcome {
    /// A session began.
    SignedIn,
    /// The password was wrong.
    WrongPassword,
    /// The password was right or there was a session, the code or passkey was wrong.
    WrongSecondFactor,
    /// Not looked at: there were too many attempts before.
    TooManyAttempts,
    /// The password was changed, by a user who knew the old one or by the operator.
    PasswordChanged,
    /// A second factor was set up, added, removed or turned off, or has new recovery codes.
    SecondFactorChanged,
    /// An admin of an organization had a link for another password mailed.
    PasswordLinkSent,
    /// An admin removed the second factor.
    SecondFactorReset,
    /// An admin changed name, roles or access.
    AccessChanged,
}

impl SignInOutcome {
    /// Every outcome.
    pub const ALL: [SignInOutcome; 9] = [
        SignInOutcome::SignedIn,
        SignInOutcome::WrongPassword,
        SignInOutcome::WrongSecondFactor,
        SignInOutcome::TooManyAttempts,
        SignInOutcome::PasswordChanged,
        SignInOutcome::SecondFactorChanged,
        SignInOutcome::PasswordLinkSent,
        SignInOutcome::SecondFactorReset,
        SignInOutcome::AccessChanged,
    ];

    /// The stable name, as stored and in the log.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            SignInOutcome::SignedIn => "signed_in",
            SignInOutcome::WrongPassword => "wrong_password",
            SignInOutcome::WrongSecondFactor => "wrong_second_factor",
            SignInOutcome::TooManyAttempts => "too_many_attempts",
            SignInOutcome::PasswordChanged => "password_changed",
            SignInOutcome::SecondFactorChanged => "second_factor_changed",
            SignInOutcome::PasswordLinkSent => "password_link_sent",
            SignInOutcome::SecondFactorReset => "second_factor_reset",
            SignInOutcome::AccessChanged => "access_changed",
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
