//! The language of an answer, as far as the browser says it.

use http::{HeaderMap, Uri, header};
use tierline_app::{
    i18n::{self, Lang},
    route,
};

use super::cookie;

/// The language that an address names. Only pages for search engines have one in their address.
pub(super) fn named(uri: &Uri) -> Option<Lang> {
    let query = uri.query().filter(|_| route::is_indexed(uri.path()))?;
    Lang::from_tag(&route::query_value(query, route::LANGUAGE)?)
}

/// The language chosen in this browser.
pub(super) fn chosen_language(headers: &HeaderMap) -> Option<Lang> {
    cookie::read(headers, cookie::LANGUAGE).and_then(Lang::from_tag)
}

/// The language that the browser asks for.
pub(super) fn accepted_language(headers: &HeaderMap) -> Option<Lang> {
    i18n::preferred(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?)
}

/// The language of a request, without a query to the database.
pub(super) fn of(headers: &HeaderMap) -> Lang {
    chosen_language(headers)
        .or_else(|| accepted_language(headers))
        .unwrap_or_default()
}
