//! A CSV file, read line by line. However long the file is, no more of it is held than a line and a few kilobytes.

use std::{
    collections::VecDeque,
    io::{self, Read},
};

use csv::{ReaderBuilder, StringRecord};

use super::{FileProblem, begins_well, is_utf16, without_mark};

/// The longest line, in bytes. What is longer began with a stray quotation mark, and would go on to the end of the
/// file.
pub const LONGEST_ROW: u64 = 128 * 1024;

/// As much is read ahead.
pub const AHEAD: usize = 8 * 1024;

/// Why a file was not read to its end.
#[derive(Debug)]
pub enum Stopped {
    /// As a whole it is something else.
    File(FileProblem),
    /// It could not be read.
    Unreadable(io::Error),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Stopped {
        let problem = error
            .get_ref()
            .and_then(|it| it.downcast_ref::<FileProblem>());
        match problem.cloned() {
            Some(problem) => Stopped::File(problem),
            None => Stopped::Unreadable(error),
        }
    }
}

/// A line after the first one.
#[derive(Debug)]
pub struct Row {
    /// Its number; of several that a field goes on over, the first one's.
    pub line: u64,
    /// Its fields.
    pub fields: csv::Result<StringRecord>,
}

/// The lines of a CSV file in UTF-8.
///
/// ```
/// use tierline_core::catalog::file::{FileProblem, Rows, Stopped};
/// let mut rows = Rows::of(&b"\xef\xbb\xbfsku,name\r\n1,Basic\r\n\r\n2,Premium\r\n"[..])?;
/// assert_eq!(rows.header()?.unwrap(), vec!["sku", "name"]);
/// assert_eq!(rows.next_row()?.unwrap().fields.unwrap(), vec!["1", "Basic"]);
/// assert_eq!(rows.next_row()?.unwrap().line, 4);
/// assert!(rows.next_row()?.is_none());
///
/// let other = Rows::of(&b"sku;name\n"[..]).unwrap_err();
/// assert!(matches!(other, Stopped::File(FileProblem::OtherSeparator { by: "semicolons" })));
/// # Ok::<(), Stopped>(())
/// ```
#[derive(Debug)]
pub struct Rows<R> {
    reader: csv::Reader<Text<R>>,
    rows: u64,
}

impl<R: Read> Rows<R> {
    /// Of this file, with its fields as they are.
    ///
    /// # Errors
    /// [`Stopped`], when it begins as no CSV file does.
    pub fn of(input: R) -> Result<Rows<R>, Stopped> {
        Rows::made(input, csv::Trim::None)
    }

    /// The same without the spaces around each field.
    ///
    /// # Errors
    /// As [`Rows::of`].
    pub fn trimmed(input: R) -> Result<Rows<R>, Stopped> {
        Rows::made(input, csv::Trim::All)
    }

    fn made(input: R, trim: csv::Trim) -> Result<Rows<R>, Stopped> {
        let text = Text::of(input)?;
        let mut builder = ReaderBuilder::new();
        let builder = builder.trim(trim).buffer_capacity(AHEAD);
        Ok(Rows {
            reader: builder.from_reader(text),
            rows: 0,
        })
    }

    /// The names of the columns.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn header(&mut self) -> Result<csv::Result<StringRecord>, Stopped> {
        let names = self.reader.headers().cloned();
        names.map_or_else(|error| stopped(error).map(Err), |names| Ok(Ok(names)))
    }

    /// The next line; none at the end.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn next_row(&mut self) -> Result<Option<Row>, Stopped> {
        let from = self.reader.position().byte();
        self.reader.get_mut().allow(from);
        let mut fields = StringRecord::new();
        let fields = match self.reader.read_record(&mut fields) {
            Ok(false) => return Ok(None),
            Ok(true) => Ok(fields),
            Err(error) => Err(stopped(error)?),
        };
        let at = match &fields {
            Ok(fields) => fields.position(),
            Err(error) => error.position(),
        };
        let at = at.map_or(from, csv::Position::byte);
        let line = self.reader.get_mut().line_at(at);
        self.rows += 1;
        Ok(Some(Row { line, fields }))
    }

    /// How many lines after the first one were read.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.rows
    }
}

/// What is wrong with one line, unless nothing after it can be read either.
fn stopped(error: csv::Error) -> Result<csv::Error, Stopped> {
    if error.is_io_error() {
        return match error.into_kind() {
            csv::ErrorKind::Io(error) => Err(error.into()),
            _ => Err(Stopped::File(FileProblem::Empty)),
        };
    }
    Ok(error)
}

