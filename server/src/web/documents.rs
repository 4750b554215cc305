//! Documents of enrollments: posted by a form, in pieces, and sent to whoever may open them.
//!
//! A browser can do nothing with a file but show or save it: its type is what was recognized and no other, a picture is
//! shown without any rights, and a PDF is saved.

use std::time::Duration;

use axum::{
    Extension, Router,
    body::{Body, Bytes},
    extract::{
        DefaultBodyLimit, FromRequest as _, Multipart, Path, Request, State, multipart::Field,
    },
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tierline_app::{
    enrollment::told::Notice,
    error::{FieldProblem, PortalError},
    route,
};
use tierline_core::{
    enrollment::{Document, Format, MOST_BYTES},
    ids::DocumentId,
};
use tokio::{fs::File, io::AsyncReadExt as _};
use tower_http::timeout::TimeoutLayer;

use super::{
    Caller, Web, client,
    function::Sent,
    multipart::{Fields, in_time, named, pass_over, text, throw_away},
    problem_page::Problem,
    trace,
};
use crate::{
    enrollment::{Folder, Upload, documents as query},
    fault::fault,
    web::RequestPortal,
};

/// The time limit of an upload: ten megabytes over a slow line.
const UPLOAD_TIME_LIMIT: Duration = Duration::from_secs(5 * 60);

/// The field with the file, which is the last one.
const FILE: &str = "file";

/// The most fields before the file, and the most bytes of one.
const FIELDS: usize = 12;
const FIELD_BYTES: usize = 4 * 1024;

/// So much more of a refused file is read, and thrown away.
const THROWN_AWAY: u64 = 4 * MOST_BYTES;

/// The most bytes of a form: a file, what is thrown away of a larger one, and the other fields. What has no boundary is
/// held while one is looked for.
const MOST_SENT: usize = 51 * 1024 * 1024;

/// The size of the pieces in which a file is sent.
const PIECE: usize = 64 * 1024;

/// A document that is shown may do nothing: no scripts, no forms, no other files, in an origin of its own.
const SHOWN: &str = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action \
                     'none'; frame-ancestors 'none'";

/// The paths of documents.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route(route::DOCUMENTS, post(add))
        .route(&route::document("{id}"), get(open))
        .layer(DefaultBodyLimit::max(MOST_SENT))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            UPLOAD_TIME_LIMIT,
        ))
}

async fn add(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Response {
    let headers = request.headers().clone();
    let address = caller.meta.address;
    let mut fields = Fields::new();
    let added = received(&web, caller, request, &mut fields).await;
    let sent = Sent {
        web: &web,
        headers: &headers,
        address,
        function: route::DOCUMENTS,
    };
    let answer = match added.inspect_err(trace::unanswered) {
        Ok(()) => {
            let page = sent.page(&mut fields);
            let done = Notice::DocumentAdded.code();
            Redirect::to(&route::with_query(&page, "done", done)).into_response()
        }
        Err(error) => {
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

/// Receives the form. Whatever comes before the file is in `fields` then.
async fn received(
    web: &Web,
    caller: Caller,
    request: Request,
    fields: &mut Fields,
) -> Result<(), PortalError> {
    let owed = caller.owes_nothing();
    let portal = RequestPortal::new(web.state.clone(), caller, request.headers(), web.cookies);
    let who = portal.call().signed_in();
    if who == Err(PortalError::SignedOut) {
        pass_over(request.into_body(), THROWN_AWAY).await;
        return Err(PortalError::SignedOut);
    }
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| PortalError::Malformed)?;
    while let Some(mut field) = in_time(form.next_field()).await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != FILE {
            if fields.len() >= FIELDS || name.len() > FIELD_BYTES {
                return Err(PortalError::Malformed);
            }
            fields.push((name, text(&mut field, FIELD_BYTES).await?));
            continue;
        }
        let taken = match &owed {
            Ok(()) => file(&portal, fields, &mut field).await,
            Err(owed) => Err(owed.clone().into()),
        };
        if taken.is_err() {
            throw_away(&mut field, THROWN_AWAY).await;
        }
        return taken;
    }
    Err(PortalError::field(FILE, FieldProblem::Empty))
}

async fn file(
    portal: &RequestPortal,
    fields: &Fields,
    field: &mut Field<'_>,
) -> Result<(), PortalError> {
    let value = |name: &str| {
        let found = fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let request = value("request_id")
        .parse()
        .map_err(|_| PortalError::Malformed)?;
    let kind = value("kind")
        .parse()
        .map_err(|_| PortalError::field("kind", FieldProblem::Empty))?;
    let call = portal.call();
    call.signed_in()?;
    let none_chosen = field.file_name().is_none_or(str::is_empty);
    let mut upload = Upload::begin(call, kind, request).await?;
    let mut is_empty = true;
    while let Some(piece) = in_time(field.chunk()).await? {
        is_empty &= piece.is_empty();
        upload.write(&piece).await?;
    }
    if none_chosen && is_empty {
        return Err(PortalError::field(FILE, FieldProblem::Empty));
    }
    upload.end().await
}

async fn open(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let folder = Folder::of(&web.state.config);
    let portal = RequestPortal::new(web.state.clone(), caller, &headers, web.cookies);
    let found = match known(&portal, &id).await {
        Ok(document) => folder
            .open(document.id)
            .await
            .map(|file| (document, file))
            .map_err(|error| fault(&error)),
        Err(error) => Err(error),
    };
    match found.inspect_err(trace::unanswered) {
        Ok((document, file)) => sent(&document, file),
        Err(PortalError::SignedOut) if client::wants_page(&headers) => {
            Redirect::to(&route::sign_in_to_return(&route::document(id))).into_response()
        }
        Err(error @ PortalError::Fault { .. }) => Problem::from_error(&error).into_response(),
        Err(_) => Problem::NotFound.into_response(),
    }
}

/// What the caller may open. The snapshot ends here: a file that is fetched slowly holds no connection.
async fn known(portal: &RequestPortal, id: &str) -> Result<Document, PortalError> {
    let id: DocumentId = id.parse().map_err(|_| PortalError::NotFound)?;
    let call = portal.call();
    call.signed_in()?;
    query::to_open(&mut call.read().await?, id).await
}

fn sent(document: &Document, file: File) -> Response {
    let pieces = futures_util::stream::try_unfold(file, |mut file| async move {
        let mut piece = vec![0; PIECE];
        let size = file.read(&mut piece).await?;
        piece.truncate(size);
        Ok::<_, std::io::Error>((size > 0).then(|| (Bytes::from(piece), file)))
    });
    let how = match document.format {
        Format::Pdf => "attachment",
        Format::Png | Format::Jpeg => "inline",
    };
    let (kind, ending) = (document.kind.code(), document.format.code());
    let disposition = format!("{how}; filename=\"{kind}.{ending}\"");
    let mut response = Response::new(Body::from_stream(pieces));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(document.format.media_type()),
    );
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(SHOWN),
    );
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(document.bytes));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}
