//! A partner asks a customer to renew rights that end by themselves, and the customer answers by a click.
//!
//! The request is part of the relationship: one at a time, answered once, over when the first of the rights ends. What
//! has ended is not renewed but granted again by an invitation. One request may go to many customers; each answers for
//! itself.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{Event, Relationship, RelationshipFacts, end_date};
use crate::{
    Timestamp,
    access::{self, Action, CustomerFacts},
    actor::Actor,
    ids::UserId,
    read::Read,
    refusal::Refusal,
    relationship,
    text::{MessageText, Reason},
};

/// So long a partner waits before it asks the same customer again.
pub const PAUSE: TimeDelta = TimeDelta::days(1);

/// A partner's request to renew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Renewal {
    /// What the partner wrote.
    pub text: MessageText,
    /// The end that it proposes for the rights that have an earlier one.
    pub until: Timestamp,
    /// When the first of them ends, and with it the request.
    pub ends: Timestamp,
    /// When it was asked, for the last time.
    pub asked: Timestamp,
    /// The partner's user.
    pub by: UserId,
    /// The customer's answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
}

/// The customer's answer to a request to renew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// The rights have later ends.
    Renewed {
        /// When it answered.
        at: Timestamp,
    },
    /// They stay as they are.
    Declined {
        /// When it answered.
        at: Timestamp,
        /// The reason, if given.
        reason: Option<Reason>,
    },
}

/// Where a request to renew stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum RenewalState {
    /// The customer may still answer.
    Waiting,
    /// The customer renewed.
    Renewed,
    /// The customer declined.
    Declined,
    /// Nobody answered before the first right ended, or there is nothing left to renew.
    Expired,
}

impl RenewalState {
    /// Every state.
    pub const ALL: [RenewalState; 4] = [
        RenewalState::Waiting,
        RenewalState::Renewed,
        RenewalState::Declined,
        RenewalState::Expired,
    ];
}

/// What a customer does about the dates on which a partner's rights end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum DateCommand {
    /// Give one right, or the whole relationship, an end date, move it, or take it away.
    Set {
        /// The right; none for the whole relationship.
        grant: Option<super::Grant>,
        /// The last day; none for no end.
        day: Option<NaiveDate>,
    },
    /// Renew what the partner has asked for.
    Renew {
        /// The last day; none for the one that the partner has proposed.
        day: Option<NaiveDate>,
    },
    /// Decline to renew.
    Decline {
        /// The reason, for the partner.
        reason: Option<Reason>,
    },
}

/// Whether a user may give the rights of this relationship other end dates, or answer a request to renew them: a global
/// admin of the customer, while the relationship is in force.
///
/// # Errors
/// As [`authorize_own`](access::authorize_own) for [`Action::SetEndDate`], to another customer
/// [`RoleMissing`](access::Refusal::RoleMissing); then [`GrantEnded`](access::Refusal::GrantEnded).
///
/// ```
/// use tierline_core::{relationship::{RelationshipFacts, Side, may_set_dates}, role::Role, testing::*};
/// let (provider, customer) = (provider(), customer());
/// let relationship = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// let partner = provider.party();
/// let facts = RelationshipFacts { relationship: &relationship, customer: &customer, partner: &partner };
/// assert!(may_set_dates(facts, &actor(&customer, Role::GlobalAdmin), day(2)).is_ok());
/// assert!(may_set_dates(facts, &actor(&customer, Role::BillingAdmin), day(2)).is_err());
/// assert!(may_set_dates(facts, &actor(&provider, Role::GlobalAdmin), day(2)).is_err());
/// ```
pub fn may_set_dates(
    facts: RelationshipFacts<'_>,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), Refusal> {
    let action = Action::SetEndDate;
    access::authorize_own(facts.customer, actor, action)?;
    let relationship = facts.relationship.clone().as_of(now);
    if relationship.customer != actor.organization {
        return Err(access::role_missing(facts.customer, action));
    }
    super::decide::still_active(&relationship)
}

