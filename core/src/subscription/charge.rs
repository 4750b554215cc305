//! The ledger: what is charged and credited for a subscription, written from its events.
//!
//! A line is for licenses of one product in one billing period. Its amount is
//!
//! > price of a license for the term × licenses, of that the period's [part](Money::part) of the term, of that the
//! > [share](Money::share) of the days counted,
//!
//! where each is rounded by the one rule of [`money`](crate::money). Days are those of the calendar in UTC. A day
//! counts with the number of licenses at its end: an increase is charged from its own day on, and what is taken back on
//! the same day is credited from that day on. The day on which a period ends belongs to the next one.
//!
//! A credit is the same amount below zero, but never more than what is charged for its billing period and not credited
//! yet: rounding favors nobody.

use serde::{Deserialize, Serialize};

use super::{Event, Happened, Subscription};
use crate::{
    Evolve as _, Timestamp,
    ids::{SkuId, SubscriptionId},
    money::{Money, Quantity},
    read::Read,
    term::{Period, days},
};

/// Why something is charged or credited.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It was bought.
    Purchase,
    /// A billing period of its term began.
    Period,
    /// It renewed.
    Renewal,
    /// Licenses were added.
    Increase,
    /// Licenses were taken back.
    Decrease,
    /// It became a subscription of another product: of the product before as a credit, of that after as a charge.
    Upgrade,
    /// It was canceled.
    Cancellation,
    /// It ended before its term, with its base.
    End,
    /// It was brought back.
    Return,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Reason; 9] = [
        Reason::Purchase,
        Reason::Period,
        Reason::Renewal,
        Reason::Increase,
        Reason::Decrease,
        Reason::Upgrade,
        Reason::Cancellation,
        Reason::End,
        Reason::Return,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Reason::Purchase => "purchase",
            Reason::Period => "period",
            Reason::Renewal => "renewal",
            Reason::Increase => "increase",
            Reason::Decrease => "decrease",
            Reason::Upgrade => "upgrade",
            Reason::Cancellation => "cancellation",
            Reason::End => "end",
            Reason::Return => "return",
        }
    }
}

crate::code::coded!(Reason, "reason for a charge");

/// A line of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Charge {
    /// The subscription.
    pub subscription: SubscriptionId,
    /// Why.
    pub reason: Reason,
    /// The product.
    pub sku: SkuId,
    /// Number of licenses.
    pub quantity: Quantity,
    /// Price of one license for the whole term.
    pub price: Money,
    /// The billing period, with its number in the term.
    pub period: Period,
    /// From when on it is charged or credited, until the end of the period.
    pub from: Timestamp,
    /// The days counted, of those of the period.
    pub days: u32,
    /// The amount; of a credit, below zero.
    pub amount: Money,
    /// When it was due.
    pub at: Timestamp,
}

impl Charge {
    /// The amount that the rule gives for so many days of a period, before any limit to a credit.
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::{Money, Quantity}, subscription::{Charge, Plan}, testing::*};
    /// let january = Plan::DEFAULT.period(day(0), day(0), day(0));
    /// let (price, ten) = (Money::new(120_00, Currency::Eur), Quantity::new(10)?);
    /// assert_eq!(Charge::of_days(price, ten, january, 31), Some(Money::new(100_00, Currency::Eur)));
    /// assert_eq!(Charge::of_days(price, ten, january, 7), Some(Money::new(22_58, Currency::Eur)));
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    #[must_use]
    pub fn of_days(price: Money, quantity: Quantity, period: Period, days: u32) -> Option<Money> {
        let term = price.times(quantity).ok()?;
        Some(
            term.part(period.number, period.of)
                .share(days, period.days()),
        )
    }
}

/// What is charged for a billing period of a subscription and not credited yet.
#[must_use]
pub fn balance(ledger: &[Charge], subscription: SubscriptionId, period: Period) -> i64 {
    let of_it = ledger
        .iter()
        .filter(|line| line.subscription == subscription && line.period.starts == period.starts);
    let sum: i128 = of_it.map(|line| i128::from(line.amount.minor)).sum();
    i64::try_from(sum).unwrap_or(i64::MAX)
}

