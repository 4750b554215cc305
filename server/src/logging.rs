//! The log: lines for people, or JSON for collectors.

mod queue;

use std::{backtrace::Backtrace, io, panic::PanicHookInfo, thread, time::Duration};

use tracing_subscriber::EnvFilter;

use self::queue::Queue;
use crate::config::{LogConfig, LogFormat};

/// The lines on their way to standard error.
static QUEUE: Queue = Queue::new();
/// The time for which the last lines are waited for.
const MOMENT: Duration = Duration::from_secs(1);

/// The number of lines that could not be written, since the process began.
#[must_use]
pub fn lost_lines() -> u64 {
    QUEUE.lost()
}

/// Starts logging to standard error. Once per process; later calls change nothing.
///
/// # Errors
/// When there can be no thread that writes.
pub fn start(config: &LogConfig) -> io::Result<()> {
    // Checked with the rest of the configuration; anything still wrong is ignored rather than fatal.
    let filter = EnvFilter::builder().parse_lossy(&config.filter);
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(|| Unfailing)
        // It would be told on standard error, with a panic if nobody reads that.
        .log_internal_errors(false);
    let started = match config.format {
        LogFormat::Text => builder
            .with_target(false)
            .with_ansi(io::IsTerminal::is_terminal(&io::stderr()))
            .try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
    if let Err(error) = started {
        tracing::debug!(%error, "logging had been started before");
        return Ok(());
    }
    thread::Builder::new()
        .name("log".to_owned())
        .spawn(|| QUEUE.write_to(io::stderr()))?;
    std::panic::set_hook(Box::new(tell_panic));
    Ok(())
}

/// Waits for the lines so far, but no longer than a moment. Returns whether all are written: else nobody reads them,
/// and nothing else should be written to standard error, which could last forever.
#[must_use]
pub fn end() -> bool {
    QUEUE.is_empty_within(MOMENT)
}

/// A line of the log like any other: written directly, it would keep its thread if nobody reads. The process may be
/// about to end, so it is waited for.
fn tell_panic(panic: &PanicHookInfo<'_>) {
    let message = panic.payload_as_str().unwrap_or("something without words");
    let place = panic.location().map(tracing::field::display);
    let backtrace = Backtrace::capture();
    tracing::error!(place, %backtrace, "panicked: {message}");
    let _ = end();
}

/// Standard error, whether or not somebody reads it: a log without a reader (a closed pipe, a restarted collector, a
/// terminal that is gone or paused) is no reason to stop. A line that cannot be written is counted.
struct Unfailing;

impl io::Write for Unfailing {
    /// Called once for each line.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        QUEUE.add(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
