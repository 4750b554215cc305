//! The secret part of a personal link, as it comes back in an address.

use std::fmt;

use crate::text::typing::is_invisible;

/// The secret of a personal link: 64 hexadecimal digits.
///
/// Links stand in running text, and mail programs take what follows them for a part of the address. So a token is read
/// from the beginning of the text, and what trails a whole token is ignored.
///
/// ```
/// use tierline_core::invitation::{LinkProblem, LinkToken};
/// let token = "0123456789abcdef".repeat(4);
/// let read = |text: String| LinkToken::read(&text).map(|read| read.as_str() == token);
/// for trailing in ["", ".", ")", "。", "，謝謝。", "）", " ", "%20", ">"] {
///     assert_eq!(read(format!("{token}{trailing}")), Ok(true), "{trailing}");
/// }
/// assert_eq!(read(token[..60].to_owned()), Err(LinkProblem::CutOff { missing: 4 }));
/// assert_eq!(read(format!("{token}and")), Err(LinkProblem::Unlike));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct LinkToken(String);

/// Why a text is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// It ends too early.
    CutOff {
        /// The number of missing characters.
        missing: usize,
    },
    /// It has other characters than a token, or more.
    Unlike,
}

impl LinkToken {
    /// The number of its characters.
    pub const LENGTH: usize = 64;

    /// Finds the token in the last part of an address.
    ///
    /// A line break or a space within a token comes from a mail program that wrapped the line, and is ignored.
    ///
    /// # Errors
    /// A [`LinkProblem`], when there is no whole token.
    pub fn read(text: &str) -> Result<LinkToken, LinkProblem> {
        let text = text.trim_start_matches(|first: char| !first.is_ascii_alphanumeric());
        whole(text).or_else(|problem| {
            let joined: String = text
                .chars()
                .filter(|character| !character.is_whitespace() && !is_invisible(*character))
                .collect();
            whole(&joined).map_err(|_| problem)
        })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Hides the secret.
impl fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkToken(..)")
    }
}

/// The token at the beginning of the text, with nothing after it that could belong to it.
fn whole(text: &str) -> Result<LinkToken, LinkProblem> {
    let end = text
        .find(|character: char| !character.is_ascii_hexdigit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let goes_on = rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    match digits.len() {
        LinkToken::LENGTH if !goes_on => Ok(LinkToken(digits.to_ascii_lowercase())),
        1..LinkToken::LENGTH if !goes_on => Err(LinkProblem::CutOff {
            missing: LinkToken::LENGTH - digits.len(),
        }),
        _ => Err(LinkProblem::Unlike),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_trails_a_whole_token_is_ignored(token in "[0-9a-f]{64}", trailing in "([^0-9A-Za-z]\\PC{0,20})?", leading in "[ \u{200b}(（<「]{0,2}") {
            let read = LinkToken::read(&format!("{leading}{token}{trailing}"));
            prop_assert_eq!(read.as_ref().map(LinkToken::as_str), Ok(token.as_str()));
            let again = read.unwrap();
            prop_assert_eq!(LinkToken::read(again.as_str()), Ok(again.clone()));
        }

        #[test]
        fn a_shorter_one_was_cut_off(token in "[0-9a-f]{1,63}", trailing in "[.，。)%]{0,3}") {
            let missing = LinkToken::LENGTH - token.len();
            prop_assert_eq!(LinkToken::read(&format!("{token}{trailing}")), Err(LinkProblem::CutOff { missing }));
        }

        #[test]
        fn any_text_is_read_or_refused(text: String) {
            let _ = LinkToken::read(&text);
        }
    }

    #[test]
    fn a_wrapped_line_is_joined() {
        let (first, second) = ("0123456789abcdef".repeat(2), "fedcba9876543210".repeat(2));
        for gap in [" ", "\r\n", "\n  ", "\u{ad}", "\u{200b}"] {
            let read = LinkToken::read(&format!("{first}{gap}{second}。"));
            assert_eq!(
                read.map(|read| read.as_str().to_owned()),
                Ok(format!("{first}{second}")),
                "{gap:?}"
            );
        }
    }

    #[test]
    fn other_texts_are_none() {
        let token = "0123456789abcdef".repeat(4);
        for text in ["", "，", "none", "0123O567", &format!("{token}0")] {
            assert_eq!(LinkToken::read(text), Err(LinkProblem::Unlike), "{text}");
        }
        let upper = LinkToken::read(&token.to_uppercase()).unwrap();
        assert_eq!(upper.as_str(), token);
        assert_eq!(format!("{upper:?}"), "LinkToken(..)");
    }
}
