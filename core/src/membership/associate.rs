//! Associating a location's MPN ID with a tenant.

use super::{Event, Location, Member, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::{self, Organization},
    text::{CompanyName, MpnId},
};

/// Facts for associating an MPN ID, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct AssociateFacts<'a> {
    /// The organization; the actor's.
    pub organization: &'a Organization,
    /// The member whose account was proved.
    pub member: &'a Member,
    /// Whether the MPN ID is another organization's.
    pub mpn_taken: bool,
}

/// Whether a location fits a tenant; for a list, and for the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It does, if no other tenant has it.
    Fits,
    /// It does not.
    Not(Refusal),
}

/// Whether this MPN ID of the member fits the organization: an active location's, in the country of the tenant.
///
/// ```
/// use tierline_core::{membership::{Fit, fit}, testing::*};
/// let (reseller, member) = (reseller(), member());
/// let fits = |mpn: &str| fit(&reseller, &member, &mpn.parse().unwrap());
/// assert_eq!(fits("5000001"), Fit::Fits);
/// assert!(matches!(fits("5000002"), Fit::Not(refusal) if refusal.code() == "mpn_elsewhere"));
/// assert!(matches!(fits("5000000"), Fit::Not(refusal) if refusal.code() == "mpn_of_profile"));
/// assert!(matches!(fits("9999999"), Fit::Not(refusal) if refusal.code() == "mpn_unknown"));
/// ```
#[must_use]
pub fn fit(organization: &Organization, member: &Member, mpn: &MpnId) -> Fit {
    let mpn = || mpn.clone();
    let Some((profile, location)) = member.location(&mpn()) else {
        let of_profile = member.mpns().any(|it| *it == mpn());
        return Fit::Not(if of_profile {
            Refusal::MpnOfProfile { mpn: mpn() }
        } else {
            Refusal::MpnUnknown { mpn: mpn() }
        });
    };
    if !(profile.is_active && location.is_active) {
        return Fit::Not(Refusal::MpnInactive { mpn: mpn() });
    }
    if location.country != organization.country {
        return Fit::Not(Refusal::MpnElsewhere {
            mpn: mpn(),
            mpn_country: location.country,
            organization: organization.party(),
            country: organization.country,
        });
    }
    Fit::Fits
}

/// Associates a location's MPN ID. "Select the MPN ID associated with an active organization profile that's located in
/// the same country/region as your tenant" ("Partner with indirect providers in the CSP program").
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing); [`Refusal::MpnAssociated`]; as [`fit`]; [`Refusal::MpnTaken`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{membership::{AssociateFacts, associate}, organization::Organization, role::Role};
/// let (bare, member) = (Organization { mpn: None, ..reseller() }, member());
/// let admin = actor(&bare, Role::GlobalAdmin);
/// let facts = AssociateFacts { organization: &bare, member: &member, mpn_taken: false };
/// let mpn = "5000001".parse().unwrap();
/// assert!(associate(facts, &mpn, &admin, day(1)).is_ok());
/// let facts = AssociateFacts { mpn_taken: true, ..facts };
/// assert_eq!(associate(facts, &mpn, &admin, day(1)).unwrap_err().code(), "mpn_taken");
/// ```
pub fn associate(
    facts: AssociateFacts<'_>,
    mpn: &MpnId,
    actor: &Actor,
    now: Timestamp,
) -> Result<organization::Event, crate::Refusal> {
    may_associate(facts.organization, actor)?;
    if let Fit::Not(refusal) = fit(facts.organization, facts.member, mpn) {
        return Err(refusal.into());
    }
    if facts.mpn_taken {
        return Err(Refusal::MpnTaken { mpn: mpn.clone() }.into());
    }
    Ok(associated(mpn, actor, now))
}

/// Facts for adding a location, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct AddLocationFacts<'a> {
    /// The organization; the actor's.
    pub organization: &'a Organization,
    /// The member whose account was proved.
    pub member: &'a Member,
    /// Whether the registry, or an organization, has the new MPN ID already.
    pub mpn_taken: bool,
}

