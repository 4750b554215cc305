//! When the term of a subscription ends and what becomes of it then.

use serde::{Deserialize, Serialize};

use super::{AutoRenew, State, Subscription};
use crate::{Timestamp, read::Read};

/// What becomes of a subscription at the end of its term, as far as it can be said before.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Outlook {
    /// It renews as it is.
    Renews,
    /// It renews with what is scheduled.
    Changes,
    /// It expires.
    Ends,
    /// It has expired, and can still be brought back.
    Expired,
}

impl Outlook {
    /// Every outlook.
    pub const ALL: [Outlook; 4] = [
        Outlook::Renews,
        Outlook::Changes,
        Outlook::Ends,
        Outlook::Expired,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Outlook::Renews => "renews",
            Outlook::Changes => "changes",
            Outlook::Ends => "ends",
            Outlook::Expired => "expired",
        }
    }
}

crate::code::coded!(Outlook, "outlook of a subscription");

/// The end of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// When.
    pub at: Timestamp,
    /// What becomes of the subscription.
    pub outlook: Outlook,
}

impl Subscription {
    /// When its term ends and what becomes of it then; none of what has no end, was canceled or is gone. An add-on is
    /// asked with its base: when that expires first, it expires too.
    ///
    /// Whether the product will be sold on that day is known on that day alone.
    ///
    /// ```
    /// use tierline_core::{subscription::{AutoRenew, Outlook}, testing::*};
    /// let mut subscription = subscription(None);
    /// let ending = subscription.ending(None).unwrap();
    /// assert_eq!((ending.at, ending.outlook), (day(365), Outlook::Renews));
    /// subscription.course.auto_renew = AutoRenew::Off;
    /// assert_eq!(subscription.ending(None).unwrap().outlook, Outlook::Ends);
    /// ```
    #[must_use]
    pub fn ending(&self, base: Option<&Subscription>) -> Option<Ending> {
        let own = self.own_ending()?;
        let of_base = base.and_then(Subscription::own_ending);
        match of_base {
            // At the same moment the base comes first.
            Some(of_base)
                if self.is_running()
                    && of_base.outlook == Outlook::Ends
                    && of_base.at <= own.at =>
            {
                Some(of_base)
            }
            _ => Some(own),
        }
    }

    fn own_ending(&self) -> Option<Ending> {
        let ending = |at, outlook| Some(Ending { at, outlook });
        if !self.course.kind.renews() {
            return None;
        }
        match self.state {
            State::Expired { at } => ending(at, Outlook::Expired),
            State::Canceled { .. } | State::Deleted { .. } => None,
            State::Suspended { .. } => ending(self.ends, Outlook::Ends),
            State::Active => ending(self.ends, self.at_renewal()),
        }
    }

    /// What becomes of it at the end of its term while it is active.
    fn at_renewal(&self) -> Outlook {
        let pending = self.course.pending.as_ref();
        let renewed = pending.is_some_and(|pending| pending.renewed);
        if !renewed && matches!(self.course.auto_renew, AutoRenew::Off) {
            return Outlook::Ends;
        }
        match pending {
            Some(pending) if pending.change != self.as_is() => Outlook::Changes,
            _ => Outlook::Renews,
        }
    }
}
