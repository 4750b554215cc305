//! Telephone numbers.

use super::{TextError, TextKind, characters::check_length, typed::text_type, typing::plain};

text_type! {
    /// A telephone number as people write it: 5 to 30 characters, with at least five digits.
    ///
    /// Besides digits, it has the signs that are usual in between, and at most one plus sign, in front.
    ///
    /// ```
    /// use tierline_core::text::PhoneNumber;
    /// assert_eq!(PhoneNumber::parse(" +886 (2) 2345-6789 ")?.as_str(), "+886 (2) 2345-6789");
    /// assert!(PhoneNumber::parse("call me").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    PhoneNumber, number
}

fn number(text: &str) -> Result<String, TextError> {
    let text = plain(text);
    let text = text.trim();
    check_length(text, 5, 30)?;
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let usual = |byte: u8| byte.is_ascii_digit() || b" ()-./".contains(&byte);
    if digits >= 5 && rest.bytes().all(usual) {
        Ok(text.to_owned())
    } else {
        Err(TextError::Malformed {
            expected: TextKind::PhoneNumber,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::typed::text_laws;

    text_laws!(PhoneNumber, " ?\\+?[0-9]{5}[0-9 ()./-]{0,20}[0-9] ?");

    #[test]
    fn refused() {
        for text in ["12 34", "12345x", "+12+345", "12345\u{0}", "-----"] {
            let malformed = TextError::Malformed {
                expected: TextKind::PhoneNumber,
            };
            assert_eq!(PhoneNumber::parse(text), Err(malformed), "{text}");
        }
        assert_eq!(
            PhoneNumber::parse("1234"),
            Err(TextError::TooShort { minimum: 5 })
        );
    }
}
