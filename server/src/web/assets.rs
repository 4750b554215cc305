//! The browser's half: scripts, WASM, styles and pictures, as files; and the words, which are made here.

mod words;

use std::{collections::BTreeMap, path::Path};

use axum::{Router, extract::Request, middleware, middleware::Next, response::Response};
use http::{HeaderValue, header};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use tierline_app::{i18n::Lang, shell::Assets};
use tower_http::services::{ServeDir, ServeFile};

use crate::secret;

/// The folder of the build's output, within the site root and in addresses.
const FOLDER: &str = "pkg";

/// What is found at the start: the addresses of the files that every page loads, and the routes that serve them.
pub(super) fn open(site_root: &Path) -> (Assets, Router) {
    let words = words::Files::of(&site_root.join(FOLDER));
    let found = find(site_root, &words);
    (found, router(site_root, words))
}

/// The addresses have the content's hash in them, so that browsers keep each version for good.
fn find(site_root: &Path, words: &words::Files) -> Assets {
    let folder = site_root.join(FOLDER);
    // wasm-bindgen calls the module `…_bg.wasm`; the build may rename it.
    let module = if folder.join("tierline.wasm").exists() {
        "tierline.wasm"
    } else {
        "tierline_bg.wasm"
    };
    let Modules {
        areas,
        early,
        later,
    } = modules(&folder);
    Assets {
        script: versioned(&folder, "tierline.js"),
        module: versioned(&folder, module),
        areas,
        early,
        later,
        words: words.addresses(),
        style: versioned(&folder, "tierline.css"),
        reload: std::env::var_os("LEPTOS_WATCH")
            .and_then(|_| leptos::config::get_configuration(None).ok())
            .map(|configuration| configuration.leptos_options),
    }
}

/// The words of a language for the browser's half in this folder: those of the first page, and those of all others. A
/// half in one piece has all of them at first.
#[must_use]
pub fn words(site_root: &Path, lang: Lang) -> (String, String) {
    words::of(&site_root.join(FOLDER), lang)
}

/// The modules beside the main one, with their versions, as written by the build.
#[derive(Debug, Default, PartialEq, Deserialize)]
struct Modules {
    /// Those that each area needs.
    areas: BTreeMap<String, Vec<String>>,
    /// The areas of which one is the first that a browser loads.
    early: Vec<String>,
    /// Those that many areas share.
    later: Vec<String>,
}

/// A build of the browser's half in one piece has no such list.
fn modules(folder: &Path) -> Modules {
    let Ok(list) = std::fs::read(folder.join("areas.json")) else {
        return Modules::default();
    };
    let mut modules: Modules = serde_json::from_slice(&list)
        .inspect_err(|error| tracing::warn!(%error, "the list of the areas' modules is damaged"))
        .unwrap_or_default();
    for file in modules
        .areas
        .values_mut()
        .flatten()
        .chain(&mut modules.later)
    {
        *file = format!("/{FOLDER}/{file}");
    }
    modules
}

fn versioned(folder: &Path, file: &str) -> String {
    match std::fs::read(folder.join(file)) {
        Ok(content) => format!("/{FOLDER}/{file}?v={}", version(&content)),
        Err(error) => {
            tracing::warn!(file, %error, "a part of the browser's half is missing: pages work, but without it");
            format!("/{FOLDER}/{file}")
        }
    }
}

/// A hash of the content, for its address.
fn version(content: &[u8]) -> String {
    secret::hex(Sha256::digest(content).get(..8).unwrap_or_default())
}

/// Serves the files, with compressed copies where the build made them.
fn router(site_root: &Path, words: words::Files) -> Router {
    let files = ServeDir::new(site_root.join(FOLDER))
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    Router::new()
        .nest_service(&format!("/{FOLDER}"), files)
        .route_service(
            "/favicon.svg",
            ServeFile::new(site_root.join("favicon.svg")),
        )
        .merge(words.router())
        .layer(middleware::from_fn(cache))
}

/// The content of an address with a version never changes; one without is revalidated each time.
async fn cache(request: Request, next: Next) -> Response {
    let versioned = request
        .uri()
        .query()
        .is_some_and(|query| query.starts_with("v="));
    let mut response = next.run(request).await;
    let value = if versioned && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    response
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_build_says_which_modules_there_are() {
        let folder = std::env::temp_dir().join(format!("tierline-areas-{}", Uuid::now_v7()));
        std::fs::create_dir_all(&folder).unwrap();
        assert_eq!(modules(&folder), Modules::default());
        let list = r#"{"areas":{"overview":["a.wasm?v=1"]},"early":["overview","code"],"later":["b.wasm?v=2"]}"#;
        std::fs::write(folder.join("areas.json"), list).unwrap();
        let read = Modules {
            areas: BTreeMap::from([("overview".to_owned(), vec!["/pkg/a.wasm?v=1".to_owned()])]),
            early: vec!["overview".to_owned(), "code".to_owned()],
            later: vec!["/pkg/b.wasm?v=2".to_owned()],
        };
        assert_eq!(modules(&folder), read);
        // Pages work without it.
        std::fs::write(folder.join("areas.json"), "{").unwrap();
        assert_eq!(modules(&folder), Modules::default());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
