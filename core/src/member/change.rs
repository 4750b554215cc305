//! What an organization's admin does to one of its users.

use serde::Serialize;

use super::{
    PASSWORD_LINK_VALIDITY, Refusal,
    last::stays_led,
    roles::{are_roles_of, may_handle},
};
use crate::{
    Timestamp,
    access::{self, Action},
    account::{Event, User},
    actor::Actor,
    invitation::{PaceFacts, may_send_link},
    organization::Organization,
    role::RoleSet,
    text::PersonName,
};

/// Facts about a user of an organization. While they are read for a change, no other change of the organization's users
/// is made: two admins who remove each other at once would otherwise both find the other one there.
#[derive(Clone, Copy, Debug)]
pub struct MemberFacts<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// The user.
    pub user: &'a User,
    /// The roles of the organization's other users who may act there.
    pub others: RoleSet,
    /// What the organization has mailed lately.
    pub pace: PaceFacts,
}

/// A change of a user. Serialized to tell a repeated request from another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// Another name.
    Rename {
        /// The name.
        name: PersonName,
    },
    /// **Update**: these roles from now on.
    Roles {
        /// The roles.
        roles: RoleSet,
    },
    /// The user may no longer act for the organization.
    Block,
    /// The user may act for it again.
    Unblock,
    /// The user is no longer one of the organization's.
    Remove,
    /// A link is mailed by which the user chooses another password.
    SendPasswordLink,
    /// The second factor is removed: the user has lost it.
    ResetSecondFactor,
}

/// Whether the account is managed by this organization: its user name is an address in the organization's own domain,
/// or it belongs to no other organization. A guest's name, password and second factor are no affair of the host.
///
/// ```
/// use tierline_core::{member::is_at_home, role::{Role, RoleSet}, testing::*};
/// let (reseller, mut ben) = (reseller(), user(81));
/// assert!(is_at_home(&reseller, &ben));
/// ben.roles.insert(provider().id, RoleSet::of(&[Role::SalesAgent]));
/// assert!(!is_at_home(&provider(), &ben), "a guest");
/// assert_eq!(is_at_home(&reseller, &ben), ben.user_name.domain() == reseller.domain.as_str());
/// ```
#[must_use]
pub fn is_at_home(organization: &Organization, user: &User) -> bool {
    let only_here = user.roles.len() == 1 && user.roles.contains_key(&organization.id);
    only_here || user.user_name.domain() == organization.domain.as_str()
}

/// Whether the actor may change this user of the own organization at all.
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing) without the role for it, or when the user is none of the
/// organization's.
///
/// ```
/// use tierline_core::{member::may_manage, role::{Role, RoleSet}, testing::*};
/// let (reseller, mut ben) = (reseller(), user(81));
/// let agent = actor(&reseller, Role::AdminAgent);
/// assert!(may_manage(&reseller, &ben, &agent).is_ok());
/// assert!(may_manage(&reseller, &ben, &actor(&reseller, Role::SalesAgent)).is_err());
/// ben.roles.insert(reseller.id, RoleSet::of(&[Role::GlobalAdmin]));
/// assert!(may_manage(&reseller, &ben, &agent).is_err(), "only global admins manage global admins");
/// ```
pub fn may_manage(
    organization: &Organization,
    user: &User,
    actor: &Actor,
) -> Result<(), crate::Refusal> {
    if !user.roles.contains_key(&organization.id) {
        return Err(access::role_missing(organization, Action::ManageUsers));
    }
    may_handle(organization, actor, user.roles_in(organization.id))
}

/// Decides a change of a user. Nothing happens if it is so already.
///
/// # Errors
/// As [`may_manage`]; [`Refusal::LastInRole`] as [`stays_led`]; for roles [`Refusal::NoRole`] and
/// [`Refusal::RoleElsewhere`]; for what the user does under **Settings**, [`Refusal::OwnAccount`]; for what concerns
/// the account everywhere, [`Refusal::AccountElsewhere`]; for a mail, the [pace](crate::invitation::Pace).
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     invitation::PaceFacts,
///     member::{Change, MemberFacts, change},
///     role::{Role, RoleSet},
/// };
/// let (reseller, ben) = (reseller(), user(81));
/// let admin = actor(&reseller, Role::GlobalAdmin);
/// let alone = MemberFacts { organization: &reseller, user: &ben, others: RoleSet::EMPTY, pace: PaceFacts::default() };
/// let refusal = change(alone, &Change::Remove, &admin, day(2)).unwrap_err();
/// assert_eq!(refusal.to_string(), "`Fabrikam Cloud` has no other active admin_agent");
///
/// let two = MemberFacts { others: RoleSet::of(&[Role::AdminAgent]), ..alone };
/// assert!(change(two, &Change::Remove, &admin, day(2)).unwrap().is_some());
/// assert_eq!(change(two, &Change::Unblock, &admin, day(2)), Ok(None), "not blocked");
/// ```
pub fn change(
    facts: MemberFacts<'_>,
    change: &Change,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    may_manage(facts.organization, facts.user, actor)?;
    let give = |roles| may_handle(facts.organization, actor, roles);
    allowed(facts, change, actor, now, give)?;
    Ok(event(facts, change, actor, now))
}