/// A location to be added, in the country of the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLocation {
    /// The MPN ID of the profile.
    pub profile: MpnId,
    /// The new MPN ID, made by the caller.
    pub mpn: MpnId,
    /// The name.
    pub name: CompanyName,
}

/// The events of an added location.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Added {
    /// The event of the member.
    pub member: Event,
    /// The event of the organization.
    pub organization: organization::Event,
}

/// **Add a location**: "If you can't find the location MPN ID that matches the CSP account you want to use, you can add
/// a new location which will create a new MPN ID" ("Partner with indirect providers in the CSP program"). It is
/// associated at once.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing); [`Refusal::MpnAssociated`]; [`Refusal::MpnUnknown`] or
/// [`Refusal::MpnInactive`] of the profile; [`Refusal::MpnTwice`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{membership::{AddLocationFacts, Event, NewLocation, add_location}, organization::Organization, role::Role};
/// let (bare, member) = (Organization { mpn: None, ..reseller() }, member());
/// let facts = AddLocationFacts { organization: &bare, member: &member, mpn_taken: false };
/// let new = NewLocation {
///     profile: "5000000".parse().unwrap(),
///     mpn: "5000009".parse().unwrap(),
///     name: "Fabrikam Cloud Lyon".parse().unwrap(),
/// };
/// let added = add_location(facts, &new, &actor(&bare, Role::AdminAgent), day(1))?;
/// assert!(matches!(added.member, Event::LocationAdded { location, .. } if location.country == bare.country));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn add_location(
    facts: AddLocationFacts<'_>,
    new: &NewLocation,
    actor: &Actor,
    now: Timestamp,
) -> Result<Added, crate::Refusal> {
    let organization = facts.organization;
    may_associate(organization, actor)?;
    let mut profiles = facts.member.profiles.iter();
    let mpn = || new.profile.clone();
    match profiles.find(|it| it.mpn == new.profile) {
        None => return Err(Refusal::MpnUnknown { mpn: mpn() }.into()),
        Some(profile) if !profile.is_active => {
            return Err(Refusal::MpnInactive { mpn: mpn() }.into());
        }
        Some(_) => {}
    }
    if facts.mpn_taken || facts.member.mpns().any(|it| *it == new.mpn) {
        let mpn = new.mpn.clone();
        return Err(Refusal::MpnTwice { mpn }.into());
    }
    let location = Location {
        mpn: new.mpn.clone(),
        name: new.name.clone(),
        country: organization.country,
        is_active: true,
    };
    Ok(Added {
        member: Event::LocationAdded {
            organization: organization.id,
            profile: mpn(),
            location,
            at: now,
            by: actor.user,
        },
        organization: associated(&new.mpn, actor, now),
    })
}

/// Decides whether the actor may associate an MPN ID with the own organization, whichever it is: one tenant, one ID.
/// One whose location is not active any more is replaced.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing); [`Refusal::MpnAssociated`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{membership::may_associate, role::Role};
/// let reseller = reseller();
/// let refused = |role| may_associate(&reseller, &actor(&reseller, role)).unwrap_err().code();
/// assert_eq!(refused(Role::GlobalAdmin), "mpn_associated");
/// assert_eq!(refused(Role::SalesAgent), "role_missing");
/// ```
pub fn may_associate(organization: &Organization, actor: &Actor) -> Result<(), crate::Refusal> {
    access::authorize_own(organization, actor, Action::AssociateMpnId)?;
    match &organization.mpn {
        Some(mpn) if organization.mpn_inactive.is_none() => Err(Refusal::MpnAssociated {
            organization: organization.party(),
            mpn: mpn.clone(),
        }
        .into()),
        _ => Ok(()),
    }
}

fn associated(mpn: &MpnId, actor: &Actor, now: Timestamp) -> organization::Event {
    organization::Event::MpnAssociated {
        mpn: mpn.clone(),
        at: now,
        by: actor.user,
    }
}
