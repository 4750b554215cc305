//! Orders that were placed.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{error::PortalError, order::model::OrderPage, wire::Wire};

/// An order.
#[server(name = ReadOrder, prefix = "/api", endpoint = "order", protocol = Wire<GetUrl>)]
pub async fn order(
    /// Its id.
    id: String,
) -> Result<OrderPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.order(id).await
}
