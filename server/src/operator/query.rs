//! The organizations of the program.

mod detail;
mod list;

pub(crate) use detail::detail;
pub(crate) use list::LISTS;
