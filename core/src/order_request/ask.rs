//! The reseller asks.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    Event, MOST_LINES, Parties, Refusal as R, Side, Subject, WAITS, Wanted, check_proposal,
    estimate,
};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::{AssignmentId, OrderRequestId},
    license::Holding,
    partnership,
    refusal::Refusal,
    relationship::{self, Grant},
    subscription::{Sides, Subscription, is_shown_to},
    text::MessageText,
};

/// So many requests of a reseller for one customer wait at most.
pub const MOST_WAITING: u32 = 50;

/// Facts for asking, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct AskFacts<'a> {
    /// The organizations.
    pub parties: Parties<'a>,
    /// What it is about, with the facts of the provider.
    pub subject: Subject<'a>,
    /// A request of the reseller about the same subscription that waits.
    pub open: Option<OrderRequestId>,
    /// How many of its requests for the customer wait.
    pub waiting: u32,
    /// What users hold of that of which there may be fewer.
    pub held: &'a [Holding<'a>],
}

/// A request as the reseller makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewRequest {
    /// What it asks for.
    pub wanted: Wanted,
    /// What it says about it.
    pub note: Option<MessageText>,
    /// Whom it proposes to lose a license, by what they hold, where there are to be fewer than users hold.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub losing: BTreeSet<AssignmentId>,
}

impl NewRequest {
    /// Without a word about it.
    #[must_use]
    pub const fn of(wanted: Wanted) -> NewRequest {
        NewRequest {
            wanted,
            note: None,
            losing: BTreeSet::new(),
        }
    }
}

