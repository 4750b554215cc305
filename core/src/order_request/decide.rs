//! Decides what happens to a request.

use super::{
    Command, Event, MOST_LINES, MOST_MESSAGES, OrderRequest, Parties, Refusal as R, Side, Status,
    Subject, Wanted, estimate, lapse,
};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    refusal::Refusal,
    subscription::Subscription,
    text::Reason,
};

/// Facts for what happens to a request, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The request.
    pub request: &'a OrderRequest,
    /// Its organizations.
    pub parties: Parties<'a>,
    /// The subscription that it is about; none for new ones.
    pub subscription: Option<&'a Subscription>,
}

impl Facts<'_> {
    /// The actor's side, if it may do this there. Whoever has no part in the request has no role in it either.
    fn side(&self, actor: &Actor, action: Action) -> Result<Side, Refusal> {
        let parties = self.parties;
        let side = self.request.side_of(actor.organization);
        let Some(side) = side.filter(|_| parties.are_of(self.request)) else {
            return Err(access::role_missing(parties.reseller, action));
        };
        Ok(side)
    }

    /// Whoever has no role for it, or could have none in an organization of this kind, is told that first.
    fn is_of(
        &self,
        side: Side,
        expected: Side,
        actor: &Actor,
        action: Action,
    ) -> Result<(), Refusal> {
        if side == expected {
            return Ok(());
        }
        let own = self.parties.access(side).organization;
        let permitted = action.roles_in(&own.capabilities);
        if permitted.intersection(actor.roles).is_empty() {
            return Err(access::role_missing(own, action));
        }
        let party = self.parties.party(expected);
        Err(R::AnotherSide { party }.into())
    }

    /// The request still waits.
    fn waits(&self, now: Timestamp) -> Result<Status, Refusal> {
        let status = self.request.status(now);
        let closed = |status, at| Err(R::RequestClosed { status, at }.into());
        if let Some(at) = self.request.state.closed() {
            return closed(status, at);
        }
        match lapse(*self, now) {
            Some(lapsed) => closed(Status::Lapsed, lapsed.at()),
            None => Ok(status),
        }
    }

    /// The actor is of that side, may do this, and it is that side's turn.
    pub(super) fn may_answer(
        &self,
        actor: &Actor,
        action: Action,
        expected: Side,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let side = self.side(actor, action)?;
        self.is_of(side, expected, actor, action)?;
        access::authorize_on_customer(self.parties.access(side), actor, action)?;
        match self.waits(now)?.waits_for() {
            Some(next) if next != expected => {
                let party = self.parties.party(next);
                Err(R::RequestWaits { party }.into())
            }
            _ => Ok(()),
        }
    }
}

