//! The kind of client.

use http::{HeaderMap, header};

/// Whether the client is a browser that shows the answer, as opposed to our own code in it, or a program.
pub(super) fn wants_page(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}
