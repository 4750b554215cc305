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
