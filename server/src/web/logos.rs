//! Logos: posted with the form of a listing, and shown to everybody once a listing with them was approved.
//!
//! The form is that of a server function, with a file beside its fields. The file is taken here and becomes the digest
//! of what was drawn of it; the function gets that as one more field, and answers. So whatever is wrong with the other
//! fields, the form comes back with the logo.

use std::time::Duration;

use axum::{
    Extension, Router,
    body::Body,
    extract::{DefaultBodyLimit, FromRequest as _, Multipart, Path, Request, State},
    response::{IntoResponse as _, Response},
    routing::{any, get},
};
use http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts};
use leptos::server_fn::ServerFn as _;
use tierline_app::{
    directory::api::{LOGO, LOGO_FILE, REMOVE_LOGO, SaveListing},
    error::PortalError,
    route,
};
use tierline_core::{
    digest::Sha256,
    directory::{LogoSize, MOST_LOGO_BYTES},
};
use tower_http::timeout::TimeoutLayer;

use super::{
    BODY_LIMIT, Caller, Web, client, function,
    function::Sent,
    multipart::{Fields, in_time, is_multipart, named, plain, text, throw_away},
    problem_page::Problem,
    trace,
};
use crate::{
    directory::{LOGO_TYPE, LogoUpload, query},
    web::RequestPortal,
};

/// The time limit of a form with a logo: two megabytes over a slow line.
const UPLOAD_TIME_LIMIT: Duration = Duration::from_secs(2 * 60);

/// The most fields beside the file, and the most bytes of one: a location has two, and a text 2,000 letters.
const FIELDS: usize = 200;
const FIELD_BYTES: usize = 32 * 1024;

/// So much more of a refused file is read, and thrown away.
const THROWN_AWAY: u64 = 4 * MOST_LOGO_BYTES;

/// The most bytes of a form: a file, what is thrown away of a larger one, and the other fields.
const MOST_SENT: usize = 11 * 1024 * 1024;

/// A logo may do nothing, wherever it is opened.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

/// The answer never changes: its address names the content.
const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The paths of logos.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route(SaveListing::PATH, any(save))
        .route(&route::logo("{digest}", "{size}"), get(open))
        .layer(DefaultBodyLimit::max(MOST_SENT))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            UPLOAD_TIME_LIMIT,
        ))
}

async fn save(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Response {
    if !is_multipart(request.headers()) {
        return function::handle(State(web), Extension(caller), request).await;
    }
    let headers = request.headers().clone();
    let (parts, body) = request.into_parts();
    let form = Request::from_parts(parts.clone(), body);
    let mut fields = Fields::new();
    let taken = received(&web, &caller, form, &mut fields).await;
    let answer = match taken.inspect_err(trace::unanswered) {
        Ok(logo) => {
            if let Some(logo) = logo {
                fields.retain(|(name, _)| name != LOGO && name != REMOVE_LOGO);
                fields.push((LOGO.to_owned(), logo.to_string()));
            }
            function::handle(State(web), Extension(caller), without_file(parts, &fields)).await
        }
        Err(error) => {
            let sent = Sent {
                web: &web,
                headers: &headers,
                address: caller.meta.address,
                function: SaveListing::PATH,
            };
            let nothing = Response::new(Body::empty());
            sent.back_to_page(fields, nothing, error).await
        }
    };
    if client::wants_page(&headers) {
        answer
    } else {
        named(answer)
    }
}

/// The same form without its file, as a browser sends it that shows the answer.
fn without_file(mut parts: Parts, fields: &Fields) -> Request {
    let (kind, body) = plain(fields);
    let headers = &mut parts.headers;
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::ACCEPT, HeaderValue::from_static("text/html"));
    Request::from_parts(parts, Body::from(body))
}

/// Receives the form. Its fields are in `fields` then, and what was drawn of its file has a digest, if there was one.
async fn received(
    web: &Web,
    caller: &Caller,
    request: Request,
    fields: &mut Fields,
) -> Result<Option<Sha256>, PortalError> {
    let portal = RequestPortal::new(
        web.state.clone(),
        caller.clone(),
        request.headers(),
        web.cookies,
    );
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| PortalError::Malformed)?;
    let (mut logo, mut held) = (Ok(None), 0);
    while let Some(mut field) = in_time(form.next_field()).await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != LOGO_FILE {
            let value = text(&mut field, FIELD_BYTES).await?;
            held += name.len() + value.len();
            // Together they are no longer than any other form.
            if fields.len() >= FIELDS || held > BODY_LIMIT {
                return Err(PortalError::Malformed);
            }
            fields.push((name, value));
            continue;
        }
        let call = portal.call();
        if call.signed_in().is_err() {
            // The function says so, and keeps what was typed.
            throw_away(&mut field, THROWN_AWAY).await;
            continue;
        }
        let none_chosen = field.file_name().is_none_or(str::is_empty);
        let taken = async {
            let mut upload = LogoUpload::begin(call).await?;
            while let Some(piece) = in_time(field.chunk()).await? {
                upload.write(&piece)?;
            }
            Ok::<_, PortalError>(upload)
        };
        match taken.await {
            Ok(upload) if none_chosen && upload.is_empty() => {}
            Ok(upload) => logo = upload.end().await.map(Some),
            Err(error) => {
                throw_away(&mut field, THROWN_AWAY).await;
                logo = Err(error);
            }
        }
    }
    logo
}

async fn open(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    Path((digest, size)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let portal = RequestPortal::new(web.state, caller, &headers, web.cookies);
    let found = async {
        let digest: Sha256 = digest.parse().map_err(|_| PortalError::NotFound)?;
        let size: LogoSize = size.parse().map_err(|_| PortalError::NotFound)?;
        query::logo(&mut portal.read().await?, digest, size).await
    };
    match found.await.inspect_err(trace::unanswered) {
        Ok(logo) => {
            let mut response = Response::new(Body::from(logo.bytes));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(LOGO_TYPE));
            headers.insert(header::CONTENT_SECURITY_POLICY, NOTHING);
            if logo.is_shown {
                headers.insert(header::CACHE_CONTROL, FOR_GOOD);
            }
            response
        }
        Err(error @ PortalError::Fault { .. }) => Problem::from_error(&error).into_response(),
        Err(_) => Problem::NotFound.into_response(),
    }
}
