//! Codes of authenticator apps (RFC 6238) and recovery codes: making and comparing them.

mod qr;
mod recovery;

#[cfg(test)]
mod tests;

use tierline_core::Timestamp;
use totp_rs::{Builder, Totp, TotpError};

pub(crate) use qr::drawing;
pub(crate) use recovery::{RecoveryCode, RecoveryHash};

/// The name that apps show beside the account.
pub(crate) const ISSUER: &str = "Tierline";

/// The number of digits that an app shows.
const DIGITS: usize = 6;

/// The secret that an app and the portal share.
pub(crate) type Secret = [u8; 20];

/// A new secret: 160 random bits, as RFC 4226 recommends.
pub(crate) fn fresh_secret() -> Secret {
    rand::random()
}

/// Text typed into the one field that takes both kinds of codes.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Code {
    /// A code of an app.
    App(String),
    /// A recovery code.
    Recovery(RecoveryHash),
}

impl Code {
    /// Accepts spaces and hyphens between digits, as apps show and people type them, and the wide digits of some
    /// keyboards. Any other number of digits is no code.
    pub(crate) fn parse(typed: &str) -> Option<Code> {
        let digits = digits(typed)?;
        match digits.len() {
            DIGITS => Some(Code::App(digits)),
            recovery::DIGITS => Some(Code::Recovery(RecoveryHash::of(&digits))),
            _ => None,
        }
    }
}

fn digits(typed: &str) -> Option<String> {
    typed
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '‐' | '–' | '－'))
        .map(|letter| match letter {
            '0'..='9' => Some(letter),
            '０'..='９' => char::from_digit(u32::from(letter) - u32::from('０'), 10),
            _ => None,
        })
        .collect()
}

/// The 30-second step of this code, if it is the current, previous or next one: clocks differ, and typing takes time.
/// The library compares in constant time.
///
/// # Errors
/// When the secret is malformed.
pub(crate) fn step_of(secret: &[u8], code: &str, now: Timestamp) -> Result<Option<i64>, TotpError> {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let step = builder(secret).build()?.check(code, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The app's side of this secret, for this work account.
///
/// # Errors
/// When the secret or the account is malformed.
pub(crate) fn app(secret: &[u8], account: &str) -> Result<Totp, TotpError> {
    builder(secret)
        .with_account_name(account)
        .with_issuer(Some(ISSUER))
        .build()
}

/// SHA-1, six digits, 30 seconds: the parameters that every app supports, and the library's defaults. The tests pin
/// them.
fn builder(secret: &[u8]) -> Builder {
    Builder::new().with_secret(secret)
}
