//! Normalizing the characters that keyboards, input methods and clipboards produce in addresses and numbers.

/// The text in the letters used in addresses and numbers: full-width forms and typographic signs become plain ones, and
/// invisible characters are dropped, as are white space and marks of direction around it.
///
/// Only for addresses, domains, ids and numbers, where a full-width letter never means anything else. Names stay as
/// they were typed.
pub(crate) fn plain(text: &str) -> String {
    text.trim_matches(|character| is_embedding(character) || character.is_whitespace())
        .chars()
        .filter(|character| !is_invisible(*character))
        .map(|character| match character {
            // The full-width forms are in the order of ASCII.
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
            }
            '\u{3000}' | '\u{a0}' => ' ',
            '。' | '｡' => '.',
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            other => other,
        })
        .collect()
}

/// Whether it is a soft hyphen, a zero-width space, a joiner or a direction mark: these get copied along with text.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
    )
}

/// Whether it begins or ends a part of its own direction, as programs put around an address that is copied from them.
/// That which turns letters around is none: with it, the text is not the one that was seen.
fn is_embedding(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202d}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn input_methods_and_clipboards() {
        assert_eq!(
            plain("ｇｒａｃｅ＠ｆａｂｒｉｋａｍ．example"),
            "grace@fabrikam.example"
        );
        assert_eq!(plain("grace@fabrikam。example"), "grace@fabrikam.example");
        assert_eq!(plain("\u{feff}gra\u{200b}ce\u{ad}"), "grace");
        assert_eq!(plain("o\u{2019}brien"), "o'brien");
        assert_eq!(plain("１０"), "10");
        assert_eq!(plain("鈴木 Ä"), "鈴木 Ä");
        assert_eq!(plain(" \u{202a}grace\u{202c} "), "grace");
        assert_eq!(plain("\u{202e}ecarg"), "\u{202e}ecarg");
    }
}
