//! Server functions of the own MPN ID, and of the registry.

pub mod registry;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::text::{CompanyName, MpnId};

use crate::{error::PortalError, membership::model::OwnIdentifiers, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    error::{FieldErrors, FieldProblem},
    form::Fields,
    membership::told::Notice,
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AddLocation>(),
    Fields::of::<AssociateMpn>(),
    Fields::of::<LeaveMembership>(),
    Fields::of::<ProveMembership>(),
];

/// The associated MPN ID, or what there is to associate.
#[server(prefix = "/api", endpoint = "identifiers", protocol = Wire<GetUrl>)]
pub async fn identifiers() -> Result<OwnIdentifiers, PortalError> {
    crate::backend::portal()?.identifiers().await
}

/// Signs in to the account of a member of the registry.
#[server(prefix = "/api", endpoint = "prove-membership")]
pub async fn prove_membership(
    /// The user name.
    member_account: String,
    /// The password.
    member_password: String,
    /// The page to go on with.
    #[server(default)]
    back: String,
) -> Result<(), PortalError> {
    if member_account.trim().is_empty() {
        return Err(PortalError::field("member_account", FieldProblem::Empty));
    }
    if member_password.is_empty() {
        return Err(PortalError::field("member_password", FieldProblem::Empty));
    }
    crate::backend::portal()?
        .prove_membership(&member_account, &member_password)
        .await?;
    crate::backend::go(page(&back));
    Ok(())
}

/// **Use another account**.
#[server(prefix = "/api", endpoint = "leave-membership")]
pub async fn leave_membership(
    /// The page to go on with.
    #[server(default)]
    back: String,
) -> Result<(), PortalError> {
    crate::backend::portal()?.leave_membership().await?;
    crate::backend::go(page(&back));
    Ok(())
}

/// Associates a location MPN ID.
#[server(prefix = "/api", endpoint = "associate-mpn")]
pub async fn associate_mpn(
    /// The request.
    request_id: String,
    /// The chosen MPN ID.
    #[server(default)]
    mpn: String,
    /// The page to go on with.
    #[server(default)]
    back: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let mpn = MpnId::parse(&mpn).map_err(|error| PortalError::of_text("mpn", error))?;
    crate::backend::portal()?
        .associate_mpn(mpn, request)
        .await?;
    crate::backend::done(page(&back), Notice::MpnAssociated);
    Ok(())
}

/// **Add a location**, and associate its MPN ID.
#[server(prefix = "/api", endpoint = "add-location")]
pub async fn add_location(
    /// The request.
    request_id: String,
    /// The MPN ID of the organization profile.
    #[server(default)]
    profile: String,
    /// The location's name.
    location_name: String,
    /// The page to go on with.
    #[server(default)]
    back: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let mut errors = FieldErrors::default();
    let profile = errors.text("profile", MpnId::parse(&profile));
    let name = errors.text("location_name", CompanyName::parse(&location_name));
    let (profile, name) = errors.finish(profile.zip(name))?;
    crate::backend::portal()?
        .add_location(profile, name, request)
        .await?;
    crate::backend::done(page(&back), Notice::LocationAdded);
    Ok(())
}

/// The page that was asked for, or the one under settings.
#[cfg(feature = "ssr")]
fn page(back: &str) -> &str {
    if back.is_empty() {
        route::IDENTIFIERS
    } else {
        back
    }
}
