//! The demo's clock.

use leptos::{prelude::*, server_fn::codec::GetUrl};

#[cfg(feature = "ssr")]
use crate::error::FieldProblem;
#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{demo::model::WalkStep, error::PortalError, wire::Wire};

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

/// Demo only: a first walk.
#[server(prefix = "/api", endpoint = "demo-walk", protocol = Wire<GetUrl>)]
pub async fn demo_walk() -> Result<Vec<WalkStep>, PortalError> {
    crate::backend::portal()?.demo_walk().await
}
