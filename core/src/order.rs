//! Orders, and the subscriptions they bring about.
//!
//! Rule 4: an order needs the ordering partner's capability active, agreement signed and MPN ID associated; a
//! relationship with the customer in force; the same region; quantities within the product's limits; and, with a
//! partner of record, an active indirect reseller in partnership with the provider.
//!
//! # Order of the checks
//!
//! 1. the person's role, then the relationship and the right to order ([`crate::access::authorize_on_customer`]);
//! 2. the ordering partner's capability, MPN ID and agreement, the region, and that something is sold there at all;
//! 3. the partner of record: an active indirect reseller that has signed, in partnership with the provider, with a
//!    relationship of its own with the customer;
//! 4. the lines: at least one, no product twice, every quantity within its limits with what the customer has already.
//!
//! The first that fails is the refusal. An indirect reseller never orders: it is told which provider does, or to
//! invite the customer for both.

mod decide;
pub(crate) mod permission;

pub(crate) use decide::placed;
pub use decide::{OrderFacts, Ordered, PartnerOfRecord, check_lines, order, wanted};

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId, UserId},
    money::Money,
};

/// One line of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What.
    pub sku: SkuId,
    /// How many licenses.
    pub quantity: u32,
    /// The subscription that this line brings about.
    pub subscription: SubscriptionId,
}

/// An order. It is complete when it is placed: what it brings about comes into being in the same transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// For whom.
    pub customer: OrganizationId,
    /// The partner that ordered.
    pub partner: OrganizationId,
    /// The reseller that earns incentives.
    pub partner_of_record: Option<OrganizationId>,
    /// What.
    pub lines: Vec<Line>,
    /// When.
    pub at: Timestamp,
    /// The partner's user.
    pub by: UserId,
}

/// A subscription with its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// Its id.
    pub id: SubscriptionId,
    /// The order it came from.
    pub order: OrderId,
    /// The customer.
    pub customer: OrganizationId,
    /// The partner that ordered it and bills for it.
    pub partner: OrganizationId,
    /// The reseller that earns incentives.
    pub partner_of_record: Option<OrganizationId>,
    /// Whom the customer turns to: the ordering partner, until another is designated.
    pub support_contact: OrganizationId,
    /// What.
    pub sku: SkuId,
    /// How many licenses.
    pub quantity: u32,
    /// Price of one license for one month when it was ordered.
    pub price: Option<Money>,
    /// Since when.
    pub since: Timestamp,
    /// How it stands.
    pub state: SubscriptionState,
}

/// How a subscription stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[non_exhaustive]
pub enum SubscriptionState {
    /// In use.
    Active,
}

/// What happened to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was placed.
    Placed {
        /// For whom.
        customer: OrganizationId,
        /// The partner that ordered.
        partner: OrganizationId,
        /// The reseller that earns incentives.
        partner_of_record: Option<OrganizationId>,
        /// What.
        lines: Vec<Line>,
        /// When.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
}

/// What happened to a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SubscriptionEvent {
    /// It came into use.
    Activated {
        /// The order.
        order: OrderId,
        /// The customer.
        customer: OrganizationId,
        /// The partner that ordered.
        partner: OrganizationId,
        /// The reseller that earns incentives.
        partner_of_record: Option<OrganizationId>,
        /// What.
        sku: SkuId,
        /// How many licenses.
        quantity: u32,
        /// Price of one license for one month.
        price: Option<Money>,
        /// When.
        at: Timestamp,
    },
}

impl Order {
    /// The state after this event.
    #[must_use]
    pub fn evolve(id: OrderId, before: Option<Order>, event: &Event) -> Option<Order> {
        match (before, event) {
            (
                None,
                Event::Placed {
                    customer,
                    partner,
                    partner_of_record,
                    lines,
                    at,
                    by,
                },
            ) => Some(Order {
                id,
                customer: *customer,
                partner: *partner,
                partner_of_record: *partner_of_record,
                lines: lines.clone(),
                at: *at,
                by: *by,
            }),
            (before, _) => before,
        }
    }
}

impl Subscription {
    /// The state after this event.
    #[must_use]
    pub fn evolve(
        id: SubscriptionId,
        before: Option<Subscription>,
        event: &SubscriptionEvent,
    ) -> Option<Subscription> {
        match (before, event) {
            (
                None,
                SubscriptionEvent::Activated {
                    order,
                    customer,
                    partner,
                    partner_of_record,
                    sku,
                    quantity,
                    price,
                    at,
                },
            ) => Some(Subscription {
                id,
                order: *order,
                customer: *customer,
                partner: *partner,
                partner_of_record: *partner_of_record,
                support_contact: *partner,
                sku: *sku,
                quantity: *quantity,
                price: *price,
                since: *at,
                state: SubscriptionState::Active,
            }),
            (before, _) => before,
        }
    }
}
