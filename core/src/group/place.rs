//! Putting many customers into a group, or taking them out of it.

use std::{collections::BTreeSet, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{AssignFacts, CustomerGroup, Refusal, assign, may_assign, may_keep, named};
use crate::{
    Timestamp, actor::Actor, ids::CustomerGroupId, organization::Organization, read::Read,
    relationship::Event,
};

/// So many customers are put into a group at once: as many as are done in a few minutes. Whoever has more chooses them
/// by a filter.
pub const MOST_PLACED: u32 = 20_000;

/// What is done with the chosen customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Placing {
    /// They are put into the group.
    In,
    /// They are taken out of it.
    Out,
}

impl Placing {
    /// What undoes it.
    #[must_use]
    pub const fn undone(self) -> Placing {
        match self {
            Placing::In => Placing::Out,
            Placing::Out => Placing::In,
        }
    }

    /// The stable name, as stored and posted.
    ///
    /// ```
    /// use tierline_core::group::Placing;
    /// assert_eq!(Placing::In.code().parse(), Ok(Placing::In));
    /// assert!("through".parse::<Placing>().is_err());
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Placing::In => "in",
            Placing::Out => "out",
        }
    }
}

/// Neither `in` nor `out`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPlacing;

impl fmt::Display for NotPlacing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither in nor out")
    }
}

impl std::error::Error for NotPlacing {}

impl FromStr for Placing {
    type Err = NotPlacing;

    fn from_str(code: &str) -> Result<Placing, NotPlacing> {
        let both = [Placing::In, Placing::Out];
        both.into_iter()
            .find(|it| it.code() == code)
            .ok_or(NotPlacing)
    }
}

/// Facts for placing many customers.
#[derive(Clone, Copy, Debug)]
pub struct PlacingFacts<'a> {
    /// The partner.
    pub organization: &'a Organization,
    /// Its groups, without removed ones.
    pub groups: &'a [CustomerGroup],
    /// The group.
    pub group: CustomerGroupId,
    /// How many customers were chosen; beyond [`MOST_PLACED`] it does not matter by how much.
    pub customers: u64,
}

/// Whether the actor places that many customers. Asked once more in each step: whoever may do it no more stops there.
///
/// # Errors
/// As [`may_keep`]; [`Refusal::NoSuchGroup`], [`Refusal::NoCustomerChosen`], [`Refusal::TooManyCustomers`].
///
/// ```
/// use tierline_core::{group::{MOST_PLACED, PlacingFacts, may_place}, role::Role, testing::*};
/// let reseller = reseller();
/// let north = customer_group(&reseller, 1, "North");
/// let facts = PlacingFacts { organization: &reseller, groups: std::slice::from_ref(&north), group: north.id, customers: 1 };
/// let agent = actor(&reseller, Role::AdminAgent);
/// assert!(may_place(facts, &agent).is_ok());
/// let code = |customers| may_place(PlacingFacts { customers, ..facts }, &agent).unwrap_err().code();
/// assert_eq!(code(0), "no_customer_chosen");
/// assert_eq!(code(u64::from(MOST_PLACED) + 1), "too_many_customers");
/// assert!(may_place(facts, &actor(&reseller, Role::SalesAgent)).is_err());
/// ```
pub fn may_place(facts: PlacingFacts<'_>, actor: &Actor) -> Result<(), crate::Refusal> {
    may_keep(facts.organization, actor)?;
    named(facts.groups, [facts.group])?;
    Ok(may_choose(facts.customers)?)
}

/// Whether so many customers may be chosen for something that is done with each of them.
///
/// # Errors
/// [`Refusal::NoCustomerChosen`], [`Refusal::TooManyCustomers`].
///
/// ```
/// use tierline_core::group::{MOST_PLACED, may_choose};
/// assert!(may_choose(0).is_err() && may_choose(1).is_ok());
/// assert!(may_choose(u64::from(MOST_PLACED) + 1).is_err());
/// ```
pub fn may_choose(customers: u64) -> Result<(), Refusal> {
    if customers == 0 {
        return Err(Refusal::NoCustomerChosen);
    }
    if customers > u64::from(MOST_PLACED) {
        return Err(Refusal::TooManyCustomers { most: MOST_PLACED });
    }
    Ok(())
}

