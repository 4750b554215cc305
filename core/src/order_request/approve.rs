//! The provider's approval, which is the order or the change.

use serde::Serialize;

use super::{Event, Facts, OrderRequest, Parties, Refusal as R, Side, Subject, Wanted, estimate};
use crate::{
    Timestamp,
    access::Action,
    actor::Actor,
    ids::{OrderId, SubscriptionId},
    order::{self, Line, OrderFacts, Ordered, PartnerOfRecord},
    refusal::Refusal,
    subscription::{self, Command, Happened},
};

/// What whoever approves has seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Approval {
    /// How often the request had been changed.
    pub revision: u32,
    /// What it cost: [`Estimate::cost`](super::Estimate::cost).
    pub cost: String,
    /// Whether it is approved although a price is not the one of the day on which it was asked for.
    pub confirmed: bool,
}

/// The ids of what an approval makes.
#[derive(Clone, Copy, Debug)]
pub struct NewIds<'a> {
    /// Of the order.
    pub order: OrderId,
    /// Of the subscriptions, one for each line.
    pub subscriptions: &'a [SubscriptionId],
}

/// What an approval has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// An order with its subscriptions.
    Order(Ordered),
    /// A change of a subscription, with what follows from it.
    Change(Vec<Happened>),
}

/// Decides whether the provider approves, and what comes of it. The reseller is the partner of record of what is new.
///
/// # Errors
/// Whatever the actor lacks for [`Action::AnswerOrderRequest`]; [`R::AnotherSide`]; [`R::RequestClosed`], for the
/// second of two who approve; [`R::RequestWaits`] while the customer has not agreed; [`R::RequestChanged`] when it is
/// not what was shown; as [`order`](crate::order::order) or [`subscription::decide`] for the actor; then
/// [`subscription::Refusal::CostChanged`] when it does not cost what was shown, and [`R::PricesChanged`] when it does
/// not cost what it cost when it was asked for, and that was not confirmed.
///
/// ```
/// use tierline_core::{order_request::{Approval, Facts, Made, NewIds, approve, estimate}, role::Role, testing::*};
/// let world = RequestWorld::new();
/// let request = order_request();
/// let facts = Facts { request: &request, parties: world.parties(), subscription: world.subject().subscription() };
/// let ids = NewIds { order: id(71), subscriptions: &[] };
/// let cost = estimate(world.parties(), world.subject(), request.wanted(), day(2))?.cost();
/// let shown = Approval { revision: 0, cost, confirmed: false };
/// let agent = actor(&provider(), Role::SalesAgent);
/// let (_, made) = approve(facts, Some(world.subject()), &shown, ids, &agent, day(2))?;
/// assert!(matches!(made, Made::Change(events) if events.len() == 1));
/// // Nobody but the provider.
/// let reseller = actor(&reseller(), Role::AdminAgent);
/// let refused = approve(facts, Some(world.subject()), &shown, ids, &reseller, day(2)).unwrap_err();
/// assert_eq!(refused.code(), "another_side");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn approve(
    facts: Facts<'_>,
    subject: Option<Subject<'_>>,
    shown: &Approval,
    ids: NewIds<'_>,
    actor: &Actor,
    now: Timestamp,
) -> Result<(Event, Made), Refusal> {
    let Facts {
        request, parties, ..
    } = facts;
    facts.may_answer(actor, Action::AnswerOrderRequest, Side::Provider, now)?;
    if parties.customer.asked_first && request.agreed.is_none() {
        let party = parties.party(Side::Customer);
        return Err(R::RequestWaits { party }.into());
    }
    if shown.revision != request.revision {
        return Err(R::RequestChanged.into());
    }
    let subject = subject.ok_or(R::NotWhatWasAsked)?;
    let made = made(parties, subject, request.wanted(), ids, actor, now)?;
    let estimate = estimate(parties, subject, request.wanted(), now)?;
    if estimate.cost() != shown.cost {
        return Err(subscription::Refusal::CostChanged.into());
    }
    if estimate.prices != request.prices && !shown.confirmed {
        return Err(R::PricesChanged.into());
    }
    let order = match made {
        Made::Order(_) => Some(ids.order),
        Made::Change(_) => None,
    };
    let approved = Event::Approved {
        order,
        prices: estimate.prices,
        at: now,
        by: actor.user,
    };
    Ok((approved, made))
}

/// What comes of it, as decided for the provider without a request.
pub(super) fn made(
    parties: Parties<'_>,
    subject: Subject<'_>,
    wanted: &Wanted,
    ids: NewIds<'_>,
    actor: &Actor,
    now: Timestamp,
) -> Result<Made, Refusal> {
    match (subject, wanted) {
        (Subject::New { order: facts, .. }, Wanted::New { lines })
            if lines.len() == ids.subscriptions.len() =>
        {
            let of_record = PartnerOfRecord {
                reseller: parties.reseller,
                partnership: parties.partnership,
                relationship: parties.serves,
            };
            let facts = OrderFacts {
                partner: parties.provider,
                customer: parties.customer,
                relationship: parties.orders,
                partner_of_record: Some(of_record),
                ..facts
            };
            let numbered = lines.iter().zip(ids.subscriptions);
            let lines: Vec<Line> = numbered.map(|(line, id)| line.ordered(*id)).collect();
            Ok(Made::Order(order::order(
                facts, ids.order, &lines, actor, now,
            )?))
        }
        (Subject::Change { facts, .. }, _) => {
            let command = command_of(subject, wanted)?;
            let facts = for_provider(parties, facts);
            Ok(Made::Change(subscription::decide(
                facts, command, actor, now,
            )?))
        }
        (Subject::New { .. }, _) => Err(R::NotWhatWasAsked.into()),
    }
}

/// The command that it is on the subscription.
pub(super) fn command_of(subject: Subject<'_>, wanted: &Wanted) -> Result<Command, Refusal> {
    let subscription = subject.subscription();
    let asked = subscription.filter(|it| wanted.subscription() == Some(it.id));
    let command = asked.and_then(|it| wanted.command(it));
    Ok(command.ok_or(R::NotWhatWasAsked)?)
}

/// The facts of a change that the provider makes.
pub(super) const fn for_provider<'a>(
    parties: Parties<'a>,
    facts: subscription::Facts<'a>,
) -> subscription::Facts<'a> {
    subscription::Facts {
        access: parties.access(Side::Provider),
        ..facts
    }
}

impl OrderRequest {
    /// Whether approving it now costs something else than it did when it was asked for.
    #[must_use]
    pub fn has_other_prices(&self, today: &super::Estimate) -> bool {
        today.prices != self.prices
    }
}
