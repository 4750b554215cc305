//! What follows when a customer takes rights away from a partner.

use crate::{
    Timestamp,
    actor::Actor,
    ids::{OrganizationId, SubscriptionId},
    refusal::Refusal,
    relationship::{Command, Grant, GrantSet, Relationship, RelationshipFacts, decide},
    subscription::{AutoRenew, State, Subscription},
};

/// Facts for telling what follows.
#[derive(Clone, Copy, Debug)]
pub struct EndingFacts<'a> {
    /// What the command itself is decided by.
    pub asked: RelationshipFacts<'a>,
    /// The customer's relationships in force. The one concerned may be among them.
    pub relationships: &'a [Relationship],
    /// The subscriptions of the customer that the partner knows of: all that are running, or those concerned.
    pub subscriptions: &'a [Subscription],
    /// Requests for orders that wait, of which the customer knows, and in which the partner takes part.
    pub requests: u64,
}

/// What follows when rights are taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// When they end.
    pub at: Timestamp,
    /// The rights that end.
    pub lost: GrantSet,
    /// Those among them that no other partner of the customer has.
    pub nobody_else: GrantSet,
    /// The subscriptions concerned, the one whose term ends first before the others.
    pub subscriptions: Vec<Affected>,
    /// Requests for orders that [lapse](crate::order_request::lapse): both partners have to serve the customer.
    pub lapsing: u64,
}

/// A subscription that goes on without the partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// Its id.
    pub id: SubscriptionId,
    /// The end of its term.
    pub ends: Timestamp,
    /// What follows for it, in the order of [`Effect`].
    pub effects: Vec<Effect>,
}

/// What follows for a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Nobody can change its licenses or its product, or cancel it: only the partner that ordered it could.
    NoChanges,
    /// Nobody can change how its term goes on.
    NoRenewals,
    /// The partner stays partner of record.
    StaysOfRecord,
    /// The partner stays its support contact on paper, without the right to be it: it ordered the subscription.
    NoSupport,
    /// The partner that ordered it becomes its support contact again.
    SupportReturns,
    /// What is scheduled for its renewal still happens.
    ScheduledStays,
    /// It renews by itself at the end of its term.
    Renews,
    /// It expires at the end of its term.
    Expires,
}

/// What blocks a customer's command on a relationship, as a refusal, or else what follows from it.
///
/// Rule 5: what is granted can be taken away by who granted it, at once. So no subscription, schedule or partner of
/// record blocks it: whatever [`decide`] refuses does, and nothing else. All of these follow, and are told before.
///
/// # Errors
/// Those of [`decide`].
///
/// ```
/// use tierline_core::{customer::{Effect, EndingFacts, ending}, testing::*};
/// use tierline_core::{relationship::{Command, Grant, GrantSet, RelationshipFacts, Side}, role::Role};
/// let (provider, customer) = (provider(), customer());
/// let serves = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// let asked = RelationshipFacts { relationship: &serves, customer: &customer, partner: &provider.party() };
/// let bought = [subscription(None)];
/// let facts = EndingFacts { asked, relationships: &[serves.clone()], subscriptions: &bought, requests: 2 };
/// let admin = actor(&customer, Role::GlobalAdmin);
///
/// let ending = ending(facts, Command::EndGrant(Grant::OrderOnBehalf), &admin, day(2))?;
/// assert_eq!((ending.at, ending.lost), (day(2), GrantSet::EMPTY.with(Grant::OrderOnBehalf)));
/// assert_eq!(ending.nobody_else, ending.lost);
/// assert_eq!(ending.subscriptions[0].effects, [Effect::NoChanges, Effect::NoRenewals, Effect::Renews]);
/// // With the relationship, not with a right in it.
/// assert_eq!(ending.lapsing, 0);
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn ending(
    facts: EndingFacts<'_>,
    command: Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Ending, Refusal> {
    decide(facts.asked, command, actor, now)?;
    let as_of_now = |it: &Relationship| it.clone().as_of(now);
    let relationship = &as_of_now(facts.asked.relationship);
    let relationships: Vec<Relationship> = facts.relationships.iter().map(as_of_now).collect();
    let lost = match command {
        Command::End => relationship.grants.set(),
        Command::EndGrant(grant) => GrantSet::EMPTY.with(grant),
    };
    let taking = Taking {
        relationship,
        others: relationships
            .iter()
            .filter(|other| {
                other.customer == relationship.customer && other.partner != relationship.partner
            })
            .collect(),
        lost,
        is_whole: command == Command::End,
    };
    let mut subscriptions: Vec<Affected> = facts
        .subscriptions
        .iter()
        .filter_map(|subscription| taking.affected(subscription))
        .collect();
    subscriptions.sort_by_key(|affected| (affected.ends, affected.id));
    Ok(Ending {
        at: now,
        lost,
        nobody_else: lost
            .iter()
            .filter(|grant| !taking.another_has(*grant))
            .collect(),
        subscriptions,
        lapsing: if taking.is_whole { facts.requests } else { 0 },
    })
}

struct Taking<'a> {
    relationship: &'a Relationship,
    others: Vec<&'a Relationship>,
    lost: GrantSet,
    is_whole: bool,
}

