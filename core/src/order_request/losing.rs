//! Who loses a license by a request for fewer: the reseller proposes, and whoever approves says it.

use serde::Serialize;

use super::{
    Facts, Made, NewIds, NewRequest, Parties, Refusal as R, Side, Subject, Wanted, When,
    approve::made, price::any_user_of,
};
use crate::{
    Timestamp,
    actor::Actor,
    ids::OrderId,
    license::{self, Holding, Losing},
    refusal::Refusal,
    role::Role,
    subscription::Happened,
};

/// Who loses a license by an approval, if there are to be fewer than users hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Loses {
    /// Whom the reseller has proposed.
    Proposed,
    /// Whom the approver says.
    Said(Losing),
}

impl Wanted {
    /// Whether there are to be fewer licenses with the approval: then somebody may lose one. At a renewal nobody is
    /// there to ask, and those who got theirs last lose them.
    ///
    /// ```
    /// use tierline_core::{order_request::{Wanted, When}, testing::*};
    /// let to = |to, when| Wanted::Quantity { subscription: id(60), from: 25, to, when };
    /// assert!(to(20, When::Now).is_fewer_at_once());
    /// assert!(!to(30, When::Now).is_fewer_at_once() && !to(20, When::AtRenewal).is_fewer_at_once());
    /// ```
    #[must_use]
    pub const fn is_fewer_at_once(&self) -> bool {
        matches!(self, Wanted::Quantity { from, to, when: When::Now, .. } if *to < *from)
    }
}

/// What would happen to the subscription if the provider approved it now, whoever of its users does.
///
/// # Errors
/// As [`subscription::decide`](crate::subscription::decide); [`R::NotWhatWasAsked`] where new subscriptions are asked
/// for.
pub fn as_change(
    parties: Parties<'_>,
    subject: Subject<'_>,
    wanted: &Wanted,
    now: Timestamp,
) -> Result<Vec<Happened>, Refusal> {
    let ids = NewIds {
        order: OrderId::from_uuid(uuid::Uuid::nil()),
        subscriptions: &[],
    };
    let actor = any_user_of(parties.provider);
    match made(parties, subject, wanted, ids, &actor, now)? {
        Made::Change(happened) => Ok(happened),
        Made::Order(_) => Err(R::NotWhatWasAsked.into()),
    }
}

/// Checks whom a reseller proposes to lose a license. The held ones are those of which there may be fewer.
///
/// # Errors
/// As [`license::may_choose`]; [`R::NobodyLosesOne`] where there are not to be fewer at once; and as
/// [`license::follow`] where these are not as many as are too many.
pub fn check_proposal(
    (parties, subject): (Parties<'_>, Subject<'_>),
    new: &NewRequest,
    held: &[Holding<'_>],
    actor: &Actor,
    now: Timestamp,
) -> Result<(), Refusal> {
    if new.losing.is_empty() {
        return Ok(());
    }
    let losing = Losing::Chosen(new.losing.clone());
    license::may_choose(parties.access(Side::Reseller), &losing, actor)?;
    let Subject::Change { facts, .. } = subject else {
        return Err(R::NobodyLosesOne.into());
    };
    if !new.wanted.is_fewer_at_once() {
        return Err(R::NobodyLosesOne.into());
    }
    let happened = as_change(parties, subject, &new.wanted, now)?;
    license::follow(facts.family, facts.offers, &happened, held, &losing).map(drop)
}

/// Who loses a license by an approval of this actor. Whom a reseller proposes, counts as long as it administers the
/// customer's users: the provider need not, for it adds nothing to that.
///
/// # Errors
/// As [`license::may_choose`], for whoever says it.
///
/// ```
/// use tierline_core::{license::Losing, order_request::{Facts, Loses, losing}, relationship::{GrantSet, Side}, role::Role, testing::*};
/// let mut world = RequestWorld::new();
/// let mut request = order_request();
/// request.losing = [id(900)].into();
/// let chosen = Losing::Chosen([id(900)].into());
/// let run = |world: &RequestWorld, loses: &Loses| {
///     let facts = Facts { request: &request, parties: world.parties(), subscription: world.subject().subscription() };
///     losing(facts, loses, &actor(&provider(), Role::AdminAgent)).map_err(|refusal| refusal.code())
/// };
/// assert_eq!(run(&world, &Loses::Proposed), Ok(chosen.clone()));
/// // Who only orders names nobody.
/// assert_eq!(run(&world, &Loses::Said(chosen)), Err("grant_missing"));
/// assert_eq!(run(&world, &Loses::Said(Losing::Latest)), Ok(Losing::Latest));
/// // The reseller does not administer any more.
/// world.serves = relationship(&world.reseller, &world.customer, Side::IndirectReseller, GrantSet::EMPTY);
/// assert_eq!(run(&world, &Loses::Proposed), Err("grant_missing"));
/// ```
pub fn losing(facts: Facts<'_>, loses: &Loses, actor: &Actor) -> Result<Losing, Refusal> {
    let parties = facts.parties;
    match loses {
        Loses::Said(losing) => {
            license::may_choose(parties.access(Side::Provider), losing, actor)?;
            Ok(losing.clone())
        }
        Loses::Proposed => {
            let losing = Losing::Chosen(facts.request.losing.clone());
            let mut agent = any_user_of(parties.reseller);
            agent.roles = agent.roles.with(Role::AdminAgent);
            license::may_choose(parties.access(Side::Reseller), &losing, &agent)?;
            Ok(losing)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        ids::AssignmentId,
        order_request::{AskFacts, Event, ask},
        testing::*,
    };

    /// The reseller asks for 19 of 25 licenses on day 2, when users hold 20, and proposes these.
    fn asked(
        losing: BTreeSet<AssignmentId>,
        when: When,
        role: Role,
    ) -> Result<Event, &'static str> {
        let world = RequestWorld::new();
        let name = "Mia Kern".parse().unwrap();
        let all: Vec<_> = (0..20)
            .map(|number| assignment(id(60), 900 + number, id(401 + number)))
            .collect();
        let held: Vec<Holding<'_>> = all.iter().map(|it| (it, &name)).collect();
        let facts = AskFacts {
            parties: world.parties(),
            subject: world.subject(),
            open: None,
            waiting: 0,
            held: &held,
        };
        let wanted = Wanted::Quantity {
            subscription: id(60),
            from: 25,
            to: 19,
            when,
        };
        let new = NewRequest {
            losing,
            ..NewRequest::of(wanted)
        };
        let by = crate::testing::actor(&reseller(), role);
        ask(facts, &new, &by, day(2)).map_err(|refusal| refusal.code())
    }

    #[test]
    fn a_reseller_proposes_as_many_as_are_too_many() {
        let now = |losing| asked(losing, When::Now, Role::AdminAgent);
        let one = BTreeSet::from([id(905)]);
        let proposed = now(one.clone());
        assert!(matches!(&proposed, Ok(Event::Asked { losing, .. }) if *losing == one));
        // Or it leaves it to whoever approves.
        assert!(now(BTreeSet::new()).is_ok());
        // Who holds none does not count.
        let nobody = BTreeSet::from([id(1)]);
        assert_eq!(now(nobody), Err("too_many_assigned"));
    }

    #[test]
    fn it_proposes_nobody_without_the_role_or_for_a_renewal() {
        let one = BTreeSet::from([id(905)]);
        let by_sales = asked(one.clone(), When::Now, Role::SalesAgent);
        assert_eq!(by_sales, Err("role_missing"));
        let later = asked(one, When::AtRenewal, Role::AdminAgent);
        assert_eq!(later, Err("nobody_loses_one"));
    }
}
