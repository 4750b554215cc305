//! Digests: what a stored text or file was, to the byte.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::read::Read;

/// A SHA-256 of a text or a file, written as 64 hexadecimal digits in lower case. This crate compares digests, and
/// makes none.
///
/// ```
/// use tierline_core::digest::Sha256;
/// let digest: Sha256 = "ab".repeat(32).parse()?;
/// assert_eq!(digest, Sha256::from_bytes([0xab; 32]));
/// assert_eq!(serde_json::to_value(digest).unwrap(), "ab".repeat(32));
/// assert!("ab".parse::<Sha256>().is_err());
/// # Ok::<(), tierline_core::digest::NoDigest>(())
/// ```
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(try_from = "String", into = "String")]
pub struct Sha256([u8; 32]);

impl Sha256 {
    /// The digest with these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Sha256 {
        Sha256(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl From<Sha256> for String {
    fn from(digest: Sha256) -> String {
        digest.to_string()
    }
}

impl TryFrom<String> for Sha256 {
    type Error = NoDigest;

    fn try_from(text: String) -> Result<Sha256, NoDigest> {
        text.parse()
    }
}

impl FromStr for Sha256 {
    type Err = NoDigest;

    fn from_str(text: &str) -> Result<Sha256, NoDigest> {
        let digits: Option<Vec<u8>> = text
            .bytes()
            .map(|digit| match digit {
                b'0'..=b'9' => Some(digit - b'0'),
                b'a'..=b'f' => Some(digit - b'a' + 10),
                _ => None,
            })
            .collect();
        let digits = digits.ok_or(NoDigest)?;
        let (pairs, rest) = digits.as_chunks::<2>();
        let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
        match <[u8; 32]>::try_from(bytes) {
            Ok(bytes) if rest.is_empty() => Ok(Sha256(bytes)),
            _ => Err(NoDigest),
        }
    }
}

/// A text that is no digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDigest;

impl fmt::Display for NoDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected 64 hexadecimal digits in lower case")
    }
}

impl std::error::Error for NoDigest {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn comes_back(bytes: [u8; 32]) {
            let digest = Sha256::from_bytes(bytes);
            prop_assert_eq!(digest.to_string().parse(), Ok(digest));
        }

        #[test]
        fn never_panics(text in "[0-9a-fA-Fé]{60,66}") {
            let parsed = text.parse::<Sha256>();
            prop_assert!(parsed.is_err() || parsed.map(|it| it.to_string()) == Ok(text));
        }
    }
}
