//! The browser's half: scripts, WASM, styles and pictures, as files.

use std::path::Path;

use axum::{Router, extract::Request, middleware, middleware::Next, response::Response};
use http::{HeaderValue, header};
use sha2::{Digest as _, Sha256};
use tierline_app::shell::Assets;
use tower_http::services::{ServeDir, ServeFile};

use crate::secret;

/// Where the build puts them, within the site root and as an address.
const FOLDER: &str = "pkg";

/// The addresses of what every page loads, with the content's hash in them, so that browsers keep each version for
/// good.
pub(super) fn find(site_root: &Path) -> Assets {
    let folder = site_root.join(FOLDER);
    // wasm-bindgen calls the module `…_bg.wasm`; the build may rename it.
    let module = if folder.join("tierline.wasm").exists() {
        "tierline.wasm"
    } else {
        "tierline_bg.wasm"
    };
    Assets {
        script: versioned(&folder, "tierline.js"),
        module: versioned(&folder, module),
        style: versioned(&folder, "tierline.css"),
        reload: std::env::var_os("LEPTOS_WATCH")
            .and_then(|_| leptos::config::get_configuration(None).ok())
            .map(|configuration| configuration.leptos_options),
    }
}

fn versioned(folder: &Path, file: &str) -> String {
    match std::fs::read(folder.join(file)) {
        Ok(content) => {
            let digest = Sha256::digest(&content);
            let version = secret::hex(digest.get(..8).unwrap_or_default());
            format!("/{FOLDER}/{file}?v={version}")
        }
        Err(error) => {
            tracing::warn!(file, %error, "a part of the browser's half is missing: pages work, but without it");
            format!("/{FOLDER}/{file}")
        }
    }
}

/// Serves the files, compressed ahead where the build did so.
pub(super) fn router(site_root: &Path) -> Router {
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
        .layer(middleware::from_fn(cache))
}

/// An address with a version never changes its content; one without is asked for again each time.
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
