//! A customer's own page: who can act for it.

use serde::{Deserialize, Serialize};
use tierline_core::{
    actor::Actor,
    market::Country,
    organization::{Organization, Party},
    relationship::Relationship,
};

use crate::{activity::model::History, customer::model::SubscriptionRow};

/// A partner that can, or could, act for the signed-in customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GrantedPartner {
    /// The relationship with every right in it.
    pub relationship: Relationship,
    /// The partner.
    pub partner: Party,
    /// Its legal location.
    pub country: Country,
    /// Who accepted or created it, by name.
    pub origin_by: String,
}

/// **Who can act for us**.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GrantsPage {
    /// The signed-in customer.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// Partners with a relationship in force, then those of the past.
    pub partners: Vec<GrantedPartner>,
    /// Its own subscriptions.
    pub subscriptions: Vec<SubscriptionRow>,
    /// What happened to these relationships, newest first.
    pub timeline: History,
}
