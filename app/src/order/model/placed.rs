//! Orders that were placed, as pages show them.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    access::Basis,
    ids::OrderId,
    money::{Money, Quantity},
    order::{Line, Standing},
    organization::Party,
    read::Read,
    subscription::{Plan, Status},
};

use crate::{
    list::model::Page,
    partnership::model::PartnerChoices,
    subscription::model::{NamedProduct, Viewer},
    timeline::History,
};

/// An order in the history.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrderRow {
    /// The order.
    pub id: OrderId,
    /// When it was placed.
    pub at: Timestamp,
    /// The customer.
    pub customer: Party,
    /// The partner that ordered.
    pub partner: Party,
    /// Its user.
    pub by: String,
    /// The partner of record.
    pub reseller: Option<Party>,
    /// What was ordered: the product of each line by name, with its licenses.
    pub lines: Vec<OrderedProduct>,
    /// Licenses in all lines.
    pub licenses: u64,
    /// What was bought costs for its first term, one amount for each currency.
    pub sums: Vec<Money>,
    /// What has become of it.
    pub standing: Standing,
}

/// A line of an order in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OrderedProduct {
    /// The product's name.
    pub product: String,
    /// Number of licenses.
    pub licenses: u32,
}

/// The page **Order history**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrdersPage {
    /// The orders.
    pub orders: Page<OrderRow>,
    /// The customer whose orders these are, where they are those of one.
    pub customer: Option<Party>,
    /// Of a provider, the partners of record to filter by.
    pub resellers: PartnerChoices,
    /// The partners that ordered, to filter by.
    pub partners: Vec<Party>,
    /// The products to filter by.
    pub products: Vec<NamedProduct>,
    /// Who reads it.
    pub viewer: Viewer,
}

/// An order's page.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrderPage {
    /// Its id.
    pub id: OrderId,
    /// When it was placed.
    pub at: Timestamp,
    /// The customer.
    pub customer: Party,
    /// Whether it is the reader.
    pub is_own: bool,
    /// The partner that ordered.
    pub partner: Party,
    /// Its user.
    pub by: String,
    /// The role of that user, and the grant that the order rested on; not known of the first ones.
    pub basis: Option<Basis>,
    /// The partner of record.
    pub reseller: Option<Party>,
    /// What has become of it.
    pub standing: Standing,
    /// Its lines.
    pub lines: Vec<OrderedLine>,
    /// What was bought costs for its first term, one amount for each currency.
    pub sums: Vec<Money>,
    /// Whether the reader may order the same again; none for a customer, who does not order.
    pub again: Option<Result<(), Refusal>>,
    /// The events of the order and of its subscriptions, newest first.
    pub timeline: History,
}

/// A line of an order.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrderedLine {
    /// What was ordered.
    pub line: Line,
    /// The product's name.
    pub product: String,
    /// What it became; none, of a line whose subscription is not there.
    pub bought: Option<Bought>,
}

/// What a line became.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Bought {
    /// Number of licenses that were bought.
    pub quantity: Quantity,
    /// The term and the billing plan that it began with.
    pub plan: Plan,
    /// The price of one license for the first term.
    pub price: Option<Money>,
    /// That of all licenses.
    pub amount: Option<Money>,
    /// The state of the subscription today.
    pub status: Status,
    /// The product that it is today, if it is another one.
    pub now: Option<String>,
}
