//! Subscriptions, as partners and customers see them.

use serde::Serialize;
use tierline_core::{organization::Party, read::Read, subscription::Subscription};

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
