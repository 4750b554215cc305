//! What a customer costs in a month, and the statement of a month, from the lines of the ledger.

use std::{collections::BTreeMap, fmt};

use chrono::{Datelike as _, Months, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{Charge, Subscription};
use crate::{
    Timestamp,
    ids::SubscriptionId,
    market::Currency,
    money::{Money, MoneyError, Quantity},
    read::Read,
};

/// A month of the calendar, in UTC.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// The month, from 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month of this moment.
    #[must_use]
    pub fn of(moment: Timestamp) -> Month {
        Month {
            year: moment.year(),
            month: moment.month(),
        }
    }

    /// Reads a month as an address has it.
    ///
    /// ```
    /// use tierline_core::subscription::Month;
    /// assert_eq!(Month::parse("2026-02"), Some(Month { year: 2026, month: 2 }));
    /// assert_eq!(Month::parse("2026-13"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let digits = |text: &str, count| {
            text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let digits = digits(year, 4) && digits(month, 2);
        let month = Month {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
        };
        digits
            .then_some(month)
            .filter(|month| month.starts().is_some())
    }

    /// Its first moment; none for a month that no calendar has.
    #[must_use]
    pub fn starts(self) -> Option<Timestamp> {
        let first = NaiveDate::from_ymd_opt(self.year, self.month, 1)?;
        Some(first.and_time(NaiveTime::MIN).and_utc())
    }

    /// Its end, exclusive.
    #[must_use]
    pub fn ends(self) -> Option<Timestamp> {
        self.starts()?.checked_add_months(Months::new(1))
    }

    /// The month after it.
    ///
    /// ```
    /// use tierline_core::subscription::Month;
    /// let december = Month { year: 2025, month: 12 };
    /// assert_eq!(december.next(), Some(Month { year: 2026, month: 1 }));
    /// assert_eq!(december.next().and_then(Month::previous), Some(december));
    /// ```
    #[must_use]
    pub fn next(self) -> Option<Month> {
        self.ends().map(Month::of)
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Option<Month> {
        let before = self.starts()?.checked_sub_months(Months::new(1));
        before.map(Month::of)
    }

    /// Whether more can be written into its statement: it has not ended.
    ///
    /// ```
    /// use tierline_core::{subscription::Month, testing::day};
    /// let january = Month::of(day(0));
    /// assert!(january.is_open(day(30)) && !january.is_open(day(31)));
    /// ```
    #[must_use]
    pub fn is_open(self, now: Timestamp) -> bool {
        self.ends().is_some_and(|ends| now < ends)
    }
}

/// As an address has it: `2026-02`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// What these subscriptions cost in a month, by currency: for each that is billed, the price of its term divided by the
/// months. Nothing is added across currencies.
///
/// # Errors
/// [`MoneyError::TooLarge`].
///
/// ```
/// use tierline_core::{market::Currency, money::Money, subscription::monthly, testing::*};
/// let subscription = subscription(Some(Money::new(5_60, Currency::Eur)));
/// let euro = Money::new(2 * 25 * 5_60, Currency::Eur);
/// assert_eq!(monthly([&subscription, &subscription])?, [(Currency::Eur, euro)].into());
/// # Ok::<(), tierline_core::money::MoneyError>(())
/// ```
pub fn monthly<'a>(
    subscriptions: impl IntoIterator<Item = &'a Subscription>,
) -> Result<BTreeMap<Currency, Money>, MoneyError> {
    let mut sums = BTreeMap::new();
    let running = subscriptions.into_iter().filter(|it| it.is_running());
    for subscription in running.filter(|it| it.course.kind.renews()) {
        if let Some(price) = subscription.term_price() {
            let term = price.times(subscription.quantity)?;
            let month = term.share(1, subscription.plan.term.months());
            add(&mut sums, month)?;
        }
    }
    Ok(sums)
}

