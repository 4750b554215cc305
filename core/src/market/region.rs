//! The regions of the program.

use serde::{Deserialize, Serialize};

use super::Country;
use crate::read::Read;

macro_rules! regions {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// A region: a partner sells to every country of its own region, and to no other.
        ///
        /// ```
        /// use tierline_core::market::Region;
        /// assert_eq!(Region::AsiaPacific.code(), "asia_pacific");
        /// assert_eq!("taiwan".parse(), Ok(Region::Taiwan));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read)]
        #[serde(rename_all = "snake_case")]
        pub enum Region {
            $($(#[$doc])* $name,)+
        }

        impl Region {
            /// Every region, by its code.
            pub const ALL: [Region; [$($code),+].len()] = [$(Region::$name,)+];

            /// The stable name, as stored and serialized.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Region::$name => $code,)+
                }
            }

            /// The countries and territories of the region, by their codes: partners with their legal location in one
            /// of them work with partners and sell to customers in all of them, and nowhere else.
            ///
            /// ```
            /// use tierline_core::market::{Country, Region};
            /// let in_taiwan: Vec<&str> = Region::Taiwan.countries().map(Country::code).collect();
            /// assert_eq!(in_taiwan, ["TW"]);
            /// assert!(Region::ALL.into_iter().all(|region| region.countries().next().is_some()));
            /// ```
            pub fn countries(self) -> impl Iterator<Item = Country> + Clone {
                Country::all().filter(move |country| country.region() == self)
            }
        }

crate::code::coded!(Region, "region");
    };
}

regions! {
    /// Africa, except its north and far south.
    Africa = "africa",
    /// South and South-East Asia, Hong Kong and Macao.
    AsiaPacific = "asia_pacific",
    /// Australia and the islands where products are sold in its currency.
    Australia = "australia",
    /// Brazil.
    Brazil = "brazil",
    /// Canada.
    Canada = "canada",
    /// The European Union and its neighbors in the west and north.
    Europe = "europe",
    /// India.
    India = "india",
    /// Japan.
    Japan = "japan",
    /// South Korea.
    Korea = "korea",
    /// Latin America and the Caribbean.
    LatinAmericaCaribbean = "latin_america_caribbean",
    /// The Middle East, Central Asia, the rest of Europe, North and South Africa.
    MiddleEastCentralEasternEurope = "middle_east_central_eastern_europe",
    /// New Zealand and the islands where products are sold in its currency.
    NewZealand = "new_zealand",
    /// Russia.
    Russia = "russia",
    /// Taiwan.
    Taiwan = "taiwan",
    /// The United States.
    UnitedStates = "united_states",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_serde_agree() {
        for region in Region::ALL {
            assert_eq!(serde_json::to_value(region).unwrap(), region.code());
            assert_eq!(
                serde_json::from_value::<Region>(region.code().into()).unwrap(),
                region
            );
            assert_eq!(region.code().parse(), Ok(region));
        }
        assert!(Region::ALL.is_sorted_by_key(|region| region.code()));
        assert!("atlantis".parse::<Region>().is_err());
    }
}
