//! Messages between people: the subject and text of an invitation, and the reason for declining or ending.

use super::{
    TextError, TextKind,
    characters::{check_length, is_blank, is_control, one_line},
    typed::text_type,
};

text_type! {
    /// The subject of a message: 1 to 200 characters on one line, so that it can never end an email header.
    ///
    /// ```
    /// use tierline_core::text::MessageSubject;
    /// assert!(MessageSubject::parse("Partner with Contoso Distribution").is_ok());
    /// assert!(MessageSubject::parse("Partner\r\nBcc: everyone@contoso.com").is_err());
    /// ```
    MessageSubject, subject
}

text_type! {
    /// The text of a message: 1 to 8000 characters.
    ///
    /// Line breaks of every kind become `\n`, tabs become spaces, and white space at both ends is dropped.
    ///
    /// ```
    /// use tierline_core::text::MessageText;
    /// assert_eq!(MessageText::parse("Hello,\r\n\r\nplease join us\r\n")?.as_str(), "Hello,\n\nplease join us");
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    MessageText, message
}

text_type! {
    /// What a company says of itself: 1 to 2000 characters. Line breaks as in [`MessageText`].
    ///
    /// ```
    /// use tierline_core::text::Description;
    /// assert!(Description::parse("Cloud solutions since 2009").is_ok());
    /// assert!(Description::parse(&"a".repeat(2001)).is_err());
    /// ```
    Description, description
}

text_type! {
    /// The reason why an invitation was declined or a partnership ended: 1 to 500 characters. Line breaks as in
    /// [`MessageText`].
    ///
    /// ```
    /// use tierline_core::text::{Reason, TextError};
    /// assert!(Reason::parse("we work with another provider").is_ok());
    /// assert_eq!(Reason::parse(" "), Err(TextError::Empty));
    /// ```
    Reason, reason
}

fn subject(text: &str) -> Result<String, TextError> {
    one_line(text, 200)
}

fn message(text: &str) -> Result<String, TextError> {
    lines(text, 8000)
}

fn description(text: &str) -> Result<String, TextError> {
    lines(text, 2000)
}

fn reason(text: &str) -> Result<String, TextError> {
    lines(text, 500)
}

fn lines(text: &str, maximum: usize) -> Result<String, TextError> {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
        .replace('\t', " ");
    if is_blank(&text) {
        return Err(TextError::Empty);
    }
    let text = text.trim();
    if text
        .chars()
        .any(|character| character != '\n' && is_control(character))
    {
        return Err(TextError::Malformed {
            expected: TextKind::Plain,
        });
    }
    check_length(text, 1, maximum)?;
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::typed::text_laws;

    text_laws!(
        MessageText,
        "[ \n\r\t]{0,3}[!-~例é]([ -~例\r\n\t\u{2028}]{0,200}[!-~])?[\r\n]{0,3}"
    );

    #[test]
    fn bounds() {
        assert!(MessageSubject::parse(&"a".repeat(200)).is_ok());
        assert_eq!(
            MessageSubject::parse(&"a".repeat(201)),
            Err(TextError::TooLong { maximum: 200 })
        );
        assert!(MessageText::parse(&"a".repeat(8000)).is_ok());
        assert_eq!(
            MessageText::parse(&"a".repeat(8001)),
            Err(TextError::TooLong { maximum: 8000 })
        );
        assert!(Reason::parse(&"a".repeat(500)).is_ok());
        assert_eq!(
            Reason::parse(&"a".repeat(501)),
            Err(TextError::TooLong { maximum: 500 })
        );
    }

    #[test]
    fn nothing_to_see_is_nothing() {
        for text in ["\u{200b}", " \u{200b}\n\u{2060} ", "\u{feff}"] {
            assert_eq!(MessageSubject::parse(text), Err(TextError::Empty));
            assert_eq!(MessageText::parse(text), Err(TextError::Empty));
            assert_eq!(Reason::parse(text), Err(TextError::Empty));
        }
    }

    #[test]
    fn line_breaks_of_every_kind() {
        let text = MessageText::parse("a\r\nb\rc\nd\u{2028}e\u{2029}f\u{85}g\th").unwrap();
        assert_eq!(text.as_str(), "a\nb\nc\nd\ne\nf\ng h");
        assert_eq!(
            MessageText::parse("a\u{1b}[31mb"),
            Err(TextError::Malformed {
                expected: TextKind::Plain
            })
        );
        assert_eq!(
            MessageText::parse("a\u{202e}b"),
            Err(TextError::Malformed {
                expected: TextKind::Plain
            })
        );
    }

    #[test]
    fn markup_is_text_like_any_other() {
        let text = "</textarea><script>alert(1)</script>";
        assert_eq!(MessageText::parse(text).unwrap().as_str(), text);
    }
}