/// The bytes of the file, of which every one is part of a letter, without the mark that spreadsheets begin with.
#[derive(Debug)]
struct Text<R> {
    input: R,
    /// What was read and not handed on: letters as far as `whole`, then the beginning of one.
    held: Vec<u8>,
    handed: usize,
    whole: usize,
    is_at_end: bool,
    /// The lines that were read.
    read: u64,
    /// The bytes that were handed on, and as many as may be.
    given: u64,
    allowed: u64,
    /// The line breaks of what was handed on, from the beginning of the latest line on: their places, and whether each
    /// is the one that counts.
    breaks: VecDeque<(u64, bool)>,
    /// The line that they begin on.
    line: u64,
}

impl<R: Read> Text<R> {
    fn of(input: R) -> Result<Text<R>, Stopped> {
        let mut text = Text {
            input,
            held: Vec::with_capacity(AHEAD),
            handed: 0,
            whole: 0,
            is_at_end: false,
            read: 1,
            given: 0,
            allowed: LONGEST_ROW,
            breaks: VecDeque::new(),
            line: 1,
        };
        text.fill()?;
        if is_utf16(&text.held) {
            return Err(Stopped::File(FileProblem::Utf16));
        }
        text.handed = text.held.len() - without_mark(&text.held).len();
        text.check()?;
        let begun = text.held.get(text.handed..text.whole).unwrap_or_default();
        let begun = core::str::from_utf8(begun).unwrap_or_default();
        begins_well(begun, text.is_at_end).map_err(Stopped::File)?;
        Ok(text)
    }

