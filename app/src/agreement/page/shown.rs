//! A text as it is read, and the choice of its language.

use leptos::prelude::*;
use tierline_core::market::Language;

use crate::{
    agreement::{
        model::ShownText,
        text::{Block, Piece, blocks},
        words,
    },
    i18n::{Lang, market},
    route,
};

/// The portal's language of this name.
pub(super) fn lang_of(language: Language) -> Lang {
    Lang::ALL
        .into_iter()
        .find(|lang| market::language(*lang) == language)
        .unwrap_or_default()
}

/// A text, in a frame of its own, with its language declared.
pub(super) fn text(words: &str, language: Language, label: String) -> AnyView {
    let lang = lang_of(language).tag();
    view! {
        <div class="agreement-text" lang=lang tabindex="0" role="region" aria-label=label>
            {blocks(words).into_iter().map(block).collect_view()}
        </div>
    }
    .into_any()
}

fn block(block: Block) -> AnyView {
    match block {
        // The page has the first and the second level for itself.
        Block::Heading(1, title) => view! { <h3>{title}</h3> }.into_any(),
        Block::Heading(2, title) => view! { <h4>{title}</h4> }.into_any(),
        Block::Heading(_, title) => view! { <h5>{title}</h5> }.into_any(),
        Block::Paragraph(line) => view! { <p>{pieces(line)}</p> }.into_any(),
        Block::Bullets(items) => view! { <ul>{list(items)}</ul> }.into_any(),
        Block::Numbered(first, items) => {
            view! { <ol start=first.to_string()>{list(items)}</ol> }.into_any()
        }
    }
}

fn list(items: Vec<Vec<Piece>>) -> Vec<AnyView> {
    items
        .into_iter()
        .map(|item| view! { <li>{pieces(item)}</li> }.into_any())
        .collect()
}

fn pieces(line: Vec<Piece>) -> Vec<AnyView> {
    line.into_iter()
        .map(|piece| match piece {
            Piece::Plain(text) => text.into_any(),
            Piece::Bold(text) => view! { <strong>{text}</strong> }.into_any(),
        })
        .collect()
}

/// Links to the page in the other languages that the text has, and to the text as a file.
pub(super) fn languages(lang: Lang, page: &str, text: &ShownText) -> AnyView {
    let links = text
        .languages
        .iter()
        .map(|language| {
            let of = lang_of(*language);
            let href = route::with_query(page, "language", of.tag());
            let here = (*language == text.language).then_some("true");
            view! { <li><a href=href lang=of.tag() aria-current=here>{of.own_name()}</a></li> }
        })
        .collect_view();
    let file = route::agreement_file(text.id, lang_of(text.language).tag());
    view! {
        <div class="agreement-languages">
            <ul aria-label=words::languages(lang)>{links}</ul>
            // A file is no page: the router leaves the link alone.
            <a href=file rel="external" download="">{words::download_text(lang)}</a>
        </div>
    }
    .into_any()
}
