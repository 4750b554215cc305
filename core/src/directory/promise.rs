//! The promise of an answer: "within two to three weeks".

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{Timestamp, read::Read};

/// When a proposal is to be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Promise {
    /// From then on an answer is due.
    pub due: Timestamp,
    /// From then on it is late.
    pub late: Timestamp,
}

/// How an answer stands against the promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Before two weeks are over.
    InTime,
    /// In the third week.
    Due,
    /// After three weeks.
    Late,
}

impl Pace {
    /// Every pace.
    pub const ALL: [Pace; 3] = [Pace::InTime, Pace::Due, Pace::Late];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Pace::InTime => "in_time",
            Pace::Due => "due",
            Pace::Late => "late",
        }
    }
}

crate::code::coded!(Pace, "pace");

impl Promise {
    /// An answer is due after two weeks.
    pub const DUE: TimeDelta = TimeDelta::weeks(2);
    /// It is late after three.
    pub const LATE: TimeDelta = TimeDelta::weeks(3);

    /// The promise that was made at this time.
    #[must_use]
    pub fn from(submitted: Timestamp) -> Promise {
        Promise {
            due: submitted + Promise::DUE,
            late: submitted + Promise::LATE,
        }
    }

    /// How an answer stands at this time.
    ///
    /// ```
    /// use tierline_core::{directory::{Pace, Promise}, testing::*};
    /// let promise = Promise::from(day(1));
    /// assert_eq!(promise.pace(day(14)), Pace::InTime);
    /// assert_eq!(promise.pace(day(15)), Pace::Due);
    /// assert_eq!(promise.pace(day(22)), Pace::Late);
    /// ```
    #[must_use]
    pub fn pace(self, now: Timestamp) -> Pace {
        if now >= self.late {
            Pace::Late
        } else if now >= self.due {
            Pace::Due
        } else {
            Pace::InTime
        }
    }
}
