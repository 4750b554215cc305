//! One client's connection.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;

use axum::{Router, body::Body, extract::ConnectInfo};
use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;
use tower::ServiceExt as _;

use super::{bounds::Bounds, networks::Place, patient::Patient};
use crate::{metrics::Open, shutdown::Shutdown};

/// Answers the client's requests until either side ends the connection, or the server is to stop. The head of each
/// request has to arrive in time; a connection without requests ends after as long. A client that takes nothing of its
/// answer is given up.
pub(super) async fn serve(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    mut shutdown: Shutdown,
    bounds: Bounds,
    _slot: (OwnedSemaphorePermit, Place),
) {
    let _open = Open::one();
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = router.clone().oneshot(request.map(Body::new));
        async move { Ok::<_, Infallible>(answer.await.unwrap_or_else(|never| match never {})) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(bounds.head)
        .serve_connection(TokioIo::new(Patient::new(stream, bounds.write)), answer);
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = shutdown.requested() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    match ended {
        Err(error) if error.is_timeout() => crate::metrics::no_request_came(),
        // Clients break off as they like.
        Err(error) => tracing::debug!(%error, "a connection broke off"),
        Ok(()) => {}
    }
}
