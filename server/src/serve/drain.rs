use std::future::IntoFuture as _;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;

use crate::shutdown::Shutdown;

/// Serves until shutdown is requested; then takes no new connections, and lets requests in hand finish for as long as
/// `patience` lasts.
pub(super) async fn serve_until(
    listener: TcpListener,
    router: Router,
    mut shutdown: Shutdown,
    patience: Duration,
) -> std::io::Result<()> {
    let mut stop = shutdown.clone();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service)
        .with_graceful_shutdown(async move { stop.requested().await })
        .into_future();
    tokio::pin!(serving);
    tokio::select! {
        ended = &mut serving => return ended,
        () = shutdown.requested() => {}
    }
    tokio::time::timeout(patience, serving)
        .await
        .unwrap_or_else(|_| {
            tracing::warn!(
                "requests took longer than {} s to finish",
                patience.as_secs()
            );
            Ok(())
        })
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;
    use tokio::task::JoinHandle;

    use super::*;
    use crate::shutdown::{self, ShutdownTrigger};

    struct Running {
        address: SocketAddr,
        trigger: ShutdownTrigger,
        server: JoinHandle<std::io::Result<()>>,
    }

    async fn start(answers_after: Duration, patience: Duration) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (trigger, shutdown) = shutdown::channel();
        let router = Router::new().route(
            "/",
            get(move || async move {
                tokio::time::sleep(answers_after).await;
                "done"
            }),
        );
        let server = tokio::spawn(serve_until(listener, router, shutdown, patience));
        Running {
            address,
            trigger,
            server,
        }
    }

    async fn ask(address: SocketAddr) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream
            .write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .await
            .unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
        stream
    }

    #[tokio::test]
    async fn a_request_in_hand_is_answered_and_no_other_taken() {
        let running = start(Duration::from_millis(500), Duration::from_secs(10)).await;
        let mut stream = ask(running.address).await;
        running.trigger.request();
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(TcpStream::connect(running.address).await.is_err());
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.ends_with("done"), "{answer}");
        running.server.await.unwrap().unwrap();
    }

    #[tokio::test]
    async fn a_request_that_never_ends_does_not_hold_up_the_end() {
        let running = start(Duration::from_secs(3600), Duration::from_millis(200)).await;
        let _stream = ask(running.address).await;
        running.trigger.request();
        let ended = tokio::time::timeout(Duration::from_secs(5), running.server).await;
        ended.unwrap().unwrap().unwrap();
    }
}
