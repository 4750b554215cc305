//! Business days, by the operator's calendar.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta, Weekday};

use crate::Timestamp;

/// The operator's calendar: its weekend, and its holidays. Days are those of UTC, as all times of the program.
///
/// ```
/// use std::collections::BTreeSet;
/// use chrono::NaiveDate;
/// use tierline_core::{enrollment::{Calendar, Weekend}, testing::day};
/// // January 1, 2026 is a Thursday.
/// let new_year = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
/// let calendar = Calendar { weekend: Weekend::SaturdaySunday, holidays: BTreeSet::from([new_year]) };
/// assert!(!calendar.is_business_day(new_year));
/// // Three business days after Friday: Wednesday.
/// assert_eq!(calendar.after(day(1), 3), day(6));
/// assert_eq!(calendar.between(day(1), day(6)), 3);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The days of a week on which nobody works.
    pub weekend: Weekend,
    /// The days on which nobody works for another reason.
    pub holidays: BTreeSet<NaiveDate>,
}

/// The days of a week on which nobody works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weekend {
    /// Saturday and Sunday.
    #[default]
    SaturdaySunday,
    /// Friday and Saturday.
    FridaySaturday,
}

impl Weekend {
    const fn includes(self, day: Weekday) -> bool {
        match self {
            Weekend::SaturdaySunday => matches!(day, Weekday::Sat | Weekday::Sun),
            Weekend::FridaySaturday => matches!(day, Weekday::Fri | Weekday::Sat),
        }
    }
}

impl Calendar {
    /// Whether somebody works on this day.
    #[must_use]
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        !self.weekend.includes(day.weekday()) && !self.holidays.contains(&day)
    }

    /// The moment so many business days later, at the same time of day. What comes on a day on which nobody works
    /// counts from the beginning of the next business day.
    ///
    /// ```
    /// use tierline_core::{enrollment::Calendar, testing::day};
    /// use chrono::TimeDelta;
    /// let calendar = Calendar::default();
    /// // Day 2 is a Saturday.
    /// assert_eq!(calendar.after(day(2) + TimeDelta::hours(15), 1), day(5));
    /// assert_eq!(calendar.after(day(4) + TimeDelta::hours(15), 1), day(5) + TimeDelta::hours(15));
    /// ```
    #[must_use]
    pub fn after(&self, from: Timestamp, days: u32) -> Timestamp {
        let mut day = from.date_naive();
        let mut time = from.time();
        if !self.is_business_day(day) {
            (day, time) = (self.next(day), NaiveTime::MIN);
        }
        for _ in 0..days {
            day = self.next(day);
        }
        day.and_time(time).and_utc()
    }

    /// The last moment from which so many business days are over: what began before it is late.
    ///
    /// ```
    /// use tierline_core::{enrollment::Calendar, testing::day};
    /// let calendar = Calendar::default();
    /// // Day 1 is a Friday, day 8 the next one.
    /// assert_eq!(calendar.before(day(8), 5), day(1));
    /// assert_eq!(calendar.after(calendar.before(day(8), 5), 5), day(8));
    /// ```
    #[must_use]
    pub fn before(&self, now: Timestamp, days: u32) -> Timestamp {
        // In whole microseconds, as times are stored. What is later is never over sooner, so that halving finds the last.
        let at = |micros| Timestamp::from_timestamp_micros(micros).unwrap_or(Timestamp::MIN_UTC);
        let is_over = |micros| self.after(at(micros), days) <= now;
        let (mut over, mut open) = (now.timestamp_micros(), now.timestamp_micros());
        let mut back = TimeDelta::days(i64::from(days) + 1);
        while !is_over(over) {
            let Some(earlier) = now.checked_sub_signed(back) else {
                return Timestamp::MIN_UTC;
            };
            (over, back) = (earlier.timestamp_micros(), back * 2);
        }
        while open - over > 1 {
            let middle = over + (open - over) / 2;
            if is_over(middle) {
                over = middle;
            } else {
                open = middle;
            }
        }
        at(over)
    }

    /// The whole business days from one moment to another; none if the second is not later.
    ///
    /// ```
    /// use tierline_core::{enrollment::Calendar, testing::day};
    /// let calendar = Calendar::default();
    /// assert_eq!(calendar.between(day(2), day(4)), 0, "a weekend");
    /// assert_eq!(calendar.between(day(1), day(8)), 5);
    /// assert_eq!(calendar.between(day(8), day(1)), 0);
    /// ```
    #[must_use]
    pub fn between(&self, from: Timestamp, to: Timestamp) -> u32 {
        let mut until = self.after(from, 0);
        let mut days = 0;
        loop {
            until = self.after(until, 1);
            // The calendar ends somewhere; so does the counting.
            if until > to || until.date_naive() == NaiveDate::MAX {
                return days;
            }
            days += 1;
        }
    }

    /// The next day on which somebody works. There is one in every week without holidays, and holidays are finite.
    fn next(&self, day: NaiveDate) -> NaiveDate {
        let mut day = day;
        while let Some(next) = day.checked_add_signed(TimeDelta::days(1)) {
            day = next;
            if self.is_business_day(day) {
                break;
            }
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::day;

    proptest! {
        /// Adding business days and counting them are inverse, whatever the holidays.
        #[test]
        fn what_is_added_is_counted(from in 0..400_i64, minutes in 0..1440_i64, days in 0..40_u32, holidays in prop::collection::btree_set(0..500_i64, 0..30), friday: bool) {
            let calendar = Calendar {
                weekend: if friday { Weekend::FridaySaturday } else { Weekend::SaturdaySunday },
                holidays: holidays.into_iter().map(|it| day(it).date_naive()).collect(),
            };
            let from = day(from) + TimeDelta::minutes(minutes);
            let until = calendar.after(from, days);
            prop_assert!(calendar.is_business_day(until.date_naive()));
            prop_assert_eq!(calendar.between(from, until), days);
            if days > 0 {
                prop_assert_eq!(calendar.between(from, until - TimeDelta::seconds(1)), days - 1);
                // What is late is what began before, to the microsecond in which times are stored.
                let before = calendar.before(until, days);
                prop_assert!(from <= before && calendar.after(before, days) <= until);
                let later = before + TimeDelta::microseconds(1);
                prop_assert!(calendar.after(later, days) > until);
            }
        }
    }

    #[test]
    fn the_end_of_time_is_an_end() {
        let calendar = Calendar::default();
        let last = Timestamp::MAX_UTC;
        let _ = calendar.after(last, 3);
        assert_eq!(calendar.between(last, last), 0);
    }
}
