//! The organizations of the program.

mod account_review;
mod detail;
mod list;
mod people;
mod related;

pub(crate) use detail::detail;
pub(crate) use list::LISTS;
pub(crate) use people::user;