/// The same of subscriptions that are alike, where each counts so many times: many that cost the same need not be read
/// one by one.
///
/// # Errors
/// [`MoneyError::TooLarge`].
///
/// ```
/// use tierline_core::{market::Currency, money::{Money, Quantity}, subscription::{monthly, monthly_of_alike}, testing::*};
/// let subscription = subscription(Some(Money::new(5_60, Currency::Eur)));
/// let twice = monthly_of_alike([(&subscription, Quantity::new(2)?)])?;
/// assert_eq!(twice, monthly([&subscription, &subscription])?);
/// # Ok::<(), tierline_core::money::MoneyError>(())
/// ```
pub fn monthly_of_alike<'a>(
    subscriptions: impl IntoIterator<Item = (&'a Subscription, Quantity)>,
) -> Result<BTreeMap<Currency, Money>, MoneyError> {
    let mut sums = BTreeMap::new();
    for (subscription, count) in subscriptions {
        for amount in monthly([subscription])?.into_values() {
            add(&mut sums, amount.times(count)?)?;
        }
    }
    Ok(sums)
}

fn add(sums: &mut BTreeMap<Currency, Money>, amount: Money) -> Result<(), MoneyError> {
    let currency = amount.currency;
    let sum = sums.entry(currency).or_insert(Money::zero(currency));
    *sum = sum.plus(amount)?;
    Ok(())
}

/// What was charged and credited for one subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Entry {
    /// The subscription.
    pub subscription: SubscriptionId,
    /// What was.
    pub total: Total,
}

/// Charges and credits of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Total {
    /// What was charged.
    pub charged: Money,
    /// What was credited, below zero.
    pub credited: Money,
    /// Both together: what is to be paid.
    pub due: Money,
}

impl Total {
    /// The total of what was charged and, below zero, credited.
    ///
    /// # Errors
    /// [`MoneyError::CurrenciesDiffer`] or [`MoneyError::TooLarge`].
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::{Money, MoneyError}, subscription::Total};
    /// let euro = |minor| Money::new(minor, Currency::Eur);
    /// assert_eq!(Total::of(euro(8_00), euro(-50))?.due, euro(7_50));
    /// let other = Total::of(euro(8_00), Money::new(-50, Currency::Jpy));
    /// assert_eq!(other, Err(MoneyError::CurrenciesDiffer));
    /// # Ok::<(), MoneyError>(())
    /// ```
    pub fn of(charged: Money, credited: Money) -> Result<Total, MoneyError> {
        Ok(Total {
            charged,
            credited,
            due: charged.plus(credited)?,
        })
    }

    const fn zero(currency: Currency) -> Total {
        Total {
            charged: Money::zero(currency),
            credited: Money::zero(currency),
            due: Money::zero(currency),
        }
    }

    fn plus(self, amount: Money) -> Result<Total, MoneyError> {
        let (charged, credited) = if amount.minor < 0 {
            (self.charged, self.credited.plus(amount)?)
        } else {
            (self.charged.plus(amount)?, self.credited)
        };
        Ok(Total {
            charged,
            credited,
            due: self.due.plus(amount)?,
        })
    }
}

/// The statement of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Statement {
    /// The month.
    pub month: Month,
    /// Each subscription with lines in it, once for each currency, in the order of their first lines.
    pub entries: Vec<Entry>,
    /// The sums, one for each currency, in the order of their codes.
    pub totals: Vec<Total>,
}

/// The statement of a month: the lines that were due in it, whatever period they are for.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn statement(lines: &[Charge], month: Month) -> Result<Statement, MoneyError> {
    let mut places = BTreeMap::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut totals: BTreeMap<Currency, Total> = BTreeMap::new();
    for line in lines.iter().filter(|line| Month::of(line.at) == month) {
        let currency = line.amount.currency;
        let total = totals.entry(currency).or_insert(Total::zero(currency));
        *total = total.plus(line.amount)?;
        let key = (line.subscription.into_uuid(), currency);
        let place = *places.entry(key).or_insert(entries.len());
        match entries.get_mut(place) {
            Some(entry) => entry.total = entry.total.plus(line.amount)?,
            None => entries.push(Entry {
                subscription: line.subscription,
                total: Total::zero(currency).plus(line.amount)?,
            }),
        }
    }
    Ok(Statement {
        month,
        entries,
        totals: totals.into_values().collect(),
    })
}
