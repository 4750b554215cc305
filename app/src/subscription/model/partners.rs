//! The partners of a subscription beside the one that ordered it.

use serde::Serialize;
use tierline_core::{Refusal, Timestamp, ids::SubscriptionId, organization::Party, read::Read};

use crate::partnership::model::PartnerChoices;

/// Where a customer finds support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Support {
    /// The partner.
    pub party: Party,
    /// The address to write to.
    pub email: Option<String>,
    /// The number to call.
    pub phone: Option<String>,
    /// Its site.
    pub website: Option<String>,
}

/// From when until when a reseller was partner of record, or nobody was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct NamedTenure {
    /// The reseller.
    pub reseller: Option<Party>,
    /// When it began.
    pub from: Timestamp,
    /// When it ended; none while it goes on.
    pub until: Option<Timestamp>,
}

/// The page with the choices of them.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct PartnersPage {
    /// The subscription.
    pub id: SubscriptionId,
    /// Its product.
    pub product: String,
    /// The customer.
    pub customer: Party,
    /// The partner that ordered it.
    pub ordered_by: Party,
    /// Who supports the customer.
    pub support: Support,
    /// Who can: the partner that ordered it, and the customer's resellers with that right.
    pub contacts: Vec<Party>,
    /// Others that the same partner has ordered for the customer, for a reader who can choose.
    pub others: u64,
    /// Why the reader can choose none.
    pub support_refused: Option<Refusal>,
    /// The reseller that earns incentives.
    pub of_record: Option<Party>,
    /// The resellers that can.
    pub resellers: PartnerChoices,
    /// Why the reader can choose none.
    pub of_record_refused: Option<Refusal>,
    /// What is wrong with who earns incentives.
    pub warning: Option<Refusal>,
    /// Who did when, the latest first.
    pub tenures: Vec<NamedTenure>,
}
