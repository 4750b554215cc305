//! Keeping a partner's groups.

use serde::Serialize;

use super::{CustomerGroup, Event, MOST_GROUPS, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::Organization,
    text::GroupName,
};

/// Facts for another group, read while no other change of the partner's groups is made.
#[derive(Clone, Copy, Debug)]
pub struct AddFacts<'a> {
    /// The partner.
    pub organization: &'a Organization,
    /// Its groups, without removed ones.
    pub groups: &'a [CustomerGroup],
}

/// Whether the actor keeps the organization's groups at all.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing), or [`ReachNarrowed`](access::Refusal::ReachNarrowed) for a user who
/// is narrowed.
///
/// ```
/// use tierline_core::{actor::Actor, group::may_keep, reach::{GroupSet, Reach}, role::Role, testing::*};
/// let provider = provider();
/// let agent = actor(&provider, Role::AdminAgent);
/// assert!(may_keep(&provider, &agent).is_ok());
/// assert!(may_keep(&provider, &actor(&provider, Role::SalesAgent)).is_err());
/// let narrowed = Actor { customers: Reach::Groups(GroupSet::EMPTY), ..agent };
/// assert_eq!(may_keep(&provider, &narrowed).unwrap_err().code(), "reach_narrowed");
/// ```
pub fn may_keep(organization: &Organization, actor: &Actor) -> Result<(), crate::Refusal> {
    access::authorize_own(organization, actor, Action::ManageCustomerGroups)?;
    Ok(access::over_all(organization, actor)?)
}

/// Decides whether the partner gets another group.
///
/// # Errors
/// As [`may_keep`]; [`Refusal::TooManyGroups`], [`Refusal::GroupNameTaken`].
///
/// ```
/// use tierline_core::{group::{AddFacts, add}, role::Role, testing::*};
/// let provider = provider();
/// let north = customer_group(&provider, 1, "North");
/// let facts = AddFacts { organization: &provider, groups: std::slice::from_ref(&north) };
/// let agent = actor(&provider, Role::AdminAgent);
/// assert!(add(facts, &"West".parse().unwrap(), &agent, day(1)).is_ok());
/// // Names that differ only in case would be confused.
/// let refusal = add(facts, &"NORTH".parse().unwrap(), &agent, day(1)).unwrap_err();
/// assert_eq!(refusal.code(), "group_name_taken");
/// ```
pub fn add(
    facts: AddFacts<'_>,
    name: &GroupName,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    may_keep(facts.organization, actor)?;
    if facts.groups.len() >= MOST_GROUPS as usize {
        return Err(Refusal::TooManyGroups { most: MOST_GROUPS }.into());
    }
    is_free(name, facts.groups, None)?;
    Ok(Event::Added {
        partner: facts.organization.id,
        name: name.clone(),
        at: now,
        by: actor.user,
    })
}

/// Facts for a change of a group.
#[derive(Clone, Copy, Debug)]
pub struct ChangeFacts<'a> {
    /// The partner.
    pub organization: &'a Organization,
    /// The group.
    pub group: &'a CustomerGroup,
    /// All of its groups, without removed ones.
    pub groups: &'a [CustomerGroup],
    /// The number of users who are narrowed to this group, alone or among others.
    pub users: u64,
}

/// A change of a group. Serialized to tell a repeated request from another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Command {
    /// Another name.
    Rename {
        /// The name.
        name: GroupName,
    },
    /// It is a group no more.
    Remove,
}

/// Decides a change of a group. Nothing happens if it is so already.
///
/// # Errors
/// As [`may_keep`]; [`Refusal::NoSuchGroup`] for a removed one, [`Refusal::GroupNameTaken`],
/// [`Refusal::GroupNarrowsUsers`]: without their group, users would see nobody, or everybody.
///
/// ```
/// use tierline_core::{group::{ChangeFacts, Command, change}, role::Role, testing::*};
/// let provider = provider();
/// let north = customer_group(&provider, 1, "North");
/// let facts = ChangeFacts { organization: &provider, group: &north, groups: &[], users: 2 };
/// let agent = actor(&provider, Role::AdminAgent);
/// let refusal = change(facts, &Command::Remove, &agent, day(1)).unwrap_err();
/// assert_eq!(refusal.code(), "group_narrows_users");
/// assert!(change(ChangeFacts { users: 0, ..facts }, &Command::Remove, &agent, day(1)).unwrap().is_some());
/// let same = Command::Rename { name: north.name.clone() };
/// assert_eq!(change(facts, &same, &agent, day(1)), Ok(None));
/// ```
pub fn change(
    facts: ChangeFacts<'_>,
    command: &Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    may_keep(facts.organization, actor)?;
    let group = facts.group;
    if group.removed.is_some() {
        return Err(Refusal::NoSuchGroup.into());
    }
    match command {
        Command::Rename { name } if *name == group.name => Ok(None),
        Command::Rename { name } => {
            is_free(name, facts.groups, Some(group))?;
            Ok(Some(Event::Renamed {
                from: group.name.clone(),
                name: name.clone(),
                at: now,
                by: actor.user,
            }))
        }
        Command::Remove if facts.users > 0 => Err(Refusal::GroupNarrowsUsers {
            name: group.name.clone(),
            users: facts.users,
        }
        .into()),
        Command::Remove => Ok(Some(Event::Removed {
            name: group.name.clone(),
            at: now,
            by: actor.user,
        })),
    }
}

/// Whether no other group has this name, in whatever case.
fn is_free(
    name: &GroupName,
    groups: &[CustomerGroup],
    own: Option<&CustomerGroup>,
) -> Result<(), Refusal> {
    let folded = |name: &GroupName| name.as_str().to_lowercase();
    let has_it = |it: &&CustomerGroup| {
        own.is_none_or(|own| own.id != it.id) && folded(&it.name) == folded(name)
    };
    match groups.iter().find(has_it) {
        Some(other) => Err(Refusal::GroupNameTaken {
            name: other.name.clone(),
        }),
        None => Ok(()),
    }
}