impl Taking<'_> {
    fn another_has(&self, grant: Grant) -> bool {
        self.others.iter().any(|other| other.grants(grant))
    }

    /// Whether this partner has the right, before or after.
    fn has(&self, partner: OrganizationId, grant: Grant, after: bool) -> bool {
        if partner == self.relationship.partner {
            self.relationship.grants(grant) && !(after && self.lost.contains(grant))
        } else {
            let mut its = self.others.iter().filter(|it| it.partner == partner);
            its.any(|it| it.grants(grant))
        }
    }

    /// Whether somebody can change how the subscription's term goes on: whoever ordered it, or a reseller that looks
    /// after it.
    fn is_renewed(&self, subscription: &Subscription, after: bool) -> bool {
        let administers = |partner| self.has(partner, Grant::Administer, after);
        self.has(subscription.partner, Grant::OrderOnBehalf, after)
            || match subscription.partner_of_record {
                Some(reseller) => administers(reseller),
                None => {
                    administers(self.relationship.partner) || self.another_has(Grant::Administer)
                }
            }
    }

    fn affected(&self, subscription: &Subscription) -> Option<Affected> {
        if subscription.customer != self.relationship.customer || !subscription.is_running() {
            return None;
        }
        let partner = self.relationship.partner;
        let is_of_record = subscription.partner_of_record == Some(partner);
        let is_contact = subscription.support_contact == partner;
        let is_designated = is_contact && subscription.partner != partner;
        let mut effects: Vec<Effect> = [
            (
                Effect::NoChanges,
                subscription.partner == partner && self.lost.contains(Grant::OrderOnBehalf),
            ),
            (
                Effect::NoRenewals,
                self.is_renewed(subscription, false) && !self.is_renewed(subscription, true),
            ),
            (
                Effect::StaysOfRecord,
                is_of_record && (self.is_whole || self.lost.contains(Grant::Administer)),
            ),
            (
                Effect::NoSupport,
                is_contact && !is_designated && self.lost.contains(Grant::Support),
            ),
            (
                Effect::SupportReturns,
                is_designated && (self.is_whole || self.lost.contains(Grant::Support)),
            ),
        ]
        .into_iter()
        .filter_map(|(effect, follows)| follows.then_some(effect))
        .collect();
        if effects.is_empty() {
            return None;
        }
        let course = &subscription.course;
        let pending = course.pending.as_ref();
        let goes_on = course.auto_renew == AutoRenew::On || pending.is_some_and(|it| it.renewed);
        if course.kind.renews() {
            // A suspended one expires, whatever was set before; what is scheduled for a renewal that never comes is not
            // told.
            if goes_on && subscription.state == State::Active {
                effects.extend(pending.map(|_| Effect::ScheduledStays));
                effects.push(Effect::Renews);
            } else {
                effects.push(Effect::Expires);
            }
        }
        Some(Affected {
            id: subscription.id,
            ends: subscription.ends,
            effects,
        })
    }
}
