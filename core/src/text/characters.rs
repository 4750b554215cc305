//! Checks on characters and lengths that several kinds of text share.

use super::{TextError, TextKind, typing::is_invisible};

/// Whether it is a control character, a line or paragraph separator, or a character that changes the direction of the
/// following text, which can make one name look like another.
pub(super) fn is_control(character: char) -> bool {
    character.is_control()
        || is_direction(character)
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Whether there is nothing to see in it.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|character| character.is_whitespace() || is_invisible(character))
}

/// Whether it changes the direction of the text around it.
pub(super) fn is_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Checks that the length in characters is within these bounds.
pub(super) fn check_length(text: &str, minimum: usize, maximum: usize) -> Result<(), TextError> {
    match text.chars().count() {
        0 => Err(TextError::Empty),
        length if length < minimum => Err(TextError::TooShort { minimum }),
        length if length > maximum => Err(TextError::TooLong { maximum }),
        _ => Ok(()),
    }
}

/// Trimmed, with inner white space collapsed to single spaces, without control characters.
pub(super) fn one_line(text: &str, maximum: usize) -> Result<String, TextError> {
    if is_blank(text) {
        return Err(TextError::Empty);
    }
    let text = text.trim();
    if text.chars().any(is_control) {
        return Err(TextError::Malformed {
            expected: TextKind::Plain,
        });
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    check_length(&line, 1, maximum)?;
    Ok(line)
}
