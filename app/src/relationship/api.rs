//! A customer's own page: the partners that can act for it, and how to end that.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{
    error::PortalError,
    relationship::model::{EndingPage, GrantsPage},
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{form::Fields, relationship::told::Notice};
#[cfg(feature = "ssr")]
use tierline_core::relationship::{Command, TenantOwnerChange};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<ChangeTenantOwner>(),
    Fields::of::<EndGrant>(),
    Fields::of::<EndRelationship>(),
];

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

/// What follows when a right in a relationship ends, or all of it.
#[server(prefix = "/api", endpoint = "ending", protocol = Wire<GetUrl>)]
pub async fn ending(
    /// The relationship's id.
    id: String,
    /// The right; empty for all of it.
    #[server(default)]
    grant: String,
) -> Result<EndingPage, PortalError> {
    let grant = match grant.as_str() {
        "" => None,
        grant => Some(grant.parse().map_err(|_| PortalError::Malformed)?),
    };
    crate::backend::portal()?
        .ending(crate::backend::parse::id(&id)?, grant)
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
    /// What the partner is told beside it.
    #[server(default)]
    text: String,
) -> Result<(), PortalError> {
    let grant = grant.parse().map_err(|_| PortalError::Malformed)?;
    let (command, told) = (Command::EndGrant(grant), Notice::GrantEnded);
    change(&relationship, command, &text, &request_id, told).await
}

/// Ends a relationship.
#[server(prefix = "/api", endpoint = "end-relationship")]
pub async fn end_relationship(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
    /// What the partner is told beside it.
    #[server(default)]
    text: String,
) -> Result<(), PortalError> {
    let told = Notice::RelationshipEnded;
    change(&relationship, Command::End, &text, &request_id, told).await
}

/// The answer that makes a reseller tenant owner.
pub(super) const GIVE: &str = "give";

/// The answer that makes it no longer one.
pub(super) const TAKE: &str = "take";

/// Makes a reseller tenant owner, or no longer.
#[server(prefix = "/api", endpoint = "change-tenant-owner")]
pub async fn change_tenant_owner(
    /// The request.
    request_id: String,
    /// The relationship's id.
    relationship: String,
    /// `give` or `take`.
    then: String,
) -> Result<(), PortalError> {
    let (change, told) = match then.as_str() {
        GIVE => (TenantOwnerChange::Give, Notice::TenantOwnerGiven),
        TAKE => (TenantOwnerChange::TakeAway, Notice::TenantOwnerTaken),
        _ => return Err(PortalError::Malformed),
    };
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&relationship)?;
    crate::backend::portal()?
        .change_tenant_owner(id, change, request)
        .await?;
    crate::backend::done(crate::route::GRANTS, told);
    Ok(())
}

/// Changes the relationship and goes back to the customer's page, which says what was done.
#[cfg(feature = "ssr")]
async fn change(
    relationship: &str,
    command: Command,
    text: &str,
    request_id: &str,
    told: Notice,
) -> Result<(), PortalError> {
    let text = crate::backend::parse::optional_text("text", text)?;
    let request = crate::backend::parse::request(request_id)?;
    let id = crate::backend::parse::id(relationship)?;
    crate::backend::portal()?
        .change_relationship(id, command, text, request)
        .await?;
    crate::backend::done(crate::route::GRANTS, told);
    Ok(())
}
