//! Codes of authenticator apps (RFC 6238) and recovery codes: how they are made and compared.

mod qr;
mod recovery;

#[cfg(test)]
mod tests;

use tierline_core::Timestamp;
use totp_rs::{Builder, Totp, TotpError};

pub(crate) use qr::drawing;
pub(crate) use recovery::{RecoveryCode, RecoveryHash};

/// What apps show beside the account.
pub(crate) const ISSUER: &str = "Tierline";

/// How many digits an app shows.
const DIGITS: usize = 6;

/// What an app and the portal share.
pub(crate) type Secret = [u8; 20];

/// A new secret: 160 random bits, as RFC 4226 wants it.
pub(crate) fn fresh_secret() -> Secret {
    rand::random()
}

/// What somebody has typed into the one field that takes both kinds of codes.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Code {
    /// As an app shows it.
    App(String),
    /// One of those for emergencies.
    Recovery(RecoveryHash),
}

impl Code {
    /// Apps and people put spaces and hyphens between digits, and some keyboards write wide ones. What has another
    /// number of digits is no code.
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

/// The step of 30 seconds to which this code belongs, if it is that of now or of the one before or after: clocks
/// differ, and typing takes time. The library compares in constant time.
///
/// # Errors
/// When the secret is none.
pub(crate) fn step_of(secret: &[u8], code: &str, now: Timestamp) -> Result<Option<i64>, TotpError> {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let step = builder(secret).build()?.check(code, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The app's side of this secret, for this work account.
///
/// # Errors
/// When the secret or the account is none.
pub(crate) fn app(secret: &[u8], account: &str) -> Result<Totp, TotpError> {
    builder(secret)
        .with_account_name(account)
        .with_issuer(Some(ISSUER))
        .build()
}

/// SHA-1, six digits, 30 seconds: what every app understands, and what the library does unless told otherwise. The
/// tests hold it to that.
fn builder(secret: &[u8]) -> Builder {
    Builder::new().with_secret(secret)
}
