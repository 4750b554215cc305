//! The overview.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{error::PortalError, overview::model::Overview, shell::Waits, wire::Wire};

/// The items that wait for the signed-in organization or for others.
#[server(name = ReadOverview, prefix = "/api", endpoint = "overview", protocol = Wire<GetUrl>)]
pub async fn overview() -> Result<Overview, PortalError> {
    crate::backend::portal()?.overview().await
}

/// How much waits for the signed-in organization, for the counts in the navigation.
#[server(name = ReadWaits, prefix = "/api", endpoint = "waits", protocol = Wire<GetUrl>)]
pub async fn waits() -> Result<Waits, PortalError> {
    crate::backend::portal()?.waits().await
}
