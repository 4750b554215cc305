//! The dates on which a customer's rights end by themselves, and what is over at a moment.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{Event, Grant, GrantSet, GrantState, Refusal, Relationship, State};
use crate::{Timestamp, read::Read};

/// The most days ahead for which a date may be given: delegated administration is granted for "max 730 days", and not
/// for good, in the documents of granular delegated privileges.
pub const MOST_DAYS: u64 = 730;

/// An end date that the customer gave a right, or a whole relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct EndDate {
    /// The first moment at which it is over: the midnight, in UTC, after the last day.
    pub ends: Timestamp,
    /// When the date was given.
    pub set: Timestamp,
}

impl EndDate {
    /// The last day on which it still holds.
    ///
    /// ```
    /// use tierline_core::{relationship::EndDate, testing::day};
    /// let date = EndDate { ends: day(31), set: day(1) };
    /// assert_eq!(date.last_day(), day(30).date_naive());
    /// ```
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        last_day(self.ends)
    }
}

/// The last day before this end.
///
/// ```
/// use tierline_core::{relationship::last_day, testing::day};
/// assert_eq!(last_day(day(31)), day(30).date_naive());
/// ```
#[must_use]
pub fn last_day(ends: Timestamp) -> NaiveDate {
    (ends - TimeDelta::seconds(1)).date_naive()
}

/// The end of rights that are given this last day: the midnight after it, in UTC as all times of the portal.
///
/// The day is in the future, tomorrow at the earliest: what has to end today is taken away at once. It is
/// [`MOST_DAYS`] ahead at most, and later than `after`, the end that is to be moved, if rights are renewed.
///
/// # Errors
/// [`Refusal::EndDateOutOfRange`], with the days that are possible.
///
/// ```
/// use tierline_core::{relationship::ends_with, testing::day};
/// let on = |number| ends_with(day(number).date_naive(), None, day(1));
/// assert_eq!(on(2), Ok(day(3)));
/// assert_eq!(on(731), Ok(day(732)));
/// assert!(on(1).is_err() && on(732).is_err());
/// assert!(ends_with(day(9).date_naive(), Some(day(10)), day(1)).is_err());
/// assert!(ends_with(day(10).date_naive(), Some(day(10)), day(1)).is_ok());
/// ```
pub fn ends_with(
    day: NaiveDate,
    after: Option<Timestamp>,
    now: Timestamp,
) -> Result<Timestamp, Refusal> {
    let (first, last) = end_days(after, now);
    let ends = day
        .succ_opt()
        .map(|next| next.and_time(NaiveTime::MIN).and_utc());
    match ends {
        Some(ends) if first <= day && day <= last => Ok(ends),
        _ => Err(Refusal::EndDateOutOfRange { first, last }),
    }
}

/// The first and the last day that may be an end date at this moment, for rights that end at `after` until now.
#[must_use]
pub fn end_days(after: Option<Timestamp>, now: Timestamp) -> (NaiveDate, NaiveDate) {
    let today = now.date_naive();
    let ahead = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
    let first = after.map_or(ahead(1), |after| after.date_naive().max(ahead(1)));
    (first, ahead(MOST_DAYS))
}

impl Relationship {
    /// When the whole relationship ended or will end, if known: the first moment at which it is no longer in force.
    #[must_use]
    pub fn ends(&self) -> Option<Timestamp> {
        match self.state {
            State::Active => self.until.map(|date| date.ends),
            State::Ended { at, .. } => Some(at),
        }
    }

    /// When this right will end by itself: with its own date or with the whole relationship. None for a right that is
    /// not in force, or has no end.
    ///
    /// ```
    /// use tierline_core::{Evolve, relationship::{Event, Grant, Relationship, Side}, testing::*};
    /// let before = relationship(&provider(), &customer(), Side::IndirectProvider, Side::IndirectProvider.asks_for());
    /// let set = |grant, ends| Event::EndDateSet { grant, ends: Some(ends), at: day(1), by: id(7) };
    /// let events = [set(None, day(9)), set(Some(Grant::Support), day(5))];
    /// let dated = events.iter().fold(Some(before), |it, event| Relationship::evolve(id(3000), it, event)).unwrap();
    /// assert_eq!(dated.right_ends(Grant::Support), Some(day(5)));
    /// assert_eq!(dated.right_ends(Grant::OrderOnBehalf), Some(day(9)));
    /// assert_eq!(dated.right_ends(Grant::Administer), None);
    /// ```
    #[must_use]
    pub fn right_ends(&self, grant: Grant) -> Option<Timestamp> {
        match (&self.state, self.grants.state(grant)) {
            (State::Active, GrantState::InForce { until, .. }) => {
                let dates = until.into_iter().chain(self.until);
                dates.map(|date| date.ends).min()
            }
            _ => None,
        }
    }

    /// The first end of a right, or of the whole, that is still to come or to be recorded.
    #[must_use]
    pub fn next_end(&self) -> Option<Timestamp> {
        self.all_ends().min()
    }

    /// The first end after this moment.
    pub(super) fn next_end_after(&self, now: Timestamp) -> Option<Timestamp> {
        self.all_ends().filter(|ends| now < *ends).min()
    }

