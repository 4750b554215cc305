//! The tracker of an enrollment: its stage, whose turn it is, and what is left of the promised time.

use serde::{Deserialize, Serialize};

use super::{Calendar, Confirmation, Enrollment, State, Status, VettingStatus, VettingStep};
use crate::{
    Timestamp,
    program::{Setting, Settings},
    read::Read,
};

/// The business days in which the operator promises a review. "After Microsoft completes your enrollment verification
/// which takes 3-5 business days" ("Partner with indirect providers in the CSP program").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Promise {
    /// Seldom fewer.
    pub from: u32,
    /// Never more; then it is late.
    pub to: u32,
}

/// The program's promise, as long as the operator says nothing else.
pub const PROMISE: Promise = Promise {
    from: Setting::ReviewFrom.usual(),
    to: Setting::ReviewTo.usual(),
};

impl From<&Settings> for Promise {
    fn from(settings: &Settings) -> Promise {
        Promise {
            from: settings.get(Setting::ReviewFrom),
            to: settings.get(Setting::ReviewTo),
        }
    }
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The applicant's: to enter, to remedy what failed, or to sign.
    Applicant,
    /// The primary contact's: to confirm by the mailed link.
    Contact,
    /// The operator's: to decide.
    Operator,
    /// Nobody's.
    Nobody,
}

impl Turn {
    /// All four.
    pub const ALL: [Turn; 4] = [Turn::Applicant, Turn::Contact, Turn::Operator, Turn::Nobody];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Turn::Applicant => "applicant",
            Turn::Contact => "contact",
            Turn::Operator => "operator",
            Turn::Nobody => "nobody",
        }
    }
}

/// The promised time, as far as it is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Spent {
    /// The promise.
    pub promise: Promise,
    /// Since when it has been the operator's turn.
    pub since: Timestamp,
    /// When it is late.
    pub due: Timestamp,
    /// Whole business days spent.
    pub used: u32,
    /// Business days left of the promise, the begun one among them; none when it is late.
    pub left: u32,
    /// Whether the promise is broken.
    pub is_late: bool,
}

impl Spent {
    /// Whole business days past the promise; none in the first one.
    ///
    /// ```
    /// use tierline_core::{enrollment::{Calendar, PROMISE}, testing::*};
    /// let enrollment = enrollment(&reseller());
    /// let late = |now| enrollment.tracker(&Calendar::default(), PROMISE, now).spent.unwrap().days_late();
    /// assert_eq!([late(day(7)), late(day(9)), late(day(15))], [0, 0, 5]);
    /// ```
    #[must_use]
    pub const fn days_late(&self) -> u32 {
        self.used.saturating_sub(self.promise.to)
    }
}

/// What the applicant sees of the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Tracker {
    /// The status of the enrollment.
    pub status: Status,
    /// The status of the review.
    pub vetting: VettingStatus,
    /// The stage of the review.
    pub step: VettingStep,
    /// Whose turn it is.
    pub turn: Turn,
    /// The promised time, while it is the operator's turn.
    pub spent: Option<Spent>,
    /// When the partner is suspended, if nothing is done about a failed check.
    pub suspends_at: Option<Timestamp>,
}

impl Enrollment {
    /// Whose turn it is. The operator's, as long as there is a check to decide: what failed before can be remedied
    /// meanwhile.
    #[must_use]
    pub fn turn(&self) -> Turn {
        match self.state {
            State::Draft => Turn::Applicant,
            _ if self.with_operator_since().is_some() => Turn::Operator,
            _ if self.checks.rejected_since().is_some() => Turn::Applicant,
            // Another contact is to be entered.
            _ if matches!(self.confirmation, Confirmation::Denied { .. }) => Turn::Applicant,
            _ if !self.checks.are_passed() => Turn::Contact,
            State::Submitted { .. } | State::Active { .. } => Turn::Nobody,
            State::Qualified { .. } => Turn::Applicant,
        }
    }

    /// Since when the operator has had something to decide. Before the primary contact has confirmed, nothing goes on.
    #[must_use]
    pub fn with_operator_since(&self) -> Option<Timestamp> {
        if self.state == State::Draft {
            return None;
        }
        let confirmed = self.confirmation.confirmed_at()?;
        let waiting = self.checks.iter();
        let first = waiting
            .filter_map(|(_, state)| state.undecided_since())
            .min();
        first.map(|since| since.max(confirmed))
    }

    /// What the applicant sees of the state, by the operator's calendar and promise.
    ///
    /// ```
    /// use tierline_core::{enrollment::{Calendar, PROMISE, Turn}, testing::*};
    /// // Confirmed on day 1, a Friday.
    /// let enrollment = enrollment(&reseller());
    /// let spent = |now| enrollment.tracker(&Calendar::default(), PROMISE, now).spent.unwrap();
    /// assert_eq!((spent(day(3)).used, spent(day(3)).left, spent(day(3)).is_late), (0, 5, false));
    /// assert_eq!((spent(day(7)).used, spent(day(7)).left), (4, 1));
    /// assert_eq!(spent(day(7)).due, day(8));
    /// assert!(spent(day(9)).is_late);
    /// assert_eq!(enrollment.turn(), Turn::Operator);
    /// ```
    #[must_use]
    pub fn tracker(&self, calendar: &Calendar, promise: Promise, now: Timestamp) -> Tracker {
        let spent = self.with_operator_since().map(|since| {
            let due = calendar.after(since, promise.to);
            let used = calendar.between(since, now);
            let is_late = now > due;
            Spent {
                promise,
                since,
                due,
                used,
                left: if is_late {
                    0
                } else {
                    promise.to.saturating_sub(used)
                },
                is_late,
            }
        });
        Tracker {
            status: self.status(now),
            vetting: self.vetting(),
            step: self.vetting_step(),
            turn: self.turn(),
            spent,
            suspends_at: self.suspends_at(),
        }
    }
}
