//! Reminders before the end of a term: which is due, and when to look again.

use chrono::TimeDelta;

use super::{Ending, Outlook, Subscription, WINDOW};
use crate::Timestamp;

/// A reminder before the end of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// Thirty days before.
    Month,
    /// Seven days before.
    Week,
    /// A day before.
    Day,
}

impl Reminder {
    /// Every reminder, the earliest first.
    pub const ALL: [Reminder; 3] = [Reminder::Month, Reminder::Week, Reminder::Day];

    /// So many days before the end.
    #[must_use]
    pub const fn days(self) -> i32 {
        match self {
            Reminder::Month => 30,
            Reminder::Week => 7,
            Reminder::Day => 1,
        }
    }

    /// The one that is so many days before the end.
    ///
    /// ```
    /// use tierline_core::subscription::Reminder;
    /// assert!(Reminder::ALL.iter().all(|it| Reminder::of(it.days()) == Some(*it)));
    /// assert_eq!(Reminder::of(2), None);
    /// ```
    #[must_use]
    pub fn of(days: i32) -> Option<Reminder> {
        Reminder::ALL.into_iter().find(|it| it.days() == days)
    }

    fn before(self, end: Timestamp) -> Timestamp {
        end - TimeDelta::days(self.days().into())
    }
}

/// The last reminder that was sent, and of which term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminded {
    /// The beginning of the term.
    pub starts: Timestamp,
    /// The reminder.
    pub last: Reminder,
}

/// What to do about reminders of a subscription at some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminding {
    /// What to tell of, and by which reminder.
    pub due: Option<(Reminder, Ending)>,
    /// When the next one will be due if nothing changes until then.
    pub next: Option<Timestamp>,
}

impl Subscription {
    /// The reminder that is due at this moment, for an add-on with its base.
    ///
    /// Each is sent once in a term. Of several that are due, because nobody looked for long, only the last one is: the
    /// others have nothing to say any more. None is due in the first days of a term ([`WINDOW`]), when everybody knows
    /// of it: for a term of a month there is none a month before.
    ///
    /// ```
    /// use tierline_core::{subscription::{Reminded, Reminder}, testing::*};
    /// let subscription = subscription(None); // until day 365
    /// let due = |told, now| subscription.reminding(None, told, now).due.map(|(reminder, _)| reminder);
    /// assert_eq!((due(None, day(334)), due(None, day(335))), (None, Some(Reminder::Month)));
    /// let told = Reminded { starts: day(0), last: Reminder::Month };
    /// assert_eq!((due(Some(told), day(340)), due(Some(told), day(358))), (None, Some(Reminder::Week)));
    /// // Nobody looked for a month.
    /// assert_eq!((due(None, day(364)), due(None, day(365))), (Some(Reminder::Day), None));
    /// ```
    #[must_use]
    pub fn reminding(
        &self,
        base: Option<&Subscription>,
        told: Option<Reminded>,
        now: Timestamp,
    ) -> Reminding {
        let ahead = |it: &Ending| it.outlook != Outlook::Expired && it.at > now;
        let Some(ending) = self.ending(base).filter(ahead) else {
            return Reminding {
                due: None,
                next: None,
            };
        };
        let told = told.filter(|told| told.starts == self.starts);
        let is_left = |it: &Reminder| told.is_none_or(|told| it.days() < told.last.days());
        let begun = self.starts + WINDOW;
        let left = Reminder::ALL.into_iter().filter(is_left);
        let left = left.filter(|it| it.before(ending.at) >= begun);
        let (due, later): (Vec<Reminder>, Vec<Reminder>) =
            left.partition(|it| it.before(ending.at) <= now);
        Reminding {
            due: due.last().map(|it| (*it, ending)),
            next: later.first().map(|it| it.before(ending.at)),
        }
    }
}
