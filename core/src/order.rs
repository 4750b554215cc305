//! Orders. What they bring about are [subscriptions](crate::subscription).
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
mod refusal;

pub(crate) use decide::placed;
pub use decide::{OrderFacts, Ordered, PartnerOfRecord, check_lines, order, wanted};
pub use refusal::Refusal;

use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId, UserId},
    read::Read,
};

/// One line of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Line {
    /// What.
    pub sku: SkuId,
    /// How many licenses.
    pub quantity: u32,
    /// The subscription that this line brings about.
    pub subscription: SubscriptionId,
}

/// An order. It is complete when it is placed: what it brings about comes into being in the same transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
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

/// What happened to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
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

impl Evolve for Order {
    type Id = OrderId;
    type Event = Event;

    fn begin(id: OrderId, event: &Event) -> Option<Order> {
        let Event::Placed {
            customer,
            partner,
            partner_of_record,
            lines,
            at,
            by,
        } = event;
        Some(Order {
            id,
            customer: *customer,
            partner: *partner,
            partner_of_record: *partner_of_record,
            lines: lines.clone(),
            at: *at,
            by: *by,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Placed { .. } => {}
        }
    }
}
