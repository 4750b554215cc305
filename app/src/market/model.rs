//! The markets that a page shows.

use serde::Serialize;
use tierline_core::{
    market::{Country, Currency, Region},
    read::Read,
};

use crate::list::model::Page;

/// The page **CSP country and regions**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OwnMarkets {
    /// The organization's legal location, which decides its region. The program's operator has all regions.
    pub home: Option<Country>,
    /// Its countries and territories.
    pub countries: Page<MarketRow>,
}

/// A country or territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct MarketRow {
    /// The country.
    pub country: Country,
}

impl MarketRow {
    /// Its region.
    #[must_use]
    pub const fn region(self) -> Region {
        self.country.region()
    }

    /// The currency of its customers; none where nothing is sold.
    #[must_use]
    pub const fn currency(self) -> Option<Currency> {
        self.country.currency()
    }
}
