use std::fmt;

use sha2::{Digest as _, Sha256};

/// 83 bits. Digits alone: the field that takes them shows a keyboard of digits on a phone.
pub(super) const DIGITS: usize = 25;
const GROUP: usize = 5;

/// How many somebody is given at a time.
const AT_A_TIME: usize = 10;

/// A code for whoever has lost the app, as it is shown once.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RecoveryCode(String);

impl RecoveryCode {
    /// New ones.
    pub(crate) fn fresh() -> Vec<RecoveryCode> {
        std::iter::repeat_with(|| {
            let number = rand::random_range(0..10_u128.pow(25));
            RecoveryCode(format!("{number:0DIGITS$}"))
        })
        .take(AT_A_TIME)
        .collect()
    }

    /// What is stored in its place.
    pub(crate) fn hash(&self) -> RecoveryHash {
        RecoveryHash::of(&self.0)
    }

    /// All of them in one line, for a cookie.
    pub(crate) fn joined(codes: &[RecoveryCode]) -> String {
        codes.iter().map(|code| code.0.as_str()).collect()
    }

    /// From such a line; none if somebody else has written it.
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

/// In groups, as people read it.
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

/// What is stored of a recovery code. Salt would add nothing to so many random bits.
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
