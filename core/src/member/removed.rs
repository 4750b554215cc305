//! A customer's user who was removed, and perhaps restored.

use chrono::TimeDelta;

use super::{Refusal, may_help};
use crate::{
    Timestamp,
    access::CustomerFacts,
    account::{Event, User},
    actor::Actor,
    ids::OrganizationId,
    role::RoleSet,
};

/// The time for which a removed user can be restored.
pub const RESTORE_WITHIN: TimeDelta = TimeDelta::days(30);

/// What is kept of a user who was removed, for restoring it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removed {
    /// When it was.
    pub at: Timestamp,
    /// The roles that the user had at the customer.
    pub roles: RoleSet,
    /// Whether the user was blocked there.
    pub blocked: bool,
}

impl Removed {
    /// Until then the user can be restored.
    ///
    /// ```
    /// use tierline_core::{member::Removed, role::RoleSet, testing::*};
    /// assert_eq!(Removed { at: day(2), roles: RoleSet::EMPTY, blocked: false }.until(), day(32));
    /// ```
    #[must_use]
    pub fn until(&self) -> Timestamp {
        self.at + RESTORE_WITHIN
    }

    /// What is kept of a user with this history, which goes from the beginning to now; none of one who was not removed
    /// from the customer's users, or is one of them since.
    ///
    /// ```
    /// use tierline_core::{account::Event, member::Removed, role::{Role, RoleSet}, testing::*};
    /// let (customer, by) = (customer().id, id(7));
    /// let (name, roles) = (|| "Mia Kern".parse().unwrap(), RoleSet::of(&[Role::BillingAdmin]));
    /// let mut history = vec![
    ///     Event::JoinedByInvitation { organization: customer, roles, at: day(1) },
    ///     Event::MemberBlocked { organization: customer, partner: None, name: name(), at: day(2), by },
    /// ];
    /// assert_eq!(Removed::of(customer, &history), None);
    /// history.push(Event::MemberRemoved { organization: customer, partner: None, name: name(), at: day(3), by });
    /// assert_eq!(Removed::of(customer, &history), Some(Removed { at: day(3), roles, blocked: true }));
    /// assert_eq!(Removed::of(provider().id, &history), None);
    /// history.push(Event::JoinedByInvitation { organization: customer, roles, at: day(4) });
    /// assert_eq!(Removed::of(customer, &history), None);
    /// ```
    #[must_use]
    pub fn of<'a>(
        customer: OrganizationId,
        history: impl IntoIterator<Item = &'a Event>,
    ) -> Option<Removed> {
        let (mut held, mut is_blocked, mut removed) = (None, false, None);
        for event in history {
            match event {
                Event::Added {
                    organization,
                    roles,
                    ..
                }
                | Event::AddedByAdmin {
                    organization,
                    roles,
                    ..
                }
                | Event::Joined {
                    organization,
                    roles,
                    ..
                }
                | Event::JoinedByInvitation {
                    organization,
                    roles,
                    ..
                } if *organization == customer => {
                    (held, removed) = (Some(*roles), None);
                }
                Event::MemberRestored {
                    organization,
                    roles,
                    blocked,
                    ..
                } if *organization == customer => {
                    (held, removed) = (Some(*roles), None);
                    is_blocked |= *blocked;
                }
                Event::RolesChanged {
                    organization,
                    roles,
                    ..
                } if *organization == customer && held.is_some() => held = Some(*roles),
                Event::MemberBlocked { organization, .. } if *organization == customer => {
                    is_blocked = held.is_some();
                }
                Event::MemberUnblocked { organization, .. } if *organization == customer => {
                    is_blocked = false;
                }
                Event::MemberRemoved {
                    organization, at, ..
                } if *organization == customer => {
                    removed = held.take().map(|roles| Removed {
                        at: *at,
                        roles,
                        blocked: is_blocked,
                    });
                    is_blocked = false;
                }
                _ => {}
            }
        }
        removed
    }

    /// Whether the actor can restore the user now.
    #[must_use]
    pub(super) fn may_be_restored(
        &self,
        about: CustomerFacts<'_>,
        actor: &Actor,
        now: Timestamp,
    ) -> bool {
        now < self.until() && may_help(about, self.roles, actor).is_ok()
    }
}

/// Decides whether a removed user is one of the customer's again, with the roles that it had. A user who was blocked is
/// blocked again. Nothing happens if it is a user of the customer already. Its licenses are
/// [given back](crate::license::give_back) as far as they are free.
///
/// # Errors
/// As [`may_help`], for the roles that the user had; [`Refusal::RestoreOver`] after [`RESTORE_WITHIN`].
///
/// ```
/// use tierline_core::{Evolve as _, access::CustomerFacts, member::{Help, HelpFacts, Removed, help, restore_user}, role::{Role, RoleSet}, testing::*};
/// let (customer, mut mia) = (customer(), customers_user(401));
/// let about = CustomerFacts { organization: &customer, customer: &customer, relationship: None, providers: &[] };
/// let admin = actor(&customer, Role::GlobalAdmin);
/// let removed = Removed { at: day(2), roles: mia.roles_in(customer.id), blocked: false };
/// let facts = HelpFacts { about, user: &mia, others: RoleSet::EMPTY };
/// let event = help(facts, &Help::Remove, &admin, day(2))?.unwrap();
/// mia.apply(&event);
///
/// let event = restore_user(about, &mia, removed, &admin, day(31))?.unwrap();
/// assert_eq!(restore_user(about, &mia, removed, &admin, day(32)).unwrap_err().code(), "restore_over");
/// mia.apply(&event);
/// assert_eq!(mia.roles_in(customer.id), removed.roles);
/// assert_eq!(restore_user(about, &mia, removed, &admin, day(31))?, None);
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn restore_user(
    about: CustomerFacts<'_>,
    user: &User,
    removed: Removed,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    may_help(about, removed.roles, actor)?;
    let customer = about.customer;
    if user.roles.contains_key(&customer.id) {
        return Ok(None);
    }
    if now >= removed.until() {
        return Err(Refusal::RestoreOver {
            at: removed.until(),
        }
        .into());
    }
    Ok(Some(Event::MemberRestored {
        organization: customer.id,
        partner: actor.on_behalf_at(customer.id),
        name: user.name.clone(),
        roles: removed.roles,
        blocked: removed.blocked,
        at: now,
        by: actor.user,
    }))
}
