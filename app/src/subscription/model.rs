//! Subscriptions, as partners and customers see them.

use serde::Serialize;
use tierline_core::{
    ids::OrganizationId, organization::Party, read::Read, subscription::Subscription,
};

use crate::list::model::Page;

/// A subscription in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct SubscriptionRow {
    /// The subscription.
    pub subscription: Subscription,
    /// The product's name.
    pub product: String,
    /// The partner that ordered it.
    pub ordered_by: Party,
    /// The reseller that earns incentives.
    pub partner_of_record: Option<Party>,
}

/// The subscriptions of a customer that the reader may see: their first page, and figures of all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Subscriptions {
    /// The customer.
    pub customer: OrganizationId,
    /// The first page.
    pub page: Page<SubscriptionRow>,
    /// Licenses in all of them.
    pub licenses: u64,
}