/// The lines of the ledger that follow from these events, in order. It is what writes them, and what a preview shows.
///
/// The subscriptions are as they were before the events; one that an event begins is not among them. Of the ledger only
/// the lines of the billing periods concerned are needed. Licenses without a price are not charged.
///
/// ```
/// use tierline_core::{market::Currency, money::{Money, Quantity}, subscription::{Event, Reason, settle}, testing::*};
/// let before = subscription(Some(Money::new(3_10, Currency::Eur)));
/// let (from, to) = (before.quantity, Quantity::new(35)?);
/// let event = Event::Increased { from, to, at: day(21), author: author(&provider()) };
/// let lines = settle(&[before.clone()], &[(before.id, event)], &[]);
/// // Ten licenses for ten of January's 31 days.
/// assert_eq!((lines[0].reason, lines[0].days, lines[0].amount.minor), (Reason::Increase, 10, 10_00));
/// # Ok::<(), tierline_core::money::MoneyError>(())
/// ```
#[must_use]
pub fn settle(before: &[Subscription], events: &[Happened], ledger: &[Charge]) -> Vec<Charge> {
    let mut states = before.to_vec();
    let mut lines = Vec::new();
    for (id, event) in events {
        let at = states.iter().position(|state| state.id == *id);
        let before = at.map(|at| states.swap_remove(at));
        let Some(after) = Subscription::evolve(*id, before.clone(), event) else {
            continue;
        };
        let written = of_event(before.as_ref(), &after, event, [ledger, &lines]);
        lines.extend(written);
        states.push(after);
    }
    lines
}

/// The lines that there were, and those written after them. A long ledger is read where a credit asks for it, and never
/// copied.
type Ledger<'a> = [&'a [Charge]; 2];

/// The lines of one event.
fn of_event(
    before: Option<&Subscription>,
    after: &Subscription,
    event: &Event,
    ledger: Ledger<'_>,
) -> Vec<Charge> {
    let at = event.at();
    let whole = |reason| Line::of(after, reason, after.quantity, at).charge();
    let line = match event {
        Event::Activated { .. } => whole(Reason::Purchase),
        Event::Billed { .. } => whole(Reason::Period),
        Event::Renewed { .. } => whole(Reason::Renewal),
        Event::BroughtBack { .. } => whole(Reason::Return),
        Event::Increased { from, to, .. } => difference(*to, *from)
            .and_then(|added| Line::of(after, Reason::Increase, added, at).charge()),
        Event::Decreased { from, to, .. } => {
            let credit = |fewer| Line::of(after, Reason::Decrease, fewer, at).credit(ledger);
            difference(*from, *to).and_then(credit)
        }
        Event::Canceled { .. } => back(before, Reason::Cancellation, at, ledger),
        Event::Expired { .. } => back(before, Reason::End, at, ledger),
        Event::Upgraded { .. } => {
            let credit = back(before, Reason::Upgrade, at, ledger);
            return credit.into_iter().chain(whole(Reason::Upgrade)).collect();
        }
        Event::Scheduled { .. }
        | Event::Unscheduled { .. }
        | Event::RenewedAhead { .. }
        | Event::AutoRenewSet { .. }
        | Event::Suspended { .. }
        | Event::Reactivated { .. }
        | Event::SupportDesignated { .. }
        | Event::SupportReturned { .. }
        | Event::PartnerOfRecordSet { .. }
        | Event::Deleted { .. } => None,
    };
    line.into_iter().collect()
}

/// The rest of what is billed, as a credit.
fn back(
    before: Option<&Subscription>,
    reason: Reason,
    at: Timestamp,
    ledger: Ledger<'_>,
) -> Option<Charge> {
    let before = before.filter(|before| at < before.billed_until())?;
    Line::of(before, reason, before.quantity, at).credit(ledger)
}

fn difference(more: Quantity, fewer: Quantity) -> Option<Quantity> {
    Quantity::new(more.get().saturating_sub(fewer.get())).ok()
}

/// A line to be, from a moment to the end of its billing period.
struct Line<'a> {
    of: &'a Subscription,
    reason: Reason,
    quantity: Quantity,
    at: Timestamp,
}

impl<'a> Line<'a> {
    const fn of(of: &'a Subscription, reason: Reason, quantity: Quantity, at: Timestamp) -> Self {
        Line {
            of,
            reason,
            quantity,
            at,
        }
    }

    /// As a charge; none where nothing is charged.
    fn charge(&self) -> Option<Charge> {
        let price = self.of.term_price()?;
        let period = self.of.period(self.at);
        let days = days(self.at.max(period.starts), period.ends);
        let amount = Charge::of_days(price, self.quantity, period, days)?;
        Some(Charge {
            subscription: self.of.id,
            reason: self.reason,
            sku: self.of.sku,
            quantity: self.quantity,
            price,
            period,
            from: self.at,
            days,
            amount,
            at: self.at,
        })
        .filter(|charge| charge.days > 0)
    }

    /// As a credit, of no more than what is charged and not credited yet.
    fn credit(&self, ledger: Ledger<'_>) -> Option<Charge> {
        let charge = self.charge()?;
        let of_lines = ledger.map(|lines| balance(lines, self.of.id, charge.period));
        let charged = of_lines.into_iter().fold(0, i64::saturating_add).max(0);
        let minor = charge.amount.minor.min(charged);
        Some(Charge {
            amount: Money::new(minor, charge.amount.currency).reversed(),
            ..charge
        })
    }
}