/// The rules of this change alone; `give` says which roles the actor may give.
pub(super) fn allowed(
    facts: MemberFacts<'_>,
    change: &Change,
    actor: &Actor,
    now: Timestamp,
    give: impl Fn(RoleSet) -> Result<(), crate::Refusal>,
) -> Result<(), crate::Refusal> {
    let MemberFacts {
        organization: own,
        user,
        others,
        pace,
    } = facts;
    match change {
        // What the operator has blocked, only the operator unblocks.
        Change::Unblock if user.is_blocked && !user.blocked_in.contains(&own.id) => {
            return Err(Refusal::MemberBlocked { by_operator: true }.into());
        }
        Change::Unblock => {}
        Change::Rename { .. } => of_home(own, user)?,
        Change::Remove => stays_led(own, user, RoleSet::EMPTY, others)?,
        Change::Roles { roles } => {
            are_roles_of(own, *roles)?;
            give(*roles)?;
            stays_led(own, user, *roles, others)?;
        }
        Change::Block => {
            of_another(user, actor)?;
            stays_led(own, user, RoleSet::EMPTY, others)?;
        }
        Change::SendPasswordLink => {
            of_another(user, actor)?;
            of_home(own, user)?;
            if !user.may_act_in(own.id) {
                let by_operator = user.is_blocked;
                return Err(Refusal::MemberBlocked { by_operator }.into());
            }
            may_send_link(None, pace, now)?;
        }
        Change::ResetSecondFactor => {
            of_another(user, actor)?;
            of_home(own, user)?;
            if user.second_factor.is_none() {
                return Err(Refusal::NoSecondFactor.into());
            }
        }
    }
    Ok(())
}

/// What has then happened; nothing where it is so already.
pub(super) fn event(
    facts: MemberFacts<'_>,
    change: &Change,
    actor: &Actor,
    at: Timestamp,
) -> Option<Event> {
    let (user, organization) = (facts.user, facts.organization.id);
    let (name, by) = (user.name.clone(), actor.user);
    let partner = actor.on_behalf_at(organization);
    let is_blocked = user.blocked_in.contains(&organization);
    let event = match change {
        Change::Rename { name } if *name == user.name => return None,
        Change::Rename { name } => Event::Renamed {
            organization,
            partner,
            from: user.name.clone(),
            name: name.clone(),
            at,
            by,
        },
        Change::Roles { roles } if *roles == user.roles_in(organization) => return None,
        Change::Roles { roles } => Event::RolesChanged {
            organization,
            partner,
            name,
            roles: *roles,
            at,
            by,
        },
        Change::Block if is_blocked => return None,
        Change::Block => Event::MemberBlocked {
            organization,
            partner,
            name,
            at,
            by,
        },
        Change::Unblock if !is_blocked => return None,
        Change::Unblock => Event::MemberUnblocked {
            organization,
            partner,
            name,
            at,
            by,
        },
        Change::Remove => Event::MemberRemoved {
            organization,
            partner,
            name,
            at,
            by,
        },
        Change::SendPasswordLink => Event::PasswordLinkSent {
            organization,
            name,
            expires: at + PASSWORD_LINK_VALIDITY,
            at,
            by,
        },
        Change::ResetSecondFactor => Event::SecondFactorResetByAdmin {
            organization,
            name,
            at,
            by,
        },
    };
    Some(event)
}

/// What is done under **Settings**, with a proof, is not done here.
pub(super) fn of_another(user: &User, actor: &Actor) -> Result<(), Refusal> {
    if user.id == actor.user {
        Err(Refusal::OwnAccount)
    } else {
        Ok(())
    }
}

pub(super) fn of_home(organization: &Organization, user: &User) -> Result<(), Refusal> {
    if is_at_home(organization, user) {
        Ok(())
    } else {
        Err(Refusal::AccountElsewhere {
            organization: organization.party(),
        })
    }
}
