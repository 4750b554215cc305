//! Many renewals that are changed at once: what would come of each, and what has become of it.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    ids::{BulkId, SubscriptionId},
    money::Money,
    organization::Party,
    read::Read,
    subscription::Bulk,
};

use crate::list::model::Page;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// It is found out what would come of each.
    Looking,
    /// That is shown, and nothing is changed yet.
    Shown,
    /// They are changed.
    Running,
    /// It is over.
    Done,
}

impl Phase {
    /// Every phase.
    pub const ALL: [Phase; 4] = [Phase::Looking, Phase::Shown, Phase::Running, Phase::Done];

    /// The stable name, as it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Phase::Looking => "looking",
            Phase::Shown => "shown",
            Phase::Running => "running",
            Phase::Done => "done",
        }
    }

    /// Whether it goes on by itself.
    #[must_use]
    pub const fn is_under_way(self) -> bool {
        matches!(self, Phase::Looking | Phase::Running)
    }
}

/// What is known of one of the chosen subscriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum BulkState {
    /// Nothing yet.
    Waiting,
    /// It can be changed.
    Can,
    /// It is so already.
    Same,
    /// It cannot be changed.
    Cannot,
    /// It was changed.
    Done,
    /// It was to be changed, and that was refused.
    Failed,
}

impl BulkState {
    /// Every state.
    pub const ALL: [BulkState; 6] = [
        BulkState::Waiting,
        BulkState::Can,
        BulkState::Same,
        BulkState::Cannot,
        BulkState::Done,
        BulkState::Failed,
    ];

    /// The stable name, as it is stored and filtered by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            BulkState::Waiting => "waiting",
            BulkState::Can => "can",
            BulkState::Same => "same",
            BulkState::Cannot => "cannot",
            BulkState::Done => "done",
            BulkState::Failed => "failed",
        }
    }
}

/// One of the chosen subscriptions.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct BulkRow {
    /// The subscription.
    pub subscription: SubscriptionId,
    /// The product's name.
    pub product: String,
    /// The customer.
    pub customer: Party,
    /// When its term ends.
    pub ends: Timestamp,
    /// Number of licenses today.
    pub licenses: u32,
    /// Of the next term, where it has one.
    pub next_licenses: Option<u32>,
    /// What the next term costs.
    pub next_term: Option<Money>,
    /// What is known of it.
    pub state: BulkState,
    /// Why it was not changed, or cannot be.
    pub refusal: Option<Refusal>,
}

/// How many of the chosen subscriptions there are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct BulkCounts {
    /// Not looked at yet.
    pub waiting: u64,
    /// To be changed.
    pub can: u64,
    /// So already.
    pub same: u64,
    /// That cannot be changed.
    pub cannot: u64,
    /// Changed.
    pub done: u64,
    /// Refused when they were to be changed.
    pub failed: u64,
}

impl BulkCounts {
    /// All of them.
    #[must_use]
    pub const fn chosen(&self) -> u64 {
        self.waiting + self.can + self.same + self.cannot + self.done + self.failed
    }
}

/// The page of a change of many renewals.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct BulkPage {
    /// Its id.
    pub id: BulkId,
    /// What is done.
    pub what: Bulk,
    /// How far it has come.
    pub phase: Phase,
    /// Whether it was stopped, because its user may do it no more.
    pub is_stopped: bool,
    /// When it began.
    pub began: Timestamp,
    /// How many there are in each state.
    pub counts: BulkCounts,
    /// What the next terms of those that are or will be changed cost, one amount for each currency.
    pub sums: Vec<Money>,
    /// The subscriptions.
    pub rows: Page<BulkRow>,
}
