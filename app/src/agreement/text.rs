//! The text of an agreement as it is read: plain text, or the few signs of Markdown that agreements need. What is shown
//! has every letter of the text that is signed; only the signs become headings, lists and bold words.

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading: `#`, `##` or `###`.
    Heading(u8, String),
    /// Lines without an empty one between them.
    Paragraph(Vec<Piece>),
    /// Lines that begin with `-` or `*`.
    Bullets(Vec<Vec<Piece>>),
    /// Lines that begin with a number and a full stop; the first number, and the lines.
    Numbered(u32, Vec<Vec<Piece>>),
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Plain(String),
    /// Between two asterisks and two asterisks.
    Bold(String),
}

/// A line by itself.
enum Line<'a> {
    Empty,
    Heading(u8, &'a str),
    Bullet(&'a str),
    Numbered(u32, &'a str),
    Text(&'a str),
}

impl Line<'_> {
    fn of(line: &str) -> Line<'_> {
        let line = line.trim();
        if line.is_empty() {
            return Line::Empty;
        }
        for (level, sign) in [(1, "# "), (2, "## "), (3, "### ")] {
            if let Some(rest) = line.strip_prefix(sign) {
                return Line::Heading(level, rest.trim());
            }
        }
        if let Some(rest) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
            return Line::Bullet(rest.trim());
        }
        match line.split_once(". ") {
            Some((number, rest)) if number.len() <= 3 => match number.parse() {
                Ok(number) => Line::Numbered(number, rest.trim()),
                Err(_) => Line::Text(line),
            },
            _ => Line::Text(line),
        }
    }
}

/// The parts of a text.
///
/// ```
/// use tierline_app::agreement::text::{Block, Piece, blocks};
/// let text = "# Terms\n\nYou **must** pay.\n\n1. First\n2. Second";
/// let [Block::Heading(1, title), Block::Paragraph(line), Block::Numbered(1, items)] = &blocks(text)[..] else { panic!() };
/// assert_eq!((title.as_str(), &line[1], items.len()), ("Terms", &Piece::Bold("must".to_owned()), 2));
/// ```
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let line = Line::of(line);
        let continues = goes_on;
        goes_on = !matches!(line, Line::Empty | Line::Heading(..));
        match (line, blocks.last_mut().filter(|_| continues)) {
            (Line::Empty, _) => {}
            (Line::Heading(level, title), _) => {
                blocks.push(Block::Heading(level, title.to_owned()));
            }
            (Line::Bullet(item), Some(Block::Bullets(items))) => items.push(pieces(item)),
            (Line::Bullet(item), _) => blocks.push(Block::Bullets(vec![pieces(item)])),
            (Line::Numbered(_, item), Some(Block::Numbered(_, items))) => items.push(pieces(item)),
            (Line::Numbered(first, item), _) => {
                blocks.push(Block::Numbered(first, vec![pieces(item)]));
            }
            (Line::Text(more), Some(Block::Paragraph(line))) => go_on(line, more),
            (Line::Text(more), Some(Block::Bullets(items) | Block::Numbered(_, items))) => {
                match items.last_mut() {
                    Some(item) => go_on(item, more),
                    None => items.push(pieces(more)),
                }
            }
            (Line::Text(line), _) => blocks.push(Block::Paragraph(pieces(line))),
        }
    }
    blocks
}

/// Puts one more line behind a line. Chinese has no space between them.
fn go_on(line: &mut Vec<Piece>, more: &str) {
    let last = line.last().and_then(|piece| match piece {
        Piece::Plain(text) | Piece::Bold(text) => text.chars().last(),
    });
    let is_wide = |letter: Option<char>| letter.is_some_and(|letter| letter >= '\u{2e80}');
    if !(is_wide(last) && is_wide(more.chars().next())) {
        line.push(Piece::Plain(" ".to_owned()));
    }
    line.extend(pieces(more));
}

/// A line with its bold words. A sign without its other one stays as it is.
fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once("**") {
        let Some((bold, after)) = behind.split_once("**") else {
            break;
        };
        if !before.is_empty() {
            pieces.push(Piece::Plain(before.to_owned()));
        }
        if !bold.is_empty() {
            pieces.push(Piece::Bold(bold.to_owned()));
        }
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Plain(rest.to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Piece {
        Piece::Plain(text.to_owned())
    }

    #[test]
    fn lines_of_one_paragraph_are_joined_as_their_script_joins_them() {
        assert_eq!(
            blocks("one\ntwo\n\n合約\n條款"),
            [
                Block::Paragraph(vec![plain("one"), plain(" "), plain("two")]),
                Block::Paragraph(vec![plain("合約"), plain("條款")]),
            ]
        );
    }

    #[test]
    fn what_is_no_sign_stays_as_it_stands() {
        for text in [
            "**half",
            "#no heading",
            "2026. is a year",
            "-5 degrees",
            "<b>x</b>",
        ] {
            assert_eq!(
                blocks(text),
                [Block::Paragraph(vec![plain(text)])],
                "{text}"
            );
        }
    }

    #[test]
    fn lists_end_with_an_empty_line_and_keep_their_first_number() {
        assert_eq!(
            blocks("3. a\nmore\n4. b\n\n- c\n- d"),
            [
                Block::Numbered(
                    3,
                    vec![
                        vec![plain("a"), plain(" "), plain("more")],
                        vec![plain("b")]
                    ]
                ),
                Block::Bullets(vec![vec![plain("c")], vec![plain("d")]]),
            ]
        );
    }
}
