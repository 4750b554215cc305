//! How the term of a subscription goes on: what it costs, until when it is billed, what can still be taken back, and
//! what is scheduled for its renewal.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Author, State, Subscription};
use crate::{
    Timestamp,
    catalog::{Kind, for_months},
    ids::{SkuId, SubscriptionId},
    money::{Money, Quantity},
    read::Read,
    term::{Period, Plan},
};

/// So long after a purchase, a renewal or an increase, to the minute, licenses can be taken back.
pub const WINDOW: TimeDelta = TimeDelta::days(7);

/// So long an expired subscription can be brought back, and a canceled one is kept, before it is deleted.
pub const KEPT: TimeDelta = TimeDelta::days(30);

/// How a subscription's term goes on. Its default is that of one that was just bought from a simple list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(default)]
pub struct Course {
    /// The kind of the product.
    pub kind: Kind,
    /// Price of one license for the whole term; where there is none, the price for a month counts, in every month.
    pub price: Option<Money>,
    /// Of an add-on, the subscription that it belongs to.
    pub base: Option<SubscriptionId>,
    /// Whether it renews by itself.
    pub auto_renew: AutoRenew,
    /// From when on terms and billing periods are counted, if not from its activation.
    pub anchor: Option<Timestamp>,
    /// Until when it is billed, if not until the end of the term's first billing period.
    pub billed: Option<Timestamp>,
    /// What was added during the term and can still be taken back, the earliest first.
    pub increases: Vec<Increase>,
    /// What is scheduled for its renewal.
    pub pending: Option<Pending>,
    /// Whether it was suspended together with its base, and so is reactivated with it.
    pub with_base: bool,
}

impl Course {
    /// Whether nothing differs from the default.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        *self == Course::default()
    }
}

/// Whether a subscription renews by itself at the end of its term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum AutoRenew {
    /// It does.
    #[default]
    On,
    /// It expires.
    Off,
}

/// Licenses added during a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Increase {
    /// How many.
    pub added: u32,
    /// When.
    pub at: Timestamp,
}

/// How many licenses can be taken back until a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// So many; all of them can be canceled too.
    pub count: u32,
    /// Until then, exclusive.
    pub until: Timestamp,
}

/// What a subscription becomes when it renews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Change {
    /// The product.
    pub sku: SkuId,
    /// Number of licenses.
    pub quantity: Quantity,
    /// The term and the billing plan.
    pub plan: Plan,
}

impl Change {
    /// Whether it is a purchase to what there is now: more licenses, or another product.
    #[must_use]
    pub fn is_more_than(self, now: Change) -> bool {
        self.quantity > now.quantity || self.sku != now.sku
    }

    /// What of it is no purchase: fewer licenses, and another plan.
    ///
    /// ```
    /// use tierline_core::{ids::SkuId, money::Quantity, subscription::Change, testing::*};
    /// let now = subscription(None).as_is();
    /// let upgrade: SkuId = id(51);
    /// let fewer = Change { quantity: Quantity::new(20)?, ..now };
    /// assert!(Change { sku: upgrade, ..fewer }.is_more_than(now) && !fewer.is_more_than(now));
    /// assert_eq!(Change { sku: upgrade, ..fewer }.without_more(now), fewer);
    /// assert_eq!(Change { quantity: Quantity::new(30)?, ..now }.without_more(now), now);
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    #[must_use]
    pub fn without_more(self, now: Change) -> Change {
        Change {
            sku: now.sku,
            quantity: self.quantity.min(now.quantity),
            ..self
        }
    }
}

/// A change scheduled for the renewal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Pending {
    /// What it becomes.
    pub change: Change,
    /// Whether it was renewed ahead: then it renews even if it would not by itself, at the price of that day.
    pub renewed: bool,
    /// That price, for one license and the whole term.
    pub price: Option<Money>,
    /// When it was scheduled.
    pub at: Timestamp,
    /// Who scheduled it, and is told when it happens.
    pub author: Author,
}

/// What was scheduled for a renewal and was not sold on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Dropped {
    /// What it was to become.
    pub change: Change,
    /// Who scheduled it, and is told that it didn't happen.
    pub author: Author,
}

impl Subscription {
    /// What it is now, as a renewal without a change would keep it.
    #[must_use]
    pub const fn as_is(&self) -> Change {
        Change {
            sku: self.sku,
            quantity: self.quantity,
            plan: self.plan,
        }
    }

    /// What is scheduled and would wait if it renewed while its customer's account is under review: a purchase that was
    /// not agreed on ahead.
    ///
    /// ```
    /// use tierline_core::{money::Quantity, subscription::{Change, Pending}, testing::*};
    /// let mut it = subscription(None);
    /// let change = Change { quantity: Quantity::new(30)?, ..it.as_is() };
    /// let author = author(&provider());
    /// it.course.pending = Some(Pending { change, renewed: false, price: None, at: day(2), author });
    /// assert!(it.waiting().is_some());
    /// it.course.pending = Some(Pending { change, renewed: true, price: None, at: day(2), author });
    /// assert_eq!(it.waiting(), None);
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    #[must_use]
    pub fn waiting(&self) -> Option<&Pending> {
        let scheduled = self.course.pending.as_ref().filter(|it| !it.renewed);
        scheduled.filter(|it| it.change.is_more_than(self.as_is()))
    }

