//! A PDF (ISO 32000), as far as it must not do anything.

use super::{Refusal, Unfit};

/// The names of what acts, runs or carries other files in a PDF.
const ACTIVE: [&[u8]; 6] = [
    b"JavaScript",
    b"Launch",
    b"RichMedia",
    b"EmbeddedFile",
    b"SubmitForm",
    b"ImportData",
];

/// The longest name that is looked for; of longer ones the beginning is enough to tell them apart.
const LONGEST: usize = 16;

pub(super) fn is_version(version: &[u8]) -> bool {
    matches!(
        version,
        [b'1', b'.', b'0'..=b'7', ..] | [b'2', b'.', b'0', ..]
    )
}

/// Looks through a PDF for what acts, while it is received: names that are written openly, or with `#` escapes. What is
/// compressed is not opened; it does nothing where a file is only shown without scripts or saved.
///
/// ```
/// use tierline_core::enrollment::PdfScan;
/// let scan = |pieces: &[&[u8]]| {
///     let mut scan = PdfScan::default();
///     pieces.iter().try_for_each(|piece| scan.read(piece)).and_then(|()| scan.end())
/// };
/// assert!(scan(&[b"%PDF-1.7 << /S /GoTo >>"]).is_ok());
/// assert_eq!(scan(&[b"<< /S /Java", b"Script /JS (app.alert(1)) >>"]).unwrap_err().code(), "document_unfit");
/// assert!(scan(&[b"<< /S /J#61va#53cript >>"]).is_err());
/// // Another name that begins alike.
/// assert!(scan(&[b"<< /Launchpad 1 >>"]).is_ok());
/// ```
#[derive(Clone, Debug, Default)]
pub struct PdfScan {
    /// The name that is being read, as far as it was read.
    name: Option<Vec<u8>>,
    /// The digits of an escape that is being read, behind its sign.
    escape: Option<Option<u8>>,
}

impl PdfScan {
    /// Reads the next piece.
    ///
    /// # Errors
    /// [`Refusal::DocumentUnfit`] for content that acts.
    pub fn read(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        piece.iter().try_for_each(|byte| self.byte(*byte))
    }

    /// Ends the file.
    ///
    /// # Errors
    /// As [`read`](PdfScan::read): the file may end with a name.
    pub fn end(mut self) -> Result<(), Refusal> {
        self.byte(b' ')
    }

    fn byte(&mut self, byte: u8) -> Result<(), Refusal> {
        if matches!(
            byte,
            0 | b'\t'
                | b'\n'
                | 0x0c
                | b'\r'
                | b' '
                | b'('
                | b')'
                | b'<'
                | b'>'
                | b'['
                | b']'
                | b'{'
                | b'}'
                | b'/'
                | b'%'
        ) {
            self.escape = None;
            let name = self.name.take();
            if byte == b'/' {
                self.name = Some(Vec::with_capacity(LONGEST));
            }
            return match name {
                Some(name) if ACTIVE.contains(&name.as_slice()) => Err(Refusal::DocumentUnfit {
                    what: Unfit::ActiveContent,
                }),
                _ => Ok(()),
            };
        }
        let Some(name) = &mut self.name else {
            return Ok(());
        };
        let read = match (self.escape.take(), digit(byte)) {
            (None, _) if byte == b'#' => {
                self.escape = Some(None);
                return Ok(());
            }
            (Some(None), Some(high)) => {
                self.escape = Some(Some(high));
                return Ok(());
            }
            (Some(Some(high)), Some(low)) => high << 4 | low,
            _ => byte,
        };
        if name.len() < LONGEST {
            name.push(read);
        }
        Ok(())
    }
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scan<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Result<(), Refusal> {
        let mut scan = PdfScan::default();
        for piece in pieces {
            scan.read(piece)?;
        }
        scan.end()
    }

    #[test]
    fn each_active_name_is_found_also_at_the_end() {
        for name in ACTIVE {
            let file = [b"%PDF-1.4\n/", name].concat();
            assert!(scan([file.as_slice()]).is_err(), "{name:?}");
            assert!(scan([&file[..file.len() - 1]]).is_ok(), "{name:?}");
        }
    }

    proptest! {
        /// However a file is cut, the same is found in it.
        #[test]
        fn pieces_make_no_difference(before in "[ -~]{0,40}", after in "[ -~]{0,40}", name in 0..ACTIVE.len(), size in 1..9_usize) {
            let file = [before.as_bytes(), b" /", ACTIVE[name], b" ", after.as_bytes()].concat();
            prop_assert!(scan(file.chunks(size)).is_err());
        }

        #[test]
        fn never_panics(file: Vec<u8>, size in 1..9_usize) {
            let whole = scan([file.as_slice()]).is_ok();
            prop_assert_eq!(scan(file.chunks(size)).is_ok(), whole);
        }
    }
}
