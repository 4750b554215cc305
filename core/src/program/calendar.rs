//! Business days, by the operator's calendar.

use std::{collections::BTreeSet, fmt};

use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    read::{Read, Tree},
};

/// A day of the week.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Day {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Day {
    /// All seven.
    pub const ALL: [Day; 7] = [
        Day::Monday,
        Day::Tuesday,
        Day::Wednesday,
        Day::Thursday,
        Day::Friday,
        Day::Saturday,
        Day::Sunday,
    ];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Day::Monday => "monday",
            Day::Tuesday => "tuesday",
            Day::Wednesday => "wednesday",
            Day::Thursday => "thursday",
            Day::Friday => "friday",
            Day::Saturday => "saturday",
            Day::Sunday => "sunday",
        }
    }
}

crate::code::coded!(Day, "day of the week");

impl From<Weekday> for Day {
    fn from(day: Weekday) -> Day {
        match day {
            Weekday::Mon => Day::Monday,
            Weekday::Tue => Day::Tuesday,
            Weekday::Wed => Day::Wednesday,
            Weekday::Thu => Day::Thursday,
            Weekday::Fri => Day::Friday,
            Weekday::Sat => Day::Saturday,
            Weekday::Sun => Day::Sunday,
        }
    }
}

/// The days of a week on which somebody works: one at least, since otherwise no promise would ever end.
///
/// ```
/// use tierline_core::program::{Day, WorkingDays};
/// assert_eq!(WorkingDays::of([]), None);
/// let days = WorkingDays::of([Day::Tuesday, Day::Monday, Day::Monday]).unwrap();
/// assert_eq!(serde_json::to_value(days)?, serde_json::json!(["monday", "tuesday"]));
/// assert!(serde_json::from_str::<WorkingDays>("[]").is_err());
/// assert_eq!(WorkingDays::default().iter().count(), 5);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<Day>", into = "Vec<Day>")]
pub struct WorkingDays([bool; 7]);

/// A week without a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWorkingDay;

impl fmt::Display for NoWorkingDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a week has at least one working day")
    }
}

impl std::error::Error for NoWorkingDay {}

impl Default for WorkingDays {
    /// From Monday to Friday.
    fn default() -> WorkingDays {
        WorkingDays([true, true, true, true, true, false, false])
    }
}

impl WorkingDays {
    /// These days; none, if there are none.
    #[must_use]
    pub fn of(days: impl IntoIterator<Item = Day>) -> Option<WorkingDays> {
        let named: BTreeSet<Day> = days.into_iter().collect();
        (!named.is_empty()).then(|| WorkingDays(Day::ALL.map(|day| named.contains(&day))))
    }

    /// Whether this is one of them.
    #[must_use]
    pub fn includes(self, day: Day) -> bool {
        self.iter().any(|it| it == day)
    }

    /// The days, from Monday on.
    pub fn iter(self) -> impl Iterator<Item = Day> {
        let days = Day::ALL.into_iter().zip(self.0);
        days.filter_map(|(day, works)| works.then_some(day))
    }
}

impl From<WorkingDays> for Vec<Day> {
    fn from(days: WorkingDays) -> Vec<Day> {
        days.iter().collect()
    }
}

impl TryFrom<Vec<Day>> for WorkingDays {
    type Error = NoWorkingDay;

    fn try_from(days: Vec<Day>) -> Result<WorkingDays, NoWorkingDay> {
        WorkingDays::of(days).ok_or(NoWorkingDay)
    }
}

impl Read for WorkingDays {
    fn read(tree: &Tree) -> Option<Self> {
        WorkingDays::of(Vec::<Day>::read(tree)?)
    }
}

/// The operator's calendar: its working days, and its holidays. Days are those of UTC, as all times of the program.
///
/// ```
/// use std::collections::BTreeSet;
/// use chrono::NaiveDate;
/// use tierline_core::{program::{Calendar, WorkingDays}, testing::day};
/// // January 1, 2026 is a Thursday.
/// let new_year = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
/// let calendar = Calendar { working_days: WorkingDays::default(), holidays: BTreeSet::from([new_year]) };
/// assert!(!calendar.is_business_day(new_year));
/// // Three business days after Friday: Wednesday.
/// assert_eq!(calendar.after(day(1), 3), day(6));
/// assert_eq!(calendar.between(day(1), day(6)), 3);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The days of a week on which somebody works.
    pub working_days: WorkingDays,
    /// The days on which nobody works nevertheless.
    pub holidays: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// Whether somebody works on this day.
    #[must_use]
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        self.working_days.includes(day.weekday().into()) && !self.holidays.contains(&day)
    }

    /// The moment so many business days later, at the same time of day. What comes on a day on which nobody works
    /// counts from the beginning of the next business day.
    ///
    /// ```
    /// use tierline_core::{program::Calendar, testing::day};
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
    /// use tierline_core::{program::Calendar, testing::day};
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
    /// use tierline_core::{program::Calendar, testing::day};
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
                working_days: if friday {
                    let days = [Day::Sunday, Day::Monday, Day::Tuesday, Day::Wednesday, Day::Thursday];
                    WorkingDays::of(days).unwrap()
                } else {
                    WorkingDays::default()
                },
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
