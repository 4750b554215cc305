//! The products that can be ordered. They come from a CSV file, by `tierline catalog import`: the program's price
//! sheet, which core reads, or a simple price list of the operator's own. What the price sheet lacks of its products,
//! such as limits and bases, comes from a file beside it.
//!
//! A product of a simple list replaces the one with the same SKU in the catalog, with its limits and
//! prices. A product missing from the file stays, because subscriptions need it; `no` under `sold` ends its sale.

pub mod cli;
mod command;
mod import;
mod parse;
mod portal;
pub mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use tierline_core::{catalog::Limits, money::Money};
use uuid::Uuid;

pub(crate) use import::{choice, import_details, import_file, import_list, of_texts};
pub use parse::{Problems, products};

/// A product of a price list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub sku: Uuid,
    pub part_number: String,
    pub name: String,
    pub sold: bool,
    pub limits: Limits,
    pub prices: Vec<Money>,
}

impl Listed {
    /// Whether it is the same with the same prices, in whatever order these are.
    fn is_like(&self, other: &Listed) -> bool {
        let sorted = |product: &Listed| {
            let mut prices = product.prices.clone();
            prices.sort_unstable_by_key(|price| price.currency.code());
            Listed {
                prices,
                ..product.clone()
            }
        };
        sorted(self) == sorted(other)
    }
}
