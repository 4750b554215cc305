//! Countries and territories of the program.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::read::{Read, Tree};

use super::{
    Currency, Region,
    table::{LENGTH, MARKETS, Market, key},
};

/// A country or territory that belongs to a region of the program.
///
/// It is one byte: an index into the table of markets, so that region and currency cost one lookup. Its serialized form
/// is its two letters (ISO 3166-1 alpha-2, and `XK` for Kosovo), which are checked when it is read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(u8);

const _: () = assert!(LENGTH <= u8::MAX as usize, "an index has to fit one byte");

impl Country {
    /// The country with these two letters, in upper or lower case.
    ///
    /// # Errors
    /// [`UnknownCountry`] when they are not the code of a country of the program.
    ///
    /// ```
    /// use tierline_core::market::{Country, Region};
    /// let taiwan = Country::parse("tw")?;
    /// assert_eq!((taiwan.code(), taiwan.region()), ("TW", Region::Taiwan));
    /// assert!(Country::parse("Taiwan").is_err());
    /// # Ok::<(), tierline_core::market::UnknownCountry>(())
    /// ```
    pub fn parse(code: &str) -> Result<Country, UnknownCountry> {
        let &[first, second] = code.trim().as_bytes() else {
            return Err(UnknownCountry);
        };
        let wanted = key([first.to_ascii_uppercase(), second.to_ascii_uppercase()]);
        let index = MARKETS
            .binary_search_by_key(&wanted, |market| key(market.code))
            .map_err(|_| UnknownCountry)?;
        u8::try_from(index).map(Country).map_err(|_| UnknownCountry)
    }

    /// Every country and territory, by its code.
    ///
    /// ```
    /// use tierline_core::market::{Country, Region};
    /// let in_japan: Vec<&str> = Country::all().filter(|it| it.region() == Region::Japan).map(Country::code).collect();
    /// assert_eq!(in_japan, ["JP"]);
    /// ```
    pub fn all() -> impl Iterator<Item = Country> + Clone {
        (0..LENGTH as u8).map(Country)
    }

    /// The two letters, upper case.
    ///
    /// ```
    /// use tierline_core::market::Country;
    /// assert_eq!("de".parse::<Country>()?.code(), "DE");
    /// # Ok::<(), tierline_core::market::UnknownCountry>(())
    /// ```
    #[must_use]
    pub fn code(self) -> &'static str {
        str::from_utf8(&self.market().code).unwrap_or_default()
    }

    /// The region that partners and customers of this country belong to. The legal location "determines the indirect
    /// providers with whom you can work as well as the regions where you can do CSP business" ("Partner with indirect
    /// providers in the CSP program").
    ///
    /// ```
    /// use tierline_core::market::{Country, Region};
    /// assert_eq!(Country::parse("CH")?.region(), Region::Europe);
    /// # Ok::<(), tierline_core::market::UnknownCountry>(())
    /// ```
    #[must_use]
    pub const fn region(self) -> Region {
        self.market().region
    }

    /// The currency that customers of this country pay in; `None` where nothing is sold. The customer's country counts,
    /// not the partner's.
    ///
    /// ```
    /// use tierline_core::market::{Country, Currency};
    /// assert_eq!(Country::parse("NO")?.currency(), Some(Currency::Nok));
    /// assert_eq!(Country::parse("VA")?.currency(), None);
    /// # Ok::<(), tierline_core::market::UnknownCountry>(())
    /// ```
    #[must_use]
    pub const fn currency(self) -> Option<Currency> {
        self.market().currency
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a country is made only of an index that the table has"
    )]
    const fn market(self) -> &'static Market {
        &MARKETS[self.0 as usize]
    }

    #[cfg(feature = "market-names")]
    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.code())
    }
}

impl std::str::FromStr for Country {
    type Err = UnknownCountry;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Country::parse(code)
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Code;

        impl de::Visitor<'_> for Code {
            type Value = Country;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&UnknownCountry, f)
            }

            fn visit_str<E: de::Error>(self, code: &str) -> Result<Country, E> {
                Country::parse(code).map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Code)
    }
}

impl Read for Country {
    fn read(tree: &Tree) -> Option<Self> {
        Country::parse(tree.text()?).ok()
    }
}

/// These letters are not the code of a country or territory of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCountry;

impl fmt::Display for UnknownCountry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected the two letters of a country or territory of the program")
    }
}

impl std::error::Error for UnknownCountry {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::market::{currency_of, same_region};

    const CSV: &str = include_str!("../../data/markets.csv");

    #[test]
    fn the_table_is_the_file_line_by_line() {
        let mut seen = 0;
        for line in CSV.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let [region, code, currency, english, traditional, simplified] = fields[..] else {
                panic!("{line}")
            };
            let country = Country::parse(code).unwrap();
            assert_eq!(country.code(), code);
            assert_eq!(country.region().code(), region);
            assert_eq!(country.currency().map_or("", Currency::code), currency);
            #[cfg(feature = "market-names")]
            {
                use crate::market::Language::{English, SimplifiedChinese, TraditionalChinese};
                let names = [English, TraditionalChinese, SimplifiedChinese]
                    .map(|language| country.name(language));
                assert_eq!(names, [english, traditional, simplified]);
            }
            #[cfg(not(feature = "market-names"))]
            let _ = (english, traditional, simplified);
            seen += 1;
        }
        assert_eq!(Country::all().count(), seen);
        assert_eq!(seen, 243);
        assert!(Country::all().is_sorted_by_key(Country::code));
    }

    #[test]
    fn some_rows_known_by_heart() {
        let country = |code| Country::parse(code).unwrap();
        assert!(same_region(country("CH"), country("NO")));
        assert!(same_region(country("US"), country("UM")));
        assert!(!same_region(country("US"), country("CA")));
        assert!(!same_region(country("NZ"), country("AU")));
        assert_eq!(currency_of(country("CH")), Some(Currency::Chf));
        assert_eq!(currency_of(country("BA")), None);
        assert!(
            Country::parse("CN").is_err(),
            "another company runs the cloud there"
        );
    }

    proptest! {
        #[test]
        fn parsing_never_panics(text: String) {
            let _ = Country::parse(&text);
        }

        #[test]
        fn all_two_letters(code in "[A-Za-z]{2}") {
            let parsed = Country::parse(&code).ok();
            let line = CSV.lines().any(|line| line.split(',').nth(1) == Some(&code.to_uppercase()));
            prop_assert_eq!(parsed.is_some(), line);
            if let Some(country) = parsed {
                prop_assert_eq!(country.code(), code.to_uppercase());
                let json = serde_json::to_string(&country).unwrap();
                prop_assert_eq!(serde_json::from_str::<Country>(&json).unwrap(), country);
            } else {
                let json = serde_json::to_string(&code).unwrap();
                prop_assert!(serde_json::from_str::<Country>(&json).is_err());
            }
        }
    }
}
