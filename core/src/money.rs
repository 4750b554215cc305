//! Amounts of money and numbers of licenses.
//!
//! Amounts are whole numbers of the currency's smallest unit, by ISO 4217: cents of a euro, whole yen. Amounts of
//! different currencies are never added. [`Money::share`] is the only thing that rounds, by one rule; nothing is
//! formatted here: that is up to the code that shows them.

mod share;

use std::{
    cmp::Ordering,
    fmt,
    num::{IntErrorKind, NonZeroU32},
};

use serde::{Deserialize, Serialize};

use crate::{market::Currency, read::Read};

/// An amount in one currency.
///
/// ```
/// use tierline_core::{market::Currency, money::{Money, MoneyError, Quantity}};
/// let license = Money::new(12_50, Currency::Eur);
/// assert_eq!(license.times(Quantity::new(25)?)?, Money::new(312_50, Currency::Eur));
/// assert_eq!(license.plus(Money::new(1, Currency::Usd)), Err(MoneyError::CurrenciesDiffer));
/// # Ok::<(), MoneyError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
pub struct Money {
    /// In the currency's smallest unit: cents of a euro, whole yen.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// The given number of the currency's smallest units.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// Reads an amount as a price list has it: digits, and after a point at most as many as the currency has.
    ///
    /// # Errors
    /// [`MoneyError::NoAmount`] for anything else, [`MoneyError::TooLarge`] beyond 64 bits.
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::{Money, MoneyError}};
    /// assert_eq!(Money::parse("12.5", Currency::Eur), Ok(Money::new(12_50, Currency::Eur)));
    /// assert_eq!(Money::parse("1250", Currency::Jpy), Ok(Money::new(1_250, Currency::Jpy)));
    /// assert_eq!(Money::parse("1.5", Currency::Jpy), Err(MoneyError::NoAmount));
    /// assert_eq!(Money::parse("1,000", Currency::Eur), Err(MoneyError::NoAmount));
    /// ```
    pub fn parse(text: &str, currency: Currency) -> Result<Money, MoneyError> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let units = usize::from(currency.minor_units());
        let pointless = text.ends_with('.') || whole.is_empty();
        if pointless || part.len() > units || !digits(whole) || !digits(part) {
            return Err(MoneyError::NoAmount);
        }
        let minor = format!("{whole}{part:0<units$}");
        minor
            .parse()
            .map(|minor| Money { minor, currency })
            .map_err(|_| MoneyError::TooLarge)
    }

    /// Zero in this currency: the start of a sum.
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::Money};
    /// let prices = [12_50, 4_00].map(|minor| Money::new(minor, Currency::Eur));
    /// let total = prices.into_iter().try_fold(Money::zero(Currency::Eur), Money::plus)?;
    /// assert_eq!(total, Money::new(16_50, Currency::Eur));
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    #[must_use]
    pub const fn zero(currency: Currency) -> Money {
        Money { minor: 0, currency }
    }

    /// The sum of two amounts of one currency. Nothing is converted.
    ///
    /// # Errors
    /// [`MoneyError::CurrenciesDiffer`], or [`MoneyError::TooLarge`] beyond 64 bits.
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::{Money, MoneyError}};
    /// let euro = Money::new(1_00, Currency::Eur);
    /// assert_eq!(euro.plus(euro), Ok(Money::new(2_00, Currency::Eur)));
    /// assert_eq!(euro.plus(Money::new(i64::MAX, Currency::Eur)), Err(MoneyError::TooLarge));
    /// ```
    pub fn plus(self, other: Money) -> Result<Money, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrenciesDiffer);
        }
        self.minor
            .checked_add(other.minor)
            .map(|minor| Money { minor, ..self })
            .ok_or(MoneyError::TooLarge)
    }

    /// The amount for the given number of licenses.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] beyond 64 bits.
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::{Money, Quantity}};
    /// let a_month = Money::new(5_60, Currency::Eur).times(Quantity::new(300)?)?;
    /// assert_eq!(a_month, Money::new(1_680_00, Currency::Eur));
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    pub fn times(self, quantity: Quantity) -> Result<Money, MoneyError> {
        self.minor
            .checked_mul(i64::from(quantity.get()))
            .map(|minor| Money { minor, ..self })
            .ok_or(MoneyError::TooLarge)
    }
}

/// Amounts of different currencies have no order.
impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Money) -> Option<Ordering> {
        (self.currency == other.currency).then(|| self.minor.cmp(&other.minor))
    }
}

/// A number of licenses: at least one.
///
/// ```
/// use tierline_core::money::{MoneyError, Quantity};
/// assert_eq!(Quantity::parse(" 25 ")?.get(), 25);
/// assert_eq!(Quantity::parse("0"), Err(MoneyError::NoQuantity));
/// assert_eq!(Quantity::parse("2.5"), Err(MoneyError::NoQuantity));
/// # Ok::<(), MoneyError>(())
/// ```
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(transparent)]
pub struct Quantity(NonZeroU32);

