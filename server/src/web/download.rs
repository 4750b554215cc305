//! Files of agreements: the texts as they are signed, and the receipts of signatures.

use axum::{
    Extension, Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tierline_app::{
    error::PortalError,
    i18n::{Lang, market},
    portal::PortalResult,
    route,
};

use super::{Caller, Web, client, problem_page::Problem, trace};
use crate::{agreement, web::RequestPortal};

/// A file: its name and its kind, and what it holds.
pub(super) struct File {
    pub name: String,
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// Adds the paths of the files.
pub(super) fn routes(router: Router<Web>) -> Router<Web> {
    let text = format!("{}/{{id}}/text/{{language}}", route::AGREEMENTS);
    let receipt = format!("{}/{{id}}/receipt", route::AGREEMENTS);
    router
        .route(&text, get(self::text))
        .route(&receipt, get(self::receipt))
}

async fn text(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    Path((id, language)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let portal = RequestPortal::new(web.state, caller, &headers, web.cookies);
    let file = async {
        let id = id.parse().map_err(|_| PortalError::NotFound)?;
        let language = Lang::from_tag(&language).ok_or(PortalError::NotFound)?;
        let language = market::language(language);
        let (name, words) = agreement::query::file(&mut portal.read().await?, id, language).await?;
        Ok(File {
            name: format!("{name}.txt"),
            kind: "text/plain; charset=utf-8",
            bytes: words.into_bytes(),
        })
    };
    answer(file.await, &headers, route::PROGRAM_INFO)
}

async fn receipt(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let portal = RequestPortal::new(web.state, caller, &headers, web.cookies);
    let file = async {
        let id = id.parse().map_err(|_| PortalError::NotFound)?;
        let (name, bytes) = agreement::receipt(portal.call(), id).await?;
        Ok(File {
            name: format!("{name}.pdf"),
            kind: "application/pdf",
            bytes,
        })
    };
    answer(file.await, &headers, route::PROGRAM_INFO)
}

/// The file, or the way to its page.
pub(super) fn answer(file: PortalResult<File>, headers: &HeaderMap, page: &str) -> Response {
    match file.inspect_err(trace::unanswered) {
        Ok(file) => sent(file),
        Err(error @ PortalError::Fault { .. }) => Problem::of_file(&error).into_response(),
        // The page explains best why there is no file, and what to do about it.
        Err(_) if client::wants_page(headers) => Redirect::to(page).into_response(),
        Err(error) => StatusCode::from_u16(error.status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
    }
}

fn sent(file: File) -> Response {
    let name = format!("attachment; filename=\"{}\"", file.name);
    let mut response = Response::new(Body::from(file.bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(super::headers::NEVER_KEPT),
    );
    response
}
