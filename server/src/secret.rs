//! Random secrets for a browser; only their hash is stored.

use sha2::{Digest as _, Sha256};

/// A new secret of 256 bits, as text for a cookie.
pub(crate) fn fresh() -> String {
    hex(&rand::random::<[u8; 32]>())
}

/// The hash stored in place of the secret.
pub(crate) fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// Bytes as hexadecimal text.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_secret_has_256_bits_and_no_two_are_alike() {
        let secrets: HashSet<String> = std::iter::repeat_with(fresh).take(1000).collect();
        assert_eq!(secrets.len(), 1000);
        for secret in &secrets {
            assert_eq!(secret.len() * 4, 256);
            assert!(secret.bytes().all(|byte| byte.is_ascii_hexdigit()));
        }
        // Every bit is of both values in some of them.
        let bytes = |at: usize| secrets.iter().map(move |secret| secret.as_bytes()[at]);
        for at in 0..64 {
            assert_eq!(bytes(at).collect::<HashSet<u8>>().len(), 16, "digit {at}");
        }
    }
}
