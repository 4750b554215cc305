//! Partnerships, seen from either side.

use serde::Serialize;
use tierline_core::{
    actor::Actor,
    ids::{OrganizationId, PartnershipId},
    market::Country,
    organization::{Organization, Party},
    partnership::Partnership,
    read::Read,
};

use crate::timeline::History;

/// A partner in a list: a reseller on **Indirect resellers**, a provider on **Indirect providers**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct PartnerRow {
    /// The partnership, with its state.
    pub partnership: Partnership,
    /// The other partner.
    pub partner: Party,
    /// Its legal location.
    pub country: Country,
    /// Its location MPN ID, if associated.
    pub mpn: Option<String>,
    /// Customers that both serve.
    pub shared_customers: u64,
}

/// The list of partners, with the facts by which the browser decides the page's own actions.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct PartnersPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The partners.
    pub partners: crate::list::model::Page<PartnerRow>,
    /// Requests that wait for an answer.
    pub open_requests: u64,
}

/// A partnership's own page.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct PartnershipPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The partnership.
    pub partnership: Partnership,
    /// The other partner.
    pub other: Organization,
    /// Customers that both serve.
    pub shared_customers: u64,
    /// The name of the user who accepted it.
    pub accepted_by: String,
    /// All events, newest first.
    pub timeline: History,
}

/// A partner to choose from, in a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct PartnerChoice {
    /// The partner.
    pub party: Party,
    /// The partnership that ties it to the signed-in organization.
    pub partnership: PartnershipId,
    /// Its legal location.
    pub country: Country,
}

impl PartnerChoice {
    /// The partner's id.
    #[must_use]
    pub fn id(&self) -> OrganizationId {
        self.party.id
    }
}
