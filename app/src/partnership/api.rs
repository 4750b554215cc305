//! Partnerships: a partnership, its end, and the provider's administrator access,
//! taken away and given again.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use tierline_core::partnership::Command;

use crate::{
    error::PortalError,
    partnership::model::{EndingPage, PartnerChoices, PartnershipPage},
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{
    form::Fields,
    partnership::{
        FIND,
        model::{Among, Finding},
        told::Notice,
    },
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<EndPartnership>(),
    Fields::of::<GrantTenantAdmin>(),
    Fields::of::<RevokeTenantAdmin>(),
];

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

/// What follows when a partnership of the signed-in partner ends.
#[server(prefix = "/api", endpoint = "partnership-ending", protocol = Wire<GetUrl>)]
pub async fn partnership_ending(
    /// Its id.
    id: String,
) -> Result<EndingPage, PortalError> {
    crate::backend::portal()?
        .partnership_ending(crate::backend::parse::id(&id)?)
        .await
}

/// The partners to choose from, while the search is typed.
#[server(name = FindPartners, prefix = "/api", endpoint = "partner-choices", protocol = Wire<GetUrl>)]
pub async fn partner_choices(
    /// `resellers`, `providers` or `all`.
    among: String,
    /// Only those with a relationship with this customer.
    #[server(default)]
    customer: String,
    /// Search words.
    #[server(default)]
    find: String,
    /// The id of the partner chosen so far.
    #[server(default)]
    chosen: String,
) -> Result<PartnerChoices, PortalError> {
    let among = Among::of(&among).ok_or(PortalError::Malformed)?;
    let customer = crate::backend::parse::optional_id(&customer)?;
    crate::backend::portal()?
        .partner_choices(among, customer, Finding::of(&find, &chosen))
        .await
}

/// Whether a posted form asks for a search among partners: its button was pressed, or there are words that were not
/// searched yet.
#[cfg(feature = "ssr")]
pub(crate) fn asks_to_find(go: &str, find: &str, found: &str) -> bool {
    go == FIND || find.trim() != found.trim()
}

/// The page with the words of this search.
#[cfg(feature = "ssr")]
pub(crate) fn with_find(page: &str, find: &str) -> String {
    if find.trim().is_empty() {
        page.to_owned()
    } else {
        crate::route::with_query(page, FIND, find.trim())
    }
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
    let reason = crate::backend::parse::optional_text("reason", &reason)?;
    let (command, told) = (Command::End { reason }, Notice::PartnershipEnded);
    change(&partnership, command, &request_id, told).await
}

/// Revokes the provider's administrator access to the reseller's tenant.
#[server(prefix = "/api", endpoint = "revoke-tenant-admin")]
pub async fn revoke_tenant_admin(
    /// The request.
    request_id: String,
    /// The partnership's id.
    partnership: String,
) -> Result<(), PortalError> {
    let (command, told) = (Command::RevokeTenantAdmin, Notice::TenantAdminRevoked);
    change(&partnership, command, &request_id, told).await
}

/// Gives the provider administrator access to the reseller's tenant again.
#[server(prefix = "/api", endpoint = "grant-tenant-admin")]
pub async fn grant_tenant_admin(
    /// The request.
    request_id: String,
    /// The partnership's id.
    partnership: String,
) -> Result<(), PortalError> {
    let (command, told) = (Command::GrantTenantAdmin, Notice::TenantAdminGranted);
    change(&partnership, command, &request_id, told).await
}

/// Changes the partnership and goes back to its page, which says what was done.
#[cfg(feature = "ssr")]
async fn change(
    partnership: &str,
    command: Command,
    request_id: &str,
    told: Notice,
) -> Result<(), PortalError> {
    let id = crate::backend::parse::id(partnership)?;
    let request = crate::backend::parse::request(request_id)?;
    crate::backend::portal()?
        .change_partnership(id, command, request)
        .await?;
    crate::backend::done(&crate::route::partnership(id), told);
    Ok(())
}
