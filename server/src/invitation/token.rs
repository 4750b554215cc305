//! Personal links: 256 random bits each. The server keeps the hash; who reads its database cannot use one.

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tierline_app::route;

use crate::config::PublicUrl;

/// A new link's secret part. It is shown to nobody but the recipient and, if so wanted, the sender.
pub(crate) struct Token(String);

impl Token {
    pub(crate) fn fresh() -> Token {
        Token(hex(&rand::random::<[u8; 32]>()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> TokenHash {
        TokenHash::of(&self.0)
    }
}

/// What is stored of a token, and what commands carry in place of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TokenHash(Vec<u8>);

impl TokenHash {
    /// The hash of whatever text came with a request: the same work for a link that is one and for one that is none.
    pub(crate) fn of(token: &str) -> TokenHash {
        TokenHash(Sha256::digest(token.as_bytes()).to_vec())
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The whole link with this token.
#[must_use]
pub(crate) fn invitation_link(portal: &PublicUrl, token: impl AsRef<str>) -> String {
    portal.join(&format!("{}/{}", route::INVITATION, token.as_ref()))
}

fn hex(bytes: &[u8]) -> String {
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
    use super::*;
    use crate::testing;

    #[test]
    fn tokens_are_random_and_only_their_hash_is_kept() {
        let (one, other) = (Token::fresh(), Token::fresh());
        assert_eq!(one.as_str().len(), 64);
        assert_ne!(one.as_str(), other.as_str());
        assert_eq!(one.hash(), TokenHash::of(one.as_str()));
        assert_eq!(one.hash().as_bytes().len(), 32);
        let link = invitation_link(&testing::config(&[]).public_url, "abc");
        assert!(link.ends_with("/invitation/abc"), "{link}");
    }
}
