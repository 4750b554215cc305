//! Shares of an amount: pro-rating, and the one rule of rounding.
//!
//! **The rule of rounding.** A share is calculated exactly and then rounded once, to the nearest whole number of the
//! currency's smallest unit, and from exactly half of it away from zero: what 1.5 cents are a charge of 2, they are a
//! credit of 2. A currency without smaller units is rounded to whole units. Nothing else rounds.

use super::Money;

impl Money {
    /// So many parts of this amount, of as many as there are: days of a period, or periods of a term. Of nothing it is
    /// nothing, and more than all parts are all of it.
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::Money};
    /// let month = Money::new(5_60, Currency::Eur);
    /// assert_eq!(month.share(10, 31), Money::new(1_81, Currency::Eur));
    /// assert_eq!(Money::new(3, Currency::Jpy).share(1, 2), Money::new(2, Currency::Jpy));
    /// assert_eq!(Money::new(-3, Currency::Jpy).share(1, 2), Money::new(-2, Currency::Jpy));
    /// ```
    #[must_use]
    pub fn share(self, parts: u32, of: u32) -> Money {
        if of == 0 {
            return Money::zero(self.currency);
        }
        let (parts, of) = (i128::from(parts.min(of)), i128::from(of));
        let exact = i128::from(self.minor) * parts;
        let rounded = (exact.abs() * 2 + of) / (of * 2) * exact.signum();
        Money {
            // No more than the whole, which fits.
            minor: i64::try_from(rounded).unwrap_or(self.minor),
            ..self
        }
    }

    /// One of the equal parts into which this amount is divided, by its number from 1 on. The parts add up to the
    /// amount exactly: each is the difference of two [shares](Money::share), so what is rounded away in one comes back
    /// in another.
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::Money};
    /// let year = Money::new(100_00, Currency::Eur);
    /// let months: Vec<i64> = (1..=12).map(|month| year.part(month, 12).minor).collect();
    /// assert_eq!(months[..3], [8_33, 8_34, 8_33]);
    /// assert_eq!(months.iter().sum::<i64>(), 100_00);
    /// ```
    #[must_use]
    pub fn part(self, number: u32, of: u32) -> Money {
        let before = self.share(number.saturating_sub(1), of);
        Money {
            minor: self.share(number, of).minor - before.minor,
            ..self
        }
    }

    /// The amount the other way round: what was charged as a credit.
    ///
    /// ```
    /// use tierline_core::{market::Currency, money::Money};
    /// assert_eq!(Money::new(5, Currency::Eur).reversed(), Money::new(-5, Currency::Eur));
    /// ```
    #[must_use]
    pub const fn reversed(self) -> Money {
        Money {
            minor: self.minor.saturating_neg(),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::market::Currency;

    proptest! {
        #[test]
        fn parts_add_up(minor: i64, of in 1..40u32) {
            let all = Money::new(minor, Currency::Krw);
            let sum: i128 = (1..=of).map(|number| i128::from(all.part(number, of).minor)).sum();
            prop_assert_eq!(sum, i128::from(minor));
        }

        /// A share is at most half a unit away from what it is exactly, and a credit is the charge reversed.
        #[test]
        fn shares_are_nearest(minor in -1_000_000_000_000..1_000_000_000_000i64, parts in 0..1100u32, of in 1..1100u32) {
            let all = Money::new(minor, Currency::Eur);
            let share = all.share(parts, of);
            let parts = parts.min(of);
            let off = i128::from(share.minor) * i128::from(of) - i128::from(minor) * i128::from(parts);
            prop_assert!(off.abs() * 2 <= i128::from(of));
            prop_assert_eq!(all.reversed().share(parts, of), share.reversed());
        }
    }

    #[test]
    fn the_largest_amounts_have_shares() {
        for minor in [i64::MAX, i64::MIN] {
            let all = Money::new(minor, Currency::Eur);
            assert_eq!(all.share(7, 7), all);
            assert_eq!(all.share(0, 7).minor, 0);
        }
    }
}
