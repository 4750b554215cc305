//! How near a provider is to a country.

use serde::{Deserialize, Serialize};

use super::Profile;
use crate::{
    market::{Country, same_region},
    read::Read,
};

/// How near a provider is. The program knows countries and regions, and no coordinates of either: a location is a
/// country and an address on the web, and a distance between the middles of two countries would say less than whether a
/// reseller can work with the provider, which the region decides. Within a group the order is that of names.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// It has a location in the country.
    Country,
    /// It has a location in the country's region.
    Region,
    /// Elsewhere.
    Elsewhere,
}

impl Nearness {
    /// Every one, the nearest first.
    pub const ALL: [Nearness; 3] = [Nearness::Country, Nearness::Region, Nearness::Elsewhere];
}

/// How near the provider with this profile is to the country.
///
/// ```
/// use tierline_core::{directory::{Nearness, nearness}, testing::*};
/// let near = |country: &str| nearness(&profile(), country.parse().unwrap());
/// assert_eq!((near("DE"), near("FR"), near("TW")), (Nearness::Country, Nearness::Region, Nearness::Elsewhere));
/// ```
#[must_use]
pub fn nearness(profile: &Profile, country: Country) -> Nearness {
    let countries = profile.countries();
    if countries.contains(&country) {
        Nearness::Country
    } else if countries.into_iter().any(|it| same_region(it, country)) {
        Nearness::Region
    } else {
        Nearness::Elsewhere
    }
}
