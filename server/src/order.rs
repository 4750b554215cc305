//! Orders.

pub(crate) mod command;
mod portal;
pub(crate) mod store;
#[cfg(test)]
mod tests;
