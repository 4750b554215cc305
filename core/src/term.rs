//! Terms and billing plans: how long something is bought for, how often it is billed, and on which days that falls.
//!
//! **One rule for the calendar.** Terms and billing periods are counted in months from an anchor, the moment at which
//! the first term began. Each begins on the anchor's day of the month at the anchor's time, or on the last day of a
//! shorter month. The anchor is never replaced by such a shorter day: what began on January 31 ends a month later on
//! February 28, and the month after that on March 31; what began on February 29 is back on the 29th in every leap year.
//! All times are in UTC.

use chrono::{Datelike as _, Months};
use serde::{Deserialize, Serialize};

use crate::{Timestamp, read::Read};

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

    /// The months of one billing period.
    ///
    /// ```
    /// use tierline_core::term::{Billing, Plan, Term};
    /// let months = |term, billing| Plan { term, billing }.billed_months();
    /// assert_eq!(months(Term::ThreeYears, Billing::Monthly), 1);
    /// assert_eq!(months(Term::ThreeYears, Billing::Annual), 12);
    /// assert_eq!(months(Term::ThreeYears, Billing::Once), 36);
    /// ```
    #[must_use]
    pub const fn billed_months(self) -> u32 {
        let (term, months) = (self.term.months(), self.billing.months());
        match months {
            Some(months) if months < term => months,
            _ => term,
        }
    }

    /// The number of billing periods in the term.
    ///
    /// ```
    /// use tierline_core::term::Plan;
    /// assert_eq!(Plan::DEFAULT.periods(), 12);
    /// ```
    #[must_use]
    pub const fn periods(self) -> u32 {
        self.term.months() / self.billed_months()
    }

    /// Whether there is such a plan: a month is not billed every twelve months.
    ///
    /// ```
    /// use tierline_core::term::{Billing, Plan, Term};
    /// assert!(!Plan { term: Term::Month, billing: Billing::Annual }.is_possible());
    /// assert!(Plan { term: Term::Month, billing: Billing::Once }.is_possible());
    /// ```
    #[must_use]
    pub const fn is_possible(self) -> bool {
        match self.billing.months() {
            Some(months) => months <= self.term.months(),
            None => true,
        }
    }

    /// The billing period in which a moment of the term is: the last one for a moment after the term, the first for one
    /// before it.
    ///
    /// ```
    /// use tierline_core::{Timestamp, term::{Plan, Period}};
    /// let at = |text: &str| text.parse::<Timestamp>();
    /// let starts = at("2024-01-31T09:00:00Z")?;
    /// let period = Plan::DEFAULT.period(starts, starts, at("2024-03-01T00:00:00Z")?);
    /// let (from, to) = (at("2024-02-29T09:00:00Z")?, at("2024-03-31T09:00:00Z")?);
    /// assert_eq!(period, Period { number: 2, of: 12, starts: from, ends: to });
    /// assert_eq!(period.days(), 31);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn period(self, anchor: Timestamp, starts: Timestamp, now: Timestamp) -> Period {
        let of = self.periods();
        let border = |number: u32| later(anchor, starts, number * self.billed_months());
        let begun = (1..of).take_while(|number| border(*number) <= now).count();
        let before = u32::try_from(begun).unwrap_or(of);
        Period {
            number: before + 1,
            of,
            starts: border(before),
            ends: border(before + 1),
        }
    }
}

impl Plan {
    /// Every [possible](Plan::is_possible) plan, by term and then by how often it is billed.
    ///
    /// ```
    /// use tierline_core::term::Plan;
    /// assert_eq!(Plan::all().count(), 8);
    /// assert!(Plan::all().any(|plan| plan.is_default()));
    /// ```
    pub fn all() -> impl Iterator<Item = Plan> {
        let all = Term::ALL
            .into_iter()
            .flat_map(|term| Billing::ALL.map(|billing| Plan { term, billing }));
        all.filter(|plan| plan.is_possible())
    }

    /// Whether it is the default.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Plan::DEFAULT
    }
}

impl Default for Plan {
    fn default() -> Plan {
        Plan::DEFAULT
    }
}

/// The length of a subscription's term.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
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
    /// Every term.
    pub const ALL: [Term; 3] = [Term::Month, Term::Year, Term::ThreeYears];

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

    /// The end of a first term, which begins at this moment: the same day of the month at the same time, or the last
    /// day of a shorter month.
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
        later(start, start, self.months())
    }

    /// The end of a later term of a subscription whose first one began at the anchor.
    ///
    /// ```
    /// use tierline_core::{Timestamp, term::Term};
    /// let at = |text: &str| text.parse::<Timestamp>();
    /// let (anchor, second) = (at("2024-02-29T09:00:00Z")?, at("2025-02-28T09:00:00Z")?);
    /// assert_eq!(Term::ThreeYears.end_after(anchor, second), at("2028-02-29T09:00:00Z")?);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn end_after(self, anchor: Timestamp, start: Timestamp) -> Timestamp {
        later(anchor, start, self.months())
    }
}

