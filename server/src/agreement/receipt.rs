//! The receipt of a signature, as a document.

use tierline_app::{
    agreement::{
        text::{Block, Piece, blocks},
        told,
        words::receipt as words,
    },
    i18n::{Lang, date_time},
    portal::PortalResult,
};
use tierline_core::ids::AgreementId;
use tokio::sync::Semaphore;

use super::query::{Receipt, file_name, lang_of};
use crate::{
    organization::query::failed,
    pdf::{Fonts, Pdf, Script},
    pipeline::Call,
};

/// So many receipts are written at a time: each holds two large fonts in memory.
static TURNS: Semaphore = Semaphore::const_new(2);

/// The receipt in the reader's language, with the words that were signed in theirs, and the name of its file.
pub(crate) fn document(lang: Lang, receipt: &Receipt) -> (String, Pdf) {
    let kept = &receipt.kept;
    let signature = &kept.signature;
    let kind = told::kind(lang, signature.kind);
    // The words that were signed are the greater part.
    let script = match lang_of(signature.language) {
        Lang::ZhHans => Script::Simplified,
        Lang::ZhHant => Script::Traditional,
        Lang::En if lang == Lang::ZhHans => Script::Simplified,
        Lang::En => Script::Traditional,
    };
    let mut pdf = Pdf::new(words::title(lang, kind), lang.tag(), script).footer(format!(
        "{kind} {} · {}",
        signature.version, kept.organization
    ));
    pdf.paragraph(words::what_it_is(lang, &kept.organization, kind));
    pdf.rule();
    pdf.pair(words::organization(lang), &kept.organization);
    pdf.pair(
        words::organization_id(lang),
        receipt.organization.to_string(),
    );
    pdf.pair(words::agreement(lang), kind);
    pdf.pair(words::version(lang), signature.version.to_string());
    pdf.pair(
        words::signer(lang),
        format!("{} ({})", kept.signer, kept.account),
    );
    pdf.pair(words::at(lang), date_time(lang, signature.at));
    pdf.pair(words::address(lang), signature.address.to_string());
    pdf.pair(
        words::language(lang),
        lang_of(signature.language).own_name(),
    );
    pdf.pair(words::digest(lang), signature.text.to_string());
    pdf.rule();
    pdf.heading(words::the_text(lang));
    for block in blocks(&receipt.words) {
        set(&mut pdf, block);
    }
    let name = format!(
        "receipt-{}-{}",
        signature.kind.code().replace('_', "-"),
        file_name(signature.version.as_str()),
    );
    (name, pdf)
}

/// Writes a part of the text as pages show it.
fn set(pdf: &mut Pdf, block: Block) {
    let line = |pieces: Vec<Piece>| -> String {
        let texts = pieces.into_iter().map(|piece| match piece {
            Piece::Plain(text) | Piece::Bold(text) => text,
        });
        texts.collect()
    };
    match block {
        Block::Heading(_, title) => pdf.heading(title),
        Block::Paragraph(pieces) => pdf.paragraph(line(pieces)),
        Block::Bullets(items) => {
            let items: Vec<String> = items
                .into_iter()
                .map(|item| format!("• {}", line(item)))
                .collect();
            pdf.paragraph(items.join("\n"));
        }
        Block::Numbered(first, items) => {
            let items: Vec<String> = (first..)
                .zip(items)
                .map(|(number, item)| format!("{number}. {}", line(item)))
                .collect();
            pdf.paragraph(items.join("\n"));
        }
    }
}

/// The receipt of the caller's organization for this version: the name of the file, and its bytes.
pub(crate) async fn receipt(call: Call, id: AgreementId) -> PortalResult<(String, Vec<u8>)> {
    let mut read = call.read().await?;
    let facts = super::query::receipt(&mut read, id).await?;
    drop(read);
    let fonts = Fonts::of(&call.state.config.fonts);
    let (name, pdf) = document(call.language, &facts);
    let turn = TURNS.acquire().await.map_err(failed)?;
    // Fonts are large files, and a long text has many glyphs: no other request waits for that.
    let written = tokio::task::spawn_blocking(move || pdf.write(&fonts)).await;
    drop(turn);
    let bytes = written.map_err(failed)?.map_err(failed)?;
    Ok((name, bytes))
}
