use std::fmt;

use sha2::{Digest as _, Sha256};

/// 132 bits. Digits alone: phones show a numeric keypad for their field.
pub(super) const DIGITS: usize = 40;
const GROUP: usize = 5;

/// The number of codes in a set.
const AT_A_TIME: usize = 10;

/// A code for a user who has lost the app, in the form shown once.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RecoveryCode(String);

impl RecoveryCode {
    /// A new set of codes.
    pub(crate) fn fresh() -> Vec<RecoveryCode> {
        std::iter::repeat_with(|| {
            let digits = std::iter::repeat_with(|| char::from(rand::random_range(b'0'..=b'9')));
            RecoveryCode(digits.take(DIGITS).collect())
        })
        .take(AT_A_TIME)
        .collect()
    }

    /// The hash to be stored in place of the code.
    pub(crate) fn hash(&self) -> RecoveryHash {
        RecoveryHash::of(&self.0)
    }

    /// All of them in one line, for a cookie.
    pub(crate) fn joined(codes: &[RecoveryCode]) -> String {
        codes.iter().map(|code| code.0.as_str()).collect()
    }

    /// The codes in such a line; none if the line was not written by the portal.
    pub(crate) fn split(joined: &str) -> Option<Vec<RecoveryCode>> {
        let right =
            joined.len() == DIGITS * AT_A_TIME && joined.bytes().all(|byte| byte.is_ascii_digit());
        right.then(|| {
            let codes = joined.as_bytes().chunks(DIGITS);
            codes
                .map(|code| RecoveryCode(String::from_utf8_lossy(code).into_owned()))
                .collect()
        })
    }
}

/// In groups, for readability.
impl fmt::Display for RecoveryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, digit) in self.0.chars().enumerate() {
            if index > 0 && index % GROUP == 0 {
                formatter.write_str("-")?;
            }
            write!(formatter, "{digit}")?;
        }
        Ok(())
    }
}

/// The stored hash of a recovery code. Salt would add nothing to so many random bits.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RecoveryHash(Vec<u8>);

impl RecoveryHash {
    pub(super) fn of(digits: &str) -> RecoveryHash {
        RecoveryHash(Sha256::digest(digits.as_bytes()).to_vec())
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}
