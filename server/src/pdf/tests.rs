//! Documents, read by another program.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use super::*;

/// What `pdftotext` reads in a document; none where the program is missing, which is said.
pub(crate) fn text_of(bytes: &[u8]) -> Option<String> {
    let begun = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut begun = match begun {
        Ok(begun) => begun,
        Err(error) => {
            eprintln!("SKIPPED: `pdftotext` (Debian: poppler-utils) can't be started: {error}");
            return None;
        }
    };
    let mut stdin = begun.stdin.take().unwrap();
    stdin.write_all(bytes).unwrap();
    drop(stdin);
    let done = begun.wait_with_output().unwrap();
    assert!(
        done.status.success() && done.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    Some(String::from_utf8(done.stdout).unwrap())
}

fn fonts() -> Fonts {
    Fonts::of(crate::testing::config(&["--demo"]).fonts.clone())
}

#[test]
fn text_stays_text_in_every_script() {
    let mut pdf =
        Pdf::new("Receipt: 合作夥伴合約", "zh-Hant", Script::Traditional).footer("Contoso Köln");
    pdf.heading("合作伙伴协议");
    pdf.paragraph("Ein größerer Satz, 簽署於 2026-12-01.");
    pdf.rule();
    pdf.pair("Organization", "可豪雲端服務 & Łódź");
    let bytes = pdf.write(&fonts()).unwrap();
    // Of fonts of 20 MB each only some glyphs are in it.
    assert!(bytes.len() < 100_000, "{} bytes", bytes.len());
    let Some(text) = text_of(&bytes) else { return };
    for expected in [
        "Receipt: 合作夥伴合約",
        "合作伙伴协议",
        "Ein größerer Satz, 簽署於 2026-12-01.",
        "可豪雲端服務 & Łódź",
        "Contoso Köln 1/1",
    ] {
        assert!(text.contains(expected), "no `{expected}` in:\n{text}");
    }
}

#[test]
fn a_long_text_goes_on_on_other_pages() {
    let mut pdf = Pdf::new("Long", "en", Script::Simplified);
    for number in 1..=200 {
        pdf.paragraph(format!("Line {number} of many."));
    }
    let bytes = pdf.write(&fonts()).unwrap();
    let Some(text) = text_of(&bytes) else { return };
    for number in [1, 100, 200] {
        assert!(
            text.contains(&format!("Line {number} of many.")),
            "{number}"
        );
    }
    let pages = text.matches('\u{c}').count();
    assert!((5..=8).contains(&pages), "{pages} pages");
    assert!(text.contains(&format!("{pages}/{pages}")));
}

/// Letters that no font has are empty boxes, and the document is made all the same.
#[test]
fn without_the_other_fonts_documents_are_made() {
    let fonts = fonts().with_others_in("/nowhere");
    assert_eq!(
        fonts.missing_for_some(),
        ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]
    );
    let mut pdf = Pdf::new("Łódź", "en", Script::Traditional);
    pdf.paragraph("Ștefan Ğüneş and ꦗ");
    assert!(pdf.write(&fonts).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_missing_font_is_named() {
    let pdf = Pdf::new("Title", "en", Script::Traditional);
    let error = pdf.write(&Fonts::of("/nowhere")).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("/nowhere/NotoSansCJK-Regular.ttc"),
        "{error}"
    );
}
