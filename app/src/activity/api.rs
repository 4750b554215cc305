//! Timelines, page by page.

use leptos::prelude::*;

use crate::{activity::model::History, error::PortalError, wire::Wire};

/// What happened to these objects before an event. A POST, because there may be more of them than an address holds.
#[server(prefix = "/api", endpoint = "earlier", output = Wire)]
pub async fn earlier(
    /// Their ids, with commas between.
    #[server(default)]
    objects: String,
    /// The event's number.
    before: i64,
) -> Result<History, PortalError> {
    let objects = objects
        .split(',')
        .filter_map(|id| id.parse().ok())
        .collect();
    crate::backend::portal()?.earlier(objects, before).await
}
