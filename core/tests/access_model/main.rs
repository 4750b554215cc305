//! Access decisions over random worlds, against a model that knows nothing of refusals: it only tells whether the
//! action is allowed, in the words of the product's rules.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops where something is wrong"
)]

mod customers;
mod model;
mod own;
mod partners;
mod table;

use tierline_core::testing as common;
