use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use super::{bounds::Bounds, connection, full::TurnedAway, networks::Networks};
use crate::shutdown::Shutdown;

/// The time without taking connections after the system could give none, because too many files are open.
const PAUSE: Duration = Duration::from_secs(1);

/// Serves until shutdown is requested; then takes no new connections, and lets requests in hand finish for a while.
pub(super) async fn serve_until(
    listener: TcpListener,
    router: Router,
    mut shutdown: Shutdown,
    bounds: Bounds,
    networks: Networks,
) {
    let slots = Arc::new(Semaphore::new(bounds.connections));
    let turned_away = TurnedAway::new();
    loop {
        let (stream, peer) = tokio::select! {
            () = shutdown.requested() => break,
            accepted = accept(&listener) => accepted,
        };
        let slot = slots.clone().try_acquire_owned().ok();
        match slot.zip(networks.enter(peer.ip())) {
            Some(slot) => {
                let (router, shutdown) = (router.clone(), shutdown.clone());
                tokio::spawn(connection::serve(
                    stream, peer, router, shutdown, bounds, slot,
                ));
            }
            None => turned_away.add(stream),
        }
    }
    drop(listener);
    let all = u32::try_from(bounds.connections).unwrap_or(u32::MAX);
    if tokio::time::timeout(bounds.drain, slots.acquire_many(all))
        .await
        .is_err()
    {
        tracing::warn!(
            "requests took longer than {} s to finish",
            bounds.drain.as_secs()
        );
    }
}

/// The next connection.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) if is_of_the_client(&error) => {}
            Err(error) => {
                tracing::error!(%error, "connections cannot be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// Whether only this client's connection has failed.
fn is_of_the_client(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset
    )
}

#[cfg(test)]
mod tests {
    use axum::{extract::ConnectInfo, routing::get};
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::{TcpSocket, TcpStream};
    use tokio::task::JoinHandle;

    use super::*;
    use crate::{
        config::Proxies,
        shutdown::{self, ShutdownTrigger},
    };

    struct Running {
        address: SocketAddr,
        trigger: ShutdownTrigger,
        server: JoinHandle<()>,
    }

    const LONG: Bounds = Bounds {
        connections: 10,
        head: Duration::from_secs(3600),
        write: Duration::from_secs(3600),
        drain: Duration::from_secs(3600),
    };

    async fn start(answers_after: Duration, bounds: Bounds) -> Running {
        let answer = move |ConnectInfo(_): ConnectInfo<SocketAddr>| async move {
            tokio::time::sleep(answers_after).await;
            "done"
        };
        start_with(Router::new().route("/", get(answer)), bounds, 10).await
    }

    async fn start_with(router: Router, bounds: Bounds, of_a_network: usize) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (trigger, shutdown) = shutdown::channel();
        let networks = Networks::new(of_a_network, Proxies::default());
        let server = tokio::spawn(serve_until(listener, router, shutdown, bounds, networks));
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
        let running = start(Duration::from_millis(500), LONG).await;
        let mut stream = ask(running.address).await;
        running.trigger.request();
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(TcpStream::connect(running.address).await.is_err());
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.ends_with("done"), "{answer}");
        running.server.await.unwrap();
    }

    #[tokio::test]
    async fn a_request_that_never_ends_does_not_hold_up_the_end() {
        let bounds = Bounds {
            drain: Duration::from_millis(200),
            ..LONG
        };
        let running = start(Duration::from_secs(3600), bounds).await;
        let _stream = ask(running.address).await;
        running.trigger.request();
        let ended = tokio::time::timeout(Duration::from_secs(5), running.server).await;
        ended.unwrap().unwrap();
    }

    async fn read(mut stream: TcpStream) -> String {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    const CLOSING: &[u8] = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    #[tokio::test]
    async fn half_a_head_is_not_waited_for_and_a_slow_answer_is() {
        let bounds = Bounds {
            head: Duration::from_millis(100),
            ..LONG
        };
        let running = start(Duration::from_millis(500), bounds).await;
        for half in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: loc"] {
            let mut stream = TcpStream::connect(running.address).await.unwrap();
            stream.write_all(half.as_bytes()).await.unwrap();
            assert_eq!(read(stream).await, "", "{half}");
        }
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        stream.write_all(CLOSING).await.unwrap();
        let answer = read(stream).await;
        assert!(answer.ends_with("done"), "{answer}");
    }

    #[tokio::test]
    async fn clients_past_the_bound_are_told_to_come_back() {
        let bounds = Bounds {
            connections: 2,
            ..LONG
        };
        let running = start(Duration::from_millis(10), bounds).await;
        let holders = [ask(running.address).await, ask(running.address).await];
        for _ in 0..3 {
            let mut stream = TcpStream::connect(running.address).await.unwrap();
            stream.write_all(CLOSING).await.unwrap();
            let answer = read(stream).await;
            assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
            assert!(answer.contains("\r\nRetry-After: 5\r\n"), "{answer}");
            assert!(answer.contains("請稍候"), "{answer}");
        }
        drop(holders);
        is_served_again(running.address).await;
    }

    /// Soon there is room for a client.
    async fn is_served_again(address: SocketAddr) {
        let served = async {
            loop {
                let mut stream = TcpStream::connect(address).await.unwrap();
                stream.write_all(CLOSING).await.unwrap();
                if read(stream).await.ends_with("done") {
                    return;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(30), served)
            .await
            .unwrap();
    }

    #[tokio::test]
    async fn clients_that_do_not_read_hold_no_slot_for_good() {
        let bounds = Bounds {
            connections: 2,
            write: Duration::from_millis(200),
            ..LONG
        };
        let large = vec![b'x'; 64 * 1024 * 1024];
        let router = Router::new()
            .route("/", get(|| async { "done" }))
            .route("/large", get(move || async move { large.clone() }));
        let running = start_with(router, bounds, 10).await;
        let mut holders = Vec::new();
        for _ in 0..2 {
            let mut stream = TcpStream::connect(running.address).await.unwrap();
            stream
                .write_all(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .await
                .unwrap();
            holders.push(stream);
        }
        is_served_again(running.address).await;
        drop(holders);
    }

    #[tokio::test]
    async fn a_network_at_its_bound_leaves_room_for_another() {
        let router = Router::new().route("/", get(|| async { "done" }));
        let running = start_with(router, LONG, 3).await;
        let _holders = [
            ask(running.address).await,
            ask(running.address).await,
            ask(running.address).await,
        ];
        let mut same = TcpStream::connect(running.address).await.unwrap();
        same.write_all(CLOSING).await.unwrap();
        let answer = read(same).await;
        assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");

        let other = TcpSocket::new_v4().unwrap();
        other.bind("127.0.0.2:0".parse().unwrap()).unwrap();
        let mut other = other.connect(running.address).await.unwrap();
        other.write_all(CLOSING).await.unwrap();
        let answer = read(other).await;
        assert!(answer.ends_with("done"), "{answer}");
    }
}
