//! What is behind the head of a file that was received. It is gone through in pieces, and none of them is kept.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read as _, Seek as _, SeekFrom},
    path::Path,
};

use flate2::bufread::ZlibDecoder;
use tierline_core::enrollment::{
    Format, MOST_BYTES, MOST_UNFOLDED, PdfScan, PdfStream, Refusal, Unfit,
};

use super::Stopped;

/// The most bytes that the decoder of a picture may hold.
const MOST_HELD: usize = 16 * 1024 * 1024;

/// The most bytes that are read for all streams of a PDF together: they may overlap, and need not unfold to anything.
const MOST_READ: u64 = 4 * MOST_BYTES;

/// Goes through the file, on this thread.
pub(super) fn look_through(
    path: &Path,
    format: Format,
    streams: &[PdfStream],
) -> Result<(), Stopped> {
    let file = BufReader::new(File::open(path)?);
    match format {
        Format::Pdf => pdf(file, streams),
        Format::Png => png(file).map_err(|error| match error {
            png::DecodingError::IoError(error) => of_reading(error),
            _ => unfit(Unfit::Damaged),
        }),
        Format::Jpeg => jpeg(file),
    }
}

const fn unfit(what: Unfit) -> Stopped {
    Stopped::Refused(Refusal::DocumentUnfit { what })
}

/// A file that ends too early is damaged; anything else is the folder's fault.
fn of_reading(error: io::Error) -> Stopped {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        unfit(Unfit::Damaged)
    } else {
        error.into()
    }
}

/// Reads row after row up to the end. Texts and profiles, which unfold to anything, are passed over.
fn png(file: BufReader<File>) -> Result<(), png::DecodingError> {
    let limits = png::Limits { bytes: MOST_HELD };
    let mut decoder = png::Decoder::new_with_limits(file, limits);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info()?;
    while reader.next_row()?.is_some() {}
    reader.finish()
}

/// Goes from segment to segment to the picture's data (ISO/IEC 10918-1, annex B), and to the mark of its end.
fn jpeg(mut file: BufReader<File>) -> Result<(), Stopped> {
    const DATA: u8 = 0xda;
    const END: u8 = 0xd9;
    file.seek_relative(2)?;
    loop {
        match marker(&mut file)? {
            DATA => break,
            // These have no length.
            0x01 | 0xd0..=0xd8 => {}
            0x00 | END => return Err(unfit(Unfit::Damaged)),
            _ => {
                let mut length = [0; 2];
                file.read_exact(&mut length).map_err(of_reading)?;
                let more = u16::from_be_bytes(length).checked_sub(2);
                file.seek_relative(more.ok_or(unfit(Unfit::Damaged))?.into())?;
            }
        }
    }
    let mut before = 0;
    for byte in file.bytes() {
        match (before, byte?) {
            (0xff, END) => return Ok(()),
            (_, byte) => before = byte,
        }
    }
    Err(unfit(Unfit::Damaged))
}

fn marker(file: &mut BufReader<File>) -> Result<u8, Stopped> {
    let mut byte = [0];
    file.read_exact(&mut byte).map_err(of_reading)?;
    if byte != [0xff] {
        return Err(unfit(Unfit::Damaged));
    }
    // Any number of fill bytes.
    while byte == [0xff] {
        file.read_exact(&mut byte).map_err(of_reading)?;
    }
    let [marker] = byte;
    Ok(marker)
}

/// Unfolds each stream, and looks for what acts. One that does not unfold and holds no objects is a picture or a font
/// in a format of its own.
fn pdf(mut file: BufReader<File>, streams: &[PdfStream]) -> Result<(), Stopped> {
    let (mut unfolds_to, mut reads) = (0, 0);
    let mut piece = vec![0; 64 * 1024];
    for stream in streams {
        file.seek(SeekFrom::Start(stream.at))?;
        skip_white_space(&mut file)?;
        let mut scan = PdfScan::default();
        let mut unfolded = ZlibDecoder::new(&mut file);
        loop {
            match unfolded.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => scan.read(piece.get(..read).unwrap_or_default())?,
                Err(_) if stream.holds_objects => return Err(unfit(Unfit::Damaged)),
                Err(_) => break,
            }
            if unfolds_to + unfolded.total_out() > MOST_UNFOLDED {
                return Err(unfit(Unfit::UnfoldsTooLarge));
            }
        }
        scan.end()?;
        unfolds_to += unfolded.total_out();
        reads += unfolded.total_in();
        if reads > MOST_READ {
            return Err(unfit(Unfit::UnfoldsTooLarge));
        }
    }
    Ok(())
}

fn skip_white_space(file: &mut BufReader<File>) -> io::Result<()> {
    while let Some(b' ' | b'\r' | b'\n' | b'\t' | 0x0c | 0) = file.fill_buf()?.first() {
        file.consume(1);
    }
    Ok(())
}