/// Decides whether the reseller may ask for this.
///
/// # Errors
/// Whatever the actor lacks, by [`authorize_on_customer`](access::authorize_on_customer) for [`Action::AskForOrder`];
/// [`NoPartnership`](partnership::Refusal::NoPartnership) with the provider;
/// [`GrantMissing`](relationship::Refusal::GrantMissing) for a subscription that the reseller does not know of;
/// [`R::TooManyLines`]; [`R::OrderAlreadyAsked`]; [`R::TooManyRequests`]; and whatever would be refused if the provider
/// did it now, as [`estimate`]. For an add-on, a subscription that the reseller does not know of is none. Last, what is
/// wrong with whom it proposes to lose a license, as [`check_proposal`].
///
/// ```
/// use tierline_core::{order_request::{AskFacts, NewRequest, Wanted, When, ask}, role::Role, testing::*};
/// let world = RequestWorld::new();
/// let facts = AskFacts { parties: world.parties(), subject: world.subject(), open: None, waiting: 0, held: &[] };
/// let wanted = Wanted::Quantity { subscription: id(60), from: 25, to: 30, when: When::Now };
/// let new = NewRequest::of(wanted);
/// let run = |facts, role| ask(facts, &new, &actor(&reseller(), role), day(2));
/// assert!(run(facts, Role::SalesAgent).is_ok());
/// assert_eq!(run(facts, Role::HelpdeskAgent).unwrap_err().code(), "role_missing");
/// assert_eq!(run(AskFacts { open: Some(id(9)), ..facts }, Role::SalesAgent).unwrap_err().code(), "order_already_asked");
/// ```
pub fn ask(
    facts: AskFacts<'_>,
    new: &NewRequest,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, Refusal> {
    let AskFacts {
        parties, subject, ..
    } = facts;
    access::authorize_on_customer(parties.access(Side::Reseller), actor, Action::AskForOrder)?;
    in_partnership(parties, now)?;
    knows_of(parties, subject)?;
    let bases = match subject {
        Subject::New { order, .. } => known_bases(parties, order.bases),
        Subject::Change { .. } => Vec::new(),
    };
    let subject = subject.with_bases(&bases);
    if let Wanted::New { lines } = &new.wanted
        && lines.len() > MOST_LINES
    {
        return Err(R::TooManyLines { most: MOST_LINES }.into());
    }
    if let Some(request) = facts.open {
        return Err(R::OrderAlreadyAsked { request }.into());
    }
    if facts.waiting >= MOST_WAITING {
        return Err(R::TooManyRequests { most: MOST_WAITING }.into());
    }
    let estimate = estimate(parties, subject, &new.wanted, now)?;
    check_proposal((parties, subject), new, facts.held, actor, now)?;
    Ok(Event::Asked {
        reseller: parties.reseller.id,
        provider: parties.provider.id,
        customer: parties.customer.id,
        wanted: new.wanted.clone(),
        prices: estimate.prices,
        note: new.note.clone(),
        losing: new.losing.clone(),
        asks_customer: parties.customer.asked_first,
        lapses: now + WAITS,
        at: now,
        by: actor.user,
    })
}

fn in_partnership(parties: Parties<'_>, now: Timestamp) -> Result<(), Refusal> {
    if parties.partnership.is_some_and(|it| it.is_active(now)) {
        return Ok(());
    }
    Err(partnership::Refusal::NoPartnership {
        provider: parties.party(Side::Provider),
        reseller: parties.party(Side::Reseller),
    }
    .into())
}

/// Nobody asks for a change of a subscription that is not shown to them.
fn knows_of(parties: Parties<'_>, subject: Subject<'_>) -> Result<(), Refusal> {
    let Some(subscription) = subject.subscription() else {
        return Ok(());
    };
    if is_known(parties, subscription) {
        return Ok(());
    }
    Err(relationship::Refusal::GrantMissing {
        partner: parties.party(Side::Reseller),
        customer: parties.party(Side::Customer),
        grant: Grant::Administer,
    }
    .into())
}

fn is_known(parties: Parties<'_>, subscription: &Subscription) -> bool {
    let sides = Sides {
        customer: subscription.customer,
        partner: subscription.partner,
        of_record: subscription.partner_of_record,
        support: subscription.support_contact,
    };
    is_shown_to(sides, parties.reseller.id, parties.serves)
}

/// Of these subscriptions of the customer, those that the reseller knows of: it asks for add-ons to no others.
///
/// ```
/// use tierline_core::{order_request::known_bases, relationship::{GrantSet, Side}, testing::*};
/// let mut world = RequestWorld::new();
/// // Nobody lets the reseller administer, and it is not the partner of record.
/// world.serves = relationship(&world.reseller, &world.customer, Side::IndirectReseller, GrantSet::EMPTY);
/// let mut base = world.family.base.clone();
/// assert_eq!(known_bases(world.parties(), &[&base]).len(), 1);
/// base.partner_of_record = None;
/// assert!(known_bases(world.parties(), &[&base]).is_empty());
/// ```
#[must_use]
pub fn known_bases<'a>(parties: Parties<'_>, bases: &[&'a Subscription]) -> Vec<&'a Subscription> {
    let all = bases.iter().copied();
    all.filter(|base| is_known(parties, base)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{Held, Offer},
        order_request::NewLine,
        relationship::GrantSet,
        role::Role,
        testing::*,
    };

    #[test]
    fn an_add_on_is_for_a_subscription_that_the_reseller_knows_of() {
        let mut world = RequestWorld::new();
        world.offers.push(Offer {
            bases: vec![id(50)],
            ..offer(52, "Phone")
        });
        let none = GrantSet::EMPTY;
        let side = relationship::Side::IndirectReseller;
        world.serves = relationship(&world.reseller, &world.customer, side, none);
        let products: Vec<_> = world
            .offers
            .iter()
            .map(|it| (it.product.clone(), Held::default()))
            .collect();
        let lines = vec![NewLine {
            base: Some(id(60)),
            ..NewLine::of(id(52), 5)
        }];
        let new = NewRequest::of(Wanted::New { lines });
        let run = |base: &Subscription| {
            let bases = [base];
            let facts = AskFacts {
                parties: world.parties(),
                subject: world.order(&products).with_bases(&bases),
                open: None,
                waiting: 0,
                held: &[],
            };
            let agent = actor(&reseller(), Role::SalesAgent);
            let asked = ask(facts, &new, &agent, day(2));
            asked.map(drop).map_err(|refusal| refusal.code())
        };
        // The reseller is its partner of record, or is not.
        let mut base = world.family.base.clone();
        assert_eq!(run(&base), Ok(()));
        base.partner_of_record = None;
        assert_eq!(run(&base), Err("base_missing"));
    }
}
