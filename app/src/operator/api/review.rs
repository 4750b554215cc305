//! The review of a customer's account.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use tierline_core::{ids::OrganizationId, organization::ReviewAccount, text::Reason};

use crate::error::PortalError;
#[cfg(feature = "ssr")]
use crate::{operator::told::Notice, route};

/// **Put under review**.
#[server(prefix = "/api", endpoint = "review-customer")]
pub async fn review_customer(
    /// The request.
    request_id: String,
    /// The customer's id.
    organization: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    change(&request_id, &organization, &reason, ReviewAccount::Begin).await
}

/// **End review**.
#[server(prefix = "/api", endpoint = "end-customer-review")]
pub async fn end_customer_review(
    /// The request.
    request_id: String,
    /// The customer's id.
    organization: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    change(&request_id, &organization, &reason, ReviewAccount::End).await
}

#[cfg(feature = "ssr")]
async fn change(
    request: &str,
    organization: &str,
    reason: &str,
    change: ReviewAccount,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let id: OrganizationId = crate::backend::parse::id(organization)?;
    let reason = Reason::parse(reason).map_err(|error| PortalError::of_text("reason", error))?;
    crate::backend::portal()?
        .review_customer(id, change, reason, request)
        .await?;
    let notice = match change {
        ReviewAccount::Begin => Notice::ReviewBegun,
        ReviewAccount::End => Notice::ReviewEnded,
    };
    crate::backend::done(&route::organization(id), notice);
    Ok(())
}
