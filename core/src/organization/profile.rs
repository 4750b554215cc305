//! Correcting the legal profile of an organization that keeps none itself.

use serde::{Deserialize, Serialize};

use super::{Event, Organization, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    read::Read,
    text::{AddressLine, CompanyName, Reason},
};

/// What the operator keeps of the legal profile. Country and domain are the tenant's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Profile {
    /// Legal name.
    pub name: CompanyName,
    /// Street, city, postal code: as many lines as were entered.
    pub address: Vec<AddressLine>,
}

/// Facts for a correction of the legal profile, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ProfileFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// The organization whose profile it is.
    pub organization: &'a Organization,
    /// What is on record.
    pub stored: &'a Profile,
    /// Whether the organization enters its profile itself, in its enrollment.
    pub enters_it: bool,
}

/// Decides whether the operator may correct the legal profile of a partner, or its own. What is as it was is no event.
///
/// A partner that enrolled changes its profile itself, because the checks that rest on it begin again then.
///
/// # Errors
/// As [`may_correct_profile`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, organization::{Profile, ProfileFacts, correct_profile}, role::Role};
/// let (operator, mut partner) = (operator(), provider());
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let stored = Profile { name: partner.name.clone(), address: Vec::new() };
/// let facts = ProfileFacts { operator: &operator, organization: &partner, stored: &stored, enters_it: false };
/// let reason = "as in the register of companies".parse().unwrap();
/// let new = Profile { name: "Contoso Distribution SAS".parse().unwrap(), ..stored.clone() };
/// assert_eq!(correct_profile(facts, &stored, &reason, &admin, day(1))?, None);
/// let event = correct_profile(facts, &new, &reason, &admin, day(1))?.unwrap();
/// partner.apply(&event);
/// assert_eq!(partner.name, new.name);
///
/// let enrolled = ProfileFacts { operator: &operator, organization: &partner, stored: &stored, enters_it: true };
/// assert_eq!(correct_profile(enrolled, &new, &reason, &admin, day(1)).unwrap_err().code(), "profile_of_enrollment");
/// let customer = customer();
/// let facts = ProfileFacts { organization: &customer, enters_it: false, ..enrolled };
/// assert_eq!(correct_profile(facts, &new, &reason, &admin, day(1)).unwrap_err().code(), "profile_of_customer");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn correct_profile(
    facts: ProfileFacts<'_>,
    new: &Profile,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    may_correct_profile(facts, actor)?;
    if facts.stored == new {
        return Ok(None);
    }
    Ok(Some(Event::ProfileCorrected {
        operator: facts.operator.id,
        from: facts.stored.clone(),
        to: new.clone(),
        reason: reason.clone(),
        at: now,
        by: actor.user,
    }))
}

/// Whether the operator may correct the legal profile at all.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::ProfileOfCustomer`];
/// [`Refusal::ProfileOfEnrollment`].
pub fn may_correct_profile(facts: ProfileFacts<'_>, actor: &Actor) -> Result<(), crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageOrganizations)?;
    let organization = facts.organization;
    let capabilities = &organization.capabilities;
    if !capabilities.is_partner() && capabilities.operator.is_none() {
        let organization = organization.party();
        return Err(Refusal::ProfileOfCustomer { organization }.into());
    }
    if facts.enters_it {
        let organization = organization.party();
        return Err(Refusal::ProfileOfEnrollment { organization }.into());
    }
    Ok(())
}
