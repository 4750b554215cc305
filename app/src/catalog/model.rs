//! Products to choose from, and chosen lines.

use serde::Serialize;
use tierline_core::{
    catalog::{self, Held, Product},
    read::Read,
};

use crate::error::FieldProblem;

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

/// Core's refusal of a line, beside the line's field.
impl From<&catalog::Refusal> for FieldProblem {
    fn from(refusal: &catalog::Refusal) -> FieldProblem {
        match refusal {
            catalog::Refusal::ProductNotSold { .. } => FieldProblem::ProductNotSold,
            catalog::Refusal::QuantityOutside { .. } => FieldProblem::QuantityOutside,
            catalog::Refusal::CustomerMaximum { .. } => FieldProblem::CustomerMaximum,
            catalog::Refusal::OnePerCustomer { .. } => FieldProblem::OnePerCustomer,
        }
    }
}
