//! Counts the statements that a test sends to the database.

use std::cell::Cell;

use tracing_subscriber::layer::SubscriberExt as _;

thread_local! {
    static SENT: Cell<usize> = const { Cell::new(0) };
}

/// Counts by the thread: a test that counts has one thread.
struct Counting;

impl<S: tracing::Subscriber> tracing_subscriber::Layer<S> for Counting {
    fn on_event(&self, event: &tracing::Event<'_>, _: tracing_subscriber::layer::Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            SENT.set(SENT.get() + 1);
        }
    }
}

/// The number of statements that this sends.
pub(crate) async fn sent_by<T>(work: impl Future<Output = T>) -> (T, usize) {
    // Set for the whole process: with a subscriber for this thread alone, another thread's earlier callsite
    // registration would decide for all threads whether events are recorded. It fails where it is set already.
    let _ = tracing::subscriber::set_global_default(tracing_subscriber::registry().with(Counting));
    let before = SENT.get();
    let answer = work.await;
    (answer, SENT.get() - before)
}