    /// Whether its term goes on: it is billed, whether or not it is in use.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        matches!(self.state, State::Active | State::Suspended { .. })
    }

    /// From when on its terms and billing periods are counted.
    #[must_use]
    pub fn anchor(&self) -> Timestamp {
        self.course.anchor.unwrap_or(self.since)
    }

    /// The billing period of its term in which this moment is.
    #[must_use]
    pub fn period(&self, at: Timestamp) -> Period {
        self.plan.period(self.anchor(), self.starts, at)
    }

    /// Until when it is billed.
    #[must_use]
    pub fn billed_until(&self) -> Timestamp {
        let first = || self.period(self.starts).ends;
        self.course.billed.unwrap_or_else(first)
    }

    /// Price of one license for the whole term.
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::Money, testing::*};
    /// let month = Money::new(5_60, Currency::Eur);
    /// let subscription = subscription(Some(month));
    /// assert_eq!(subscription.term_price(), Some(Money::new(67_20, Currency::Eur)));
    /// ```
    #[must_use]
    pub fn term_price(&self) -> Option<Money> {
        let months = self.plan.term.months();
        let by_month = || for_months(self.price?, months);
        self.course.price.or_else(by_month)
    }

    /// The number of licenses that can be taken back at this moment: all of them for [`WINDOW`] after a purchase or a
    /// renewal, and for as long after an increase what it added. To take back all is to cancel.
    ///
    /// ```
    /// use chrono::TimeDelta;
    /// use tierline_core::{subscription::WINDOW, testing::*};
    /// let bought = subscription(None);
    /// let last = bought.starts + WINDOW - TimeDelta::seconds(1);
    /// assert_eq!((bought.returnable(last), bought.returnable(bought.starts + WINDOW)), (25, 0));
    /// ```
    #[must_use]
    pub fn returnable(&self, now: Timestamp) -> u32 {
        if now < self.starts + WINDOW {
            return self.quantity.get();
        }
        let open = self.open_increases(now).map(|increase| increase.added);
        open.fold(0, u32::saturating_add).min(self.quantity.get())
    }

    /// What can be taken back from this moment on, and until when: one window after the other, each with what is
    /// [returnable](Subscription::returnable) until it closes. After a purchase or a renewal all is, and then what was
    /// added later, for as long as each increase is open. While it is suspended its number stays, so that only all of
    /// it can be taken back.
    ///
    /// ```
    /// use tierline_core::{Evolve, money::Quantity, subscription::{Event, Window}, testing::*};
    /// let mut bought = subscription(None);
    /// let (from, to, author) = (bought.quantity, Quantity::new(30)?, author(&provider()));
    /// bought.apply(&Event::Increased { from, to, at: day(2), author });
    /// let all = Window { count: 30, until: day(7) };
    /// assert_eq!(bought.windows(day(3)), [all, Window { count: 5, until: day(9) }]);
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    #[must_use]
    pub fn windows(&self, now: Timestamp) -> Vec<Window> {
        if !self.is_running() {
            return Vec::new();
        }
        let begun = self.course.increases.iter().map(|increase| increase.at);
        let ends = begun.chain([self.starts]).map(|begun| begun + WINDOW);
        let mut ends: Vec<Timestamp> = ends.filter(|until| now < *until).collect();
        ends.sort_unstable();
        ends.dedup();
        let mut from = now;
        let mut windows: Vec<Window> = Vec::new();
        for until in ends {
            let count = self.returnable(from);
            from = until;
            // What was bought can be gone already, so that its window closes nothing.
            if windows.last().is_some_and(|before| before.count == count) {
                windows.pop();
            }
            windows.push(Window { count, until });
        }
        if !matches!(self.state, State::Active) {
            windows.retain(|window| window.count == self.quantity.get());
        }
        windows
    }

    fn open_increases(&self, now: Timestamp) -> impl Iterator<Item = &Increase> {
        let all = self.course.increases.iter();
        all.filter(move |increase| now < increase.at + WINDOW)
    }

    /// Takes back so many licenses: of what can be taken back, first that for which the time is over first.
    pub(super) fn take_back(&mut self, mut count: u32, at: Timestamp) {
        let open: Vec<Increase> = self.open_increases(at).copied().collect();
        let added = open.iter().map(|it| it.added).fold(0, u32::saturating_add);
        if at < self.starts + WINDOW {
            let bought = self.quantity.get().saturating_sub(added);
            count = count.saturating_sub(bought);
        }
        self.course.increases.clear();
        for increase in open {
            let taken = count.min(increase.added);
            count -= taken;
            if taken < increase.added {
                self.course.increases.push(Increase {
                    added: increase.added - taken,
                    ..increase
                });
            }
        }
    }
}
