//! Security headers on every answer.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderName, HeaderValue, header};

use tierline_app::route;

use crate::state::AppState;

/// The policy for answers that are not pages of the application: no scripts, no frames.
const STRICT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; \
                             frame-ancestors 'none'";

/// For answers of the moment. Some proxies rewrite addresses and scripts in pages, and a rewritten page may not be the
/// one that the browser's half expects.
pub(super) const NEVER_KEPT: &str = "no-store, no-transform";

const FIXED: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Not `no-referrer`, which would hide the origin of a post too. Invitation links never leave this origin.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// What search engines read of an answer that is no page of the directory.
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// Whether search engines may show what is at this path: the directory's pages, and what those consist of.
fn is_indexed(path: &str) -> bool {
    route::is_indexed(path)
        || ["/pkg/", "/favicon.svg", route::LOGOS]
            .iter()
            .any(|beginning| path.starts_with(beginning))
}

/// The layer that sets them.
pub(super) async fn set(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let is_indexed = is_indexed(request.uri().path());
    let mut response = next.run(request).await;
    let is_found = response.status().is_success();
    let headers = response.headers_mut();
    if !(is_indexed && is_found) {
        headers.insert(ROBOTS, HeaderValue::from_static("noindex"));
    }
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(STRICT_POLICY));
    for (name, value) in FIXED {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static(NEVER_KEPT));
    if state.config.public_url.is_https() {
        let two_years = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, two_years);
    }
    response
}

/// The policy for a page: our own files, and the scripts inside the page that carry this nonce. In development, also
/// the port on which cargo-leptos announces a rebuild.
pub(super) fn policy_with_nonce(nonce: &str, reload_port: Option<u32>) -> HeaderValue {
    let reload = reload_port.map_or_else(String::new, |port| {
        format!(" ws://localhost:{port} ws://127.0.0.1:{port}")
    });
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'{reload}; manifest-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'"
    );
    // A nonce consists of letters, digits, `-` and `_`; otherwise the strict policy applies.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(STRICT_POLICY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_develops_is_connected_to_anything_else() {
        let policy = |port| {
            let policy = policy_with_nonce("n0nce", port);
            policy.to_str().unwrap().to_owned()
        };
        assert!(policy(None).contains("connect-src 'self';"));
        assert!(!policy(None).contains("ws:"));
        let reloading = "connect-src 'self' ws://localhost:3001 ws://127.0.0.1:3001;";
        assert!(policy(Some(3001)).contains(reloading));
    }
}
