//! What the operator does for an organization in which nobody can: it helps users in again, and enters what is missing.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::{
    ids::{OrganizationId, UserId},
    member::Restore,
    text::Reason,
};

use crate::{error::PortalError, operator::model::OrganizationUserPage, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    error::{FieldErrors, FieldProblem},
    form::{Fields, mark::Mark},
    operator::told::Notice,
    portal::CompletedPartner,
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<CompleteOrganization>(),
    Fields::of::<RestoreAccess>(),
];

/// A user of an organization.
#[server(prefix = "/api", endpoint = "organization-user", protocol = Wire<GetUrl>)]
pub async fn organization_user(
    /// The organization's id.
    organization: String,
    /// The user's id.
    user: String,
) -> Result<OrganizationUserPage, PortalError> {
    let id = crate::backend::parse::id(&organization)?;
    let user = crate::backend::parse::id(&user)?;
    crate::backend::portal()?.organization_user(id, user).await
}

/// Helps a user in again.
#[server(prefix = "/api", endpoint = "restore-access")]
pub async fn restore_access(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// The user's id.
    user: String,
    /// The reason.
    reason: String,
    /// `password`, `second-factor` or `unblock`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrganizationId = crate::backend::parse::id(&organization)?;
    let user: UserId = crate::backend::parse::id(&user)?;
    let (what, notice) = match then.as_str() {
        "password" => (Restore::SendPasswordLink, Notice::PasswordLinkMailed),
        "second-factor" => (Restore::ResetSecondFactor, Notice::SecondFactorRemoved),
        "unblock" => (Restore::Unblock, Notice::AccountUnblocked),
        _ => return Err(PortalError::Malformed),
    };
    let reason = Reason::parse(&reason).map_err(|error| PortalError::of_text("reason", error))?;
    crate::backend::portal()?
        .restore_access(id, user, what, reason, request)
        .await?;
    crate::backend::done(&route::organization_user(id, user), notice);
    Ok(())
}

/// **Enter data** that a partner is missing.
#[server(prefix = "/api", endpoint = "complete-organization")]
pub async fn complete_organization(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// The location MPN ID; as it is when empty.
    #[server(default)]
    mpn: String,
    /// The version of the partner agreement that was signed outside the portal; as it is when empty.
    #[server(default)]
    agreement: String,
    /// The reason.
    reason: String,
    /// The mark of what the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrganizationId = crate::backend::parse::id(&organization)?;
    let mut errors = FieldErrors::default();
    if mpn.trim().is_empty() && agreement.trim().is_empty() {
        errors.wrong("mpn", FieldProblem::Empty);
    }
    let mpn = optional(&mut errors, "mpn", &mpn);
    let agreement = optional(&mut errors, "agreement", &agreement);
    let reason = errors.text("reason", Reason::parse(&reason));
    let new = reason.map(|reason| CompletedPartner {
        mpn,
        agreement,
        reason,
    });
    let (new, mark) = (errors.finish(new)?, Some(Mark::new(filled_with)));
    crate::backend::portal()?
        .complete(id, new, mark, request)
        .await?;
    crate::backend::done(&route::organization(id), Notice::Completed);
    Ok(())
}

#[cfg(feature = "ssr")]
fn optional<T>(errors: &mut FieldErrors, field: &str, text: &str) -> Option<T>
where
    T: core::str::FromStr<Err = tierline_core::text::TextError>,
{
    let typed = !text.trim().is_empty();
    typed.then(|| errors.text(field, text.parse())).flatten()
}
