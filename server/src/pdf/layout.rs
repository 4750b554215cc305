//! Breaking text into lines that fit.

use super::font::Face;

/// The lines of a text: at its own line breaks, and where a line is full.
pub(super) struct Lines(std::vec::IntoIter<String>);

impl Lines {
    /// The lines in a column of this width, in letters of this size.
    pub(super) fn of(text: &str, face: &Face, size: f32, width: f32) -> Lines {
        let lines: Vec<String> = text
            .lines()
            .flat_map(|line| {
                let widths: Vec<f32> = face.glyphs(line).iter().map(|it| it.width * size).collect();
                broken(line, &widths, width)
            })
            .collect();
        Lines(lines.into_iter())
    }
}

impl Iterator for Lines {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        self.0.next()
    }
}

/// Breaks a line after a space, or between Chinese characters, or, where neither is, within a word.
fn broken(line: &str, widths: &[f32], column: f32) -> Vec<String> {
    let letters: Vec<char> = line.chars().collect();
    let mut lines = Vec::new();
    let (mut begin, mut place, mut used) = (0, None, 0.0);
    let mut at = 0;
    while at < letters.len() {
        used += widths.get(at).copied().unwrap_or_default();
        // A space at the end of a line takes no room.
        if used > column && at > begin && letters.get(at) != Some(&' ') {
            let end = place.filter(|place| *place > begin).unwrap_or(at);
            lines.push(text(&letters, begin, end));
            begin = end;
            at = end;
            (place, used) = (None, 0.0);
            continue;
        }
        at += 1;
        if may_break(letters.get(at - 1).copied(), letters.get(at).copied()) {
            place = Some(at);
        }
    }
    lines.push(text(&letters, begin, letters.len()));
    lines
}

fn text(letters: &[char], begin: usize, end: usize) -> String {
    let line: String = letters.get(begin..end).unwrap_or_default().iter().collect();
    line.trim().to_owned()
}

/// Whether a line may end between these two.
fn may_break(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    // What closes never begins a line, and what opens never ends one.
    if "，。、；：！？）」』】》”’".contains(after) || "（「『【《“‘".contains(before)
    {
        return false;
    }
    before == ' ' || before == '-' || is_wide(before) || is_wide(after)
}

/// A character that words are written in without spaces.
fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, column: f32) -> Vec<String> {
        let widths = vec![1.0; text.chars().count()];
        broken(text, &widths, column)
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(lines("one two three", 7.0), ["one two", "three"]);
        assert_eq!(lines("0123456789", 4.0), ["0123", "4567", "89"]);
        assert_eq!(lines("", 4.0), [""]);
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_what_closes() {
        assert_eq!(lines("合約條款，另行", 4.0), ["合約條", "款，另行"]);
        assert_eq!(lines("簽署Contoso合約", 5.0), ["簽署", "Conto", "so合約"]);
    }
}