    /// Reads on, as far as there is room.
    fn fill(&mut self) -> io::Result<()> {
        let begun = self.held.len();
        self.held.resize(AHEAD, 0);
        let mut filled = begun;
        while let Some(room) = self.held.get_mut(filled..).filter(|room| !room.is_empty()) {
            match self.input.read(room) {
                Ok(0) => {
                    self.is_at_end = true;
                    break;
                }
                Ok(read) => filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.held.truncate(filled);
        Ok(())
    }

    /// How far what is held are letters.
    fn check(&mut self) -> io::Result<()> {
        let bytes = self.held.get(self.handed..).unwrap_or_default();
        let (length, is_wrong) = match core::str::from_utf8(bytes) {
            Ok(text) => (text.len(), false),
            // The last letter may go on in what is read next.
            Err(error) => (
                error.valid_up_to(),
                error.error_len().is_some() || self.is_at_end,
            ),
        };
        let letters = bytes.get(..length).unwrap_or_default();
        let lines = letters.iter().filter(|byte| **byte == b'\n').count();
        self.read += u64::try_from(lines).unwrap_or_default();
        self.whole = self.handed + length;
        if is_wrong {
            let line = usize::try_from(self.read).unwrap_or(usize::MAX);
            return Err(io::Error::other(FileProblem::OtherEncoding { line }));
        }
        Ok(())
    }

    /// A line that begins here may be read to its end.
    fn allow(&mut self, from: u64) {
        self.allowed = from.saturating_add(LONGEST_ROW);
    }

    /// The number of the line that begins here, or behind the breaks here. Places come in order, and what is before one
    /// is forgotten. The csv crate's own numbers are too small by one where lines end with `\r\n`.
    fn line_at(&mut self, place: u64) -> u64 {
        let mut next = place;
        while let Some((at, counts)) = self.breaks.front().copied() {
            if at > next {
                break;
            }
            if at == next {
                next += 1;
            }
            self.line += u64::from(counts);
            self.breaks.pop_front();
        }
        self.line
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if self.handed == self.whole {
            self.held.drain(..self.handed);
            self.handed = 0;
            self.fill()?;
            self.check()?;
        }
        if self.given >= self.allowed {
            let line = self.line;
            return Err(io::Error::other(FileProblem::Unclosed { line }));
        }
        let there = self.held.get(self.handed..self.whole).unwrap_or_default();
        let length = there.len().min(room.len());
        for ((place, from), to) in (self.given..).zip(there).zip(room) {
            *to = *from;
            if matches!(from, b'\r' | b'\n') {
                self.breaks.push_back((place, *from == b'\n'));
            }
        }
        self.handed += length;
        self.given += u64::try_from(length).unwrap_or_default();
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A file that nobody has: so many of the same line. It counts what is asked for.
    struct Made {
        line: &'static [u8],
        left: u64,
        begun: usize,
        most_asked: usize,
        given: u64,
    }

    impl Made {
        fn of(line: &'static [u8], lines: u64) -> Made {
            Made {
                line,
                left: lines,
                begun: 0,
                most_asked: 0,
                given: 0,
            }
        }
    }

    impl Read for Made {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            self.most_asked = self.most_asked.max(room.len());
            let rest = &self.line[self.begun..];
            if self.left == 0 || room.is_empty() {
                return Ok(0);
            }
            let length = rest.len().min(room.len());
            room[..length].copy_from_slice(&rest[..length]);
            self.begun += length;
            if self.begun == self.line.len() {
                self.begun = 0;
                self.left -= 1;
            }
            self.given += length as u64;
            Ok(length)
        }
    }

    #[test]
    fn a_long_file_is_never_held() {
        let line =
            "mpn@contoso.example,7000000,Contoso 株式会社,7000001,\"Berlin, \"\"Mitte\"\"\",DE\r\n";
        let mut rows = Rows::trimmed(Made::of(line.as_bytes(), 20_001)).unwrap();
        rows.header().unwrap().unwrap();
        let mut most_held = 0;
        while let Some(row) = rows.next_row().unwrap() {
            assert_eq!(row.line, rows.count() + 1);
            assert_eq!(&row.fields.unwrap()[4], "Berlin, \"Mitte\"");
            let text = rows.reader.get_ref();
            most_held = most_held.max(text.held.capacity()).max(text.breaks.len());
        }
        assert_eq!(rows.count(), 20_000);
        let text = rows.reader.get_ref();
        assert!(text.input.most_asked <= AHEAD, "{}", text.input.most_asked);
        assert!(most_held <= 2 * AHEAD, "{most_held}");
    }

    #[test]
    fn a_line_without_an_end_is_not_waited_for() {
        let gigabytes = Made::of(b"\"never closed,", u64::MAX);
        let before = &b"sku,name\n1,Basic\n"[..];
        let mut rows = Rows::of(before.chain(gigabytes)).unwrap();
        rows.next_row().unwrap().unwrap();
        let Err(Stopped::File(FileProblem::Unclosed { line })) = rows.next_row() else {
            panic!("it was read");
        };
        assert_eq!(line, 2);
        let (_, endless) = rows.reader.get_ref().input.get_ref();
        assert!(
            endless.given <= LONGEST_ROW + 3 * AHEAD as u64,
            "{}",
            endless.given
        );
    }

    #[test]
    fn a_wrong_letter_is_named_by_its_line_wherever_pieces_end() {
        for before in [0, 100, 4_000] {
            let mut file = b"sku,name\r\n".to_vec();
            file.extend("1,Müller\r\n".repeat(before).as_bytes());
            file.extend(b"1,M\xfcller\r\n");
            let mut rows = match Rows::of(&file[..]) {
                Ok(rows) => rows,
                Err(Stopped::File(problem)) => {
                    assert_eq!(problem, FileProblem::OtherEncoding { line: before + 2 });
                    continue;
                }
                Err(other) => panic!("{other:?}"),
            };
            let wrong = loop {
                match rows.next_row() {
                    Ok(row) => assert!(row.is_some()),
                    Err(wrong) => break wrong,
                }
            };
            let Stopped::File(problem) = wrong else {
                panic!("{wrong:?}");
            };
            assert_eq!(problem, FileProblem::OtherEncoding { line: before + 2 });
        }
    }

    #[test]
    fn lines_are_numbered_whatever_ends_them() {
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "1,2", "", "3,\"x", "y\"", "4", "5,6"].join(end);
            let mut rows = Rows::of(text.as_bytes()).unwrap();
            let mut numbers = Vec::new();
            while let Some(row) = rows.next_row().unwrap() {
                numbers.push(row.line);
            }
            assert_eq!(numbers, [2, 4, 6, 7], "{end:?}");
        }
    }

    proptest! {
        /// In pieces of whatever size, a file has the lines that it has as a whole.
        #[test]
        fn pieces_make_no_difference(text in "a,b\n([0-9é\"\r\n,]{0,9}\n){0,40}") {
            let mut whole = csv::Reader::from_reader(text.as_bytes());
            let expected: Vec<_> = whole.records().map(|it| it.ok()).collect();
            let mut rows = Rows::of(text.as_bytes()).unwrap();
            let mut found = Vec::new();
            while let Some(row) = rows.next_row().unwrap() {
                found.push(row.fields.ok());
            }
            prop_assert_eq!(found, expected);
        }
    }
}