impl Quantity {
    /// The given number.
    ///
    /// # Errors
    /// [`MoneyError::NoQuantity`] for zero.
    ///
    /// ```
    /// use tierline_core::money::{MoneyError, Quantity};
    /// assert_eq!(Quantity::new(25)?.get(), 25);
    /// assert_eq!(Quantity::new(0), Err(MoneyError::NoQuantity));
    /// # Ok::<(), MoneyError>(())
    /// ```
    pub fn new(count: u32) -> Result<Quantity, MoneyError> {
        NonZeroU32::new(count)
            .map(Quantity)
            .ok_or(MoneyError::NoQuantity)
    }

    /// Reads a number as a user typed it: digits only, including full-width ones, and no sign.
    ///
    /// # Errors
    /// [`MoneyError::NoQuantity`] for anything but a whole number of at least 1, [`MoneyError::TooLarge`] beyond
    /// 4,294,967,295.
    ///
    /// ```
    /// use tierline_core::money::{MoneyError, Quantity};
    /// assert_eq!(Quantity::parse(" １０ ")?.get(), 10);
    /// assert!(Quantity::parse("+5").is_err());
    /// assert_eq!(Quantity::parse("999999999999"), Err(MoneyError::TooLarge));
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Quantity, MoneyError> {
        let text = crate::text::typing::plain(text);
        let text = text.trim();
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(MoneyError::NoQuantity);
        }
        text.parse::<u32>()
            .map_err(|error| match error.kind() {
                IntErrorKind::PosOverflow => MoneyError::TooLarge,
                _ => MoneyError::NoQuantity,
            })
            .and_then(Quantity::new)
    }

    /// As a number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0.get()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The errors of making and calculating amounts and quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MoneyError {
    /// Amounts of two currencies can't be added.
    CurrenciesDiffer,
    /// The result does not fit.
    TooLarge,
    /// Not a whole number of at least 1.
    NoQuantity,
    /// Not an amount of the currency.
    NoAmount,
}

impl MoneyError {
    /// The stable name of the error, for programs and tests.
    ///
    /// ```
    /// use tierline_core::money::Quantity;
    /// assert_eq!(Quantity::parse("none").unwrap_err().code(), "no_quantity");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            MoneyError::CurrenciesDiffer => "currencies_differ",
            MoneyError::TooLarge => "too_large",
            MoneyError::NoQuantity => "no_quantity",
            MoneyError::NoAmount => "no_amount",
        }
    }
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            MoneyError::CurrenciesDiffer => "expected amounts in one currency",
            MoneyError::TooLarge => "expected a smaller amount",
            MoneyError::NoQuantity => "expected a whole number of at least 1",
            MoneyError::NoAmount => "expected digits, with a point before the smaller unit",
        })
    }
}

impl std::error::Error for MoneyError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sums_are_right_or_refused(first: i64, second: i64) {
            let sum = Money::new(first, Currency::Eur).plus(Money::new(second, Currency::Eur));
            let wide = i128::from(first) + i128::from(second);
            prop_assert_eq!(sum.ok().map(|sum| i128::from(sum.minor)), i64::try_from(wide).ok().map(i128::from));
        }

        #[test]
        fn products_are_right_or_refused(minor: i64, count in 1..u32::MAX) {
            let product = Money::new(minor, Currency::Twd).times(Quantity::new(count).unwrap());
            let wide = i128::from(minor) * i128::from(count);
            prop_assert_eq!(product.ok().map(|it| i128::from(it.minor)), i64::try_from(wide).ok().map(i128::from));
        }

        #[test]
        fn quantities_survive_text_and_serde(count in 1..u32::MAX, text: String) {
            let quantity = Quantity::new(count).unwrap();
            prop_assert_eq!(Quantity::parse(&quantity.to_string()), Ok(quantity));
            let json = serde_json::to_string(&quantity).unwrap();
            prop_assert_eq!(serde_json::from_str::<Quantity>(&json).unwrap(), quantity);
            let _ = Quantity::parse(&text);
        }
    }

    #[test]
    fn edges() {
        assert!(serde_json::from_str::<Quantity>("0").is_err());
        for text in ["", " ", "+1", "-1", "1e3", "١"] {
            assert_eq!(Quantity::parse(text), Err(MoneyError::NoQuantity), "{text}");
        }
        for text in ["4294967296", "999999999999"] {
            assert_eq!(Quantity::parse(text), Err(MoneyError::TooLarge), "{text}");
        }
        let (euro, dollar) = (Money::zero(Currency::Eur), Money::zero(Currency::Usd));
        assert_eq!(euro.partial_cmp(&dollar), None);
        assert!(euro < Money::new(1, Currency::Eur));
        assert_eq!(
            serde_json::to_string(&Money::new(5, Currency::Jpy)).unwrap(),
            r#"{"minor":5,"currency":"JPY"}"#
        );
    }
}
