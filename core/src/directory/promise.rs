//! The promise of an answer: "within two to three weeks".

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    program::{Setting, Settings},
    read::Read,
};

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
    /// Before it is due: as a rule, in the first two weeks.
    InTime,
    /// Due and not late: as a rule, in the third week.
    Due,
    /// Late: as a rule, after three weeks.
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
    /// What is promised for a change that was submitted at this time, by the operator's settings.
    ///
    /// ```
    /// use tierline_core::{directory::Promise, program::{Setting, Settings}, testing::day};
    /// let settings = Settings::default().with(Setting::AnswerTo, 4);
    /// let promise = Promise::of(day(1), &settings);
    /// assert_eq!((promise.due, promise.late), (day(15), day(29)));
    /// ```
    #[must_use]
    pub fn of(submitted: Timestamp, settings: &Settings) -> Promise {
        Promise {
            due: submitted + settings.weeks(Setting::AnswerFrom),
            late: submitted + settings.weeks(Setting::AnswerTo),
        }
    }

    /// How an answer stands at this time.
    ///
    /// ```
    /// use tierline_core::{directory::{Pace, Promise}, program::Settings, testing::*};
    /// let promise = Promise::of(day(1), &Settings::default());
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
