//! A file while it is received.

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};
use image::ImageFormat;
use tierline_core::enrollment::{Format, MOST_BYTES, MOST_UNFOLDED, Refusal};
use tokio::io::AsyncReadExt as _;
use uuid::Uuid;

use super::given::{Own, folded, head_of_png, pdf, picture};
use crate::enrollment::document::{Receiver, Stopped};

/// What becomes of a file that comes in pieces of this size.
async fn becomes(file: &[u8], piece: usize) -> Result<Format, String> {
    let own = Own::new();
    let mut receiver = Receiver::begin(own.folder()).await.unwrap();
    let code = |stopped| match stopped {
        Stopped::Refused(Refusal::DocumentUnfit { what }) => what.code().to_owned(),
        Stopped::Refused(refusal) => refusal.code().to_owned(),
        Stopped::Folder(error) => error.to_string(),
    };
    for piece in file.chunks(piece) {
        if let Err(stopped) = receiver.write(piece).await {
            drop(receiver);
            assert_eq!(own.files(), 0, "what was written of it is gone");
            return Err(code(stopped));
        }
    }
    let ended = receiver.end().await.map(|it| it.format).map_err(code);
    assert_eq!(own.files(), 0, "what was not kept is gone");
    ended
}

#[tokio::test]
async fn a_file_is_what_is_in_it() {
    for piece in [1, 7, 4_096] {
        assert_eq!(becomes(&pdf(""), piece).await, Ok(Format::Pdf));
        let png = picture(64, 48, ImageFormat::Png);
        assert_eq!(becomes(&png, piece).await, Ok(Format::Png));
        let jpeg = picture(64, 48, ImageFormat::Jpeg);
        assert_eq!(becomes(&jpeg, piece).await, Ok(Format::Jpeg));
        let page = b"<!doctype html><script>alert(1)</script>";
        assert_eq!(becomes(page, piece).await, Err("unknown_format".to_owned()));
        assert_eq!(
            becomes(b"MZ\x90\0", piece).await,
            Err("unknown_format".to_owned())
        );
    }
    assert_eq!(becomes(b"", 1).await, Err("empty".to_owned()));
}

#[tokio::test]
async fn a_bomb_in_a_picture_is_not_taken() {
    let bomb = head_of_png(60_000, 60_000);
    assert_eq!(becomes(&bomb, 5).await, Err("too_many_pixels".to_owned()));
}

/// A picture of 64 by 48 pixels with this part before its end.
fn with_part(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut file = picture(64, 48, ImageFormat::Png);
    let end = file.split_off(file.len() - 12);
    file.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    file.extend(kind);
    file.extend(data);
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(data);
    file.extend(sum.sum().to_be_bytes());
    file.extend(end);
    file
}

#[tokio::test]
async fn what_a_picture_holds_beside_its_pixels_is_not_unfolded() {
    let bomb = folded(1 << 30);
    let text = [b"Comment\0\0", bomb.as_slice()].concat();
    let profile = [b"icc\0\0", bomb.as_slice()].concat();
    for (kind, data) in [(b"zTXt", &text), (b"iCCP", &profile), (b"IDAT", &bomb)] {
        let file = with_part(kind, data);
        assert_eq!(becomes(&file, 1 << 20).await, Ok(Format::Png), "{kind:?}");
    }
}

#[tokio::test]
async fn a_picture_is_whole() {
    let damaged = Err("damaged".to_owned());
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        let file = picture(64, 48, format);
        for cut in [file.len() / 2, file.len() * 3 / 4, file.len() - 1] {
            assert_eq!(becomes(&file[..cut], 100).await, damaged, "{cut}");
        }
    }
    assert_eq!(becomes(&head_of_png(640, 480), 100).await, damaged);
    // A bit of it has another value than its sum says.
    let mut file = picture(64, 48, ImageFormat::Png);
    let middle = file.len() / 2;
    file[middle] ^= 1;
    assert_eq!(becomes(&file, 100).await, damaged);
}

