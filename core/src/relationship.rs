//! The reseller relationship of a partner and a customer, with its separate grants.
//!
//! What a customer grants differs by the partner's side: a reseller gets administrator permissions over
//! subscriptions, licenses and users; a provider may submit orders ("Partner with indirect providers in the CSP
//! program", "Connect with customers"); a direct-bill partner both. The customer can end each grant, or all of
//! it, at once.
//!
//! # What each side asks for
//!
//! | side | orders | administers | supports |
//! | --- | --- | --- | --- |
//! | indirect provider | yes | | yes |
//! | indirect reseller | | yes | yes |
//! | direct-bill partner | yes | yes | yes |
//!
//! A customer can grant less than is asked for, never more, and take each right away at any time. A right taken away
//! can be granted again by accepting another invitation. An ended relationship stays ended; a new one is a new
//! relationship.

mod co_serving;
mod decide;
mod grants;
pub(crate) mod permission;
mod refusal;

pub use co_serving::{CoServing, co_serving};
pub use decide::{Command, RelationshipFacts, decide};
pub use grants::{Grant, GrantSet, GrantState, Grants};
pub use refusal::Refusal;

use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{InvitationId, OrganizationId, RelationshipId, UserId},
    organization::{Capabilities, Capability},
};

/// As what a partner serves a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Orders and bills; a reseller manages.
    IndirectProvider,
    /// Manages; a provider orders.
    IndirectReseller,
    /// Does both itself.
    DirectBill,
}

impl Side {
    /// Every side.
    pub const ALL: [Side; 3] = [
        Side::IndirectProvider,
        Side::IndirectReseller,
        Side::DirectBill,
    ];

    /// The capability that a partner needs for this side.
    #[must_use]
    pub const fn capability(self) -> Capability {
        match self {
            Side::IndirectProvider => Capability::IndirectProvider,
            Side::IndirectReseller => Capability::IndirectReseller,
            Side::DirectBill => Capability::DirectBill,
        }
    }

    /// The side on which an organization with these capabilities asks a customer for a relationship with itself
    /// alone. Who is a reseller besides having billed directly asks as a reseller: no new direct customers
    /// ("From direct bill to indirect reseller").
    ///
    /// ```
    /// use tierline_core::{organization::{Capabilities, Capability, CapabilityState}, relationship::Side};
    /// let both = Capabilities::only(Capability::IndirectReseller).with(Capability::DirectBill, CapabilityState::Active);
    /// assert_eq!(Side::asked_by(&both), Side::IndirectReseller);
    /// ```
    #[must_use]
    pub const fn asked_by(capabilities: &Capabilities) -> Side {
        if capabilities.is_active(Capability::IndirectProvider) {
            Side::IndirectProvider
        } else if capabilities.is_active(Capability::IndirectReseller)
            || capabilities.direct_bill.is_none()
        {
            Side::IndirectReseller
        } else {
            Side::DirectBill
        }
    }

    /// The rights that a partner of this side asks for.
    ///
    /// ```
    /// use tierline_core::relationship::{Grant, Side};
    /// assert!(!Side::IndirectReseller.asks_for().contains(Grant::OrderOnBehalf));
    /// assert!(!Side::IndirectProvider.asks_for().contains(Grant::Administer));
    /// ```
    #[must_use]
    pub const fn asks_for(self) -> GrantSet {
        match self {
            Side::IndirectProvider => GrantSet::EMPTY
                .with(Grant::OrderOnBehalf)
                .with(Grant::Support),
            Side::IndirectReseller => GrantSet::EMPTY.with(Grant::Administer).with(Grant::Support),
            Side::DirectBill => GrantSet::EMPTY
                .with(Grant::OrderOnBehalf)
                .with(Grant::Administer)
                .with(Grant::Support),
        }
    }
}

/// What a relationship rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Origin {
    /// A global admin of the customer accepted an invitation.
    Invitation {
        /// The invitation.
        invitation: InvitationId,
        /// The customer's global admin who accepted.
        accepted_by: UserId,
    },
    /// The customer's tenant was created by this partner, which set the relationship up with it
    /// ("Add new customers and associate them with indirect resellers").
    Created {
        /// The partner that created the tenant.
        by: OrganizationId,
        /// Its user.
        user: UserId,
    },
}

