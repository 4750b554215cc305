//! A customer that makes its own tenant on the way to answering an invitation.

use super::Event;
use crate::{
    Timestamp,
    access,
    ids::{OrganisationId, UserId},
    invitation::{Invitation, Kind, check_link},
    market::Country,
    organisation::{Capabilities, Capability, Organisation, Party},
    refusal::Refusal,
    text::{CompanyName, Domain},
};

/// What has to be known, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct SignUpFacts<'a> {
    /// The invitation that shall be answered.
    pub invitation: &'a Invitation,
    /// The number of the link that was presented.
    pub link: u32,
    /// The partners that ask, in the order of [`Kind::partners`].
    pub partners: &'a [&'a Organisation],
    /// The organisation the invitation is addressed to, for naming it.
    pub addressee: Option<&'a Party>,
    /// Does the domain belong to an organisation already?
    pub domain_taken: bool,
}

/// The tenant that shall be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignUp {
    /// The id of the new organisation.
    pub id: OrganisationId,
    /// Legal name.
    pub name: CompanyName,
    /// The tenant's domain.
    pub domain: Domain,
    /// Legal location.
    pub country: Country,
    /// The id of its first global admin.
    pub admin: UserId,
}

/// Decides a sign-up. Nothing is granted by it: accepting is a step of its own. What would be refused there for
/// certain is refused here already, before a tenant is made for nothing.
///
/// # Errors
/// As [`check_link`]; [`Refusal::CapabilityInactive`] for a partnership request, which a new customer cannot
/// accept; [`Refusal::AddressedToAnother`], [`Refusal::RegionMismatch`] or [`Refusal::DomainTaken`].
pub fn sign_up(facts: SignUpFacts<'_>, new: &SignUp, now: Timestamp) -> Result<(Organisation, Event), Refusal> {
    check_link(facts.invitation, facts.link, now)?;
    let organisation = Organisation {
        id: new.id,
        name: new.name.clone(),
        domain: new.domain.clone(),
        country: new.country,
        capabilities: Capabilities::only(Capability::Customer),
        agreement: None,
        mpn: None,
    };
    if let Kind::Partnership { .. } = facts.invitation.kind {
        let capability = Capability::IndirectReseller;
        return Err(Refusal::CapabilityInactive { organisation: organisation.party(), capability, state: None });
    }
    if let Some(addressee) = facts.addressee {
        return Err(Refusal::AddressedToAnother { addressee: addressee.clone(), signed_in: organisation.party() });
    }
    for partner in facts.partners {
        access::same_region(partner, &organisation)?;
    }
    if facts.domain_taken {
        return Err(Refusal::DomainTaken { domain: new.domain.to_string() });
    }
    let event = Event::SignedUp {
        name: new.name.clone(),
        domain: new.domain.clone(),
        country: new.country,
        admin: new.admin,
        at: now,
    };
    Ok((organisation, event))
}
