//! Partnerships: the two lists, a partnership, its end, and the provider's administrator access,
//! taken away and given again.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{
    error::PortalError,
    partnership::model::{PartnersPage, PartnershipPage},
    wire::Wire,
};

/// The resellers of the signed-in provider.
#[server(prefix = "/api", endpoint = "resellers", protocol = Wire<GetUrl>)]
pub async fn resellers(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<PartnersPage, PortalError> {
    crate::backend::portal()?
        .resellers(crate::list::model::ListQuery::parse(&query))
        .await
}

/// The providers of the signed-in reseller.
#[server(prefix = "/api", endpoint = "providers", protocol = Wire<GetUrl>)]
pub async fn providers(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<PartnersPage, PortalError> {
    crate::backend::portal()?
        .providers(crate::list::model::ListQuery::parse(&query))
        .await
}

/// A partnership of the signed-in partner.
#[server(prefix = "/api", endpoint = "partnership", protocol = Wire<GetUrl>)]
pub async fn partnership(
    /// Its id.
    id: String,
) -> Result<PartnershipPage, PortalError> {
    crate::backend::portal()?
        .partnership(crate::backend::parse::id(&id)?)
        .await
}

/// Ends a partnership: at once by the provider, after the notice period by the reseller.
#[server(prefix = "/api", endpoint = "end-partnership")]
pub async fn end_partnership(
    /// The request.
    request_id: String,
    /// The partnership's id.
    partnership: String,
    /// The reason, for the other side.
    #[server(default)]
    reason: String,
) -> Result<(), PortalError> {
    let id = crate::backend::parse::id(&partnership)?;
    let reason = crate::backend::parse::optional_text("reason", &reason)?;
    crate::backend::portal()?
        .end_partnership(id, reason, crate::backend::parse::request(&request_id)?)
        .await?;
    crate::backend::done(
        &crate::route::partnership(id),
        crate::shell::notice_words::Notice::PartnershipEnded,
    );
    Ok(())
}

/// Revokes the provider's administrator access to the reseller's tenant.
#[server(prefix = "/api", endpoint = "revoke-tenant-admin")]
pub async fn revoke_tenant_admin(
    /// The request.
    request_id: String,
    /// The partnership's id.
    partnership: String,
) -> Result<(), PortalError> {
    let id = crate::backend::parse::id(&partnership)?;
    crate::backend::portal()?
        .revoke_tenant_admin(id, crate::backend::parse::request(&request_id)?)
        .await?;
    crate::backend::done(
        &crate::route::partnership(id),
        crate::shell::notice_words::Notice::TenantAdminRevoked,
    );
    Ok(())
}

/// Gives the provider administrator access to the reseller's tenant again.
#[server(prefix = "/api", endpoint = "grant-tenant-admin")]
pub async fn grant_tenant_admin(
    /// The request.
    request_id: String,
    /// The partnership's id.
    partnership: String,
) -> Result<(), PortalError> {
    let id = crate::backend::parse::id(&partnership)?;
    crate::backend::portal()?
        .grant_tenant_admin(id, crate::backend::parse::request(&request_id)?)
        .await?;
    crate::backend::done(
        &crate::route::partnership(id),
        crate::shell::notice_words::Notice::TenantAdminGranted,
    );
    Ok(())
}
