//! Subscriptions, created by orders, for their whole life.
//!
//! A subscription has a term: it begins with its activation and ends on a day known from the start
//! ([`term`](crate::term)). What time brings happens by itself, at the moment at which it is due however late it is
//! recorded ([`Family::catch_up`]): the next billing period, the renewal at the end of the term with what was scheduled
//! for it, expiry, and deletion. What people do is a [`Command`], decided by [`decide`].
//!
//! # States
//!
//! | state | from | what it means |
//! | --- | --- | --- |
//! | active | purchase, reactivation, being brought back | in use and billed |
//! | suspended | active | out of use and still billed; what was scheduled is dropped; expires at the end of the term |
//! | expired | end of the term without a renewal | can be brought back for [`KEPT`] |
//! | canceled | active or suspended, within [`WINDOW`] | over; the rest of what was paid is credited |
//! | deleted | [`KEPT`] after it expired or was canceled | gone |
//!
//! # Who may do what
//!
//! | what | who |
//! | --- | --- |
//! | see it, and what was charged for it | its customer; a partner that ordered it, earns on it, supports or administers |
//! | more licenses, another product, now or at renewal | the partner that ordered it, as for an [order](crate::order) |
//! | fewer licenses, cancel, suspend, reactivate | the partner that ordered it |
//! | renewals: by itself or not, fewer licenses or another plan then, renew now, bring back | that partner, or a reseller |
//! | whom the customer turns to, and who earns incentives ([`associate`]) | the partner that ordered it |
//!
//! A reseller is one that administers the customer's subscriptions, unless another one is partner of record.
//!
//! "A second partner cannot change the first's subscriptions" (multi-partner rules of today's Partner Center, as are
//! the states and [`WINDOW`]: its subscription life cycle). An add-on follows its base ([`Family`]).
//!
//! # The end of a term
//!
//! What becomes of a subscription then is said in advance by [`Subscription::ending`], for whoever knows of it
//! ([`is_shown_to`]); [`Subscription::reminding`] says when its partners are reminded.
//!
//! Many renewals are changed at once by [`Bulk`]: each is foreseen, and then decided as if it were the only one.
//!
//! # Money
//!
//! What is charged and credited is a ledger of [`Charge`]s, written by [`settle`] from the events alone; a
//! [`preview`] is made by the same function.

mod bulk;
mod cause;
mod charge;
mod command;
mod course;
mod decide;
mod ending;
mod event;
mod family;
mod named;
mod partners;
mod preview;
mod refusal;
mod reminder;
mod shown;
mod statement;
mod tenure;

pub use crate::term::{Billing, Period, Plan, Term};
pub use bulk::{Bulk, Foreseen, MOST_CHOSEN, foresee, may_choose};
pub use cause::{Author, Lapse};
pub use charge::{Charge, Reason, balance, settle};
pub use command::Command;
pub use course::{AutoRenew, Change, Course, Dropped, Increase, KEPT, Pending, WINDOW, Window};
pub use decide::{Facts, decide};
pub use ending::{Ending, Outlook};
pub use event::{Event, Terms};
pub use family::{Family, Happened};
pub use partners::{
    Associate, Candidate, associate, check_of_record, check_support, designate_all, may_associate,
};
pub(crate) use preview::later;
pub use preview::{Preview, Shown, preview};
pub use refusal::Refusal;
pub use reminder::{Reminded, Reminder, Reminding};
pub use shown::{Sides, is_shown_to};
pub use statement::{Entry, Month, Statement, Total, monthly, monthly_of_alike, statement};
pub use tenure::{Tenure, of_record_on, tenures};

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
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
    /// Price of one license for one month when it was ordered or last renewed; rounded where the term's price is no
    /// multiple of it.
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
    /// How its term goes on. What was stored before there was any is as nothing had happened yet.
    #[serde(default, skip_serializing_if = "Course::is_fresh")]
    pub course: Course,
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

crate::code::coded!(Status, "state of a subscription");
