//! Keeping the registry.

use std::collections::BTreeSet;

use super::{Event, Member, Profile, Refusal, mpns};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::{Organization, Party},
    text::{EmailAddress, MpnId},
};

/// Facts for a change of the registry, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct KeepFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// Whether another member has the account.
    pub account_taken: bool,
    /// Those of the MPN IDs that other members have.
    pub mpns_taken: &'a [MpnId],
    /// Those of the [moved](NewMember::moved) locations that tenants have associated, each with its organization.
    pub in_use: &'a [(MpnId, Party)],
}

/// A member as the operator enters it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMember {
    /// The user name of its account.
    pub account: EmailAddress,
    /// Its organization profiles.
    pub profiles: Vec<Profile>,
}

/// Decides whether the operator may put this member into the registry.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::AccountTaken`]; [`Refusal::MpnTwice`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{membership::{KeepFacts, NewMember, register}, role::Role};
/// let (operator, member) = (operator(), member());
/// let facts = KeepFacts { operator: &operator, account_taken: false, mpns_taken: &[], in_use: &[] };
/// let mut new = NewMember { account: member.account, profiles: member.profiles };
/// let admin = actor(&operator, Role::ProgramAdmin);
/// assert!(register(facts, &new, &admin, day(1)).is_ok());
/// new.profiles.push(new.profiles[0].clone());
/// assert_eq!(register(facts, &new, &admin, day(1)).unwrap_err().code(), "mpn_twice");
/// ```
pub fn register(
    facts: KeepFacts<'_>,
    new: &NewMember,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    may_keep(facts, new, actor)?;
    Ok(Event::Registered {
        operator: facts.operator.id,
        account: new.account.clone(),
        profiles: new.profiles.clone(),
        at: now,
        by: actor.user,
    })
}

/// Decides whether the operator may change a member into this. What is as it was is no event. Organizations keep their
/// associated MPN IDs, also of a location that is not active any more ([`follow`](super::follow())); so a location
/// stays in the country of the tenant that has associated it.
///
/// # Errors
/// As [`register`]; [`Refusal::MpnInUse`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{membership::{KeepFacts, NewMember, change}, role::Role};
/// let (operator, member) = (operator(), member());
/// let facts = KeepFacts { operator: &operator, account_taken: false, mpns_taken: &[], in_use: &[] };
/// let mut new = NewMember { account: member.account.clone(), profiles: member.profiles.clone() };
/// let admin = actor(&operator, Role::ProgramAdmin);
/// assert_eq!(change(facts, &member, &new, &admin, day(1))?, []);
/// new.profiles[0].is_active = false;
/// assert_eq!(change(facts, &member, &new, &admin, day(1))?.len(), 1);
///
/// // A location is of the country of the tenant that has it.
/// let mpn = new.profiles[0].locations[0].mpn.clone();
/// new.profiles[0].locations[0].country = "AT".parse().unwrap();
/// let in_use = [(mpn, reseller().party())];
/// let used = KeepFacts { in_use: &in_use, ..facts };
/// assert_eq!(change(used, &member, &new, &admin, day(1)).unwrap_err().code(), "mpn_in_use");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn change(
    facts: KeepFacts<'_>,
    member: &Member,
    new: &NewMember,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, crate::Refusal> {
    may_keep(facts, new, actor)?;
    if (&member.account, &member.profiles) == (&new.account, &new.profiles) {
        return Ok(Vec::new());
    }
    let mut moved = new.moved(member);
    if let Some((mpn, organization)) =
        moved.find_map(|moved| facts.in_use.iter().find(|(mpn, _)| mpn == moved))
    {
        return Err(Refusal::MpnInUse {
            mpn: mpn.clone(),
            organization: organization.clone(),
        }
        .into());
    }
    Ok(vec![Event::Changed {
        account: new.account.clone(),
        profiles: new.profiles.clone(),
        at: now,
        by: actor.user,
    }])
}

/// Decides whether the operator may set the password of a member's account.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{membership::{Event, set_password}, role::Role};
/// let operator = operator();
/// let admin = actor(&operator, Role::ProgramAdmin);
/// assert_eq!(set_password(&operator, &admin, day(1))?, Event::PasswordSet { at: day(1), by: admin.user });
/// assert!(set_password(&operator, &actor(&operator, Role::Reviewer), day(1)).is_err());
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn set_password(
    operator: &Organization,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    access::authorize_on_program(operator, actor, Action::ManageMembers)?;
    Ok(Event::PasswordSet {
        at: now,
        by: actor.user,
    })
}

fn may_keep(facts: KeepFacts<'_>, new: &NewMember, actor: &Actor) -> Result<(), crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageMembers)?;
    if facts.account_taken {
        return Err(Refusal::AccountTaken {
            account: new.account.clone(),
        }
        .into());
    }
    let mut seen: BTreeSet<&MpnId> = facts.mpns_taken.iter().collect();
    if let Some(twice) = mpns(&new.profiles).find(|mpn| !seen.insert(mpn)) {
        return Err(Refusal::MpnTwice { mpn: twice.clone() }.into());
    }
    Ok(())
}
