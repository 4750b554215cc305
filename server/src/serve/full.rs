//! The answer to clients for whom there is no room.

use std::io::Write as _;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;

/// The most clients that are turned away with patience at once.
const AT_ONCE: usize = 64;

/// The time for such a client to send its request and to take the answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// In all languages: nothing of the request is read.
const TEXT: &str = "Tierline has too many visitors at the moment. Please try again in a few seconds.\n\
                    Tierline 目前使用人數過多，請稍候幾秒再試一次。\n\
                    Tierline 目前访问人数过多，请稍候几秒再试一次。\n";

static ANSWER: LazyLock<String> = LazyLock::new(|| {
    format!(
        "HTTP/1.1 503 Service Unavailable\r\n\
         Retry-After: 5\r\n\
         Connection: close\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\
         Content-Length: {}\r\n\
         Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\n\r\n{TEXT}",
        TEXT.len()
    )
});

/// Clients that are being turned away.
#[derive(Clone, Debug)]
pub(super) struct TurnedAway(Arc<Semaphore>);

impl TurnedAway {
    pub(super) fn new() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }

    /// Tells the client to come back later, and ends the connection.
    pub(super) fn add(&self, mut stream: TcpStream) {
        crate::metrics::turned_away();
        let Ok(turn) = self.0.clone().try_acquire_owned() else {
            // Told at once; the answer may get lost, since a system discards it when a request has arrived unread.
            if let Ok(mut stream) = stream.into_std() {
                let _ = stream.write_all(ANSWER.as_bytes());
            }
            return;
        };
        tokio::spawn(async move {
            let _turn = turn;
            let _ = tokio::time::timeout(PATIENCE, turn_away(&mut stream)).await;
        });
    }
}

/// Whatever is unread at the end makes the system discard the answer, so the client is read to its end.
async fn turn_away(stream: &mut TcpStream) -> std::io::Result<()> {
    let mut unread = [0; 4096];
    if stream.read(&mut unread).await? == 0 {
        return Ok(());
    }
    stream.write_all(ANSWER.as_bytes()).await?;
    stream.shutdown().await?;
    while stream.read(&mut unread).await? > 0 {}
    Ok(())
}
