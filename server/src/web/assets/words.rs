//! The words of the pages, one file per language. They are compiled into the server, so that they always match its
//! pages; the version is in the address.

use std::{
    collections::BTreeMap,
    io::Write as _,
    sync::{LazyLock, OnceLock},
};

use axum::{
    body::Bytes,
    extract::Path,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tierline_app::i18n::{Lang, dictionary};

use super::version;

/// The route of the files.
pub(super) const ROUTE: &str = "/words/{lang}";

static FILES: LazyLock<BTreeMap<Lang, File>> = LazyLock::new(|| {
    Lang::ALL
        .into_iter()
        .map(|lang| (lang, File::new(dictionary::file(lang))))
        .collect()
});

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

/// The addresses of the files.
pub(super) fn addresses() -> BTreeMap<Lang, String> {
    FILES
        .iter()
        .map(|(lang, file)| (*lang, format!("/words/{}?v={}", lang.tag(), file.version)))
        .collect()
}

/// Serves a file. Other compressions are left to the layer for all answers.
pub(super) async fn serve(Path(lang): Path<String>, headers: HeaderMap) -> Response {
    let Some(file) = Lang::from_tag(&lang).and_then(|lang| FILES.get(&lang)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let text = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    if !takes_brotli(&headers) {
        return (text, file.plain.clone()).into_response();
    }
    let Ok(brotli) = tokio::task::spawn_blocking(|| file.brotli()).await else {
        return (text, file.plain.clone()).into_response();
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
