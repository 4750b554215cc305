//! Users of a customer, looked after by its partners and by itself.
//!
//! "Administrator permissions over the customer's subscriptions, licenses and users" ("Partner with indirect providers
//! in the CSP program"): a partner's admins and helpdesk add a customer's users, correct, block, remove and restore
//! them and give them new passwords, with the customer's right to administer. The customer's own global admins do so
//! always, and they alone where the role of a global admin is held, given or taken: whoever helps a customer does not
//! take it over.

use serde::Serialize;

use super::{
    Change, MemberFacts, Refusal, Removed,
    change::{allowed, event, of_another, of_home},
    roles::are_roles_of,
};
use crate::{
    Timestamp,
    access::{self, Action, CustomerFacts},
    account::{Event, User},
    actor::Actor,
    ids::UserId,
    invitation::PaceFacts,
    role::{Role, RoleSet},
    text::{EmailAddress, PersonName},
};

/// A user to add to a customer. Serialized to tell a repeated request from another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewUser {
    /// The name.
    pub name: PersonName,
    /// The work account, in the customer's domain.
    pub user_name: EmailAddress,
    /// The roles at the customer.
    pub roles: RoleSet,
}

/// Whether the address of a new user is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Nobody signs in by it.
    No,
    /// Somebody does.
    Yes,
    /// Somebody does who was removed from the customer's users.
    ByRemoved {
        /// The user.
        user: UserId,
        /// What is kept of it.
        removed: Removed,
    },
}

/// What a customer's partner, or the customer itself, does to one of its users. Serialized to tell a repeated request
/// from another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "help", rename_all = "snake_case")]
pub enum Help {
    /// Another name.
    Rename {
        /// The name.
        name: PersonName,
    },
    /// These roles from now on.
    Roles {
        /// The roles.
        roles: RoleSet,
    },
    /// The user may no longer act for the customer, and keeps its licenses.
    Block,
    /// The user may act for it again.
    Unblock,
    /// The user is no longer one of the customer's. Its licenses are [released](crate::license::release).
    Remove,
    /// A new temporary password, which whoever asked is shown once.
    ResetPassword,
}

/// Facts for helping a customer's user, read while no other change of the customer's users is made.
#[derive(Clone, Copy, Debug)]
pub struct HelpFacts<'a> {
    /// The actor's organization, the customer and their relationship.
    pub about: CustomerFacts<'a>,
    /// The user.
    pub user: &'a User,
    /// The roles of the customer's other users who may act there.
    pub others: RoleSet,
}

/// Whether the actor looks after the customer's users who hold these roles.
///
/// # Errors
/// As [`authorize_on_customer`](access::authorize_on_customer); [`RoleMissing`](access::Refusal::RoleMissing) for
/// global admins, of whom the customer's own take care.
///
/// ```
/// use tierline_core::{access::CustomerFacts, member::may_help, relationship::Side, role::{Role, RoleSet}, testing::*};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let helpdesk = actor(&reseller, Role::HelpdeskAgent);
/// assert!(may_help(about, RoleSet::of(&[Role::User]), &helpdesk).is_ok());
/// assert!(may_help(about, RoleSet::of(&[Role::GlobalAdmin]), &helpdesk).is_err());
/// let itself = CustomerFacts { organization: &customer, relationship: None, ..about };
/// let admin = actor(&customer, Role::GlobalAdmin);
/// assert!(may_help(itself, RoleSet::of(&[Role::GlobalAdmin]), &admin).is_ok());
/// ```
pub fn may_help(
    about: CustomerFacts<'_>,
    roles: RoleSet,
    actor: &Actor,
) -> Result<(), crate::Refusal> {
    access::authorize_on_customer(about, actor, Action::ManageUsers)?;
    let customer = about.customer;
    if roles.contains(Role::GlobalAdmin) {
        // The roles of another organization's user are none here.
        access::authorize_own(customer, actor, Action::ManageGlobalAdmins)?;
    }
    Ok(())
}

