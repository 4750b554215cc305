//! Endpoints for load balancers and service managers: whether the process is alive, and whether it can serve.

use std::{path::Path, time::Duration};

use axum::{Router, extract::State, http::StatusCode, routing::get};
use sqlx::PgPool;

use crate::{database, pdf::Fonts};

/// A database that takes longer to answer is not ready.
const PATIENCE: Duration = Duration::from_secs(2);

/// `/healthz` and `/readyz`, without sessions, limits and logs.
pub fn router(pool: PgPool, fonts: &Path) -> Router {
    Router::new()
        .route("/healthz", get(healthy))
        .route("/readyz", get(ready))
        .with_state(Checked {
            pool,
            fonts: Fonts::of(fonts),
        })
}

/// What a server needs.
#[derive(Clone)]
struct Checked {
    pool: PgPool,
    fonts: Fonts,
}

/// The process is alive and answers.
async fn healthy() -> &'static str {
    "ok\n"
}

/// The database answers and has the schema that this server was built for. What only PDF files need is named, and keeps
/// nobody from the rest.
async fn ready(State(checked): State<Checked>) -> (StatusCode, String) {
    let pending = database::pending_migrations(&checked.pool);
    let why = match tokio::time::timeout(PATIENCE, pending).await {
        Ok(Ok(0)) => return (StatusCode::OK, said(&checked.fonts)),
        Ok(Ok(pending)) => {
            tracing::warn!(pending, "not ready: migrations are missing");
            "migrations are missing\n"
        }
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready: the database failed");
            "can't reach the database\n"
        }
        Err(_) => {
            tracing::warn!("not ready: the database does not answer");
            "the database does not answer\n"
        }
    };
    (StatusCode::SERVICE_UNAVAILABLE, why.to_owned())
}

/// That it is ready, and which fonts are missing.
fn said(fonts: &Fonts) -> String {
    let missing = fonts.missing().into_iter();
    // Its folder is nobody else's business; the log has it from the start.
    let missing = missing.filter_map(|file| {
        let name = file.file_name()?.to_string_lossy().into_owned();
        Some(format!("missing font, no PDF files: {name}\n"))
    });
    let others = fonts.missing_for_some().into_iter();
    let others = others.map(|name| format!("missing font, empty boxes in PDF files: {name}\n"));
    format!("ready\n{}", missing.chain(others).collect::<String>())
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt as _;

    use super::*;
    use crate::testing;

    async fn status(pool: &PgPool, path: &str) -> StatusCode {
        let request = Request::get(path).body(Body::empty()).unwrap();
        router(pool.clone(), Path::new("/nowhere"))
            .oneshot(request)
            .await
            .unwrap()
            .status()
    }

    #[test]
    fn fonts_that_are_missing_are_named() {
        let fonts = Fonts::of("/nowhere");
        let said = said(&fonts);
        assert!(said.starts_with("ready\n"), "{said}");
        assert!(
            said.contains("missing font, no PDF files: NotoSansCJK-Bold.ttc"),
            "{said}"
        );
        assert!(!said.contains("nowhere"), "{said}");
    }

    #[tokio::test]
    async fn a_server_with_its_schema_is_ready() {
        let database = testing::database().await;
        assert_eq!(status(&database.pool, "/healthz").await, StatusCode::OK);
        assert_eq!(status(&database.pool, "/readyz").await, StatusCode::OK);
    }

    #[tokio::test]
    async fn a_server_without_its_schema_lives_but_is_not_ready() {
        let database = testing::empty_database().await;
        assert_eq!(status(&database.pool, "/healthz").await, StatusCode::OK);
        assert_eq!(
            status(&database.pool, "/readyz").await,
            StatusCode::SERVICE_UNAVAILABLE
        );
    }

    #[tokio::test]
    async fn a_server_without_a_database_lives_but_is_not_ready() {
        let database = testing::database().await;
        database.pool.close().await;
        assert_eq!(status(&database.pool, "/healthz").await, StatusCode::OK);
        assert_eq!(
            status(&database.pool, "/readyz").await,
            StatusCode::SERVICE_UNAVAILABLE
        );
    }
}
