//! The markets of the program.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{error::PortalError, market::model::OwnMarkets, wire::Wire};

/// The own region and its countries.
#[server(prefix = "/api", endpoint = "markets", protocol = Wire<GetUrl>)]
pub async fn markets(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<OwnMarkets, PortalError> {
    crate::backend::portal()?
        .markets(crate::list::model::ListQuery::parse(&query))
        .await
}