/// Decides whether the customer gets another user, who signs in with a temporary password first. `taken` says whether
/// somebody signs in by that address already. Whoever may restore a removed user is told so.
///
/// # Errors
/// As [`may_help`]; [`Refusal::NoRole`], [`Refusal::RoleElsewhere`]; [`Refusal::AddressElsewhere`] for an address that
/// is not of the customer's domain; [`Refusal::AddressOfRemoved`] and [`Refusal::AddressTaken`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, account::{Event, Password, User}, member::{NewUser, Taken, add_user}, relationship::Side, role::{Role, RoleSet}, testing::*, Evolve as _};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let helpdesk = actor(&reseller, Role::HelpdeskAgent);
/// let new = NewUser {
///     name: "Tom Berg".parse()?,
///     user_name: "tom@org4.example".parse()?,
///     roles: RoleSet::of(&[Role::User]),
/// };
/// let event = add_user(about, &new, Taken::No, &helpdesk, day(2)).unwrap();
/// assert_eq!(User::evolve(id(402), None, &event).unwrap().password, Password::Temporary);
/// let refusal = add_user(about, &new, Taken::Yes, &helpdesk, day(2)).unwrap_err();
/// assert_eq!(refusal.to_string(), "somebody signs in as tom@org4.example already");
/// # Ok::<(), tierline_core::text::TextError>(())
/// ```
pub fn add_user(
    about: CustomerFacts<'_>,
    new: &NewUser,
    taken: Taken,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    may_help(about, new.roles, actor)?;
    let customer = about.customer;
    are_roles_of(customer, new.roles)?;
    if new.user_name.in_lower_case().domain() != customer.domain.as_str() {
        return Err(Refusal::AddressElsewhere {
            address: new.user_name.clone(),
            domain: customer.domain.to_string(),
        }
        .into());
    }
    let address = || new.user_name.clone();
    match taken {
        Taken::No => {}
        Taken::ByRemoved { user, removed } if removed.may_be_restored(about, actor, now) => {
            return Err(Refusal::AddressOfRemoved {
                address: address(),
                customer: customer.id,
                user,
                until: removed.until(),
            }
            .into());
        }
        Taken::Yes | Taken::ByRemoved { .. } => {
            return Err(Refusal::AddressTaken { address: address() }.into());
        }
    }
    Ok(Event::AddedByAdmin {
        organization: customer.id,
        partner: actor.on_behalf_at(customer.id),
        name: new.name.clone(),
        user_name: new.user_name.clone(),
        roles: new.roles,
        at: now,
        by: actor.user,
    })
}

/// Decides what is done to a user of the customer. Nothing happens if it is so already.
///
/// # Errors
/// As [`may_help`], for the roles that the user has and those that it is to have; otherwise as
/// [`change`](super::change). A password is reset for another person, [at home](super::is_at_home), who is not blocked;
/// and by a partner for one who belongs to the customer alone.
///
/// ```
/// use tierline_core::{access::CustomerFacts, account::Event, member::{Help, HelpFacts, help}, relationship::Side, role::{Role, RoleSet}, testing::*};
/// let (reseller, customer, mia) = (reseller(), customer(), customers_user(401));
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let facts = HelpFacts { about, user: &mia, others: RoleSet::EMPTY };
/// let helpdesk = actor(&reseller, Role::HelpdeskAgent);
/// let event = help(facts, &Help::Block, &helpdesk, day(2))?.unwrap();
/// assert!(matches!(event, Event::MemberBlocked { partner: Some(partner), .. } if partner == reseller.id));
/// assert_eq!(help(facts, &Help::Unblock, &helpdesk, day(2))?, None, "not blocked");
/// assert!(help(facts, &Help::Block, &actor(&reseller, Role::SalesAgent), day(2)).is_err());
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn help(
    facts: HelpFacts<'_>,
    help: &Help,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    let HelpFacts {
        about,
        user,
        others,
    } = facts;
    let customer = about.customer;
    may_help(about, user.roles_in(customer.id), actor)?;
    if !user.roles.contains_key(&customer.id) {
        return Err(access::role_missing(customer, Action::ManageUsers));
    }
    let change = match help {
        Help::Rename { name } => Change::Rename { name: name.clone() },
        Help::Roles { roles } => Change::Roles { roles: *roles },
        Help::Block => Change::Block,
        Help::Unblock => Change::Unblock,
        Help::Remove => Change::Remove,
        Help::ResetPassword => return Ok(Some(reset_password(facts, actor, now)?)),
    };
    let member = MemberFacts {
        organization: customer,
        user,
        others,
        // Nothing of this is mailed with a link.
        pace: PaceFacts::default(),
    };
    let give = |roles| may_help(about, roles, actor);
    allowed(member, &change, actor, now, give)?;
    if let Change::Rename { .. } = change {
        of_customer_alone(facts, actor)?;
    }
    Ok(event(member, &change, actor, now))
}

/// A name and a password count wherever the user belongs. A partner decides of them while that is the customer alone:
/// with a new password it could act for the other organization too. Where the account is at home, it is decided by the
/// customer itself.
fn of_customer_alone(facts: HelpFacts<'_>, actor: &Actor) -> Result<(), Refusal> {
    let HelpFacts { about, user, .. } = facts;
    let customer = about.customer.id;
    let is_elsewhere = user.roles.keys().any(|it| *it != customer);
    if is_elsewhere && actor.on_behalf_at(customer).is_some() {
        return Err(Refusal::AccountElsewhere {
            organization: about.organization.party(),
        });
    }
    Ok(())
}

fn reset_password(facts: HelpFacts<'_>, actor: &Actor, at: Timestamp) -> Result<Event, Refusal> {
    let (customer, user) = (facts.about.customer, facts.user);
    of_another(user, actor)?;
    of_home(customer, user)?;
    of_customer_alone(facts, actor)?;
    if !user.may_act_in(customer.id) {
        let by_operator = user.is_blocked;
        return Err(Refusal::MemberBlocked { by_operator });
    }
    Ok(Event::PasswordResetByAdmin {
        organization: customer.id,
        partner: actor.on_behalf_at(customer.id),
        name: user.name.clone(),
        at,
        by: actor.user,
    })
}
