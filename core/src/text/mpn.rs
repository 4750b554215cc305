//! A partner's membership number.

use super::{TextError, TextKind, typed::text_type, typing::plain};

text_type! {
    /// An MPN ID: 5 to 10 digits.
    ///
    /// The operator's registry tells whether it is an active location MPN ID of the tenant's country ("Partner with
    /// indirect providers in the CSP program").
    ///
    /// ```
    /// use tierline_core::text::MpnId;
    /// assert_eq!(MpnId::parse(" 4586213 ")?.as_str(), "4586213");
    /// assert!(MpnId::parse("45862l3").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    MpnId, digits
}

fn digits(text: &str) -> Result<String, TextError> {
    let text = plain(text);
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    if (5..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(text.to_owned())
    } else {
        Err(TextError::Malformed {
            expected: TextKind::MpnId,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::typed::text_laws;

    text_laws!(MpnId, " ?[0-9]{5,10} ?");

    #[test]
    fn refused() {
        for text in ["1234", "12345678901", "12 345", "+12345", "12345\u{0}"] {
            assert_eq!(
                MpnId::parse(text),
                Err(TextError::Malformed {
                    expected: TextKind::MpnId
                }),
                "{text}"
            );
        }
    }
}
