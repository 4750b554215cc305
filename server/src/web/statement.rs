//! Statements as documents, for everyone who may see the page.

use axum::{
    Extension, Router,
    extract::{Request, State},
    response::Response,
    routing::get,
};
use tierline_app::{list::model::ListQuery, route};

use super::{
    Caller, Web,
    download::{File, answer},
};
use crate::{subscription, web::RequestPortal};

/// Adds the path of the document.
pub(super) fn routes(router: Router<Web>) -> Router<Web> {
    router.route(route::STATEMENT_PDF, get(document))
}

async fn document(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Response {
    let headers = request.headers();
    let query = ListQuery::parse(request.uri().query().unwrap_or_default());
    // The page explains best why there is no document.
    let page = query.at(route::STATEMENT);
    let portal = RequestPortal::new(web.state, caller, headers, web.cookies);
    let file = async {
        let (name, bytes) = subscription::document(portal.call(), query).await?;
        Ok(File {
            name: format!("{name}.pdf"),
            kind: "application/pdf",
            bytes,
        })
    };
    answer(file.await, headers, &page)
}
