//! A customer's own page: the partners that can act for it.

use serde::Serialize;
use tierline_core::{
    actor::Actor,
    market::Country,
    organization::{Organization, Party},
    read::Read,
    relationship::{Grant, Relationship},
};

use crate::{
    list::model::Page,
    subscription::model::{SubscriptionRow, Subscriptions},
    timeline::History,
};

/// A partner that can, or could, act for the signed-in customer.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct GrantedPartner {
    /// The relationship with every right in it.
    pub relationship: Relationship,
    /// The partner.
    pub partner: Party,
    /// Its legal location.
    pub country: Country,
    /// The name of the user who accepted or created it.
    pub origin_by: String,
    /// The partner that it was accepted with, by the same invitation.
    pub together_with: Option<Party>,
}

/// **Who can act for us**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct GrantsPage {
    /// The signed-in customer.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// Partners with a relationship in force, then those of the past.
    pub partners: Page<GrantedPartner>,
    /// How many of all partners have a relationship in force.
    pub in_force: u64,
    /// Whether it has a plan of the cloud platform, of which a reseller can be tenant owner.
    pub has_platform: bool,
    /// Its own subscriptions.
    pub subscriptions: Subscriptions,
    /// Events of these relationships, newest first.
    pub timeline: History,
}

/// Ending a relationship, or one right in it: what core tells the customer before.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct EndingPage {
    /// The signed-in customer.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The relationship.
    pub relationship: Relationship,
    /// The partner.
    pub partner: Party,
    /// The right that is to end, or none for the whole relationship.
    pub grant: Option<Grant>,
    /// The relationships of the customer that are in force.
    pub relationships: Vec<Relationship>,
    /// The first page of the subscriptions that the partner knows of.
    pub subscriptions: Page<SubscriptionRow>,
    /// A text for the partner, in the language of its admins.
    pub draft: String,
}
