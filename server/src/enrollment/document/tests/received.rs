//! A file while it is received.

use tierline_core::enrollment::{Format, MOST_BYTES, Refusal};
use tokio::io::AsyncReadExt as _;
use uuid::Uuid;

use super::given::{Own, pdf, png};
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
        assert_eq!(becomes(&png(640, 480), piece).await, Ok(Format::Png));
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
    let bomb = png(60_000, 60_000);
    assert_eq!(becomes(&bomb, 5).await, Err("too_many_pixels".to_owned()));
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
    let mut picture = png(640, 480);
    picture.extend(b" /JavaScript ");
    assert_eq!(becomes(&picture, 8).await, Ok(Format::Png));
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
