//! Subscriptions, created by orders.
//!
//! A subscription has a term: it begins with its activation and ends on a day known from the start. Its state within
//! the term is active, suspended, expired, canceled or deleted. So far only its beginning is decided, by
//! [`order`](crate::order::order) and [`create`](crate::customer::create); nothing changes it yet.

use std::fmt;

use chrono::Months;
use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId, UserId},
    money::{Money, Quantity},
    read::Read,
};

/// A subscription with its facts. Times are in UTC, and terms are counted in months of the calendar.
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
    /// The customer's support contact: the ordering partner, until another is designated.
    pub support_contact: OrganizationId,
    /// The product.
    pub sku: SkuId,
    /// Number of licenses.
    pub quantity: Quantity,
    /// Price of one license for one month when it was ordered.
    pub price: Option<Money>,
    /// The term and the billing plan.
    pub plan: Plan,
    /// When it was activated.
    pub since: Timestamp,
    /// Beginning of the current term.
    pub starts: Timestamp,
    /// End of the current term, exclusive.
    pub ends: Timestamp,
    /// Its state.
    pub state: State,
}

/// The term of a subscription, and how often it is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
pub struct Plan {
    /// The term.
    pub term: Term,
    /// The billing plan.
    pub billing: Billing,
}

impl Plan {
    /// The default of an order: a year, billed every month.
    ///
    /// ```
    /// use tierline_core::subscription::{Billing, Plan};
    /// assert_eq!((Plan::DEFAULT.term.months(), Plan::DEFAULT.billing), (12, Billing::Monthly));
    /// ```
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

/// The length of a subscription's term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// One month.
    Month,
    /// Twelve months.
    Year,
    /// Thirty-six months.
    ThreeYears,
}

impl Term {
    /// The length in calendar months.
    ///
    /// ```
    /// use tierline_core::subscription::Term;
    /// assert_eq!([Term::Month, Term::Year, Term::ThreeYears].map(Term::months), [1, 12, 36]);
    /// ```
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Term::Month => 1,
            Term::Year => 12,
            Term::ThreeYears => 36,
        }
    }

    /// The end of a term that begins at this moment: the same day of the month at the same time, or the last day of a
    /// shorter month.
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
        // A term beyond the end of the calendar does not end.
        start
            .checked_add_months(Months::new(self.months()))
            .unwrap_or(Timestamp::MAX_UTC)
    }
}

/// How often a subscription is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Billing {
    /// Every month.
    Monthly,
    /// Every twelve months, in advance.
    Annual,
    /// Once for the whole term, in advance.
    Once,
}

/// The state of a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// In use.
    Active,
    /// Out of use until it is reactivated.
    Suspended {
        /// When it was suspended.
        at: Timestamp,
        /// The user who suspended it.
        by: UserId,
    },
    /// Its term ended, and it was not renewed.
    Expired {
        /// When it expired.
        at: Timestamp,
    },
    /// Ended before its term.
    Canceled {
        /// When it was canceled.
        at: Timestamp,
        /// The user who canceled it.
        by: UserId,
    },
    /// Gone, with the data kept for it.
    Deleted {
        /// When it was deleted.
        at: Timestamp,
    },
}

impl State {
    /// The state in one word.
    ///
    /// ```
    /// use tierline_core::{subscription::{State, Status}, testing::*};
    /// assert_eq!(State::Suspended { at: day(2), by: id(7) }.status(), Status::Suspended);
    /// ```
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
    /// Ended before its term.
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

/// Events of a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was activated.
    Activated {
        /// The order.
        order: OrderId,
        /// The customer.
        customer: OrganizationId,
        /// The partner that ordered.
        partner: OrganizationId,
        /// The reseller that earns incentives.
        partner_of_record: Option<OrganizationId>,
        /// The product.
        sku: SkuId,
        /// Number of licenses.
        quantity: Quantity,
        /// Price of one license for one month.
        price: Option<Money>,
        /// The term and the billing plan.
        plan: Plan,
        /// End of the first term.
        ends: Timestamp,
        /// When it was activated: the beginning of the first term.
        at: Timestamp,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        let Event::Activated {
            customer,
            partner,
            partner_of_record,
            ..
        } = self;
        [*customer, *partner]
            .into_iter()
            .chain(*partner_of_record)
            .collect()
    }
}

/// A subscription begins when it is activated, with its first term. Until another support contact is designated, the
/// partner that ordered it supports the customer.
///
/// ```
/// use tierline_core::{Evolve, money::Quantity, subscription::{Event, Plan, Status, Subscription}, testing::*};
/// let plan = Plan::DEFAULT;
/// let activated = Event::Activated {
///     order: id(70), customer: id(4), partner: id(1), partner_of_record: Some(id(2)), sku: id(50),
///     quantity: Quantity::new(25)?, price: None, plan, ends: plan.term.end(day(0)), at: day(0),
/// };
/// let subscription = Subscription::evolve(id(60), None, &activated).unwrap();
/// assert_eq!((subscription.state.status(), subscription.support_contact), (Status::Active, id(1)));
/// assert_eq!((subscription.starts, subscription.ends), (day(0), day(365)));
/// # Ok::<(), tierline_core::money::MoneyError>(())
/// ```
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
