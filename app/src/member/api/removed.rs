//! Server functions for users who were removed from customers.

use leptos::{prelude::*, server_fn::codec::GetUrl};
#[cfg(feature = "ssr")]
use tierline_core::ids::{OrganizationId, UserId};

use crate::{error::PortalError, member::model::RemovedUserPage, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{form::Fields, member::told::Notice, route};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[Fields::of::<RestoreUser>()];

/// A user who was removed from a customer of the own organization, or from that itself.
#[server(prefix = "/api", endpoint = "removed-user", protocol = Wire<GetUrl>)]
pub async fn removed_user(
    /// The customer's id.
    customer: String,
    /// The user's id.
    user: String,
) -> Result<RemovedUserPage, PortalError> {
    let customer = crate::backend::parse::id(&customer)?;
    let user = crate::backend::parse::id(&user)?;
    crate::backend::portal()?.removed_user(customer, user).await
}

/// **Restore**: the user is one of the customer's again, with the licenses of which one is free.
#[server(prefix = "/api", endpoint = "restore-user")]
pub async fn restore_user(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The user's id.
    user: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let customer: OrganizationId = crate::backend::parse::id(&customer)?;
    let user: UserId = crate::backend::parse::id(&user)?;
    let has_all = crate::backend::portal()?
        .restore_user(customer, user, request)
        .await?;
    let notice = if has_all {
        Notice::UserRestored
    } else {
        Notice::UserRestoredInPart
    };
    crate::backend::done(&route::license_user(customer, user), notice);
    Ok(())
}
