//! Subscriptions of a customer, page by page.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{
    error::PortalError, list::model::Page, subscription::model::SubscriptionRow, wire::Wire,
};

/// A page of a customer's subscriptions, for one of its partners or for itself.
#[server(prefix = "/api", endpoint = "subscriptions", protocol = Wire<GetUrl>)]
pub async fn subscriptions(
    /// The customer's id.
    customer: String,
    /// Where the page begins.
    #[server(default)]
    cursor: String,
) -> Result<Page<SubscriptionRow>, PortalError> {
    crate::backend::portal()?
        .subscriptions(crate::backend::parse::id(&customer)?, cursor)
        .await
}
