//! Server functions of the operator's pages on organizations.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::{
    ids::OrganizationId,
    organization::{Capability, Offboard},
    text::{CompanyName, Domain, EmailAddress, PersonName, Reason},
};

use crate::{error::PortalError, operator::model::OrganizationDetail, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    error::{FieldErrors, FieldProblem},
    form::Fields,
    operator::told::Notice,
    portal::NewPartner,
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AddPartner>(),
    Fields::of::<InviteAdminAgain>(),
    Fields::of::<LiftSuspension>(),
    Fields::of::<MarkForOffboarding>(),
    Fields::of::<SuspendOrganization>(),
    Fields::of::<TakeBackMark>(),
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

/// **Add partner**, and invite its first admin.
#[server(prefix = "/api", endpoint = "add-partner")]
pub async fn add_partner(
    /// The request.
    request_id: String,
    /// `indirect_provider` or `direct_bill`.
    #[server(default)]
    capability: String,
    /// Legal name.
    name: String,
    /// The tenant's domain.
    domain: String,
    /// Legal location.
    #[server(default)]
    country: String,
    /// The first admin's name.
    admin_name: String,
    /// The first admin's work account.
    admin_user_name: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let capability = match capability.parse() {
        Ok(it @ (Capability::IndirectProvider | Capability::DirectBill)) => it,
        _ => return Err(PortalError::Malformed),
    };
    let mut errors = FieldErrors::default();
    let name = errors.text("name", CompanyName::parse(&name));
    let domain = errors.text("domain", Domain::parse(&domain));
    let country = errors.country("country", &country);
    let admin_name = errors.text("admin_name", PersonName::parse(&admin_name));
    let admin_user_name = errors.text("admin_user_name", EmailAddress::parse(&admin_user_name));
    let organization = name.zip(domain).zip(country);
    let new = organization.zip(admin_name.zip(admin_user_name)).map(
        |(((name, domain), country), (admin_name, admin_user_name))| NewPartner {
            name,
            domain,
            country,
            capability,
            admin_name,
            admin_user_name,
        },
    );
    let id = crate::backend::portal()?
        .add_partner(errors.finish(new)?, request)
        .await?;
    crate::backend::done(&route::organization(id), Notice::PartnerAdded);
    Ok(())
}

/// **Send the link again** to the first admin.
#[server(prefix = "/api", endpoint = "invite-admin-again")]
pub async fn invite_admin_again(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrganizationId = crate::backend::parse::id(&organization)?;
    crate::backend::portal()?
        .invite_admin_again(id, request)
        .await?;
    crate::backend::done(&route::organization(id), Notice::AdminInvitedAgain);
    Ok(())
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

/// **Mark for offboarding**, of a direct-bill partner.
#[server(prefix = "/api", endpoint = "mark-for-offboarding")]
pub async fn mark_for_offboarding(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// The day from which on it applies; at once, if none is said.
    #[server(default)]
    from: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrganizationId = crate::backend::parse::id(&organization)?;
    let mut errors = FieldErrors::default();
    let from = crate::backend::parse::day(&from)
        .map_err(|()| errors.wrong("from", FieldProblem::NotValid))
        .ok();
    let reason = errors.text("reason", Reason::parse(&reason));
    let (from, reason) = errors.finish(from.zip(reason))?;
    let mark = Offboard::Mark { from };
    crate::backend::portal()?
        .change_offboarding(id, mark, reason, request)
        .await?;
    crate::backend::done(&route::organization(id), Notice::Marked);
    Ok(())
}

/// **Take the mark back**.
#[server(prefix = "/api", endpoint = "take-back-mark")]
pub async fn take_back_mark(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrganizationId = crate::backend::parse::id(&organization)?;
    let reason = Reason::parse(&reason).map_err(|error| PortalError::of_text("reason", error))?;
    crate::backend::portal()?
        .change_offboarding(id, Offboard::TakeBack, reason, request)
        .await?;
    crate::backend::done(&route::organization(id), Notice::MarkTakenBack);
    Ok(())
}
