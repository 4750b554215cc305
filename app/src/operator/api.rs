//! Server functions of the operator's pages on organizations.

pub mod country;
pub mod help;
pub mod review;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::{
    ids::OrganizationId,
    organization::{Capability, FirstAdmin, Offboard, Profile},
    text::{CompanyName, Domain, EmailAddress, MpnId, PersonName, Reason},
};

use crate::{error::PortalError, operator::model::OrganizationDetail, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    error::{FieldErrors, FieldProblem},
    form::{Fields, mark::Mark},
    i18n::Lang,
    operator::told::Notice,
    portal::NewPartner,
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AddCapability>(),
    Fields::of::<AddPartner>(),
    Fields::of::<country::ChangeCountry>(),
    Fields::of::<CorrectFirstAdmin>(),
    Fields::of::<CorrectProfile>(),
    Fields::of::<review::EndCustomerReview>(),
    Fields::of::<InviteAdminAgain>(),
    Fields::of::<LiftSuspension>(),
    Fields::of::<MarkForOffboarding>(),
    Fields::of::<review::ReviewCustomer>(),
    Fields::of::<SuspendOrganization>(),
    Fields::of::<TakeBackMark>(),
];

/// An organization of the program.
#[server(prefix = "/api", endpoint = "organization", protocol = Wire<GetUrl>)]
pub async fn organization(
    /// Its id.
    id: String,
    /// The words by which a user of it is looked for.
    #[server(default)]
    find: String,
) -> Result<OrganizationDetail, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.organization(id, &find).await
}

/// **Add partner**, and invite its first admin.
#[server(prefix = "/api", endpoint = "add-partner")]
pub async fn add_partner(
    /// The request.
    request_id: String,
    /// The ticked capabilities.
    #[server(default)]
    capabilities: Vec<String>,
    /// Legal name.
    name: String,
    /// The tenant's domain.
    domain: String,
    /// Legal location.
    #[server(default)]
    country: String,
    /// The address of the legal profile.
    #[server(default)]
    address: String,
    /// The location MPN ID, if it is known.
    #[server(default)]
    mpn: String,
    /// The first admin's name.
    admin_name: String,
    /// The first admin's work account.
    admin_user_name: String,
    /// The language of the mails to the first admin.
    #[server(default)]
    language: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let capabilities = partner_capabilities(&capabilities)?;
    let mut errors = FieldErrors::default();
    if capabilities.is_empty() {
        errors.wrong("capabilities", FieldProblem::NoCapabilities);
    }
    let name = errors.text("name", CompanyName::parse(&name));
    let domain = errors.text("domain", Domain::parse(&domain));
    let country = errors.country("country", &country);
    let address = errors.address("address", &address);
    let mpn = match mpn.trim() {
        "" => Some(None),
        typed => errors.text("mpn", MpnId::parse(typed)).map(Some),
    };
    let admin_name = errors.text("admin_name", PersonName::parse(&admin_name));
    let admin_user_name = errors.text("admin_user_name", EmailAddress::parse(&admin_user_name));
    let new = (|| {
        Some(NewPartner {
            name: name?,
            domain: domain?,
            country: country?,
            address: address?,
            capabilities,
            mpn: mpn?,
            admin_name: admin_name?,
            admin_user_name: admin_user_name?,
            language: Lang::from_tag(&language).unwrap_or_default(),
        })
    })();
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

/// **Correct and invite**: another name, address or language of the first admin.
#[server(prefix = "/api", endpoint = "correct-first-admin")]
pub async fn correct_first_admin(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// The admin's name.
    admin_name: String,
    /// The admin's work account.
    admin_user_name: String,
    /// The language of the mails.
    #[server(default)]
    language: String,
    /// The mark of the values that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrganizationId = crate::backend::parse::id(&organization)?;
    let mut errors = FieldErrors::default();
    let name = errors.text("admin_name", PersonName::parse(&admin_name));
    let user_name = errors.text("admin_user_name", EmailAddress::parse(&admin_user_name));
    let new = name.zip(user_name);
    let new = new.map(|(name, user_name)| FirstAdmin { name, user_name });
    let new = errors.finish(new)?;
    let language = Lang::from_tag(&language).unwrap_or_default();
    crate::backend::portal()?
        .correct_first_admin(id, new, language, Mark::new(filled_with), request)
        .await?;
    crate::backend::done(&route::organization(id), Notice::FirstAdminCorrected);
    Ok(())
}

/// **Change legal profile** of a partner.
#[server(prefix = "/api", endpoint = "correct-profile")]
pub async fn correct_profile(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// Legal name.
    name: String,
    /// The address.
    #[server(default)]
    address: String,
    /// The reason.
    reason: String,
    /// The mark of the values that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrganizationId = crate::backend::parse::id(&organization)?;
    let mut errors = FieldErrors::default();
    let name = errors.text("name", CompanyName::parse(&name));
    let address = errors.address("address", &address);
    let reason = errors.text("reason", Reason::parse(&reason));
    let new = name.zip(address).zip(reason);
    let ((name, address), reason) = errors.finish(new)?;
    let new = Profile { name, address };
    crate::backend::portal()?
        .correct_profile(id, new, reason, Mark::new(filled_with), request)
        .await?;
    crate::backend::done(&route::organization(id), Notice::ProfileCorrected);
    Ok(())
}

/// The ticked capabilities, of which only a partner's can be ticked.
#[cfg(feature = "ssr")]
fn partner_capabilities(ticked: &[String]) -> Result<Vec<Capability>, PortalError> {
    let parsed = ticked.iter().map(|code| match code.parse::<Capability>() {
        Ok(capability) if capability.is_partner() => Ok(capability),
        _ => Err(PortalError::Malformed),
    });
    parsed.collect()
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

/// Add a capability to a partner.
#[server(prefix = "/api", endpoint = "add-capability")]
pub async fn add_capability(
    /// The request.
    request_id: String,
    /// The organization's id.
    organization: String,
    /// The capability.
    capability: String,
    /// The reason.
    reason: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrganizationId = crate::backend::parse::id(&organization)?;
    let capability: Capability = capability.parse().map_err(|_| PortalError::Malformed)?;
    let reason = Reason::parse(&reason).map_err(|error| PortalError::of_text("reason", error))?;
    crate::backend::portal()?
        .add_capability(id, capability, reason, request)
        .await?;
    crate::backend::done(&route::organization(id), Notice::CapabilityAdded);
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

/// **Remove mark**.
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
