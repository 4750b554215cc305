//! Forms of texts that are typed, or come as files: a version of an agreement, a list of holidays. A file becomes a
//! field like any other, so that the server function, the answer and a repeated request are those of every form.

use std::time::Duration;

use axum::{
    Extension, Router,
    body::{Body, Bytes},
    extract::{
        DefaultBodyLimit, FromRequest as _, Multipart, Request, State,
        multipart::{Field, MultipartError},
    },
    response::{IntoResponse as _, Response},
    routing::any,
};
use http::{HeaderValue, StatusCode, header};
use leptos::server_fn::ServerFn as _;
use tierline_app::{
    agreement::api::PublishAgreement,
    form::text_file::{LARGEST_FILE, REFUSED, Refused},
    program::api::AddHolidays,
};
use tokio::time::timeout;
use tower_http::timeout::TimeoutLayer;

use super::{
    BODY_LIMIT, Caller, Web, function,
    multipart::{Fields, Missing, is_multipart, part_in_time, plain},
    problem_page::Problem,
};

/// The time limit of such a form: three files over a slow line.
const FORM_TIME_LIMIT: Duration = Duration::from_secs(2 * 60);

/// The most bytes of such a form. A browser reads no answer before it has sent everything: a file that is too large is
/// read to its end, and thrown away.
const MOST_SENT: usize = 24 * 1024 * 1024;

/// The most bytes of what is typed into one field.
const TYPED: usize = BODY_LIMIT;

/// The most fields.
const FIELDS: usize = 24;

/// The paths of the forms.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route(PublishAgreement::PATH, any(handle))
        .route(AddHolidays::PATH, any(handle))
        .layer(DefaultBodyLimit::max(MOST_SENT))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            FORM_TIME_LIMIT,
        ))
}

async fn handle(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Response {
    if !is_multipart(request.headers()) {
        return function::handle(State(web), Extension(caller), request).await;
    }
    let mut head = Request::new(());
    *head.method_mut() = request.method().clone();
    *head.uri_mut() = request.uri().clone();
    *head.headers_mut() = request.headers().clone();
    *head.extensions_mut() = request.extensions().clone();
    let (mut parts, ()) = head.into_parts();
    // For a stranger no more is held than for a few forms.
    let most = match caller.info {
        Some(_) => MOST_SENT,
        None => 2 * BODY_LIMIT,
    };
    let (kind, body) = match timeout(FORM_TIME_LIMIT, fields(request, most)).await {
        Ok(Ok(fields)) => plain(&fields),
        Ok(Err(problem)) => return problem,
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    parts.headers.insert(header::CONTENT_TYPE, kind);
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    function::run(web, caller, parts, Bytes::from(body)).await
}

/// The form as other forms are sent: the text of each file as the value of its field. No more than so many bytes are
/// held.
async fn fields(request: Request<Body>, mut left: usize) -> Result<Fields, Response> {
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|error| error.into_response())?;
    let mut fields = Fields::new();
    while let Some(mut field) = part_in_time(form.next_field()).await.map_err(answer)? {
        let name = field.name().unwrap_or_default().to_owned();
        if fields.len() >= FIELDS || name.len() > TYPED {
            return Err(Problem::TooLarge.into_response());
        }
        let chosen = field.file_name().map(|file| !file.is_empty());
        let most = if chosen.is_some() {
            LARGEST_FILE
        } else {
            TYPED
        };
        let whole = read(&mut field, most.min(left)).await?;
        left = left.saturating_sub(whole.as_ref().map_or(0, Vec::len));
        match (chosen, whole) {
            // No file was chosen.
            (Some(false), _) => {}
            (Some(true), None) => {
                fields.push((
                    format!("{name}{REFUSED}"),
                    Refused::TooLarge.code().to_owned(),
                ));
            }
            (Some(true), Some(bytes)) => match String::from_utf8(bytes) {
                Ok(text) if !text.contains('\0') => fields.push((name, text)),
                _ => fields.push((
                    format!("{name}{REFUSED}"),
                    Refused::NotText.code().to_owned(),
                )),
            },
            (None, Some(bytes)) => {
                let typed = String::from_utf8(bytes);
                let typed = typed.map_err(|_| StatusCode::BAD_REQUEST.into_response())?;
                fields.push((name, typed));
            }
            (None, None) => return Err(Problem::TooLarge.into_response()),
        }
    }
    Ok(fields)
}

/// The whole field; none, if it is larger than it may be. The rest is read, so that the browser comes to read the
/// answer.
async fn read(field: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Response> {
    let mut bytes = Some(Vec::new());
    while let Some(piece) = part_in_time(field.chunk()).await.map_err(answer)? {
        bytes = bytes.filter(|held| held.len() + piece.len() <= most);
        if let Some(held) = &mut bytes {
            held.extend_from_slice(&piece);
        }
    }
    Ok(bytes)
}

fn answer(missing: Missing<MultipartError>) -> Response {
    match missing {
        Missing::Broken(error) => error.into_response(),
        Missing::TooLate => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}
