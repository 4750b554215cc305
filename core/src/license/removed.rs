//! The licenses of a user who is removed, and perhaps restored.

use serde::{Deserialize, Serialize};

use super::{Assignment, By, Event, Pool, Why, withdraw::events};
use crate::{
    Timestamp,
    account::User,
    actor::Actor,
    ids::{AssignmentId, OrganizationId, SubscriptionId},
    read::Read,
};

/// What becomes of the licenses of a user who is removed from the customer: all are free from then on. That the actor
/// may remove the user is decided before.
///
/// ```
/// use tierline_core::{license::{Event, Why, release}, role::Role, testing::*};
/// let customer = customer();
/// let (mia, held) = (customers_user(401), assignment(id(60), 1, id(401)));
/// let released = release(customer.id, &mia, &[held], &actor(&customer, Role::GlobalAdmin), day(2));
/// assert!(matches!(released.as_slice(), [(_, Event::Withdrawn { why: Why::UserRemoved, .. })]));
/// ```
#[must_use]
pub fn release(
    customer: OrganizationId,
    user: &User,
    held: &[Assignment],
    actor: &Actor,
    now: Timestamp,
) -> Vec<(AssignmentId, Event)> {
    let own: Vec<_> = held
        .iter()
        .filter(|it| it.user == user.id)
        .map(|it| (it, &user.name))
        .collect();
    events(
        customer,
        &own,
        Why::UserRemoved,
        By::actor(actor, customer),
        now,
    )
}

/// A license that was released when its user was removed.
#[derive(Clone, Copy, Debug)]
pub struct Released<'a> {
    /// The assignment that ended.
    pub assignment: &'a Assignment,
    /// The licenses of its subscription now, counted while nobody else assigns of it.
    pub pool: Pool<'a>,
    /// The id of the assignment that begins, should there be one.
    pub new: AssignmentId,
}

/// What a restored user has of its licenses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The licenses that it has again.
    pub given: Vec<(AssignmentId, Event)>,
    /// Those that it has not.
    pub lost: Vec<Lost>,
}

/// A license that a restored user did not get back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Lost {
    /// The subscription.
    pub subscription: SubscriptionId,
    /// The product.
    pub product: String,
    /// Why.
    pub why: WhyLost,
}

/// Why a restored user did not get a license back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum WhyLost {
    /// Others hold all that were bought.
    NoneLeft,
    /// The subscription is out of use.
    OutOfUse,
}

/// What a user gets back who is restored: the licenses that were released when it was removed, where one is free now.
/// That the actor may restore the user is decided before. Each subscription counts once.
///
/// ```
/// use tierline_core::{license::{Assignment, Released, Why, WhyLost, Withdrawn, give_back}, role::Role, testing::*};
/// let customer = customer();
/// let (mia, admin) = (customers_user(401), actor(&customer, Role::GlobalAdmin));
/// let withdrawn = Some(Withdrawn { why: Why::UserRemoved, at: day(2) });
/// let over = Assignment { withdrawn, ..assignment(id(60), 1, mia.id) };
/// let of = |pool| Released { assignment: &over, pool, new: id(901) };
/// let back = give_back(customer.id, &mia, day(2), &[of(pool(25, 24))], &admin, day(9));
/// assert_eq!((back.given.len(), back.lost.len()), (1, 0));
/// let back = give_back(customer.id, &mia, day(2), &[of(pool(25, 25))], &admin, day(9));
/// assert_eq!(back.lost.first().map(|it| it.why), Some(WhyLost::NoneLeft));
/// ```
#[must_use]
pub fn give_back(
    customer: OrganizationId,
    user: &User,
    removed: Timestamp,
    released: &[Released<'_>],
    actor: &Actor,
    now: Timestamp,
) -> Restored {
    let mut restored = Restored::default();
    let mut seen = Vec::new();
    for Released {
        assignment,
        pool,
        new,
    } in released
    {
        let by_removal = assignment
            .withdrawn
            .is_some_and(|it| it.why == Why::UserRemoved && it.at == removed);
        let own = assignment.user == user.id && assignment.customer == customer;
        let its_pool = assignment.subscription == pool.subscription;
        if !(by_removal && own && its_pool) || seen.contains(&pool.subscription) {
            continue;
        }
        seen.push(pool.subscription);
        let why = if pool.is_in_use().is_err() {
            Some(WhyLost::OutOfUse)
        } else if pool.free() == 0 {
            Some(WhyLost::NoneLeft)
        } else {
            None
        };
        if let Some(why) = why {
            restored.lost.push(Lost {
                subscription: pool.subscription,
                product: pool.product.to_owned(),
                why,
            });
            continue;
        }
        let event = Event::Assigned {
            customer,
            partner: actor.on_behalf_at(customer),
            subscription: pool.subscription,
            sku: pool.sku,
            user: user.id,
            name: user.name.clone(),
            restored: true,
            at: now,
            by: actor.user,
        };
        restored.given.push((*new, event));
    }
    restored
}