/// Decides what a customer does about end dates.
///
/// Moving a date ahead, or taking it away, grants something: like the acceptance of an invitation it takes a global
/// admin. A renewal moves every date that is earlier than the new one, and no other.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) when the actor is not a global admin of the customer;
/// [`access::Refusal::GrantEnded`] when the right or the relationship is over;
/// [`relationship::Refusal::GrantMissing`] for a right that was never granted;
/// [`relationship::Refusal::EndDateOutOfRange`] for a day that cannot be;
/// [`relationship::Refusal::NothingToRenew`] for an answer when nobody asks, or no longer.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, relationship::{DateCommand, Grant, Relationship, RelationshipFacts, Side, decide_date}, role::Role};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let facts = RelationshipFacts { relationship: &granted, customer: &customer, partner: &reseller.party() };
/// let admin = actor(&customer, Role::GlobalAdmin);
///
/// let set = DateCommand::Set { grant: Some(Grant::Administer), day: Some(day(30).date_naive()) };
/// let events = decide_date(facts, &set, &admin, day(2))?;
/// let after = Relationship::evolve(granted.id, Some(granted.clone()), &events[0]).unwrap();
/// assert_eq!(after.right_ends(Grant::Administer), Some(day(31)));
/// assert!(after.right_ends(Grant::Support).is_none());
///
/// let past = DateCommand::Set { grant: None, day: Some(day(1).date_naive()) };
/// assert_eq!(decide_date(facts, &past, &admin, day(2)).unwrap_err().code(), "end_date_out_of_range");
/// let agent = actor(&customer, Role::BillingAdmin);
/// assert_eq!(decide_date(facts, &set, &agent, day(2)).unwrap_err().code(), "role_missing");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide_date(
    facts: RelationshipFacts<'_>,
    command: &DateCommand,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    may_set_dates(facts, actor, now)?;
    let relationship = facts.relationship.clone().as_of(now);
    let (at, by) = (now, actor.user);
    match command {
        DateCommand::Set { grant, day } => {
            if let Some(grant) = grant {
                super::decide::still_granted(&relationship, *grant, facts)?;
            }
            let ends = match day {
                Some(day) => Some(end_date::ends_with(*day, None, now)?),
                None => None,
            };
            let before = match grant {
                Some(grant) => relationship.grants.until(*grant),
                None => relationship.until,
            };
            if before.map(|date| date.ends) == ends {
                return Ok(Vec::new());
            }
            let grant = *grant;
            Ok(vec![Event::EndDateSet {
                grant,
                ends,
                at,
                by,
            }])
        }
        DateCommand::Renew { day } => {
            let asked = waiting(&relationship, facts, now)?;
            let day = day.unwrap_or_else(|| end_date::last_day(asked.until));
            let ends = end_date::ends_with(day, Some(asked.ends), now)?;
            Ok(vec![Event::Renewed { ends, at, by }])
        }
        DateCommand::Decline { reason } => {
            waiting(&relationship, facts, now)?;
            let reason = reason.clone();
            Ok(vec![Event::RenewalDeclined { reason, at, by }])
        }
    }
}

/// What a partner asks of a customer whose rights end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AskToRenew {
    /// What it writes.
    pub text: MessageText,
    /// The last day that it proposes.
    pub day: NaiveDate,
}