/// Facts for undoing what was done with many customers.
#[derive(Clone, Copy, Debug)]
pub struct UndoFacts<'a> {
    /// Of the customers whose groups are still as they were left; the others keep theirs.
    pub placing: PlacingFacts<'a>,
    /// Whether it is done.
    pub is_done: bool,
    /// Whether it was undone before.
    pub is_undone: bool,
}

/// Whether the actor undoes what was done with many customers. It was done in one group, so the same customers are
/// placed the other way round.
///
/// # Errors
/// As [`may_place`]; [`Refusal::PlacingUnderWay`], [`Refusal::PlacingUndone`].
///
/// ```
/// use tierline_core::{group::{PlacingFacts, UndoFacts, may_undo}, role::Role, testing::*};
/// let reseller = reseller();
/// let north = customer_group(&reseller, 1, "North");
/// let placing = PlacingFacts { organization: &reseller, groups: std::slice::from_ref(&north), group: north.id, customers: 3 };
/// let facts = UndoFacts { placing, is_done: true, is_undone: false };
/// let agent = actor(&reseller, Role::AdminAgent);
/// assert!(may_undo(facts, &agent).is_ok());
/// let code = |facts| may_undo(facts, &agent).unwrap_err().code();
/// assert_eq!(code(UndoFacts { is_done: false, ..facts }), "placing_under_way");
/// assert_eq!(code(UndoFacts { is_undone: true, ..facts }), "placing_undone");
/// // Every customer was changed since.
/// assert_eq!(code(UndoFacts { placing: PlacingFacts { customers: 0, ..placing }, ..facts }), "no_customer_chosen");
/// ```
pub fn may_undo(facts: UndoFacts<'_>, actor: &Actor) -> Result<(), crate::Refusal> {
    may_keep(facts.placing.organization, actor)?;
    if !facts.is_done {
        return Err(Refusal::PlacingUnderWay.into());
    }
    if facts.is_undone {
        return Err(Refusal::PlacingUndone.into());
    }
    may_place(facts.placing, actor)
}

/// Decides whether one customer gets into the group, or out of it. It stays in its other groups. Nothing happens if it
/// is so already.
///
/// # Errors
/// As [`assign`].
///
/// ```
/// use tierline_core::{Evolve, access::CustomerFacts, group::{AssignFacts, Placing, place}, relationship::{Relationship, Side}, role::Role, testing::*};
/// let (reseller, customer) = (reseller(), customer());
/// let mut tied = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// // In another group, and in one that was removed since.
/// tied.groups = [id(2), id(3)].into();
/// let groups = [customer_group(&reseller, 1, "North"), customer_group(&reseller, 2, "Large")];
/// let agent = actor(&reseller, Role::AdminAgent);
/// let placed = |tied: &Relationship, placing| {
///     let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(tied), providers: &[] };
///     place(AssignFacts { about, groups: &groups }, id(1), placing, &agent, day(2))
/// };
/// assert_eq!(placed(&tied, Placing::Out)?, None);
/// let event = placed(&tied, Placing::In)?.unwrap();
/// let after = Relationship::evolve(tied.id, Some(tied.clone()), &event).unwrap();
/// assert_eq!(after.groups, [id(1), id(2)].into());
/// assert_eq!(placed(&after, Placing::In)?, None);
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn place(
    facts: AssignFacts<'_>,
    group: CustomerGroupId,
    placing: Placing,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    may_assign(facts.about, actor)?;
    let held = facts.about.relationship.map(|it| &it.groups);
    let is_in = held.is_some_and(|held| held.contains(&group));
    if is_in == (placing == Placing::In) {
        named(facts.groups, [group])?;
        return Ok(None);
    }
    let is_there = |id: &CustomerGroupId| facts.groups.iter().any(|it| it.id == *id);
    let held = held.into_iter().flatten().copied().filter(is_there);
    let mut wanted: BTreeSet<CustomerGroupId> = held.collect();
    match placing {
        Placing::In => wanted.insert(group),
        Placing::Out => wanted.remove(&group),
    };
    assign(facts, &wanted, actor, now)
}
