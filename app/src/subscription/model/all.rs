//! All subscriptions, as a list.

use serde::Serialize;
use tierline_core::{
    Timestamp,
    catalog::Kind,
    ids::SubscriptionId,
    organization::Party,
    read::Read,
    subscription::{AutoRenew, Status},
};

use super::{NamedProduct, Viewer};
use crate::{list::model::Page, partnership::model::PartnerChoices};

/// A subscription in the list of all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ListedSubscription {
    /// Its id.
    pub id: SubscriptionId,
    /// The product's name.
    pub product: String,
    /// The kind of the product.
    pub kind: Kind,
    /// The customer.
    pub customer: Party,
    /// The partner of record.
    pub reseller: Option<Party>,
    /// Number of licenses.
    pub licenses: u32,
    /// Its state at this moment.
    pub status: Status,
    /// Whether it renews by itself, if it has a next term.
    pub auto_renew: Option<AutoRenew>,
    /// When it was activated.
    pub since: Timestamp,
    /// When its term ends or has ended, if it has one.
    pub ends: Option<Timestamp>,
}

/// The page **Subscriptions**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AllSubscriptionsPage {
    /// The subscriptions.
    pub subscriptions: Page<ListedSubscription>,
    /// The customer whose they are, if a partner asks for those of one.
    pub customer: Option<Party>,
    /// Of a provider, the partners of record to filter by.
    pub resellers: PartnerChoices,
    /// The products to filter by.
    pub products: Vec<NamedProduct>,
    /// Who reads it.
    pub viewer: Viewer,
}

impl AllSubscriptionsPage {
    /// Whether they are all of one customer.
    #[must_use]
    pub fn is_of_one(&self) -> bool {
        self.viewer == Viewer::Customer || self.customer.is_some()
    }
}
