//! Subscriptions, which orders bring about.
//!
//! A subscription has a term: it begins when it comes into use and goes on to a day that is known from the beginning.
//! Its state says how it stands within that (`W7` of the program's workflows: active, suspended, expired, canceled,
//! deleted).

use std::fmt;

use chrono::Months;
use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId, UserId},
    money::{Money, Quantity},
    read::Read,
};

/// A subscription with its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Subscription {
    /// Its id.
    pub id: SubscriptionId,
    /// The order it came from.
    pub order: OrderId,
    /// The customer.
    pub customer: OrganizationId,
    /// The partner that ordered it and bills for it.
    pub partner: OrganizationId,
    /// The reseller that earns incentives.
    pub partner_of_record: Option<OrganizationId>,
    /// Whom the customer turns to: the ordering partner, until another is designated.
    pub support_contact: OrganizationId,
    /// What.
    pub sku: SkuId,
    /// How many licenses.
    pub quantity: Quantity,
    /// Price of one license for one month when it was ordered.
    pub price: Option<Money>,
    /// For how long at a time, and how it is billed.
    pub plan: Plan,
    /// Since when.
    pub since: Timestamp,
    /// Beginning of the present term.
    pub starts: Timestamp,
    /// End of the present term, which is no longer part of it.
    pub ends: Timestamp,
    /// How it stands.
    pub state: State,
}

/// For how long at a time a subscription goes, and how often it is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
pub struct Plan {
    /// The term.
    pub term: Term,
    /// The billing plan.
    pub billing: Billing,
}

impl Plan {
    /// What is ordered when nothing else was chosen: a year, billed every month.
    pub const DEFAULT: Plan = Plan {
        term: Term::Year,
        billing: Billing::Monthly,
    };
}

impl Default for Plan {
    fn default() -> Plan {
        Plan::DEFAULT
    }
}

/// For how long a subscription goes before it is renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Term {
    /// One month.
    Month,
    /// Twelve months.
    Year,
    /// Thirty-six months.
    ThreeYears,
}

impl Term {
    /// In months.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Term::Month => 1,
            Term::Year => 12,
            Term::ThreeYears => 36,
        }
    }

    /// The end of a term that begins at this moment: the same day of the month at the same time, or the month's last
    /// day if it is shorter.
    ///
    /// ```
    /// use tierline_core::{Timestamp, subscription::Term};
    /// let start: Timestamp = "2026-01-31T09:00:00Z".parse()?;
    /// assert_eq!(Term::Month.end(start).to_rfc3339(), "2026-02-28T09:00:00+00:00");
    /// assert_eq!(Term::Year.end(start).to_rfc3339(), "2027-01-31T09:00:00+00:00");
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn end(self, start: Timestamp) -> Timestamp {
        // Beyond the end of the calendar a term does not end.
        start
            .checked_add_months(Months::new(self.months()))
            .unwrap_or(Timestamp::MAX_UTC)
    }
}

/// How often a subscription is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Billing {
    /// Every month.
    Monthly,
    /// Every twelve months, in advance.
    Annual,
    /// Once for the whole term, in advance.
    Once,
}

/// How a subscription stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
#[non_exhaustive]
pub enum State {
    /// In use.
    Active,
    /// Out of use until it is reactivated.
    Suspended {
        /// Since when.
        at: Timestamp,
        /// By whom.
        by: UserId,
    },
    /// Its term ended, and it was not renewed.
    Expired {
        /// Since when.
        at: Timestamp,
    },
    /// Ended before its term did.
    Canceled {
        /// Since when.
        at: Timestamp,
        /// By whom.
        by: UserId,
    },
    /// Gone, with what was kept for it.
    Deleted {
        /// Since when.
        at: Timestamp,
    },
}

impl State {
    /// The state in one word.
    #[must_use]
    pub const fn status(&self) -> Status {
        match self {
            State::Active => Status::Active,
            State::Suspended { .. } => Status::Suspended,
            State::Expired { .. } => Status::Expired,
            State::Canceled { .. } => Status::Canceled,
            State::Deleted { .. } => Status::Deleted,
        }
    }
}

/// The state in one word.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In use.
    Active,
    /// Out of use until it is reactivated.
    Suspended,
    /// Its term ended, and it was not renewed.
    Expired,
    /// Ended before its term did.
    Canceled,
    /// Gone.
    Deleted,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 5] = [
        Status::Active,
        Status::Suspended,
        Status::Expired,
        Status::Canceled,
        Status::Deleted,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Status::Active => "active",
            Status::Suspended => "suspended",
            Status::Expired => "expired",
            Status::Canceled => "canceled",
            Status::Deleted => "deleted",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// What happened to a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It came into use.
    Activated {
        /// The order.
        order: OrderId,
        /// The customer.
        customer: OrganizationId,
        /// The partner that ordered.
        partner: OrganizationId,
        /// The reseller that earns incentives.
        partner_of_record: Option<OrganizationId>,
        /// What.
        sku: SkuId,
        /// How many licenses.
        quantity: Quantity,
        /// Price of one license for one month.
        price: Option<Money>,
        /// For how long at a time, and how it is billed.
        plan: Plan,
        /// End of the first term.
        ends: Timestamp,
        /// When; the beginning of the first term.
        at: Timestamp,
    },
}

impl Evolve for Subscription {
    type Id = SubscriptionId;
    type Event = Event;

    fn begin(id: SubscriptionId, event: &Event) -> Option<Subscription> {
        let Event::Activated {
            order,
            customer,
            partner,
            partner_of_record,
            sku,
            quantity,
            price,
            plan,
            ends,
            at,
        } = event;
        Some(Subscription {
            id,
            order: *order,
            customer: *customer,
            partner: *partner,
            partner_of_record: *partner_of_record,
            support_contact: *partner,
            sku: *sku,
            quantity: *quantity,
            price: *price,
            plan: *plan,
            since: *at,
            starts: *at,
            ends: *ends,
            state: State::Active,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Activated { .. } => {}
        }
    }
}
