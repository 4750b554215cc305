//! Finding a country by the name that a user types.

use std::fmt;

use super::{Country, Language};
use crate::text::typing::plain;

/// Why no country was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoCountry {
    /// Two letters that are not a country's code here, though they are in use for this one.
    Meant(Country),
    /// Nothing in the table has this name.
    Unknown,
}

impl fmt::Display for NoCountry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoCountry::Meant(country) => write!(
                f,
                "expected the code of ISO 3166, which is {country} for {}",
                country.name(Language::English)
            ),
            NoCountry::Unknown => f.write_str(
                "expected a country or territory of the program: its two letters, three letters, or name",
            ),
        }
    }
}

impl std::error::Error for NoCountry {}

impl Country {
    /// The country that a user means: by its two letters, its three letters (ISO 3166-1 alpha-3), or its name in one of
    /// the three languages, whatever the case. Needs the feature `market-names`.
    ///
    /// # Errors
    /// [`NoCountry`]; for `UK` and `EL`, which are in use but are not codes of ISO 3166, with the country that is
    /// meant.
    ///
    /// ```
    /// use tierline_core::market::{Country, NoCountry};
    /// let britain = Country::parse("GB")?;
    /// assert_eq!(Country::find("GBR"), Ok(britain));
    /// assert_eq!(Country::find("united kingdom"), Ok(britain));
    /// assert_eq!(Country::find("英國"), Ok(britain));
    /// assert_eq!(Country::find("UK"), Err(NoCountry::Meant(britain)));
    /// # Ok::<(), tierline_core::market::UnknownCountry>(())
    /// ```
    pub fn find(text: &str) -> Result<Country, NoCountry> {
        let text = plain(text);
        let text = text.trim();
        if let Ok(country) = Country::parse(text) {
            return Ok(country);
        }
        let upper = text.to_uppercase();
        let meant = match upper.as_str() {
            "UK" => Some("GB"),
            "EL" => Some("GR"),
            _ => None,
        };
        if let Some(country) = meant.and_then(|code| Country::parse(code).ok()) {
            return Err(NoCountry::Meant(country));
        }
        if let Some(known) = rust_iso3166::from_alpha3(&upper) {
            return Country::parse(known.alpha2).map_err(|_| NoCountry::Unknown);
        }
        let wanted = as_compared(text);
        Country::all()
            .find(|country| {
                Language::ALL
                    .iter()
                    .any(|language| as_compared(country.name(*language)) == wanted)
            })
            .ok_or(NoCountry::Unknown)
    }
}

/// A name as names are compared: 臺 is the formal spelling of 台.
fn as_compared(name: &str) -> String {
    plain(name).to_lowercase().replace('臺', "台")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_is_found_by_each_of_its_names() {
        for country in Country::all() {
            assert_eq!(Country::find(&country.code().to_lowercase()), Ok(country));
            for language in Language::ALL {
                let name = country.name(language);
                assert_eq!(Country::find(name), Ok(country), "{name}");
            }
        }
    }

    #[test]
    fn the_formal_spelling_is_the_same_name() {
        assert_eq!(Country::find("臺灣").unwrap().code(), "TW");
        assert_eq!(Country::find("臺湾").unwrap().code(), "TW");
    }

    #[test]
    fn three_letters() {
        for (alpha3, code) in [
            ("TWN", "TW"),
            ("deu", "DE"),
            ("GRC", "GR"),
            ("ＴＷＮ", "TW"),
        ] {
            assert_eq!(Country::find(alpha3).unwrap().code(), code);
        }
    }

    #[test]
    fn codes_that_are_none_say_which_is_meant() {
        let message = |text| Country::find(text).unwrap_err().to_string();
        assert_eq!(
            message("uk"),
            "expected the code of ISO 3166, which is GB for United Kingdom"
        );
        assert_eq!(
            message("EL"),
            "expected the code of ISO 3166, which is GR for Greece"
        );
        for text in ["", "Atlantis", "XX", "ZZZ"] {
            assert_eq!(Country::find(text), Err(NoCountry::Unknown), "{text}");
        }
    }
}
