//! Metrics for Prometheus, on a port of their own: they are not public.

use std::time::{Duration, Instant};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
    routing::get,
};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use sqlx::PgPool;

use crate::{logging, shutdown::Shutdown};

const REQUEST_SECONDS: &str = "tierline_http_request_seconds";

const CONNECTIONS: &str = "tierline_http_connections";
const TURNED_AWAY: &str = "tierline_http_connections_turned_away_total";
const NO_REQUEST: &str = "tierline_http_connections_without_request_total";
const PERIODIC_JOBS: &str = "tierline_periodic_jobs_total";
const LOST_LINES: &str = "tierline_log_lines_lost_total";

const BUCKETS: [f64; 11] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0,
];

/// The interval at which measurements are put into buckets, so that they do not pile up between scrapes.
const UPKEEP: Duration = Duration::from_secs(5);

/// Starts the metrics. Once per process.
pub fn install() -> Result<PrometheusHandle, BuildError> {
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(REQUEST_SECONDS.to_owned()), &BUCKETS)?;
    let handle = recorder.install_recorder()?;
    ::metrics::describe_histogram!(
        REQUEST_SECONDS,
        ::metrics::Unit::Seconds,
        "time to answer, by route"
    );
    ::metrics::describe_gauge!(
        "tierline_pool_connections",
        "database connections of this server"
    );
    ::metrics::describe_counter!(
        "tierline_mails_total",
        "mails by what became of an attempt to send them"
    );
    ::metrics::describe_gauge!(CONNECTIONS, "clients connected now");
    ::metrics::describe_counter!(
        TURNED_AWAY,
        "clients told to come back, because there were too many"
    );
    ::metrics::describe_counter!(
        NO_REQUEST,
        "connections closed because the head of a request did not come in time"
    );
    ::metrics::describe_counter!(
        PERIODIC_JOBS,
        "runs of periodic jobs, by job and by what became of them"
    );
    ::metrics::describe_counter!(LOST_LINES, "lines of the log that could not be written");
    Ok(handle)
}

/// Middleware: counts and times requests by their matched route, never by their path (which may hold secrets, and can
/// be anything a client invents). For `axum::middleware::from_fn`.
pub async fn track(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = match request.method().as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS") => {
            known.to_owned()
        }
        _ => "other".to_owned(),
    };
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    ::metrics::histogram!(REQUEST_SECONDS, "method" => method, "route" => route, "status" => status)
        .record(began.elapsed());
    response
}

/// A connected client, counted as long as this exists.
pub(crate) struct Open(());

impl Open {
    pub(crate) fn one() -> Self {
        ::metrics::gauge!(CONNECTIONS).increment(1);
        Self(())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        ::metrics::gauge!(CONNECTIONS).decrement(1);
    }
}

/// Counts a client for whom there was no room.
pub(crate) fn turned_away() {
    ::metrics::counter!(TURNED_AWAY).increment(1);
}

/// Counts a connection on which no request came in time.
pub(crate) fn no_request_came() {
    ::metrics::counter!(NO_REQUEST).increment(1);
}

/// Counts a run of a periodic job.
pub(crate) fn periodic_job(job: &'static str, failed: bool) {
    let outcome = if failed { "failed" } else { "done" };
    ::metrics::counter!(PERIODIC_JOBS, "job" => job, "outcome" => outcome).increment(1);
}

/// `/metrics`, for a listener of its own.
pub fn router(handle: PrometheusHandle, pool: PgPool) -> Router {
    Router::new()
        .route("/metrics", get(render))
        .with_state((handle, pool))
}

async fn render(State((handle, pool)): State<(PrometheusHandle, PgPool)>) -> String {
    let idle = u32::try_from(pool.num_idle()).unwrap_or(u32::MAX);
    ::metrics::gauge!("tierline_pool_connections", "state" => "idle").set(idle);
    ::metrics::gauge!("tierline_pool_connections", "state" => "in_use")
        .set(pool.size().saturating_sub(idle));
    ::metrics::gauge!("tierline_pool_connections", "state" => "limit")
        .set(pool.options().get_max_connections());
    ::metrics::counter!(LOST_LINES).absolute(logging::lost_lines());
    handle.render()
}

/// Puts measurements into buckets until shutdown.
pub async fn upkeep(handle: PrometheusHandle, mut shutdown: Shutdown) {
    loop {
        tokio::select! {
            () = shutdown.requested() => return,
            () = tokio::time::sleep(UPKEEP) => handle.run_upkeep(),
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use tower::ServiceExt as _;

    use super::*;
    use crate::testing;

    #[tokio::test]
    async fn requests_are_counted_by_route_and_never_by_path() {
        let database = testing::database().await;
        let handle = install().unwrap();
        let portal = Router::new()
            .route("/invitation/{token}", get(|| async { "hello" }))
            .fallback(|| async { axum::http::StatusCode::NOT_FOUND })
            .layer(axum::middleware::from_fn(track));
        for path in ["/invitation/secret", "/invitation/secret", "/elsewhere"] {
            portal
                .clone()
                .oneshot(Request::get(path).body(Body::empty()).unwrap())
                .await
                .unwrap();
        }
        let (_open, closed) = (Open::one(), Open::one());
        drop(closed);
        turned_away();
        no_request_came();
        periodic_job("purge", true);
        let request = Request::get("/metrics").body(Body::empty()).unwrap();
        let response = router(handle, database.pool.clone())
            .oneshot(request)
            .await
            .unwrap();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let text = String::from_utf8(body.to_vec()).unwrap();
        let counted = r#"tierline_http_request_seconds_count{method="GET",route="/invitation/{token}",status="200"} 2"#;
        assert!(text.contains(counted), "{text}");
        assert!(text.contains(r#"route="none",status="404"} 1"#), "{text}");
        assert!(!text.contains("secret"), "{text}");
        for counted in [
            r#"tierline_pool_connections{state="limit"} 10"#,
            "\ntierline_http_connections ",
            "\ntierline_http_connections_turned_away_total ",
            "\ntierline_http_connections_without_request_total ",
            r#"tierline_periodic_jobs_total{job="purge",outcome="failed"} 1"#,
            "tierline_log_lines_lost_total 0",
        ] {
            assert!(text.contains(counted), "{counted} is not in: {text}");
        }
    }
}
