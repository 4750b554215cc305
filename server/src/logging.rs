//! The log: lines for people, or JSON for collectors.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use tracing_subscriber::EnvFilter;

use crate::config::{LogConfig, LogFormat};

/// Lines that could not be written, since the process began.
static LOST: AtomicU64 = AtomicU64::new(0);

/// The number of lines that could not be written.
#[must_use]
pub fn lost_lines() -> u64 {
    LOST.load(Ordering::Relaxed)
}

/// Starts logging to standard error. Once per process; later calls change nothing.
pub fn start(config: &LogConfig) {
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
    }
}

/// Standard error, whether or not somebody reads it: a log without a reader (a closed pipe, a restarted collector, a
/// terminal that is gone) is no reason to stop. A line that cannot be written is counted.
struct Unfailing;

impl io::Write for Unfailing {
    /// Called once for each line.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if io::stderr().write_all(line).is_err() {
            LOST.fetch_add(1, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
