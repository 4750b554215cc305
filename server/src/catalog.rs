//! What can be ordered. It comes from the operator's price list, a CSV file: `tierline catalog import`.
//!
//! A product of the file replaces what the catalog has under the same SKU, with its limits and prices. A product that
//! is not in the file stays, because subscriptions need theirs; its sale ends with `no` under `sold`.

pub mod cli;
mod command;
mod parse;
mod portal;
pub mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use tierline_core::{catalog::Limits, money::Money};
use uuid::Uuid;

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
