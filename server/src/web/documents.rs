//! Documents of enrollments: posted by a form, in pieces, and sent to whoever may open them.
//!
//! A browser can do nothing with a file but show or save it: its type is what was recognized and no other, a picture is
//! shown without any rights, and a PDF is saved.

use std::time::Duration;

use axum::{
    Extension, Router,
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, Path, Request, State},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tierline_app::{
    enrollment::told::Notice,
    error::{FieldProblem, PortalError},
    portal::PortalResult,
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
    problem_page::Problem,
    trace,
    upload::{Fields, Taking, posted, request_of, value},
};
use crate::{
    enrollment::{Folder, Upload, documents as query},
    fault::fault,
    pipeline::Call,
    web::RequestPortal,
};

/// The time limit of an upload: ten megabytes over a slow line.
const UPLOAD_TIME_LIMIT: Duration = Duration::from_secs(5 * 60);

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
    posted::<Adding>(&web, caller, request, route::DOCUMENTS).await
}

/// A document, as its form posts it.
struct Adding(Upload);

impl Taking for Adding {
    const THROWN_AWAY: u64 = 4 * MOST_BYTES;
    type Taken = ();

    async fn begin(call: Call, fields: &Fields, _: &str) -> PortalResult<Adding> {
        let kind = value(fields, "kind")
            .parse()
            .map_err(|_| PortalError::field("kind", FieldProblem::Empty))?;
        Ok(Adding(
            Upload::begin(call, kind, request_of(fields)?).await?,
        ))
    }

    async fn write(&mut self, piece: &[u8]) -> PortalResult<()> {
        self.0.write(piece).await
    }

    async fn end(self) -> PortalResult<()> {
        self.0.end().await
    }

    fn page((): (), page: String) -> String {
        route::with_query(&page, "done", Notice::DocumentAdded.code())
    }
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
        Ok(document) => match folder.open(document.id).await {
            Ok(file) => Ok((document, file)),
            Err(source) => Err(fault(&Unopened {
                id: document.id,
                source,
            })),
        },
        Err(error) => Err(error),
    };
    match found.inspect_err(trace::unanswered) {
        Ok((document, file)) => sent(&document, file),
        Err(PortalError::SignedOut) if client::wants_page(&headers) => {
            Redirect::to(&route::sign_in_to_return(&route::document(id))).into_response()
        }
        Err(error @ PortalError::Fault { .. }) => Problem::of_file(&error).into_response(),
        Err(_) => Problem::NotFound.into_response(),
    }
}

/// Why a document that is known could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("the file of the document `{id}` could not be opened")]
struct Unopened {
    id: DocumentId,
    source: std::io::Error,
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
