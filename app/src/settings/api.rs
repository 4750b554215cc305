//! The server function of the settings.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{error::PortalError, settings::model::Standing, wire::Wire};

/// The rows of **Settings** with their states.
#[server(name = ReadStanding, prefix = "/api", endpoint = "settings", protocol = Wire<GetUrl>)]
pub async fn standing() -> Result<Standing, PortalError> {
    crate::backend::portal()?.standing().await
}
