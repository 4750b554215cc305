//! Files to import, posted by a form in pieces.

use std::time::Duration;

use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Request, State},
    response::Response,
    routing::post,
};
use http::StatusCode;
use tierline_app::{error::PortalError, portal::PortalResult, route};
use tierline_core::{
    ids::{ImportId, OrganizationId},
    import::{Kind, MOST_BYTES},
};
use tower_http::timeout::TimeoutLayer;
use uuid::Uuid;

use super::{
    Caller, Web,
    upload::{Fields, Taking, posted, request_of, value},
};
use crate::{
    import::{Chosen, Upload},
    imports,
    pipeline::Call,
};

/// The time limit of an upload: the largest file over a slow line.
const UPLOAD_TIME_LIMIT: Duration = Duration::from_secs(15 * 60);

/// The most bytes of a form: a file, what is thrown away of a larger one, and the other fields.
const MOST_SENT: usize = 194 * 1024 * 1024;

/// The path that forms are posted to.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route(route::IMPORT_FILES, post(begin))
        .layer(DefaultBodyLimit::max(MOST_SENT))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            UPLOAD_TIME_LIMIT,
        ))
}

async fn begin(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Response {
    posted::<Beginning>(&web, caller, request, route::IMPORT_FILES).await
}

/// A file to import, as its form posts it.
struct Beginning(Upload, Option<OrganizationId>);

impl Taking for Beginning {
    const THROWN_AWAY: u64 = 2 * MOST_BYTES;
    type Taken = (ImportId, Option<OrganizationId>);

    async fn begin(call: Call, fields: &Fields, name: &str) -> PortalResult<Beginning> {
        let kind: Kind = value(fields, "kind")
            .parse()
            .map_err(|_| PortalError::Malformed)?;
        let customer = if kind.is_of_customer() {
            let id: Uuid = value(fields, "customer")
                .parse()
                .map_err(|_| PortalError::Malformed)?;
            Some(OrganizationId::from_uuid(id))
        } else {
            None
        };
        let chosen = Chosen {
            kind,
            customer,
            choice: imports::choice(kind, fields)?,
            name: name.to_owned(),
        };
        let upload = Upload::begin(call, chosen, request_of(fields)?).await?;
        Ok(Beginning(upload, customer))
    }

    async fn write(&mut self, piece: &[u8]) -> PortalResult<()> {
        self.0.write(piece).await
    }

    async fn end(self) -> PortalResult<Self::Taken> {
        Ok((self.0.end().await?, self.1))
    }

    fn page((import, customer): Self::Taken, _: String) -> String {
        match customer {
            Some(customer) => route::user_import(customer, import),
            None => route::import(import),
        }
    }
}
