//! Timelines, page by page.

use leptos::{prelude::*, server_fn::codec::PostUrl};

#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{error::PortalError, timeline::History, wire::Wire};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[Fields::of::<Earlier>()];

/// The events of a timeline before an event.
#[server(prefix = "/api", endpoint = "earlier", protocol = Wire<PostUrl>)]
pub async fn earlier(
    /// The objects of the timeline.
    #[server(default)]
    scope: String,
    /// The event's number.
    before: i64,
) -> Result<History, PortalError> {
    let scope = crate::timeline::Scope::parse(&scope);
    crate::backend::portal()?.earlier(scope, before).await
}
