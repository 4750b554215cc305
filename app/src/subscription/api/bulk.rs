//! Many renewals that are changed at once.

use leptos::prelude::*;

use crate::error::PortalError;
#[cfg(feature = "ssr")]
use crate::{list::model::ListQuery, portal::ChosenSubscriptions, route};
#[cfg(feature = "ssr")]
use tierline_core::{ids::BulkId, subscription::Bulk};

/// Looks at what would come of the chosen subscriptions.
#[server(prefix = "/api", endpoint = "begin-renewals")]
pub async fn begin_renewals(
    /// The request.
    request_id: String,
    /// The ids of the ticked subscriptions.
    #[server(default)]
    subscriptions: Vec<String>,
    /// `true` for all that the list has, and not only those.
    #[server(default)]
    all: String,
    /// The query of the list's address.
    #[server(default)]
    query: String,
    /// What is to be done.
    what: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let what: Bulk = what.parse().map_err(|_| PortalError::Malformed)?;
    let chosen = if all == "true" {
        ChosenSubscriptions::All(ListQuery::parse(&query))
    } else {
        let subscriptions = subscriptions.iter().map(|id| crate::backend::parse::id(id));
        ChosenSubscriptions::These(subscriptions.collect::<Result<_, _>>()?)
    };
    let id = crate::backend::portal()?
        .begin_renewals(chosen, what, request)
        .await?;
    crate::backend::go(&route::renewal_bulk(id));
    Ok(())
}

/// Changes those that can be changed, as was shown.
#[server(prefix = "/api", endpoint = "run-renewals")]
pub async fn run_renewals(
    /// The request.
    request_id: String,
    /// The id of the change.
    bulk: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: BulkId = crate::backend::parse::id(&bulk)?;
    crate::backend::portal()?.run_renewals(id, request).await?;
    crate::backend::go(&route::renewal_bulk(id));
    Ok(())
}

/// Looks once more at those that could not be changed.
#[server(prefix = "/api", endpoint = "retry-renewals")]
pub async fn retry_renewals(
    /// The request.
    request_id: String,
    /// The id of the change.
    bulk: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: BulkId = crate::backend::parse::id(&bulk)?;
    crate::backend::portal()?
        .retry_renewals(id, request)
        .await?;
    crate::backend::go(&route::renewal_bulk(id));
    Ok(())
}
