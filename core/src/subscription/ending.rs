//! When the term of a subscription ends and what becomes of it then.

use serde::{Deserialize, Serialize};

use super::{AutoRenew, State, Subscription};
use crate::{
    Timestamp,
    market::{Country, Currency, currency_of},
    read::Read,
};

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

    /// The currency in which its next term will be charged, if that is another one than that of its price: a renewal is
    /// sold in the currency of the country in which the customer is on that day ("in the currency of the customer's
    /// country"), and the customer has moved since the last one. Until then all of the term is charged as it was
    /// bought, and what was renewed ahead stays at the price that was agreed on.
    ///
    /// ```
    /// use tierline_core::{market::{Country, Currency}, money::Money, subscription::AutoRenew, testing::*};
    /// let mut bought = subscription(Some(Money::new(5_60, Currency::Eur)));
    /// let switzerland = Country::parse("CH")?;
    /// assert_eq!(bought.renews_in(Country::parse("DE")?), None);
    /// assert_eq!(bought.renews_in(switzerland), Some(Currency::Chf));
    /// bought.course.auto_renew = AutoRenew::Off;
    /// assert_eq!(bought.renews_in(switzerland), None);
    /// # Ok::<(), tierline_core::market::UnknownCountry>(())
    /// ```
    #[must_use]
    pub fn renews_in(&self, country: Country) -> Option<Currency> {
        let now = self.term_price()?.currency;
        let outlook = self.own_ending()?.outlook;
        let renewed = self.course.pending.as_ref().filter(|it| it.renewed);
        let next = match (outlook, renewed) {
            (Outlook::Ends | Outlook::Expired, _) => None,
            (Outlook::Renews | Outlook::Changes, Some(ahead)) => ahead.price.map(|it| it.currency),
            (Outlook::Renews | Outlook::Changes, None) => currency_of(country),
        };
        next.filter(|next| *next != now)
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
