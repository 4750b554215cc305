//! Lists as files: beside each list's page, with the same query, for everyone who may see the page.

use axum::{
    Extension, Router,
    body::Body,
    extract::{Request, State},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tierline_app::list::{model::ListQuery, spec::csv_path};

use super::{Caller, Web, client, trace};
use crate::{
    list::{csv::File, shown::Entry},
    lists,
    web::RequestPortal,
};

/// Adds a path for the file of each list.
pub(super) fn routes(router: Router<Web>) -> Router<Web> {
    lists::all().fold(router, |router, list| {
        let handler = move |web: State<Web>, caller: Extension<Caller>, request: Request| async move {
            let query = ListQuery::parse(request.uri().query().unwrap_or_default());
            export(web.0, caller.0, request.headers(), list, query).await
        };
        router.route(&csv_path(list.path), get(handler))
    })
}

async fn export(
    web: Web,
    caller: Caller,
    headers: &HeaderMap,
    list: &Entry,
    query: ListQuery,
) -> Response {
    let page = query.at(list.path);
    let portal = RequestPortal::new(web.state, caller, headers, web.cookies);
    let file = (list.file)(portal.call(), query).await;
    match file.inspect_err(trace::unanswered) {
        Ok(file) => sent(file),
        // The page itself explains best why it cannot be seen, and what to do about it.
        Err(_) if client::wants_page(headers) => Redirect::to(&page).into_response(),
        Err(error) => StatusCode::from_u16(error.status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
    }
}

fn sent(file: File) -> Response {
    let name = format!("attachment; filename=\"{}.csv\"", file.name);
    let mut response = Response::new(Body::from_stream(file.pieces));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/csv; charset=utf-8"),
    );
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(super::headers::NEVER_KEPT),
    );
    response
}
