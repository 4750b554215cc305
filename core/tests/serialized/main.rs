//! The serialized forms that are stored forever or sent to browsers: a change here is a change for every database in
//! use.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod accounts;
mod answers;
mod catalog;
mod directory;
mod events;
mod every;
mod groups;
mod imports;
mod joining;
mod licenses;
mod names;
mod objects;
mod order_requests;
mod program;
mod refusals;
mod relationships;
mod subscriptions;

use tierline_core::testing as common;

use tierline_core::market::Country;

fn country(code: &str) -> Country {
    code.parse().unwrap()
}
