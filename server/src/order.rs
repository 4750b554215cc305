//! Orders.

pub(crate) mod command;
pub(crate) mod store;
#[cfg(test)]
mod tests;
