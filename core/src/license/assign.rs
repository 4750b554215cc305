//! Assigning licenses.

use std::collections::BTreeSet;

use super::{Event, Pool, Refusal, may_manage};
use crate::{
    Timestamp, access::CustomerFacts, account::User, actor::Actor, ids::AssignmentId,
    organization::Organization,
};

/// The most users who get or lose a license by one request.
pub const MOST_AT_ONCE: u32 = 1_000;

/// Facts for assigning licenses of one subscription, read while nobody else assigns of it.
#[derive(Clone, Copy, Debug)]
pub struct AssignFacts<'a> {
    /// The actor's organization, the customer and their relationship.
    pub about: CustomerFacts<'a>,
    /// The subscription's licenses.
    pub pool: Pool<'a>,
}

/// A user who is to get a license.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The user.
    pub user: &'a User,
    /// Whether the user holds one of this subscription already.
    pub holds_one: bool,
    /// The id of the assignment, should there be one.
    pub assignment: AssignmentId,
}

/// Whether this user could get a license of this subscription, if one is free: for a page that says so in advance.
///
/// # Errors
/// As [`assign`], without the actor.
///
/// ```
/// use tierline_core::{license::could_assign, testing::*};
/// let (customer, mut mia) = (customer(), customers_user(401));
/// assert!(could_assign(&customer, &pool(25, 24), &mia).is_ok());
/// assert_eq!(could_assign(&customer, &pool(25, 25), &mia).unwrap_err().code(), "no_license_left");
/// mia.blocked_in.insert(customer.id);
/// assert_eq!(could_assign(&customer, &pool(25, 24), &mia).unwrap_err().code(), "holder_blocked");
/// ```
pub fn could_assign(customer: &Organization, pool: &Pool<'_>, user: &User) -> Result<(), Refusal> {
    pool.is_in_use()?;
    may_hold(customer, user)?;
    enough(pool, 1)
}

/// Decides whether all of these users get a license: all of them, or none. Whoever holds one already keeps it, and
/// needs no other.
///
/// # Errors
/// As [`may_manage`]; [`Refusal::NobodySelected`], [`Refusal::TooManySelected`]; [`Refusal::SubscriptionNotInUse`];
/// for the first user who can't have one, [`Refusal::NoUserOfCustomer`] or [`Refusal::HolderBlocked`]; and
/// [`Refusal::NoLicenseLeft`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, license::{AssignFacts, Candidate, Event, assign}, relationship::Side, role::Role, testing::*};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let agent = actor(&reseller, Role::HelpdeskAgent);
/// let (mia, tom) = (customers_user(401), customers_user(402));
/// let both = [&mia, &tom].map(|user| Candidate { user, holds_one: false, assignment: id(900) });
///
/// // One license is left: two users do not get it.
/// let facts = AssignFacts { about, pool: pool(25, 24) };
/// let refusal = assign(facts, &both, &agent, day(2)).unwrap_err();
/// assert_eq!(refusal.to_string(), "2 asked for of `Business Basic`, 24 of 25 are assigned");
///
/// let assigned = assign(facts, &both[..1], &agent, day(2))?;
/// let [(_, Event::Assigned { partner, user, .. })] = assigned.as_slice() else { unreachable!() };
/// assert_eq!((*partner, *user), (Some(reseller.id), mia.id));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn assign(
    facts: AssignFacts<'_>,
    users: &[Candidate<'_>],
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<(AssignmentId, Event)>, crate::Refusal> {
    may_manage(facts.about, actor)?;
    few(users.len())?;
    let (customer, pool) = (facts.about.customer, &facts.pool);
    pool.is_in_use()?;
    let mut seen = BTreeSet::new();
    let mut new = Vec::new();
    for candidate in users {
        may_hold(customer, candidate.user)?;
        if !candidate.holds_one && seen.insert(candidate.user.id) {
            new.push(candidate);
        }
    }
    enough(pool, u32::try_from(new.len()).unwrap_or(u32::MAX))?;
    let assigned = new.into_iter().map(|candidate| {
        let event = Event::Assigned {
            customer: customer.id,
            partner: actor.on_behalf_at(customer.id),
            subscription: pool.subscription,
            sku: pool.sku,
            user: candidate.user.id,
            name: candidate.user.name.clone(),
            restored: false,
            at: now,
            by: actor.user,
        };
        (candidate.assignment, event)
    });
    Ok(assigned.collect())
}

/// Whether so many licenses are free.
pub(super) fn enough(pool: &Pool<'_>, asked: u32) -> Result<(), Refusal> {
    if asked <= pool.free() {
        return Ok(());
    }
    Err(Refusal::NoLicenseLeft {
        subscription: pool.subscription,
        product: pool.product.to_owned(),
        bought: pool.bought,
        assigned: pool.assigned,
        asked,
    })
}

/// Whether somebody is selected, and not too many.
pub(super) fn few(selected: usize) -> Result<(), Refusal> {
    match selected {
        0 => Err(Refusal::NobodySelected),
        many if many > MOST_AT_ONCE as usize => {
            Err(Refusal::TooManySelected { most: MOST_AT_ONCE })
        }
        _ => Ok(()),
    }
}

/// Whether a license can be in this user's hands: a user of the customer who may act there.
pub(super) fn may_hold(customer: &Organization, user: &User) -> Result<(), Refusal> {
    if !user.roles.contains_key(&customer.id) {
        return Err(Refusal::NoUserOfCustomer {
            name: user.name.clone(),
            customer: customer.party(),
        });
    }
    if user.may_act_in(customer.id) {
        return Ok(());
    }
    Err(Refusal::HolderBlocked {
        name: user.name.clone(),
    })
}