/// Decides what somebody does with a request.
///
/// # Errors
/// A role that is missing, also for everybody without a part in the request; [`R::AnotherSide`]; whatever is missing by
/// [`authorize_on_customer`](access::authorize_on_customer) for the action that the command is; [`R::RequestClosed`];
/// [`R::RequestWaits`] when it is another's turn; [`R::RequestChanged`] when it is not what was shown;
/// [`R::TooManyMessages`].
///
/// ```
/// use tierline_core::{order_request::{Command, Event, Facts, decide}, role::Role, testing::*};
/// let world = RequestWorld::new();
/// let request = order_request();
/// let facts = Facts { request: &request, parties: world.parties(), subscription: world.subject().subscription() };
/// let agent = actor(&reseller(), Role::SalesAgent);
/// assert!(matches!(decide(facts, &Command::Withdraw, &agent, day(2)), Ok(Event::Withdrawn { .. })));
/// let other = actor(&provider(), Role::SalesAgent);
/// assert_eq!(decide(facts, &Command::Withdraw, &other, day(2)).unwrap_err().code(), "another_side");
/// let nobody = actor(&stranger(), Role::GlobalAdmin);
/// assert_eq!(decide(facts, &Command::Withdraw, &nobody, day(2)).unwrap_err().code(), "role_missing");
/// ```
pub fn decide(
    facts: Facts<'_>,
    command: &Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, Refusal> {
    let (at, by) = (now, actor.user);
    let action = command.asks_for();
    let side = facts.side(actor, action)?;
    if let Some(expected) = command.of_side() {
        facts.is_of(side, expected, actor, action)?;
    }
    let answers = |expected| facts.may_answer(actor, action, expected, now);
    match command {
        Command::Agree { revision } => {
            answers(Side::Customer)?;
            if *revision != facts.request.revision {
                return Err(R::RequestChanged.into());
            }
            Ok(Event::Agreed { at, by })
        }
        Command::Disagree { reason } => {
            answers(Side::Customer)?;
            Ok(declined(Side::Customer, reason, at, actor))
        }
        Command::Decline { reason } => {
            answers(Side::Provider)?;
            Ok(declined(Side::Provider, reason, at, actor))
        }
        Command::Withdraw => {
            access::authorize_on_customer(facts.parties.access(side), actor, action)?;
            facts.waits(now)?;
            Ok(Event::Withdrawn { at, by })
        }
        Command::Say { text } => {
            access::authorize_on_customer(facts.parties.access(side), actor, action)?;
            if facts.request.messages >= MOST_MESSAGES {
                let most = MOST_MESSAGES;
                return Err(R::TooManyMessages { most }.into());
            }
            Ok(Event::Said {
                side,
                text: text.clone(),
                at,
                by,
            })
        }
    }
}

fn declined(side: Side, reason: &Reason, at: Timestamp, actor: &Actor) -> Event {
    Event::Declined {
        side,
        reason: reason.clone(),
        at,
        by: actor.user,
    }
}

/// Decides whether the provider may make this of the request: other numbers, another term or another moment. A customer
/// that is asked first is asked about that as well.
///
/// # Errors
/// As [`approve`](super::approve) until the request's state is known; [`R::RequestChanged`] when it is not what was
/// shown; [`R::NotWhatWasAsked`]; [`R::RequestUnchanged`]; and whatever would be refused if it were approved now, as
/// [`estimate`].
///
/// ```
/// use tierline_core::{order_request::{Facts, Wanted, When, change}, role::Role, testing::*};
/// let world = RequestWorld::new();
/// let request = order_request();
/// let facts = Facts { request: &request, parties: world.parties(), subscription: world.subject().subscription() };
/// let agent = actor(&provider(), Role::SalesAgent);
/// let run = |to| {
///     let wanted = Wanted::Quantity { subscription: id(60), from: 25, to, when: When::Now };
///     change(facts, Some(world.subject()), &wanted, None, 0, &agent, day(2)).map_err(|refusal| refusal.code())
/// };
/// assert!(run(28).is_ok());
/// assert_eq!(run(30), Err("request_unchanged"));
/// assert_eq!(run(20), Err("not_what_was_asked"));
/// ```
pub fn change(
    facts: Facts<'_>,
    subject: Option<Subject<'_>>,
    to: &Wanted,
    reason: Option<&Reason>,
    revision: u32,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, Refusal> {
    let Facts {
        request, parties, ..
    } = facts;
    facts.may_answer(actor, Action::AnswerOrderRequest, Side::Provider, now)?;
    if revision != request.revision {
        return Err(R::RequestChanged.into());
    }
    if !request.asked.may_become(to) {
        return Err(R::NotWhatWasAsked.into());
    }
    if let Wanted::New { lines } = to
        && lines.len() > MOST_LINES
    {
        return Err(R::TooManyLines { most: MOST_LINES }.into());
    }
    if request.wanted() == to {
        return Err(R::RequestUnchanged.into());
    }
    let subject = subject.ok_or(R::NotWhatWasAsked)?;
    let estimate = estimate(parties, subject, to, now)?;
    Ok(Event::Changed {
        from: request.wanted().clone(),
        to: to.clone(),
        prices: estimate.prices,
        reason: reason.cloned(),
        asks_customer: request.asks_customer || parties.customer.asked_first,
        at: now,
        by: actor.user,
    })
}
