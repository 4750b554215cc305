//! Server functions of the operator's pages on organizations.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::{ids::OrganizationId, text::Reason};

use crate::{error::PortalError, operator::model::OrganizationDetail, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{form::Fields, operator::told::Notice, route};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<LiftSuspension>(),
    Fields::of::<SuspendOrganization>(),
];

/// An organization of the program.
#[server(prefix = "/api", endpoint = "organization", protocol = Wire<GetUrl>)]
pub async fn organization(
    /// Its id.
    id: String,
) -> Result<OrganizationDetail, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.organization(id).await
}

/// **Suspend** a partner.
#[server(prefix = "/api", endpoint = "suspend-organization")]
pub async fn suspend_organization(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    change(&request_id, &organization, &reason, true).await
}

/// **Lift suspension** of a partner.
#[server(prefix = "/api", endpoint = "lift-suspension")]
pub async fn lift_suspension(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    change(&request_id, &organization, &reason, false).await
}

#[cfg(feature = "ssr")]
async fn change(
    request: &str,
    organization: &str,
    reason: &str,
    suspend: bool,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let id: OrganizationId = crate::backend::parse::id(organization)?;
    let reason = Reason::parse(reason).map_err(|error| PortalError::of_text("reason", error))?;
    crate::backend::portal()?
        .change_suspension(id, suspend, reason, request)
        .await?;
    let notice = if suspend {
        Notice::Suspended
    } else {
        Notice::SuspensionLifted
    };
    crate::backend::done(&route::organization(id), notice);
    Ok(())
}
