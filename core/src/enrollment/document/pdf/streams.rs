//! The streams of a PDF (ISO 32000-2, 7.3.8): where they are, and which of them hold objects.

use super::{
    Refusal, Unfit,
    names::{Names, ends_word},
    unfit,
};

/// The ways to pack a stream that are not unpacked to look into it, and what changes bytes after that.
const OTHER_WAYS: [&[u8]; 10] = [
    b"ASCIIHexDecode",
    b"AHx",
    b"ASCII85Decode",
    b"A85",
    b"LZWDecode",
    b"LZW",
    b"RunLengthDecode",
    b"RL",
    b"Crypt",
    b"Predictor",
];

/// The most streams of one file, each of which is looked into.
const MOST_STREAMS: usize = 100_000;

/// A stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PdfStream {
    /// The number of bytes of the file before its content, and the white space in front of that.
    pub at: u64,
    /// It holds objects (7.5.7), so that a file whose stream does not unfold is damaged.
    pub holds_objects: bool,
}

/// Finds the streams of a PDF while it is read, so that what they hold can be unfolded and looked through as well.
///
/// ```
/// use tierline_core::enrollment::{PdfStream, PdfStreams};
/// let mut streams = PdfStreams::default();
/// streams.read(b"4 0 obj << /Type /ObjStm /Filter /FlateDecode >> str").unwrap();
/// streams.read(b"eam\n...\nendstream").unwrap();
/// assert_eq!(streams.end(), [PdfStream { at: 55, holds_objects: true }]);
/// // Objects that are packed so that nobody looks into them.
/// let hidden = b"4 0 obj << /Type /ObjStm /Filter [/A85 /FlateDecode] >> stream\n";
/// assert_eq!(PdfStreams::default().read(hidden).unwrap_err().code(), "document_unfit");
/// ```
#[derive(Clone, Debug, Default)]
pub struct PdfStreams {
    names: Names,
    /// The number of bytes read.
    at: u64,
    /// The keyword that is being read.
    word: Vec<u8>,
    /// What the object says of its stream, as far as it was read.
    said: Said,
    found: Vec<PdfStream>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Said {
    holds_objects: bool,
    is_packed: bool,
    is_deflated: bool,
    otherwise: bool,
}

impl PdfStreams {
    /// Reads the next piece.
    ///
    /// # Errors
    /// [`Refusal::DocumentUnfit`] for objects that are packed in a way that is not looked into, and for too many
    /// streams.
    pub fn read(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        piece.iter().try_for_each(|byte| self.byte(*byte))
    }

    /// The streams, in the order of the file.
    #[must_use]
    pub fn end(self) -> Vec<PdfStream> {
        self.found
    }

    fn byte(&mut self, byte: u8) -> Result<(), Refusal> {
        if let Some(name) = self.names.byte(byte) {
            match name.as_slice() {
                b"ObjStm" => self.said.holds_objects = true,
                b"Filter" | b"F" => self.said.is_packed = true,
                b"FlateDecode" | b"Fl" => self.said.is_deflated = true,
                other if OTHER_WAYS.contains(&other) => self.said.otherwise = true,
                _ => {}
            }
        }
        if ends_word(byte) {
            match self.word.as_slice() {
                b"obj" => self.said = Said::default(),
                b"stream" => self.stream()?,
                _ => {}
            }
            self.word.clear();
        } else if self.word.len() <= b"stream".len() {
            self.word.push(byte);
        }
        self.at += 1;
        Ok(())
    }

    fn stream(&mut self) -> Result<(), Refusal> {
        let said = std::mem::take(&mut self.said);
        if self.found.len() >= MOST_STREAMS {
            return unfit(Unfit::UnfoldsTooLarge);
        }
        if said.holds_objects && (said.otherwise || said.is_packed != said.is_deflated) {
            return unfit(Unfit::Locked);
        }
        self.found.push(PdfStream {
            at: self.at,
            holds_objects: said.holds_objects && said.is_deflated,
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(file: &[u8], size: usize) -> Result<Vec<PdfStream>, Refusal> {
        let mut streams = PdfStreams::default();
        file.chunks(size)
            .try_for_each(|piece| streams.read(piece))?;
        Ok(streams.end())
    }

    #[test]
    fn an_object_says_nothing_of_the_next_ones_stream() {
        let file = b"1 0 obj << /Type /ObjStm >> endobj 2 0 obj << /Filter /A85 >>stream\r\n";
        let stream = PdfStream {
            at: 67,
            holds_objects: false,
        };
        assert_eq!(found(file, 64), Ok(vec![stream]));
    }

    #[test]
    fn objects_are_unfolded_or_open_or_refused() {
        for (filter, fits) in [
            ("", true),
            ("/Filter /FlateDecode", true),
            ("/Filter /Fl", true),
            ("/Filter 5 0 R", false),
            ("/Filter [/ASCII85Decode /FlateDecode]", false),
            ("/Filter /LZWDecode", false),
            (
                "/Filter /FlateDecode /DecodeParms << /Predictor 12 >>",
                false,
            ),
            ("/Fil#74er /#4cZW", false),
        ] {
            let file = format!("1 0 obj << /Type /ObjStm {filter} >>\nstream\n");
            assert_eq!(found(file.as_bytes(), 64).is_ok(), fits, "{filter}");
        }
    }

    proptest! {
        /// However a file is cut, the same is found in it.
        #[test]
        fn pieces_make_no_difference(before in "[ -~]{0,40}", after in "[ -~]{0,40}", size in 1..9_usize) {
            let file = format!("{before} 1 0 obj << /Length 3 >>\nstream\n{after} ");
            let whole = found(file.as_bytes(), file.len());
            prop_assert_eq!(found(file.as_bytes(), size), whole);
        }

        #[test]
        fn never_panics(file: Vec<u8>, size in 1..9_usize) {
            let _ = found(&file, size);
        }
    }
}
