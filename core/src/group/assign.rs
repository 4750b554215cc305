//! The groups of a customer.

use std::collections::BTreeSet;

use super::{CustomerGroup, may_keep, named, names};
use crate::{
    Timestamp,
    access::{self, Action, CustomerFacts},
    actor::Actor,
    ids::CustomerGroupId,
    relationship::Event,
};

/// Facts for putting a customer into groups.
#[derive(Clone, Copy, Debug)]
pub struct AssignFacts<'a> {
    /// The partner, the customer and their relationship.
    pub about: CustomerFacts<'a>,
    /// The partner's groups, without removed ones.
    pub groups: &'a [CustomerGroup],
}

/// Whether the actor puts this customer into groups.
///
/// # Errors
/// As [`may_keep`], and as [`authorize_on_customer`](access::authorize_on_customer) for seeing the customer.
///
/// ```
/// use tierline_core::{access::CustomerFacts, group::may_assign, relationship::Side, role::Role, testing::*};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// assert!(may_assign(about, &actor(&reseller, Role::AdminAgent)).is_ok());
/// assert!(may_assign(about, &actor(&reseller, Role::SalesAgent)).is_err());
/// assert!(may_assign(CustomerFacts { relationship: None, ..about }, &actor(&reseller, Role::AdminAgent)).is_err());
/// ```
pub fn may_assign(about: CustomerFacts<'_>, actor: &Actor) -> Result<(), crate::Refusal> {
    may_keep(about.organization, actor)?;
    access::authorize_on_customer(about, actor, Action::ViewCustomers).map(drop)
}

/// Decides in which groups the customer is from now on. Nothing happens if it is in these already.
///
/// # Errors
/// As [`may_assign`]; [`NoSuchGroup`](super::Refusal::NoSuchGroup).
///
/// ```
/// use tierline_core::{Evolve, access::CustomerFacts, group::{AssignFacts, assign}, relationship::{Relationship, Side}, role::Role, testing::*};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let facts = AssignFacts { about, groups: &[customer_group(&reseller, 1, "North")] };
/// let agent = actor(&reseller, Role::AdminAgent);
/// let event = assign(facts, &[id(1)].into(), &agent, day(2))?.unwrap();
/// let after = Relationship::evolve(granted.id, Some(granted.clone()), &event).unwrap();
/// assert!(after.groups.contains(&id(1)));
/// assert_eq!(assign(facts, &[].into(), &agent, day(2))?, None);
/// assert_eq!(assign(facts, &[id(2)].into(), &agent, day(2)).unwrap_err().code(), "no_such_group");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn assign(
    facts: AssignFacts<'_>,
    wanted: &BTreeSet<CustomerGroupId>,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    may_assign(facts.about, actor)?;
    let chosen = named(facts.groups, wanted.iter().copied())?;
    let held = facts.about.relationship.map(|it| &it.groups);
    if held.is_none_or(|held| held == wanted) {
        return Ok(None);
    }
    Ok(Some(Event::Grouped {
        groups: wanted.clone(),
        from: names(facts.groups, held.into_iter().flatten().copied()),
        to: chosen.into_iter().map(|group| group.name.clone()).collect(),
        at: now,
        by: actor.user,
    }))
}
