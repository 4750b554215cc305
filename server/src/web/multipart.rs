//! Forms with a file: their parts, and the answer to the script that sends them.

use axum::{
    Json,
    body::{Body, Bytes},
    extract::multipart::Field,
    response::{IntoResponse as _, Response},
};
use futures_util::TryStreamExt as _;
use http::{HeaderMap, HeaderValue, header};
use tierline_app::error::PortalError;
use tokio::time::timeout;

use super::BODY_TIME_LIMIT;

/// Names and values of the fields beside the file.
pub(super) type Fields = Vec<(String, String)>;

/// Whether a form comes in parts. One without a file may come as any other.
pub(super) fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// The fields as a form without files is sent, and the type that says so.
pub(super) fn plain(fields: &Fields) -> (HeaderValue, String) {
    let mut body = form_urlencoded::Serializer::new(String::new());
    (
        HeaderValue::from_static("application/x-www-form-urlencoded"),
        body.extend_pairs(fields).finish(),
    )
}

/// The same answer for a script: the page that comes next, by its name.
pub(super) fn named(mut answer: Response) -> Response {
    let Some(page) = answer.headers_mut().remove(header::LOCATION) else {
        return answer;
    };
    let page = page.to_str().unwrap_or_default();
    let mut named = Json(serde_json::json!({ "page": page })).into_response();
    for cookie in answer.headers().get_all(header::SET_COOKIE) {
        named
            .headers_mut()
            .append(header::SET_COOKIE, cookie.clone());
    }
    named
}

/// A field that is not the file. What Postgres cannot store was typed by nobody.
pub(super) async fn text(field: &mut Field<'_>, most: usize) -> Result<String, PortalError> {
    let mut bytes = Vec::new();
    while let Some(piece) = in_time(field.chunk()).await? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > most {
            return Err(PortalError::Malformed);
        }
    }
    let text = String::from_utf8(bytes).map_err(|_| PortalError::Malformed)?;
    if text.contains('\0') {
        return Err(PortalError::Malformed);
    }
    Ok(text)
}

/// Reads on, so that the browser comes to read the answer: it reads none before it has sent everything.
pub(super) async fn throw_away(field: &mut Field<'_>, most: u64) {
    let mut left = most;
    while let Ok(Some(piece)) = in_time(field.chunk()).await {
        match without(left, &piece) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

/// The same for what a stranger sends. It is not even taken apart: a form is held while its parts are looked for.
pub(super) async fn pass_over(body: Body, most: u64) {
    let mut left = most;
    let mut pieces = body.into_data_stream();
    while let Ok(Some(piece)) = in_time(pieces.try_next()).await {
        match without(left, &piece) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

/// What may still be thrown away after this piece.
fn without(left: u64, piece: &Bytes) -> Option<u64> {
    left.checked_sub(u64::try_from(piece.len()).unwrap_or(u64::MAX))
}

/// Why the next part does not come.
pub(super) enum Missing<E> {
    /// The form is broken off, or too large.
    Broken(E),
    /// The client has stopped sending, and is not waited for.
    TooLate,
}

/// The next part, if it comes.
pub(super) async fn part_in_time<T, E>(
    part: impl Future<Output = Result<Option<T>, E>>,
) -> Result<Option<T>, Missing<E>> {
    match timeout(BODY_TIME_LIMIT, part).await {
        Ok(part) => part.map_err(Missing::Broken),
        Err(_) => Err(Missing::TooLate),
    }
}

/// The same, where a form answers.
pub(super) async fn in_time<T, E>(
    part: impl Future<Output = Result<Option<T>, E>>,
) -> Result<Option<T>, PortalError> {
    part_in_time(part).await.map_err(|missing| match missing {
        Missing::Broken(_) => PortalError::Malformed,
        Missing::TooLate => PortalError::Unreachable,
    })
}
