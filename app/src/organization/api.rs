//! The own organization.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{
    error::PortalError,
    organization::model::{OwnProfile, Requirement},
    wire::Wire,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[Fields::of::<RequireSecondFactor>()];

/// Of whom a second factor is required.
#[server(prefix = "/api", endpoint = "required-second-factor", protocol = Wire<GetUrl>)]
pub async fn required_second_factor() -> Result<Requirement, PortalError> {
    crate::backend::portal()?.required_second_factor().await
}

/// The own organization's profile.
#[server(prefix = "/api", endpoint = "organization-profile", protocol = Wire<GetUrl>)]
pub async fn organization_profile() -> Result<OwnProfile, PortalError> {
    crate::backend::portal()?.organization_profile().await
}

/// Requires a second factor of these users from now on.
#[server(prefix = "/api", endpoint = "require-second-factor")]
pub async fn require_second_factor(
    /// The request.
    request_id: String,
    /// The users: `nobody`, `admins` or `everybody`.
    required_of: String,
    /// The mark of the value that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let of = required_of.parse().map_err(|_| PortalError::Malformed)?;
    let mark = crate::form::mark::Mark::new(filled_with);
    crate::backend::portal()?
        .require_second_factor(of, Some(mark), request)
        .await?;
    crate::backend::done(
        crate::route::REQUIRED_FACTOR,
        crate::organization::told::Notice::SecondFactorRequired,
    );
    Ok(())
}
