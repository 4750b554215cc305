//! The demo's clock.

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::error::FieldProblem;
use crate::error::PortalError;
#[cfg(feature = "ssr")]
use crate::form::Fields;

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[Fields::of::<MoveClock>()];

/// Demo only: moves the clock forward.
#[server(prefix = "/api", endpoint = "move-clock")]
pub async fn move_clock(
    /// The number of days.
    days: String,
    /// The page to come back to.
    #[server(default)]
    page: String,
) -> Result<(), PortalError> {
    let days: u32 = days
        .trim()
        .parse()
        .map_err(|_| PortalError::field("days", FieldProblem::NotANumber))?;
    crate::backend::portal()?.move_clock(days).await?;
    crate::backend::done(&page, crate::demo::told::Notice::ClockMoved);
    Ok(())
}
