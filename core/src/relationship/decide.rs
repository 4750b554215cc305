//! Decides a customer's commands on a relationship it has granted.

use serde::Serialize;

use super::{Event, Grant, GrantState, Relationship, State};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::{Organization, Party},
    refusal::Refusal,
    relationship,
};

/// Facts for taking rights away from a partner, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct RelationshipFacts<'a> {
    /// The relationship.
    pub relationship: &'a Relationship,
    /// The customer, for which the actor must act.
    pub customer: &'a Organization,
    /// The partner, for naming it in a refusal.
    pub partner: &'a Party,
}

/// A command on a relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Command {
    /// Take one right away.
    EndGrant(Grant),
    /// End the whole relationship.
    End,
}

impl Command {
    /// The action that it is: whoever may not take it is refused before anything is looked at.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Command::EndGrant(_) => Action::EndGrant,
            Command::End => Action::EndRelationship,
        }
    }
}

/// Decides a customer's command on a relationship. Rule 5: what is granted can be taken away by who granted it, at
/// once. Subscriptions ordered by the partner continue.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) when the actor is not a global admin of the customer;
/// [`access::Refusal::GrantEnded`] when the right or relationship has already
/// ended;
/// [`relationship::Refusal::GrantMissing`] for a right that was never granted.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, relationship::{Command, Grant, Relationship, RelationshipFacts, Side, decide}, role::Role};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let facts = RelationshipFacts { relationship: &granted, customer: &customer, partner: &reseller.party() };
/// let admin = actor(&customer, Role::GlobalAdmin);
///
/// let events = decide(facts, Command::EndGrant(Grant::Administer), &admin, day(2))?;
/// let after = Relationship::evolve(granted.id, Some(granted.clone()), &events[0]).unwrap();
/// assert!(!after.grants(Grant::Administer) && after.grants(Grant::Support));
///
/// let agent = actor(&customer, Role::BillingAdmin);
/// assert_eq!(decide(facts, Command::End, &agent, day(2)).unwrap_err().code(), "role_missing");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    facts: RelationshipFacts<'_>,
    command: Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let action = command.action();
    access::authorize_own(facts.customer, actor, action)?;
    let relationship = facts.relationship.clone().as_of(now);
    if relationship.customer != actor.organization {
        return Err(access::role_missing(facts.customer, action));
    }
    still_active(&relationship)?;
    let (at, by) = (now, actor.user);
    match command {
        Command::End => Ok(vec![Event::Ended { at, by }]),
        Command::EndGrant(grant) => {
            still_granted(&relationship, grant, facts)?;
            Ok(vec![Event::GrantEnded { grant, at, by }])
        }
    }
}

/// Whether the relationship, as of now, is in force.
pub(super) fn still_active(relationship: &Relationship) -> Result<(), Refusal> {
    match relationship.state {
        State::Active => Ok(()),
        State::Ended { at, .. } => Err(access::Refusal::GrantEnded { at }.into()),
    }
}

/// Whether the right is in force in the relationship as of now.
pub(super) fn still_granted(
    relationship: &Relationship,
    grant: Grant,
    facts: RelationshipFacts<'_>,
) -> Result<(), Refusal> {
    match relationship.grants.state(grant) {
        GrantState::InForce { .. } => Ok(()),
        GrantState::Ended { at, .. } => Err(access::Refusal::GrantEnded { at }.into()),
        GrantState::NotGranted => Err(relationship::Refusal::GrantMissing {
            partner: facts.partner.clone(),
            customer: facts.customer.party(),
            grant,
        }
        .into()),
    }
}
