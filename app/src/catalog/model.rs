//! Products to choose from, and those that were chosen.

use serde::{Deserialize, Serialize};
use tierline_core::catalog::{Held, Product};

/// A product in the picker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProductRow {
    /// The product with its limits, and its price in the customer's currency.
    pub product: Product,
    /// The part number.
    pub part_number: String,
    /// Are price and limits demo figures?
    pub demo_figures: bool,
    /// What the customer has of it.
    pub held: Held,
}

/// A line that was chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChosenLine {
    /// What.
    pub product: ProductRow,
    /// How many licenses, as typed: it may be wrong.
    pub quantity: String,
}
