//! The currencies in which products are sold.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::read::Read;

macro_rules! currencies {
    ($($name:ident = $code:literal, $minor_units:literal;)+) => {
        /// A currency in which products are sold in some country, by its ISO 4217 code.
        ///
        /// ```
        /// use tierline_core::market::Currency;
        /// assert_eq!(Currency::parse("eur"), Ok(Currency::Eur));
        /// assert_eq!(Currency::Jpy.minor_units(), 0);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read)]
        #[serde(rename_all = "UPPERCASE")]
        pub enum Currency {
            $(#[doc = $code] $name,)+
        }

        impl Currency {
            /// Every currency in which products are sold, by its code.
            pub const ALL: [Currency; [$($code),+].len()] = [$(Currency::$name,)+];

            /// The three letters of ISO 4217, upper case.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Currency::$name => $code,)+
                }
            }

            /// The number of decimal digits of an amount: 2 where a hundred cents make one unit, 0 where there are
            /// none. It tells what a whole number of [`Money`](crate::money::Money) counts.
            ///
            /// ```
            /// use tierline_core::market::Currency;
            /// assert_eq!((Currency::Twd.minor_units(), Currency::Krw.minor_units()), (2, 0));
            /// ```
            #[must_use]
            pub const fn minor_units(self) -> u8 {
                match self {
                    $(Currency::$name => $minor_units,)+
                }
            }
        }
    };
}

currencies! {
    Aud = "AUD", 2;
    Cad = "CAD", 2;
    Chf = "CHF", 2;
    Dkk = "DKK", 2;
    Eur = "EUR", 2;
    Gbp = "GBP", 2;
    Inr = "INR", 2;
    Jpy = "JPY", 0;
    Krw = "KRW", 0;
    Nok = "NOK", 2;
    Nzd = "NZD", 2;
    Rub = "RUB", 2;
    Sek = "SEK", 2;
    Twd = "TWD", 2;
    Usd = "USD", 2;
}

impl Currency {
    /// The currency with this code, in upper or lower case.
    ///
    /// # Errors
    /// [`UnknownCurrency`] when nothing is sold in it.
    ///
    /// ```
    /// use tierline_core::market::{Currency, UnknownCurrency};
    /// assert_eq!(Currency::parse(" usd "), Ok(Currency::Usd));
    /// assert_eq!(Currency::parse("CNY"), Err(UnknownCurrency));
    /// ```
    pub fn parse(code: &str) -> Result<Currency, UnknownCurrency> {
        let code = code.trim();
        Currency::ALL
            .into_iter()
            .find(|currency| currency.code().eq_ignore_ascii_case(code))
            .ok_or(UnknownCurrency)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl std::str::FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Currency::parse(code)
    }
}

/// Nothing is sold in this currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCurrency;

impl fmt::Display for UnknownCurrency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected the three letters of a currency used for sales")
    }
}

impl std::error::Error for UnknownCurrency {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn codes_and_serde_agree() {
        for currency in Currency::ALL {
            assert_eq!(Currency::parse(currency.code()), Ok(currency));
            assert_eq!(
                Currency::parse(&currency.code().to_lowercase()),
                Ok(currency)
            );
            assert_eq!(serde_json::to_value(currency).unwrap(), currency.code());
            assert_eq!(
                serde_json::from_value::<Currency>(currency.code().into()).unwrap(),
                currency
            );
        }
        assert!(Currency::ALL.is_sorted_by_key(|currency| currency.code()));
    }

    proptest! {
        #[test]
        fn parsing_never_panics(text: String) {
            let _ = Currency::parse(&text);
        }
    }
}
