//! The groups to which a user's rights are narrowed.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{CustomerGroup, Refusal, may_keep, named, names};
use crate::{
    Timestamp, access,
    account::{Event, User},
    actor::Actor,
    ids::CustomerGroupId,
    organization::Organization,
    permission::Action,
    reach::{self, GroupSet, Reach},
    role::{Role, RoleSet},
    text::GroupName,
};

/// Facts for narrowing a user, read while neither the organization's users nor its groups are changed.
#[derive(Clone, Copy, Debug)]
pub struct NarrowFacts<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// The user.
    pub user: &'a User,
    /// The organization's groups, without removed ones.
    pub groups: &'a [CustomerGroup],
}

/// The customers that a user is to see. Serialized to tell a repeated request from another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Narrowing {
    /// All of them.
    All,
    /// Those in one of these groups.
    Only(BTreeSet<CustomerGroupId>),
}

/// Whether the actor narrows or widens this user's rights.
///
/// # Errors
/// As [`may_keep`]; [`RoleMissing`](access::Refusal::RoleMissing) when the user is none of the organization's;
/// [`Refusal::GlobalAdminSeesAll`].
///
/// ```
/// use tierline_core::{group::may_narrow, role::{Role, RoleSet}, testing::*};
/// let (reseller, mut ben) = (reseller(), user(81));
/// let admin = actor(&reseller, Role::GlobalAdmin);
/// assert!(may_narrow(&reseller, &ben, &admin).is_ok());
/// ben.roles.insert(reseller.id, RoleSet::of(&[Role::GlobalAdmin]));
/// assert_eq!(may_narrow(&reseller, &ben, &admin).unwrap_err().code(), "global_admin_sees_all");
/// ```
pub fn may_narrow(
    organization: &Organization,
    user: &User,
    actor: &Actor,
) -> Result<(), crate::Refusal> {
    may_keep(organization, actor)?;
    if !user.roles.contains_key(&organization.id) {
        return Err(access::role_missing(
            organization,
            Action::ManageCustomerGroups,
        ));
    }
    Ok(not_global_admin(user.roles_in(organization.id))?)
}

/// The customers that a user to be is to see, who has these roles; with the names of the groups.
pub(crate) fn for_new(
    (organization, groups): (&Organization, &[CustomerGroup]),
    (roles, narrowing): (RoleSet, &Narrowing),
    actor: &Actor,
) -> Result<(Reach, Vec<GroupName>), crate::Refusal> {
    if *narrowing == Narrowing::All {
        return Ok((Reach::All, Vec::new()));
    }
    may_keep(organization, actor)?;
    not_global_admin(roles)?;
    let reach = reach_of(groups, narrowing)?;
    Ok((reach, names(groups, reach.given().iter())))
}

fn not_global_admin(roles: RoleSet) -> Result<(), Refusal> {
    if roles.contains(Role::GlobalAdmin) {
        Err(Refusal::GlobalAdminSeesAll)
    } else {
        Ok(())
    }
}

fn reach_of(groups: &[CustomerGroup], narrowing: &Narrowing) -> Result<Reach, Refusal> {
    match narrowing {
        Narrowing::All => Ok(Reach::All),
        Narrowing::Only(chosen) if chosen.is_empty() => Err(Refusal::NoGroupChosen),
        Narrowing::Only(chosen) => {
            named(groups, chosen.iter().copied())?;
            let most = u32::try_from(reach::MOST).unwrap_or(u32::MAX);
            let chosen = GroupSet::of(chosen.iter().copied());
            Ok(Reach::Groups(
                chosen.map_err(|_| Refusal::TooManyForUser { most })?,
            ))
        }
    }
}

/// Decides to which groups the user's rights are narrowed from now on. Nothing happens if it is so already.
///
/// # Errors
/// As [`may_narrow`]; [`Refusal::NoGroupChosen`], [`Refusal::TooManyForUser`], [`Refusal::NoSuchGroup`].
///
/// ```
/// use tierline_core::{Evolve, account::User, group::{NarrowFacts, Narrowing, narrow}, reach::Reach, role::Role, testing::*};
/// let (reseller, ben) = (reseller(), user(81));
/// let north = customer_group(&reseller, 1, "North");
/// let facts = NarrowFacts { organization: &reseller, user: &ben, groups: std::slice::from_ref(&north) };
/// let admin = actor(&reseller, Role::GlobalAdmin);
/// let only = |ids: &[u128]| Narrowing::Only(ids.iter().copied().map(id).collect());
/// let event = narrow(facts, &only(&[1]), &admin, day(2))?.unwrap();
/// let after = User::evolve(ben.id, Some(ben.clone()), &event).unwrap();
/// assert!(matches!(after.reach_in(reseller.id), Reach::Groups(groups) if groups.contains(id(1))));
/// assert_eq!(narrow(facts, &Narrowing::All, &admin, day(2))?, None);
/// assert_eq!(narrow(facts, &only(&[]), &admin, day(2)).unwrap_err().code(), "no_group_chosen");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn narrow(
    facts: NarrowFacts<'_>,
    narrowing: &Narrowing,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    may_narrow(facts.organization, facts.user, actor)?;
    let (organization, user) = (facts.organization.id, facts.user);
    let to = reach_of(facts.groups, narrowing)?;
    let from = user.reach_in(organization);
    if from == to {
        return Ok(None);
    }
    let named = |reach: Reach| names(facts.groups, reach.given().iter());
    Ok(Some(Event::CustomersNarrowed {
        organization,
        name: user.name.clone(),
        customers: to,
        from: named(from),
        to: named(to),
        at: now,
        by: actor.user,
    }))
}
