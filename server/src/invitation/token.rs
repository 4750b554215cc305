//! Personal links: 256 random bits each. The server keeps only the hash; with the database alone no link can be used.

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tierline_app::route;

use crate::config::PublicUrl;

/// The secret part of a new link. Only the recipient sees it and, on request, the sender.
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

/// The stored hash of a token, which commands carry in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TokenHash(Vec<u8>);

impl TokenHash {
    /// The hash of any text that came with a request: valid and invalid links take the same work.
    pub(crate) fn of(token: &str) -> TokenHash {
        TokenHash(Sha256::digest(token.as_bytes()).to_vec())
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The full URL of the link with this token.
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
    use tierline_core::invitation::LinkToken;

    use super::*;
    use crate::testing;

    #[test]
    fn tokens_are_random_and_only_their_hash_is_kept() {
        let (one, other) = (Token::fresh(), Token::fresh());
        // What a link has is what core finds in an address.
        assert_eq!(one.as_str().len(), LinkToken::LENGTH);
        let read = LinkToken::read(&format!("{}，謝謝。", one.as_str()));
        assert_eq!(read.unwrap().as_str(), one.as_str());
        assert_ne!(one.as_str(), other.as_str());
        assert_eq!(one.hash(), TokenHash::of(one.as_str()));
        assert_eq!(one.hash().as_bytes().len(), 32);
        let link = invitation_link(&testing::config(&[]).public_url, "abc");
        assert!(link.ends_with("/invitation/abc"), "{link}");
    }
}