/// A reseller relationship with its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relationship {
    /// Its id.
    pub id: RelationshipId,
    /// The partner.
    pub partner: OrganizationId,
    /// The customer.
    pub customer: OrganizationId,
    /// As what the partner serves the customer.
    pub side: Side,
    /// The other partner that was set up in the same act, if any.
    pub together_with: Option<OrganizationId>,
    /// What it rests on.
    pub origin: Origin,
    /// Since when.
    pub since: Timestamp,
    /// The rights granted.
    pub grants: Grants,
    /// Is it in force?
    pub state: State,
}

/// Whether a relationship is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// In force.
    Active,
    /// Over.
    Ended {
        /// Since when.
        at: Timestamp,
        /// The user who ended it.
        by: UserId,
    },
}

/// What happened to a relationship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It came into force.
    Established {
        /// The partner.
        partner: OrganizationId,
        /// The customer.
        customer: OrganizationId,
        /// As what.
        side: Side,
        /// The other partner of the same act.
        together_with: Option<OrganizationId>,
        /// What it rests on.
        origin: Origin,
        /// The rights granted with it.
        grants: GrantSet,
        /// When.
        at: Timestamp,
    },
    /// The customer granted more in a relationship that was in force.
    Granted {
        /// The rights added.
        grants: GrantSet,
        /// The invitation that asked for them.
        invitation: InvitationId,
        /// When.
        at: Timestamp,
        /// The customer's global admin.
        by: UserId,
    },
    /// The customer took one right away.
    GrantEnded {
        /// The right.
        grant: Grant,
        /// When.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
    /// The customer ended all of it.
    Ended {
        /// When.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
}

impl Relationship {
    /// Is it in force?
    #[must_use]
    pub const fn is_active(&self) -> bool {
        matches!(self.state, State::Active)
    }

    /// Is this right in force?
    #[must_use]
    pub const fn grants(&self, grant: Grant) -> bool {
        self.is_active() && self.grants.in_force(grant)
    }

    /// The rights that a partner of this side asks for and that are not in force: never granted, or taken away.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// use tierline_core::{Evolve, relationship::{Event, Grant, GrantSet, Relationship, Side}};
    /// let whole = relationship(&provider(), &customer(), Side::IndirectProvider, Side::IndirectProvider.asks_for());
    /// assert!(whole.missing().is_empty());
    /// let ended = Event::GrantEnded { grant: Grant::OrderOnBehalf, at: day(3), by: id(7) };
    /// let less = Relationship::evolve(whole.id, Some(whole), &ended).unwrap();
    /// assert_eq!(less.missing(), GrantSet::EMPTY.with(Grant::OrderOnBehalf));
    /// ```
    #[must_use]
    pub fn missing(&self) -> GrantSet {
        self.side.asks_for().without(self.grants.set())
    }

    /// Is every right in force that a partner of this side asks for?
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.is_active() && self.missing().is_empty()
    }
}

/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, relationship::{Event, Grant, Relationship, Side}};
/// let before = relationship(&direct_bill(), &customer(), Side::DirectBill, Side::DirectBill.asks_for());
/// let ended = Relationship::evolve(before.id, Some(before), &Event::Ended { at: day(3), by: id(7) }).unwrap();
/// assert!(!ended.is_active() && !ended.grants(Grant::Support));
/// ```
impl Evolve for Relationship {
    type Id = RelationshipId;
    type Event = Event;

    fn begin(id: RelationshipId, event: &Event) -> Option<Relationship> {
        let Event::Established {
            partner,
            customer,
            side,
            together_with,
            origin,
            grants,
            at,
        } = event
        else {
            return None;
        };
        Some(Relationship {
            id,
            partner: *partner,
            customer: *customer,
            side: *side,
            together_with: *together_with,
            origin: *origin,
            since: *at,
            grants: Grants::granted(*grants, *at),
            state: State::Active,
        })
    }

    fn apply(&mut self, event: &Event) {
        if !self.is_active() {
            return;
        }
        match event {
            Event::Established { .. } => {}
            Event::Granted { grants, at, .. } => self.grants.add(*grants, *at),
            Event::GrantEnded { grant, at, by } => self.grants.end(*grant, *at, *by),
            Event::Ended { at, by } => self.state = State::Ended { at: *at, by: *by },
        }
    }
}
