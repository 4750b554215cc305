//! One request to stop, seen by every task.

use tokio::sync::watch;

/// Receives the request to stop. Each task has its own clone.
#[derive(Clone, Debug)]
pub struct Shutdown(watch::Receiver<bool>);

/// Requests that the server stop. Dropping the last trigger does so too.
#[derive(Clone, Debug)]
pub struct ShutdownTrigger(watch::Sender<bool>);

/// A trigger and its receiver.
#[must_use]
pub fn channel() -> (ShutdownTrigger, Shutdown) {
    let (sender, receiver) = watch::channel(false);
    (ShutdownTrigger(sender), Shutdown(receiver))
}

impl ShutdownTrigger {
    pub fn request(&self) {
        self.0.send_replace(true);
    }
}

impl Shutdown {
    /// Completes when the server is to stop; at once if that was requested before.
    pub async fn requested(&mut self) {
        // An error means that the trigger is gone, and no later request can come.
        let _ = self.0.wait_for(|requested| *requested).await;
    }

    #[must_use]
    pub fn is_requested(&self) -> bool {
        *self.0.borrow()
    }
}

/// Completes when the operating system asks this process to end (Ctrl-C, or a service manager's SIGTERM).
pub async fn signal() -> std::io::Result<&'static str> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(tokio::select! {
        _ = terminate.recv() => "SIGTERM",
        _ = interrupt.recv() => "SIGINT",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_request_reaches_clones_made_before_and_after() {
        let (trigger, mut before) = channel();
        assert!(!before.is_requested());
        trigger.request();
        let mut after = before.clone();
        before.requested().await;
        after.requested().await;
        assert!(after.is_requested());
    }

    #[tokio::test]
    async fn a_lost_trigger_stops_too() {
        let (trigger, mut shutdown) = channel();
        drop(trigger);
        shutdown.requested().await;
    }
}
