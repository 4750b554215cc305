//! Withdrawing licenses, also because there are to be fewer.

use std::collections::BTreeSet;

use super::{Assignment, By, Event, Pool, Refusal, Why, assign::few, may_manage};
use crate::{
    Timestamp,
    access::CustomerFacts,
    actor::Actor,
    ids::{AssignmentId, OrganizationId},
    money::Quantity,
    text::PersonName,
};

/// Whether the actor withdraws licenses of this customer. Their subscription may be out of use: what is withdrawn then
/// is free when it is brought back.
///
/// # Errors
/// As [`may_manage`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, license::may_withdraw, role::Role, testing::*};
/// let customer = customer();
/// let itself = CustomerFacts { organization: &customer, customer: &customer, relationship: None, providers: &[] };
/// assert!(may_withdraw(itself, &actor(&customer, Role::GlobalAdmin)).is_ok());
/// assert!(may_withdraw(itself, &actor(&customer, Role::User)).is_err());
/// ```
pub fn may_withdraw(about: CustomerFacts<'_>, actor: &Actor) -> Result<(), crate::Refusal> {
    may_manage(about, actor).map(drop)
}

/// Decides whether these licenses are withdrawn, each with its holder's name. Those that are withdrawn already, and
/// those of another customer, stay as they are.
///
/// # Errors
/// As [`may_withdraw`]; [`Refusal::NobodySelected`], [`Refusal::TooManySelected`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, license::{Event, Why, withdraw}, role::Role, testing::*};
/// let customer = customer();
/// let itself = CustomerFacts { organization: &customer, customer: &customer, relationship: None, providers: &[] };
/// let admin = actor(&customer, Role::GlobalAdmin);
/// let (held, name) = (assignment(id(60), 1, id(401)), "Mia Kern".parse().unwrap());
/// let withdrawn = withdraw(itself, &[(&held, &name)], &admin, day(2))?;
/// assert!(matches!(withdrawn.as_slice(), [(_, Event::Withdrawn { why: Why::Asked, partner: None, .. })]));
/// assert_eq!(withdraw(itself, &[], &admin, day(2)).unwrap_err().code(), "nobody_selected");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn withdraw(
    about: CustomerFacts<'_>,
    held: &[(&Assignment, &PersonName)],
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<(AssignmentId, Event)>, crate::Refusal> {
    may_withdraw(about, actor)?;
    few(held.len())?;
    let customer = about.customer.id;
    Ok(events(
        customer,
        held,
        Why::Asked,
        By::actor(actor, customer),
        now,
    ))
}

/// Decides who loses a license when there are to be only so many of a subscription. Part of the decision to have fewer,
/// which says whether the actor may: without names for all that are too many, there are no fewer.
///
/// # Errors
/// [`Refusal::TooManyAssigned`].
///
/// ```
/// use tierline_core::{license::{By, make_room}, money::Quantity, role::Role, testing::*};
/// let reseller = reseller();
/// let by = By::actor(&actor(&reseller, Role::AdminAgent), customer().id);
/// let (held, name) = (assignment(id(60), 1, id(401)), "Mia Kern".parse().unwrap());
/// let wanted = Quantity::new(19)?;
/// let refusal = make_room(&pool(25, 20), customer().id, wanted, &[], by, day(2)).unwrap_err();
/// assert_eq!(
///     refusal.to_string(),
///     "20 licenses of `Business Basic` are assigned, 1 too many; 0 users are named to lose one",
/// );
/// let withdrawn = make_room(&pool(25, 20), customer().id, wanted, &[(&held, &name)], by, day(2)).unwrap();
/// assert_eq!(withdrawn.len(), 1);
/// # Ok::<(), tierline_core::money::MoneyError>(())
/// ```
pub fn make_room(
    pool: &Pool<'_>,
    customer: OrganizationId,
    wanted: Quantity,
    losing: &[(&Assignment, &PersonName)],
    by: By,
    now: Timestamp,
) -> Result<Vec<(AssignmentId, Event)>, Refusal> {
    let of_it: Vec<_> = losing
        .iter()
        .filter(|(held, _)| held.subscription == pool.subscription)
        .copied()
        .collect();
    let withdrawn = events(customer, &of_it, Why::FewerLicenses, by, now);
    let named = u32::try_from(withdrawn.len()).unwrap_or(u32::MAX);
    let too_many = pool.too_many(wanted.get());
    if named < too_many {
        return Err(Refusal::TooManyAssigned {
            subscription: pool.subscription,
            product: pool.product.to_owned(),
            wanted: wanted.get(),
            assigned: pool.assigned,
            too_many,
            named,
        });
    }
    Ok(withdrawn)
}

/// One event for each of these licenses that a user of this customer holds.
pub(super) fn events(
    customer: OrganizationId,
    held: &[(&Assignment, &PersonName)],
    why: Why,
    by: By,
    now: Timestamp,
) -> Vec<(AssignmentId, Event)> {
    let mut seen = BTreeSet::new();
    let ending = held
        .iter()
        .filter(|(it, _)| it.is_held() && it.customer == customer && seen.insert(it.id));
    ending
        .map(|(it, name)| {
            let event = Event::Withdrawn {
                customer,
                partner: by.partner,
                sku: it.sku,
                name: (*name).clone(),
                why,
                at: now,
                by: by.user,
            };
            (it.id, event)
        })
        .collect()
}
