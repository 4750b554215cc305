//! A file as spreadsheets save it, and what its text is instead of CSV in UTF-8.

mod rows;

pub use rows::{AHEAD, LONGEST_ROW, Row, Rows, Stopped};

use std::fmt;

use crate::import::Problem;

/// What is wrong with a file as a whole, so that no line of it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileProblem {
    /// It has nothing in it.
    Empty,
    /// It is in UTF-16.
    Utf16,
    /// A line is not in UTF-8.
    OtherEncoding {
        /// The number of the line.
        line: usize,
    },
    /// The first line is a directive for a spreadsheet, such as `sep=,`.
    Separator,
    /// Its columns are separated by something else than commas.
    OtherSeparator {
        /// Its name.
        by: &'static str,
    },
    /// A line is longer than [`LONGEST_ROW`].
    Unclosed {
        /// The number of the line.
        line: u64,
    },
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileProblem::Empty => f.write_str("the file is empty"),
            FileProblem::Utf16 => f.write_str(
                "the file is in UTF-16 (a spreadsheet calls it Unicode text): save it as CSV UTF-8",
            ),
            FileProblem::OtherEncoding { line } => write!(
                f,
                "line {line} is not in UTF-8: the file has another encoding, such as Windows-1252 or Big5; save it as \
                 CSV UTF-8"
            ),
            FileProblem::Separator => f.write_str(
                "line 1 is `sep=`, a directive for a spreadsheet: remove it, so that the file begins with the names of \
                 the columns",
            ),
            FileProblem::OtherSeparator { by } => write!(
                f,
                "the columns are separated by {by}, as spreadsheets do in some countries: save the file with commas, \
                 and amounts with a point"
            ),
            FileProblem::Unclosed { line } => {
                write!(f, "line {line} has no end: a quotation mark is missing")
            }
        }
    }
}

impl std::error::Error for FileProblem {}

impl FileProblem {
    /// The same as any import tells it, with the line, which is none for the whole file.
    #[must_use]
    pub fn told(&self) -> (u64, Problem) {
        match self {
            FileProblem::Empty => (0, Problem::EmptyFile),
            FileProblem::Utf16 => (0, Problem::Utf16),
            FileProblem::OtherEncoding { line } => {
                (u64::try_from(*line).unwrap_or(u64::MAX), Problem::Encoding)
            }
            FileProblem::Separator => (1, Problem::Directive),
            FileProblem::OtherSeparator { by } => {
                let by = match *by {
                    "semicolons" => ";",
                    "tabs" => "\t",
                    _ => "|",
                };
                (1, Problem::Separator { by: by.to_owned() })
            }
            FileProblem::Unclosed { line } => {
                let column = String::new();
                (*line, Problem::Unclosed { column })
            }
        }
    }
}

/// The same as any import tells it.
#[must_use]
pub fn unreadable_problem(error: &csv::Error) -> Problem {
    match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => Problem::Fields {
            has: *len,
            columns: *expected_len,
        },
        _ => Problem::Unreadable {
            why: error.to_string(),
        },
    }
}

/// The text of a CSV file, without the mark that spreadsheets begin UTF-8 with.
///
/// # Errors
/// A [`FileProblem`], when the file as a whole is something else.
///
/// ```
/// use tierline_core::catalog::file::{FileProblem, text};
/// assert_eq!(text(b"\xef\xbb\xbfsku,name\r\n"), Ok("sku,name\r\n"));
/// assert_eq!(text(b"\xff\xfes\0k\0u\0"), Err(FileProblem::Utf16));
/// assert_eq!(text(b"sku,name\n1,M\xfcller\n"), Err(FileProblem::OtherEncoding { line: 2 }));
/// assert_eq!(text(b"sep=,\r\nsku,name\r\n"), Err(FileProblem::Separator));
/// assert_eq!(text(b"sku;name\n"), Err(FileProblem::OtherSeparator { by: "semicolons" }));
/// ```
pub fn text(bytes: &[u8]) -> Result<&str, FileProblem> {
    if is_utf16(bytes) {
        return Err(FileProblem::Utf16);
    }
    let bytes = without_mark(bytes);
    let text = core::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        FileProblem::OtherEncoding { line }
    })?;
    begins_well(text, true)?;
    Ok(text)
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Whether the text, or the beginning of it, is that of a CSV file.
fn begins_well(text: &str, is_whole: bool) -> Result<(), FileProblem> {
    let first = text.lines().next().unwrap_or_default().trim();
    if is_whole && text.trim().is_empty() {
        return Err(FileProblem::Empty);
    }
    if first
        .trim_matches('"')
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("sep="))
    {
        return Err(FileProblem::Separator);
    }
    if !first.contains(',') {
        for (separator, by) in [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")] {
            if first.contains(separator) {
                return Err(FileProblem::OtherSeparator { by });
            }
        }
    }
    Ok(())
}

/// Why the csv crate cannot read a line.
#[must_use]
pub fn unreadable(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("it has {len} fields, and the first line names {expected_len} columns"),
        _ => error.to_string(),
    }
}

/// Whether it begins with the mark of UTF-16, or like Latin letters in it, each beside a zero.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, 0, third, 0, ..] | [0, first, 0, third, ..] => *first != 0 && *third != 0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mistake_has_its_name() {
        let of = |bytes: &[u8]| text(bytes).unwrap_err().to_string();
        assert!(of(b"").contains("empty"));
        assert!(of(b"\xef\xbb\xbf\r\n").contains("empty"));
        assert!(of(b"\xfe\xff\0s\0k").contains("UTF-16"));
        assert!(of(b"s\0k\0u\0").contains("UTF-16"));
        assert!(of(b"\0s\0k\0u").contains("UTF-16"));
        assert!(of(b"sku,name\r\n1,\xa4\xa4\xa4\xe5\r\n").contains("line 2 is not in UTF-8"));
        for first in ["sep=;\n", "SEP=,\r\n", "\"sep=,\"\n"] {
            assert!(
                of(format!("{first}sku,name\n").as_bytes()).contains("`sep=`"),
                "{first}"
            );
        }
        assert!(of(b"sku;part_number;name\n1;2;3,5\n").contains("semicolons"));
        assert!(of(b"sku\tname\n").contains("tabs"));
    }

    #[test]
    fn any_bytes_are_a_text_or_are_not() {
        for bytes in [
            &b"a"[..],
            b"\0",
            b"\xff",
            b"\xef\xbb\xbf",
            b"sep",
            "é".as_bytes(),
        ] {
            let _ = text(bytes);
        }
    }
}
