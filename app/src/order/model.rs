//! An order before it is placed, and those that were.

mod placed;

pub use placed::{Bought, OrderPage, OrderRow, OrderedLine, OrderedProduct, OrdersPage};

use serde::Serialize;
use tierline_core::{
    Refusal,
    ids::{SkuId, SubscriptionId},
    money::{Money, Quantity},
    order::Cost,
    organization::Party,
    read::Read,
    subscription::Charge,
    term::Plan,
};

use crate::{catalog::model::LineKey, error::PortalError};

/// A line, with what it costs or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ReviewLine {
    /// The product.
    pub sku: SkuId,
    /// Its name.
    pub product: String,
    /// Number of licenses.
    pub quantity: u32,
    /// The term and the billing plan.
    pub plan: Plan,
    /// Of an add-on, the subscription that was chosen for it.
    pub base: Option<SubscriptionId>,
    /// Of an add-on, the product that it goes with.
    pub goes_with: Option<String>,
    /// Price of one license for the whole term.
    pub price: Option<Money>,
    /// What the reader's organization pays for that, if it pays another price.
    pub partner: Option<Money>,
    /// Why it cannot be ordered together with the others that can.
    pub refusal: Option<Refusal>,
}

impl ReviewLine {
    /// The line of the form.
    #[must_use]
    pub const fn key(&self) -> LineKey {
        LineKey {
            sku: self.sku,
            plan: self.plan,
        }
    }

    /// What all its licenses cost for the whole term.
    #[must_use]
    pub fn total(&self) -> Option<Money> {
        self.price?.times(Quantity::new(self.quantity).ok()?).ok()
    }
}

/// An order before it is placed.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrderReview {
    /// The customer.
    pub customer: Party,
    /// The reseller that is to earn incentives.
    pub partner_of_record: Option<Party>,
    /// The lines.
    pub lines: Vec<ReviewLine>,
    /// What those lines cost that can be ordered, in each of their currencies.
    pub costs: Vec<Cost>,
    /// What is charged for them when they are ordered, line by line.
    pub now: Vec<Charge>,
    /// What is charged for them next.
    pub later: Vec<Charge>,
    /// Why none of them can.
    pub problem: Option<PortalError>,
}

impl OrderReview {
    /// Whether some lines cannot be ordered, and the others can.
    #[must_use]
    pub fn is_in_part(&self) -> bool {
        self.problem.is_none() && self.lines.iter().any(|line| line.refusal.is_some())
    }
}
