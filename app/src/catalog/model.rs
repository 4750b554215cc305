//! Products to choose from, and chosen lines.

use serde::Serialize;
use tierline_core::{
    catalog::{Held, Product},
    read::Read,
};

/// A product in the picker.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ProductRow {
    /// The product with its limits, and its price in the customer's currency.
    pub product: Product,
    /// The part number.
    pub part_number: String,
    /// Whether price and limits are demo figures.
    pub demo_figures: bool,
    /// The customer's current licenses of it.
    pub held: Held,
}

/// A chosen line.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ChosenLine {
    /// The product.
    pub product: ProductRow,
    /// The number of licenses, as typed: it may be wrong.
    pub quantity: String,
}
