//! Orders. They create [subscriptions](crate::subscription).
//!
//! Rule 4: an order needs the ordering partner's capability active, agreement signed and MPN ID associated; a
//! relationship with the customer in force; the same region; quantities within the product's limits; and, with a
//! partner of record, an active indirect reseller in partnership with the provider.
//!
//! # Order of the checks
//!
//! 1. the person's role, then the relationship and the right to order ([`crate::access::authorize_on_customer`]);
//! 2. the ordering partner's capability, MPN ID and agreement, the region, and that products are sold there at all;
//! 3. the partner of record: an active indirect reseller that has signed, in partnership with the provider, with a
//!    relationship of its own with the customer;
//! 4. the customer, whose account must not be under review;
//! 5. the lines: at least one, no product twice by the same plan for the same base, every quantity within its limits,
//!    given the customer's existing licenses and those of earlier lines;
//! 6. what each line is for: a product that is no add-on stands alone, and an add-on is for an active subscription of
//!    the customer that it goes with, which the same partner ordered or this order creates;
//! 7. the price of each line, by the customer's market, the line's plan and number, and the day.
//!
//! A price that was shown is compared last ([`check_shown`]): what was shown is ordered, or nothing.
//!
//! The first check that fails is the refusal. An indirect reseller never orders: the refusal names the provider that
//! does, or tells it to invite the customer for both.
//!
//! An order is placed whole or not at all. Which lines stand in the way of the others, [`part()`] says, and [`quotes`]
//! by it, with what each of the others costs.

mod decide;
mod history;
mod paid;
mod part;
pub(crate) mod permission;
mod quote;
mod refusal;
mod terms;

pub(crate) use decide::placed;
pub use decide::{
    OrderFacts, Ordered, PartnerOfRecord, Wanted, check_line, check_lines, order, wanted,
};
pub use history::{Standing, is_shown_to, worth};
pub use paid::sees_partner_prices;
pub use part::{Failing, Parted, part};
pub(crate) use quote::quoted;
pub use quote::quotes;
pub use refusal::Refusal;
pub use terms::{Charged, Cost, Shown, charges, check_shown, cost};
pub(crate) use terms::{Selling, agreed, beside};

use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    access::Basis,
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId, UserId},
    read::Read,
    term::Plan,
};

/// One line of an order: "select the subscription(s) the customer wants to buy and then enter the number of licenses
/// the customer needs" ("Partner with indirect resellers in the CSP program").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Line {
    /// The product.
    pub sku: SkuId,
    /// Number of licenses.
    pub quantity: u32,
    /// The subscription that this line creates.
    pub subscription: SubscriptionId,
    /// The term and the billing plan.
    #[serde(default, skip_serializing_if = "Plan::is_default")]
    pub plan: Plan,
    /// Of an add-on, the customer's subscription that it is for. Where none is named, it is for the first one of the
    /// same order that it goes with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<SubscriptionId>,
}

impl Line {
    /// Licenses for a year that is billed every month.
    ///
    /// ```
    /// use tierline_core::{order::Line, term::Plan, testing::*};
    /// assert_eq!(Line::of(id(50), 25, id(60)).plan, Plan::DEFAULT);
    /// ```
    #[must_use]
    pub const fn of(sku: SkuId, quantity: u32, subscription: SubscriptionId) -> Line {
        Line {
            sku,
            quantity,
            subscription,
            plan: Plan::DEFAULT,
            base: None,
        }
    }
}

/// An order. It is complete when it is placed: its subscriptions are created in the same transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// The customer.
    pub customer: OrganizationId,
    /// The partner that ordered.
    pub partner: OrganizationId,
    /// The reseller that earns incentives; none for a direct-bill partner, or if a provider named none.
    pub partner_of_record: Option<OrganizationId>,
    /// The lines.
    pub lines: Vec<Line>,
    /// When it was placed.
    pub at: Timestamp,
    /// The partner's user.
    pub by: UserId,
    /// The role of that user, and the grant that the order rested on; not known of an order before this was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// Events of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was placed.
    Placed {
        /// The customer.
        customer: OrganizationId,
        /// The partner that ordered.
        partner: OrganizationId,
        /// The reseller that earns incentives.
        partner_of_record: Option<OrganizationId>,
        /// The lines.
        lines: Vec<Line>,
        /// When it happened.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
        /// The role of who ordered, and the grant that it rested on; not known of an order before this was recorded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<Basis>,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        let Event::Placed {
            customer,
            partner,
            partner_of_record,
            ..
        } = self;
        [*customer, *partner]
            .into_iter()
            .chain(*partner_of_record)
            .collect()
    }
}

/// Nothing happens to an order after it was placed: the history of the products bought is that of its
/// [subscriptions](crate::subscription).
///
/// ```
/// use tierline_core::{Evolve, order::{Event, Line, Order}, testing::*};
/// let lines = vec![Line::of(id(50), 25, id(60))];
/// let placed = Event::Placed { customer: id(4), partner: id(1), partner_of_record: Some(id(2)), lines, at: day(2), by: id(7), basis: None };
/// let order = Order::evolve(id(70), None, &placed).unwrap();
/// assert_eq!((order.partner_of_record, order.lines[0].quantity), (Some(id(2)), 25));
/// ```
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
            basis,
        } = event;
        Some(Order {
            id,
            customer: *customer,
            partner: *partner,
            partner_of_record: *partner_of_record,
            lines: lines.clone(),
            at: *at,
            by: *by,
            basis: *basis,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Placed { .. } => {}
        }
    }
}
