//! Reminders before rights end by themselves: which are due, and when to look again.

use chrono::TimeDelta;

use super::{EndDate, Grant, GrantSet, GrantState, Relationship};
use crate::Timestamp;

/// So many days before an end both sides are reminded of it, the earliest first.
pub const REMINDERS: [i32; 3] = [30, 7, 1];

/// A reminder that was sent: for which end, and so many days before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminded {
    /// The end.
    pub ends: Timestamp,
    /// One of [`REMINDERS`].
    pub days: i32,
}

/// A reminder that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The end of which it reminds, and so many days before it.
    pub of: Reminded,
    /// The rights that end then.
    pub rights: GrantSet,
    /// Whether the whole relationship ends then.
    pub is_whole: bool,
}

/// What to do about reminders of a relationship at some moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reminding {
    /// What to tell of, the earliest end first.
    pub due: Vec<Reminder>,
    /// When the next one will be due if nothing changes until then.
    pub next: Option<Timestamp>,
}

impl Relationship {
    /// The reminders that are due at this moment.
    ///
    /// Each is sent once for an end. Of several that are due, because nobody looked for long, only the last one is.
    /// None is due that would have been before the date was given: whoever gave it three weeks ahead knows of it.
    ///
    /// ```
    /// use tierline_core::{Evolve, relationship::{Event, Reminded, Relationship, Side}, testing::*};
    /// let before = relationship(&provider(), &customer(), Side::IndirectProvider, Side::IndirectProvider.asks_for());
    /// let set = Event::EndDateSet { grant: None, ends: Some(day(100)), at: day(1), by: id(7) };
    /// let dated = Relationship::evolve(before.id, Some(before), &set).unwrap();
    /// let due = |told: &[Reminded], now| -> Vec<i32> { dated.reminding(told, now).due.iter().map(|it| it.of.days).collect() };
    /// assert_eq!((due(&[], day(69)), due(&[], day(70))), (vec![], vec![30]));
    /// let month = Reminded { ends: day(100), days: 30 };
    /// assert_eq!((due(&[month], day(75)), due(&[month], day(93))), (vec![], vec![7]));
    /// // Nobody looked for a month.
    /// assert_eq!((due(&[], day(99)), due(&[], day(100))), (vec![1], vec![]));
    /// assert_eq!(dated.reminding(&[month], day(75)).next, Some(day(93)));
    /// ```
    #[must_use]
    pub fn reminding(&self, told: &[Reminded], now: Timestamp) -> Reminding {
        let mut reminding = Reminding::default();
        for (ends, set) in self.ends_ahead(now) {
            let last_told = told.iter().filter(|it| it.ends == ends);
            let last_told = last_told.map(|it| it.days).min();
            let left = REMINDERS.into_iter().filter(|days| {
                last_told.is_none_or(|told| *days < told) && before(ends, *days) > set
            });
            let (due, later): (Vec<i32>, Vec<i32>) =
                left.partition(|days| before(ends, *days) <= now);
            let next = later.first().map(|days| before(ends, *days));
            reminding.next = reminding.next.into_iter().chain(next).min();
            reminding.due.extend(due.last().map(|days| Reminder {
                of: Reminded { ends, days: *days },
                rights: self.rights_ending(ends),
                is_whole: self.ends() == Some(ends),
            }));
        }
        reminding
    }

    /// Each end that is still to come, with when its date was given, at the latest.
    fn ends_ahead(&self, now: Timestamp) -> Vec<(Timestamp, Timestamp)> {
        if !self.is_active() {
            return Vec::new();
        }
        let own = |grant| match self.grants.state(grant) {
            GrantState::InForce { until, .. } => until,
            GrantState::NotGranted | GrantState::Ended { .. } => None,
        };
        let rights = Grant::ALL.into_iter().filter_map(own);
        // A right's date after the end of the whole never comes.
        let comes = |date: &EndDate| {
            now < date.ends && self.until.is_none_or(|whole| date.ends <= whole.ends)
        };
        let mut ends: Vec<(Timestamp, Timestamp)> = rights
            .chain(self.until)
            .filter(comes)
            .map(|date| (date.ends, date.set))
            .collect();
        ends.sort_unstable();
        // Of those at one moment the last one given is left.
        ends.reverse();
        ends.dedup_by_key(|(ends, _)| *ends);
        ends.reverse();
        ends
    }
}

fn before(ends: Timestamp, days: i32) -> Timestamp {
    ends - TimeDelta::days(days.into())
}
