//! Individual rules that are easy to get wrong, each in the smallest world that shows it.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops where something is wrong"
)]

mod access;
mod account;
mod agreement;
mod co_serving;
mod country;
mod directory;
mod end_date;
mod ending;
mod enrollment;
mod gains;
mod help;
mod invitation;
mod joining;
mod license;
mod member;
mod membership;
mod named;
mod order;
mod order_request;
mod organization;
mod part;
mod program;
mod review;
mod sale;
mod second_factor;
mod setup;
mod standing;
mod subscription;
mod suspended;

use tierline_core::testing as common;
