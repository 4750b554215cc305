//! A customer's own page: the partners that can act for it, and how to end that.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{error::PortalError, relationship::model::GrantsPage, wire::Wire};

/// The partners that can act for the signed-in customer.
#[server(prefix = "/api", endpoint = "grants", protocol = Wire<GetUrl>)]
pub async fn grants(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<GrantsPage, PortalError> {
    crate::backend::portal()?
        .grants(crate::list::model::ListQuery::parse(&query))
        .await
}

/// Ends one right.
#[server(prefix = "/api", endpoint = "end-grant")]
pub async fn end_grant(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
    /// The right.
    grant: String,
) -> Result<(), PortalError> {
    let grant = grant
        .parse::<tierline_core::relationship::Grant>()
        .map_err(|_| PortalError::Malformed)?;
    let request = crate::backend::parse::request(&request_id)?;
    crate::backend::portal()?
        .end_grant(crate::backend::parse::id(&relationship)?, grant, request)
        .await?;
    crate::backend::done(
        crate::route::GRANTS,
        crate::relationship::told::Notice::GrantEnded,
    );
    Ok(())
}

/// Ends a relationship.
#[server(prefix = "/api", endpoint = "end-relationship")]
pub async fn end_relationship(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    crate::backend::portal()?
        .end_relationship(crate::backend::parse::id(&relationship)?, request)
        .await?;
    crate::backend::done(
        crate::route::GRANTS,
        crate::relationship::told::Notice::RelationshipEnded,
    );
    Ok(())
}