/// The moment so many months after this one, by the anchor's day of the month and time. What would be beyond the end
/// of the calendar does not end.
fn later(anchor: Timestamp, start: Timestamp, months: u32) -> Timestamp {
    let number = |moment: Timestamp| moment.year() * 12 + moment.month0().cast_signed();
    u32::try_from(number(start) - number(anchor))
        .ok()
        .and_then(|passed| anchor.checked_add_months(Months::new(passed + months)))
        .unwrap_or(Timestamp::MAX_UTC)
}

/// The number of days between two moments, by the calendar in UTC; none if the second is not after the first.
///
/// ```
/// use tierline_core::{Timestamp, term::days};
/// let at = |text: &str| text.parse::<Timestamp>();
/// assert_eq!(days(at("2024-02-28T23:59:00Z")?, at("2024-03-01T00:01:00Z")?), 2);
/// assert_eq!(days(at("2024-02-28T00:00:00Z")?, at("2024-02-28T23:59:00Z")?), 0);
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[must_use]
pub fn days(from: Timestamp, to: Timestamp) -> u32 {
    let days = to.date_naive().signed_duration_since(from.date_naive());
    u32::try_from(days.num_days()).unwrap_or_default()
}

/// A part of a term that is billed at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
pub struct Period {
    /// Its number in the term, from 1 on.
    pub number: u32,
    /// The number of them in the term.
    pub of: u32,
    /// Its beginning.
    pub starts: Timestamp,
    /// Its end, exclusive.
    pub ends: Timestamp,
}

impl Period {
    /// Its length in days.
    #[must_use]
    pub fn days(&self) -> u32 {
        days(self.starts, self.ends)
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
    /// Once for the whole term, in advance: of three years, triennially.
    Once,
}

impl Billing {
    /// Every billing plan.
    pub const ALL: [Billing; 3] = [Billing::Monthly, Billing::Annual, Billing::Once];

    const fn months(self) -> Option<u32> {
        match self {
            Billing::Monthly => Some(1),
            Billing::Annual => Some(12),
            Billing::Once => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, Timelike as _};
    use proptest::prelude::*;

    use super::*;
    use crate::testing::day;

    fn plan() -> impl Strategy<Value = Plan> {
        let plans = Term::ALL
            .into_iter()
            .flat_map(|term| Billing::ALL.map(|billing| Plan { term, billing }));
        prop::sample::select(
            plans
                .filter(|plan| plan.is_possible())
                .collect::<Vec<Plan>>(),
        )
    }

    proptest! {
        /// Periods follow each other without a gap, and end with the term.
        #[test]
        fn periods_fill_the_term(minutes in 0..4_000_000i64, terms in 0..5u32, plan in plan()) {
            let anchor = day(0) + TimeDelta::minutes(minutes);
            let starts = later(anchor, anchor, terms * plan.term.months());
            let ends = plan.term.end_after(anchor, starts);
            let mut at = starts;
            for number in 1..=plan.periods() {
                let period = plan.period(anchor, starts, at);
                prop_assert_eq!((period.number, period.starts), (number, at));
                let last = period.ends - TimeDelta::seconds(1);
                prop_assert_eq!(plan.period(anchor, starts, last), period);
                at = period.ends;
            }
            prop_assert_eq!(at, ends);
        }

        /// A term ends on the anchor's day, or on the last one of its month, at the anchor's time.
        #[test]
        fn terms_are_anchored(minutes in 0..4_000_000i64, terms in 0..50u32, plan in plan()) {
            let anchor = day(0) + TimeDelta::minutes(minutes);
            let starts = later(anchor, anchor, terms * plan.term.months());
            let ends = plan.term.end_after(anchor, starts);
            prop_assert_eq!((ends.hour(), ends.minute()), (anchor.hour(), anchor.minute()));
            let is_last = (ends + TimeDelta::days(1)).day() == 1;
            prop_assert!(ends.day() == anchor.day() || (is_last && ends.day() < anchor.day()));
        }
    }

    #[test]
    fn the_end_of_the_calendar_is_no_end() {
        let late = Timestamp::MAX_UTC - TimeDelta::days(10);
        assert_eq!(Term::Month.end(late), Timestamp::MAX_UTC);
    }
}
