//! A PDF (ISO 32000), as far as it must not do anything.

mod names;
mod streams;

pub use streams::{PdfStream, PdfStreams};

use self::names::Names;
use super::{Refusal, Unfit};

/// The names of what acts, runs or carries other files in a PDF.
const ACTIVE: [&[u8]; 9] = [
    b"JavaScript",
    b"Launch",
    b"RichMedia",
    b"EmbeddedFile",
    b"SubmitForm",
    b"ImportData",
    // Forms that are programs of their own, and leaps into other files.
    b"XFA",
    b"GoToR",
    b"GoToE",
];

pub(super) fn is_version(version: &[u8]) -> bool {
    matches!(
        version,
        [b'1', b'.', b'0'..=b'7', ..] | [b'2', b'.', b'0', ..]
    )
}

/// Looks through a PDF for what acts, while it is received: names that are written openly, or with `#` escapes. One
/// that is protected by a password cannot be looked through, and is refused for it. What its streams hold is unfolded
/// where
/// [`PdfStreams`] finds them, and looked through by a scan of its own.
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
    names: Names,
}

impl PdfScan {
    /// Reads the next piece.
    ///
    /// # Errors
    /// [`Refusal::DocumentUnfit`] for content that acts, and for a file that is locked.
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
        match self.names.byte(byte) {
            Some(name) if ACTIVE.contains(&name.as_slice()) => unfit(Unfit::ActiveContent),
            Some(name) if name == b"Encrypt" => unfit(Unfit::Locked),
            _ => Ok(()),
        }
    }
}

const fn unfit<T>(what: Unfit) -> Result<T, Refusal> {
    Err(Refusal::DocumentUnfit { what })
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

    #[test]
    fn a_file_with_a_password_is_not_looked_through() {
        let locked = b"trailer << /Encrypt 5 0 R /Root 1 0 R >>";
        let what = Unfit::Locked;
        assert_eq!(scan([&locked[..]]), Err(Refusal::DocumentUnfit { what }));
        assert!(scan([&b"<< /EncryptMetadata false >>"[..]]).is_ok());
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