#[tokio::test]
async fn a_script_in_a_pdf_is_found_wherever_a_piece_ends() {
    let scripted = pdf("<< /S /JavaScript /JS (app.alert(1)) >>");
    for piece in [1, 3, 8, 4_096] {
        assert_eq!(
            becomes(&scripted, piece).await,
            Err("active_content".to_owned())
        );
    }
    // The bytes of a picture say anything by chance.
    let mut picture = picture(64, 48, ImageFormat::Png);
    picture.extend(b" /JavaScript ");
    assert_eq!(becomes(&picture, 8).await, Ok(Format::Png));
}

/// A PDF whose first object has this dictionary and this stream.
fn with_stream(dictionary: &str, stream: &[u8]) -> Vec<u8> {
    let mut file = format!("%PDF-1.7\n1 0 obj\n<< {dictionary} >>\nstream\r\n").into_bytes();
    file.extend(stream);
    file.extend(b"\nendstream\nendobj\ntrailer\n%%EOF\n");
    file
}

#[tokio::test]
async fn what_a_pdf_folds_is_looked_through() {
    let fold = |text: &str| {
        let mut folded = ZlibEncoder::new(Vec::new(), Compression::fast());
        folded.write_all(text.as_bytes()).unwrap();
        folded.finish().unwrap()
    };
    let objects = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";
    let script = fold("2 0 << /S /JavaScript /JS (app.alert(1)) >>");
    let active = Err("active_content".to_owned());
    assert_eq!(becomes(&with_stream(objects, &script), 7).await, active);
    // Whatever the stream is said to be.
    let said = "/Subtype /Image /Filter /FlateDecode";
    assert_eq!(becomes(&with_stream(said, &script), 7).await, active);
    let harmless = with_stream(objects, &fold("2 0 << /Type /Page >>"));
    assert_eq!(becomes(&harmless, 7).await, Ok(Format::Pdf));
    // A photograph does not unfold, and holds no objects.
    let photograph = with_stream("/Filter /DCTDecode", &picture(64, 48, ImageFormat::Jpeg));
    assert_eq!(becomes(&photograph, 7).await, Ok(Format::Pdf));

    let hidden = with_stream("/Type /ObjStm /Filter [/A85 /FlateDecode]", b"~>");
    assert_eq!(becomes(&hidden, 7).await, Err("locked".to_owned()));
    let broken = with_stream(objects, b"no such thing");
    assert_eq!(becomes(&broken, 7).await, Err("damaged".to_owned()));
    let locked = pdf("trailer << /Encrypt 5 0 R >>");
    assert_eq!(becomes(&locked, 7).await, Err("locked".to_owned()));
    let bomb = with_stream(objects, &folded(MOST_UNFOLDED + 1));
    let unfolds = Err("unfolds_too_large".to_owned());
    assert_eq!(becomes(&bomb, 1 << 20).await, unfolds);
}

#[tokio::test]
async fn ten_megabytes_are_taken_and_a_byte_more_is_not() {
    let mut file = pdf("");
    file.resize(usize::try_from(MOST_BYTES).unwrap(), b' ');
    assert_eq!(becomes(&file, 1 << 20).await, Ok(Format::Pdf));
    file.push(b' ');
    let refused = becomes(&file, 1 << 20).await;
    assert_eq!(refused, Err("document_too_large".to_owned()));
}

#[tokio::test]
async fn what_is_kept_is_what_was_sent() {
    let own = Own::new();
    let file = pdf("kept");
    let mut receiver = Receiver::begin(own.folder()).await.unwrap();
    for piece in file.chunks(9) {
        receiver.write(piece).await.unwrap();
    }
    let received = receiver.end().await.unwrap();
    let id = Uuid::now_v7().into();
    received.keep(id).await.unwrap();
    drop(received);
    let mut read = Vec::new();
    let mut stored = own.folder().open(id).await.unwrap();
    stored.read_to_end(&mut read).await.unwrap();
    assert_eq!(read, file);
    own.folder().remove(id).await.unwrap();
    // What is gone needs no removing.
    own.folder().remove(id).await.unwrap();
    assert_eq!(own.files(), 0);
}