/// Decides whether a partner may ask a customer to renew the rights that end, and by which events.
///
/// # Errors
/// Those of [`access::authorize_on_customer`] for [`Action::AskToRenew`];
/// [`relationship::Refusal::NothingToRenew`] when no right has an end date;
/// [`relationship::Refusal::RenewalAsked`] when the customer was asked less than a day ago and has not answered;
/// [`relationship::Refusal::EndDateOutOfRange`] for a day that cannot be.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, access::CustomerFacts, relationship::*, role::Role};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let set = Event::EndDateSet { grant: Some(Grant::Administer), ends: Some(day(31)), at: day(1), by: id(7) };
/// let dated = Relationship::evolve(granted.id, Some(granted), &set).unwrap();
/// let about = |dated| CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(dated), providers: &[] };
/// let asking = AskToRenew { text: "Please renew".parse().unwrap(), day: day(365).date_naive() };
/// let agent = actor(&reseller, Role::SalesAgent);
/// let events = ask_to_renew(about(&dated), &asking, &agent, day(2))?;
/// let asked = Relationship::evolve(dated.id, Some(dated.clone()), &events[0]).unwrap();
/// assert_eq!(asked.renewal_state(day(30)), Some(RenewalState::Waiting));
/// assert_eq!(asked.renewal_state(day(31)), Some(RenewalState::Expired));
/// assert_eq!(ask_to_renew(about(&asked), &asking, &agent, day(2)).unwrap_err().code(), "renewal_asked");
///
/// let admin = actor(&customer, Role::GlobalAdmin);
/// let facts = RelationshipFacts { relationship: &asked, customer: &customer, partner: &reseller.party() };
/// let events = decide_date(facts, &DateCommand::Renew { day: None }, &admin, day(3))?;
/// let renewed = Relationship::evolve(asked.id, Some(asked.clone()), &events[0]).unwrap();
/// assert_eq!(renewed.right_ends(Grant::Administer), Some(day(366)));
/// assert_eq!(renewed.right_ends(Grant::Support), None);
/// assert_eq!(renewed.renewal_state(day(31)), Some(RenewalState::Renewed));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn ask_to_renew(
    facts: CustomerFacts<'_>,
    asking: &AskToRenew,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let current = facts.relationship.map(|it| it.clone().as_of(now));
    let facts = CustomerFacts {
        relationship: current.as_ref(),
        ..facts
    };
    access::authorize_on_customer(facts, actor, Action::AskToRenew)?;
    let nothing = || relationship::Refusal::NothingToRenew {
        partner: facts.organization.party(),
        customer: facts.customer.party(),
    };
    let relationship = facts.relationship.ok_or_else(nothing)?;
    let ends = relationship.next_end().ok_or_else(nothing)?;
    let waits = relationship.renewal_state(now) == Some(RenewalState::Waiting);
    if let Some(asked) = &relationship.renewal
        && waits
        && now < asked.asked + PAUSE
    {
        return Err(relationship::Refusal::RenewalAsked {
            customer: facts.customer.party(),
            at: asked.asked,
            again: asked.asked + PAUSE,
        }
        .into());
    }
    Ok(vec![Event::RenewalAsked {
        text: asking.text.clone(),
        until: end_date::ends_with(asking.day, Some(ends), now)?,
        ends,
        at: now,
        by: actor.user,
    }])
}

/// The request that waits for an answer.
fn waiting<'a>(
    relationship: &'a Relationship,
    facts: RelationshipFacts<'_>,
    now: Timestamp,
) -> Result<&'a Renewal, Refusal> {
    let waits = relationship.renewal_state(now) == Some(RenewalState::Waiting);
    let asked = relationship.renewal.as_ref().filter(|_| waits);
    asked.ok_or_else(|| {
        relationship::Refusal::NothingToRenew {
            partner: facts.partner.clone(),
            customer: facts.customer.party(),
        }
        .into()
    })
}

impl Relationship {
    /// Where the last request to renew stands at this moment; none if there never was one.
    #[must_use]
    pub fn renewal_state(&self, now: Timestamp) -> Option<RenewalState> {
        let asked = self.renewal.as_ref()?;
        Some(match &asked.answer {
            Some(Answer::Renewed { .. }) => RenewalState::Renewed,
            Some(Answer::Declined { .. }) => RenewalState::Declined,
            None if now < asked.ends && self.next_end_after(now).is_some() => RenewalState::Waiting,
            None => RenewalState::Expired,
        })
    }

    /// Gives every date before this one the later end, but none that has come: what is over is granted anew or not at
    /// all. Answers the request.
    pub(super) fn renew(&mut self, ends: Timestamp, at: Timestamp) {
        if let Some(whole) = &mut self.until
            && whole.ends < ends
        {
            *whole = super::EndDate { ends, set: at };
        }
        self.grants.renew(ends, at);
        self.answer(Answer::Renewed { at });
    }

    /// Answers the request that waits, if there is one.
    pub(super) fn answer(&mut self, answer: Answer) {
        if let Some(asked) = &mut self.renewal
            && asked.answer.is_none()
        {
            asked.answer = Some(answer);
        }
    }

    /// Sets a date. A request for later ends is answered by that if none is as early any more.
    pub(super) fn set_end(
        &mut self,
        grant: Option<super::Grant>,
        ends: Option<Timestamp>,
        at: Timestamp,
    ) {
        let date = ends.map(|ends| super::EndDate { ends, set: at });
        match grant {
            Some(grant) => self.grants.set_until(grant, date),
            None => self.until = date,
        }
        let waits = self.renewal.as_ref().map(|asked| asked.ends);
        if waits.is_some_and(|asked| self.next_end_after(at).is_none_or(|next| next > asked)) {
            self.answer(Answer::Renewed { at });
        }
    }
}
