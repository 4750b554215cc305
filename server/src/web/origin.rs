//! Only the portal's own pages may post here: server functions have no other protection against forms of other sites.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderMap, Method, header};

use super::{Web, caller, problem_page::Problem};

/// The layer in front of every request that may change something.
pub(super) async fn check(State(web): State<Web>, request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe || comes_from_here(request.headers(), web.state.config.public_url.origin()) {
        next.run(request).await
    } else {
        // Nobody has been identified yet.
        let address = caller::address(&web, &request);
        tracing::Span::current().record("address", address.map(tracing::field::display));
        tracing::info!(target: "tierline::security", event = "foreign_form", "security");
        Problem::ForeignForm.into_response()
    }
}

/// Browsers name a request's origin in `Sec-Fetch-Site`, older ones in `Origin`; a client that sends neither is no
/// browser and has only its own cookies.
fn comes_from_here(headers: &HeaderMap, own_origin: &str) -> bool {
    let text = |name| {
        headers
            .get(name)
            .map(|value: &http::HeaderValue| value.to_str().unwrap_or("unreadable"))
    };
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN) else {
        return true;
    };
    let host = origin.split_once("://").map(|(_, host)| host);
    origin == own_origin || (host.is_some() && host == text(header::HOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|(name, value)| {
                (
                    header::HeaderName::from_static(name),
                    http::HeaderValue::from_static(value),
                )
            })
            .collect();
        comes_from_here(&headers, "https://portal.example")
    }

    #[test]
    fn own_pages_may_post() {
        assert!(from(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://portal.example")
        ]));
        assert!(from(&[("origin", "https://portal.example")]));
        assert!(from(&[
            ("origin", "http://localhost:3000"),
            ("host", "localhost:3000")
        ]));
        assert!(from(&[]));
    }

    #[test]
    fn others_may_not() {
        for foreign in [
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "https://portal.example"),
            ][..],
            &[("sec-fetch-site", "same-site")],
            &[
                ("origin", "https://evil.example"),
                ("host", "portal.example"),
            ],
            &[("origin", "null"), ("host", "portal.example")],
        ] {
            assert!(!from(foreign), "{foreign:?}");
        }
    }
}
