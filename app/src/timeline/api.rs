//! Timelines, page by page.

use leptos::{prelude::*, server_fn::codec::PostUrl};

use crate::{error::PortalError, timeline::History, wire::Wire};

/// The events of these objects before an event. A POST, because there may be more of them than an address holds.
#[server(prefix = "/api", endpoint = "earlier", protocol = Wire<PostUrl>)]
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
