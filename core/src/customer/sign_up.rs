//! A customer that creates its own tenant on the way to answering an invitation.

use super::{Taken, first_admin};
use crate::{
    Timestamp,
    access::{self, Action},
    account,
    ids::{OrganizationId, UserId},
    invitation::{self, Invitation, Kind, check_link},
    market::Country,
    organization::{self, Capabilities, Capability, Event, Organization, Party, RequiredOf},
    refusal::Refusal,
    text::{CompanyName, Domain, EmailAddress, PersonName},
};

/// Facts for creating a tenant by an invitation, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct SignUpFacts<'a> {
    /// The invitation to be answered.
    pub invitation: &'a Invitation,
    /// The number of the link that was presented.
    pub link: u32,
    /// The partners that ask, in the order of [`Kind::partners`].
    pub partners: &'a [&'a Organization],
    /// The organization the invitation is addressed to, for naming it.
    pub addressee: Option<&'a Party>,
    /// Whether a tenant was created by this link already.
    pub made_tenant: bool,
    /// What of the typed values somebody has already.
    pub taken: Taken,
}

/// The tenant to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignUp {
    /// The id of the new organization.
    pub id: OrganizationId,
    /// Legal name.
    pub name: CompanyName,
    /// The tenant's domain.
    pub domain: Domain,
    /// Legal location.
    pub country: Country,
    /// The id of its first global admin.
    pub admin: UserId,
    /// The admin's name.
    pub admin_name: PersonName,
    /// The admin's user name, an address in the tenant's domain.
    pub admin_user_name: EmailAddress,
}

/// The result of a sign-up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedUp {
    /// The tenant.
    pub organization: Organization,
    /// The event of the tenant.
    pub event: Event,
    /// The event of the account of its first global admin, who chose the password.
    pub admin: account::Event,
}

/// Decides whether a tenant can be created by this link at all, before anything is known of the tenant.
///
/// # Errors
/// As [`check_link`]; [`invitation::Refusal::LinkMadeTenant`], because a personal link creates one tenant at most.
pub fn may_sign_up(
    invitation: &Invitation,
    link: u32,
    made_tenant: bool,
    now: Timestamp,
) -> Result<(), Refusal> {
    check_link(invitation, link, now)?;
    if made_tenant {
        return Err(invitation::Refusal::LinkMadeTenant.into());
    }
    Ok(())
}

/// Decides a sign-up. It grants nothing: accepting is a separate step. A sign-up whose acceptance would certainly be
/// refused is refused here, so that no tenant is created in vain.
///
/// "After the customer authorizes you and your provider to be their resellers of record, you'll have administrator
/// permissions" ("From direct bill to indirect reseller"): not before, and not by having an account.
///
/// # Errors
/// As [`may_sign_up`];
/// [`organization::Refusal::CapabilityInactive`] for a partnership request, which a new customer
/// cannot accept; [`invitation::Refusal::AddressedToAnother`], [`organization::Refusal::RegionMismatch`],
/// [`organization::Refusal::DomainTaken`] or
/// [`UserNameTaken`](crate::customer::Refusal::UserNameTaken).
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     customer::{SignUp, SignUpFacts, Taken, sign_up},
///     invitation::Kind,
///     organization::{Capabilities, Capability, Event},
///     relationship::Side,
/// };
/// let reseller = reseller();
/// let kind = Kind::Relationship { partner: reseller.id, side: Side::IndirectReseller };
/// let sent = invitation(&reseller, kind, None);
/// let facts = SignUpFacts {
///     invitation: &sent,
///     link: 1,
///     partners: &[&reseller],
///     addressee: None,
///     made_tenant: false,
///     taken: Taken::default(),
/// };
/// let new = SignUp {
///     id: id(80),
///     name: "Adventure Works".parse().unwrap(),
///     domain: "adventure.example".parse().unwrap(),
///     country: "AT".parse().unwrap(),
///     admin: id(81),
///     admin_name: "Anna Berg".parse().unwrap(),
///     admin_user_name: "anna@adventure.example".parse().unwrap(),
/// };
/// let signed_up = sign_up(facts, &new, day(2))?;
///
/// // "The link … is personalized to connect the customer directly to both your account and your provider's account"
/// // ("From direct bill to indirect reseller"): it leads to an account of the customer's own, a customer and nothing
/// // else, and what has happened is that account alone. The partner that asked has no right yet.
/// assert_eq!(signed_up.organization.capabilities, Capabilities::only(Capability::Customer));
/// assert!(matches!(signed_up.event, Event::SignedUp { admin, .. } if admin == new.admin));
///
/// // Whoever is a customer already, with this domain, signs in instead.
/// let known = SignUpFacts { taken: Taken { domain: true, user_name: true }, ..facts };
/// assert_eq!(sign_up(known, &new, day(2)).unwrap_err().code(), "domain_taken");
/// let known = SignUpFacts { taken: Taken { domain: false, user_name: true }, ..facts };
/// assert_eq!(sign_up(known, &new, day(2)).unwrap_err().code(), "user_name_taken");
///
/// // A link creates one tenant: whoever comes back signs in.
/// let again = SignUpFacts { made_tenant: true, ..facts };
/// assert_eq!(sign_up(again, &new, day(2)).unwrap_err().code(), "link_made_tenant");
///
/// // Another region is refused before a tenant is made for nothing.
/// let far_away = SignUp { country: "US".parse().unwrap(), ..new };
/// assert_eq!(sign_up(facts, &far_away, day(2)).unwrap_err().code(), "region_mismatch");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn sign_up(facts: SignUpFacts<'_>, new: &SignUp, now: Timestamp) -> Result<SignedUp, Refusal> {
    may_sign_up(facts.invitation, facts.link, facts.made_tenant, now)?;
    let organization = Organization {
        id: new.id,
        name: new.name.clone(),
        domain: new.domain.clone(),
        country: new.country,
        capabilities: Capabilities::only(Capability::Customer),
        agreement: None,
        mpn: None,
        second_factor: RequiredOf::Nobody,
        suspensions: Vec::new(),
        offboarding: None,
        mpn_inactive: None,
        asked_first: false,
    };
    if let Kind::Partnership { .. } = facts.invitation.kind {
        let capability = Capability::IndirectReseller;
        return Err(organization::Refusal::CapabilityInactive {
            organization: organization.party(),
            capability,
            state: None,
        }
        .into());
    }
    // An invitation addressed to a known organization is not for a new tenant, even when the addressee can't be named.
    match (facts.invitation.addressee, facts.addressee) {
        (_, Some(addressee)) => {
            return Err(invitation::Refusal::AddressedToAnother {
                addressee: addressee.clone(),
                signed_in: organization.party(),
            }
            .into());
        }
        (Some(_), None) => {
            return Err(access::role_missing(
                &organization,
                Action::AcceptRelationship,
            ));
        }
        (None, None) => {}
    }
    for partner in facts.partners {
        access::same_region(partner, &organization)?;
    }
    facts.taken.check(&new.domain, &new.admin_user_name)?;
    let event = Event::SignedUp {
        name: new.name.clone(),
        domain: new.domain.clone(),
        country: new.country,
        admin: new.admin,
        at: now,
    };
    Ok(SignedUp {
        organization,
        event,
        admin: first_admin(
            new.id,
            &new.admin_name,
            &new.admin_user_name,
            account::Password::Own,
            now,
        ),
    })
}
