//! Faults: failures of our own code or machine. Logged once, shown to the user as a reference.

use tierline_app::error::PortalError;

/// A new reference, short enough to read aloud.
#[must_use]
pub fn reference() -> String {
    format!("{:010x}", rand::random::<u64>() >> 24)
}

/// Logs an unexpected error, and returns the reference under which it is found.
pub fn fault(error: &(dyn std::error::Error + 'static)) -> PortalError {
    let reference = reference();
    let mut causes = String::new();
    let mut source = error.source();
    while let Some(cause) = source {
        causes.push_str(": ");
        causes.push_str(&cause.to_string());
        source = cause.source();
    }
    tracing::error!(reference, "{error}{causes}");
    PortalError::Fault { reference }
}

/// The fault for a failed query or an unreadable row.
pub(crate) fn failed<E: std::error::Error + 'static>(error: E) -> PortalError {
    fault(&error)
}

/// The words of a panic.
pub(crate) fn words_of(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words")
}