    fn all_ends(&self) -> impl Iterator<Item = Timestamp> {
        let rights = Grant::ALL.into_iter();
        let rights = rights.filter_map(|grant| self.right_ends(grant));
        let whole = self.until.filter(|_| self.is_active());
        rights.chain(whole.map(|date| date.ends))
    }

    /// The rights that end at this moment, with the relationship or before it.
    #[must_use]
    pub fn rights_ending(&self, at: Timestamp) -> GrantSet {
        let rights = Grant::ALL.into_iter();
        rights
            .filter(|grant| self.right_ends(*grant) == Some(at))
            .collect()
    }

    /// Whether it is in force at this moment. An end date counts even when no job has run.
    ///
    /// ```
    /// use tierline_core::{Evolve, relationship::{Event, Grant, Relationship, Side}, testing::*};
    /// let before = relationship(&provider(), &customer(), Side::IndirectProvider, Side::IndirectProvider.asks_for());
    /// let set = Event::EndDateSet { grant: None, ends: Some(day(9)), at: day(1), by: id(7) };
    /// let dated = Relationship::evolve(before.id, Some(before), &set).unwrap();
    /// assert!(dated.is_active_at(day(8)) && !dated.is_active_at(day(9)));
    /// assert!(dated.grants_at(Grant::Support, day(8)) && !dated.grants_at(Grant::Support, day(9)));
    /// ```
    #[must_use]
    pub fn is_active_at(&self, now: Timestamp) -> bool {
        self.is_active() && self.ends().is_none_or(|ends| now < ends)
    }

    /// Whether this right is in force at this moment.
    #[must_use]
    pub fn grants_at(&self, grant: Grant, now: Timestamp) -> bool {
        self.grants(grant) && self.right_ends(grant).is_none_or(|ends| now < ends)
    }

    /// The events by which a job records the ends that have come, in their order; none when there is nothing to record.
    /// No user asks for it, so it needs no role.
    ///
    /// ```
    /// use tierline_core::{Evolve, relationship::{Event, Grant, Relationship, Side}, testing::*};
    /// let before = relationship(&provider(), &customer(), Side::IndirectProvider, Side::IndirectProvider.asks_for());
    /// let set = |grant, ends| Event::EndDateSet { grant, ends: Some(ends), at: day(1), by: id(7) };
    /// let events = [set(None, day(9)), set(Some(Grant::Support), day(5))];
    /// let dated = events.iter().fold(Some(before), |it, event| Relationship::evolve(id(3000), it, event)).unwrap();
    /// let support = Event::GrantExpired { grant: Grant::Support, at: day(5) };
    /// assert_eq!(dated.lapse(day(4)), []);
    /// assert_eq!(dated.lapse(day(5)), [support.clone()]);
    /// // Nobody looked for long: each end at its own time, and what ends with the whole is not told apart from it.
    /// assert_eq!(dated.lapse(day(60)), [support, Event::Expired { at: day(9) }]);
    /// ```
    #[must_use]
    pub fn lapse(&self, now: Timestamp) -> Vec<Event> {
        if !self.is_active() {
            return Vec::new();
        }
        let over = |date: &EndDate| date.ends <= now;
        let whole = self.until.filter(over).map(|date| date.ends);
        let own_end = |grant| match self.grants.state(grant) {
            GrantState::InForce { until, .. } => until.filter(over).map(|date| date.ends),
            GrantState::NotGranted | GrantState::Ended { .. } => None,
        };
        let rights = Grant::ALL.into_iter();
        let mut ends: Vec<(Timestamp, Grant)> = rights
            .filter_map(|grant| Some((own_end(grant)?, grant)))
            .filter(|(at, _)| whole.is_none_or(|whole| *at < whole))
            .collect();
        ends.sort_by_key(|(at, _)| *at);
        let ends = ends.into_iter();
        ends.map(|(at, grant)| Event::GrantExpired { grant, at })
            .chain(whole.map(|at| Event::Expired { at }))
            .collect()
    }

    /// The relationship as it is at this moment, whether or not the ends that have come were recorded. Whatever is
    /// decided by a relationship is decided by this.
    ///
    /// ```
    /// use tierline_core::{Evolve, relationship::{Event, Grant, Relationship, Side}, testing::*};
    /// let before = relationship(&provider(), &customer(), Side::IndirectProvider, Side::IndirectProvider.asks_for());
    /// let set = Event::EndDateSet { grant: Some(Grant::Support), ends: Some(day(9)), at: day(1), by: id(7) };
    /// let dated = Relationship::evolve(before.id, Some(before), &set).unwrap();
    /// assert!(dated.clone().as_of(day(8)).grants(Grant::Support));
    /// let after = dated.as_of(day(9));
    /// assert!(after.is_active() && !after.grants(Grant::Support) && after.grants(Grant::OrderOnBehalf));
    /// ```
    #[must_use]
    pub fn as_of(mut self, now: Timestamp) -> Relationship {
        use crate::Evolve as _;
        for event in self.lapse(now) {
            self.apply(&event);
        }
        self
    }
}
