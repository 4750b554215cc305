//! The words of the pages, in two files per language: those of the first page, and those of all others, which come
//! before the first of them. They are compiled into the server, so that they always match its pages; the version is in
//! the address.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write as _,
    path::Path,
    sync::{Arc, OnceLock},
};

use axum::{
    Router,
    body::Bytes,
    extract::{self, State},
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use tierline_app::{
    i18n::{
        Lang,
        dictionary::{self, Need},
    },
    shell::Words,
};

use super::version;

/// The keys of the texts that the browser's half needs, as the build found them in it.
#[derive(Debug, Default, Deserialize)]
struct Needs {
    /// Of the main module and of the first page.
    first: BTreeSet<u32>,
    /// Of all others, but for those of the first: the build has left them out.
    then: BTreeSet<u32>,
}

pub(super) fn of(folder: &Path, lang: Lang) -> (String, String) {
    let Some(needs) = needs(folder) else {
        return (dictionary::file(lang, Need::All), String::new());
    };
    (
        dictionary::file(lang, Need::First(&needs.first)),
        dictionary::file(lang, Need::Then(&needs.then)),
    )
}

fn needs(folder: &Path) -> Option<Needs> {
    let list = std::fs::read(folder.join("words.json")).ok()?;
    serde_json::from_slice(&list)
        .inspect_err(|error| tracing::warn!(%error, "the list of the needed words is damaged"))
        .ok()
}

struct File {
    version: String,
    plain: Bytes,
    brotli: OnceLock<Bytes>,
}

impl File {
    fn new(content: String) -> Self {
        Self {
            version: version(content.as_bytes()),
            plain: content.into(),
            brotli: OnceLock::new(),
        }
    }

    /// Compressed at the highest quality: it is worth the time, because it happens once.
    fn brotli(&self) -> Bytes {
        let quality = if cfg!(debug_assertions) { 5 } else { 11 };
        self.brotli
            .get_or_init(|| {
                let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, quality, 22);
                // Writing to memory cannot fail.
                let _ = writer.write_all(&self.plain);
                writer.into_inner().into()
            })
            .clone()
    }
}

/// The files, by their paths: a language, or a language and `more`. Made once, because it goes through all texts.
pub(super) struct Files(BTreeMap<String, File>);

impl Files {
    pub(super) fn of(folder: &Path) -> Self {
        let files = Lang::ALL.into_iter().flat_map(|lang| {
            let (first, more) = of(folder, lang);
            let more =
                (!more.is_empty()).then(|| (format!("{}/more", lang.tag()), File::new(more)));
            [Some((lang.tag().to_owned(), File::new(first))), more]
        });
        Self(files.flatten().collect())
    }

    fn address(&self, path: &str) -> String {
        let file = self.0.get(path);
        file.map_or_else(String::new, |file| {
            format!("/words/{path}?v={}", file.version)
        })
    }

    /// Their addresses.
    pub(super) fn addresses(&self) -> BTreeMap<Lang, Words> {
        let of = |lang: Lang| Words {
            first: self.address(lang.tag()),
            more: self.address(&format!("{}/more", lang.tag())),
        };
        Lang::ALL.into_iter().map(|lang| (lang, of(lang))).collect()
    }

    /// Their routes.
    pub(super) fn router(self) -> Router {
        Router::new()
            .route("/words/{*path}", get(serve))
            .with_state(Arc::new(self))
    }
}

/// Serves a file. Other compressions are left to the layer for all answers.
async fn serve(
    extract::Path(path): extract::Path<String>,
    State(files): State<Arc<Files>>,
    headers: HeaderMap,
) -> Response {
    let Some(file) = files.0.get(&path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let text = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    let plain = file.plain.clone();
    if !takes_brotli(&headers) {
        return (text, plain).into_response();
    }
    let compressed =
        tokio::task::spawn_blocking(move || files.0.get(&path).map(File::brotli)).await;
    let Ok(Some(brotli)) = compressed else {
        return (text, plain).into_response();
    };
    let mut response = (text, brotli).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

fn takes_brotli(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|encoding| encoding.trim() == "br")
}
