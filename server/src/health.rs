//! Endpoints for load balancers and service managers: whether the process is alive, and whether it can serve.

use std::time::Duration;

use axum::{Router, extract::State, http::StatusCode, routing::get};
use sqlx::PgPool;

use crate::database;

/// A database that takes longer to answer is not ready.
const PATIENCE: Duration = Duration::from_secs(2);

/// `/healthz` and `/readyz`, without sessions, limits and logs.
pub fn router(pool: PgPool) -> Router {
    Router::new()
        .route("/healthz", get(healthy))
        .route("/readyz", get(ready))
        .with_state(pool)
}

/// The process is alive and answers.
async fn healthy() -> &'static str {
    "ok\n"
}

/// The database answers and has the schema that this server was built for.
async fn ready(State(pool): State<PgPool>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(PATIENCE, database::pending_migrations(&pool)).await {
        Ok(Ok(0)) => (StatusCode::OK, "ready\n"),
        Ok(Ok(pending)) => {
            tracing::warn!(pending, "not ready: migrations are missing");
            (StatusCode::SERVICE_UNAVAILABLE, "migrations are missing\n")
        }
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready: the database failed");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "can't reach the database\n",
            )
        }
        Err(_) => {
            tracing::warn!("not ready: the database does not answer");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
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
        router(pool.clone())
            .oneshot(request)
            .await
            .unwrap()
            .status()
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
