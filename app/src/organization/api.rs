//! The own organization.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use tierline_core::{
    organization::RequiredOf,
    role::{Role, RoleSet},
};

#[cfg(feature = "ssr")]
use crate::{error::FieldProblem, form::Fields};
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
    /// The users: `nobody`, `admins`, `roles` or `everybody`.
    required_of: String,
    /// The roles that were ticked, for `roles`.
    #[server(default)]
    roles: Vec<String>,
    /// The mark of the value that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let of = required_of_typed(&required_of, &roles)?;
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

/// The chosen group.
#[cfg(feature = "ssr")]
fn required_of_typed(group: &str, roles: &[String]) -> Result<RequiredOf, PortalError> {
    if group != "roles" {
        let named = RequiredOf::GROUPS.into_iter();
        let mut named = named.filter(|of| of.to_string() == group);
        return named.next().ok_or(PortalError::Malformed);
    }
    if roles.is_empty() {
        return Err(PortalError::field("required_of", FieldProblem::NoRoles));
    }
    let roles: Result<RoleSet, _> = roles.iter().map(|role| role.parse::<Role>()).collect();
    roles
        .map(RequiredOf::Roles)
        .map_err(|_| PortalError::Malformed)
}
