//! Pages of groups of customers, and the parts of other pages that are about them.

mod choice;
mod customer;
mod list;
mod user;

pub use customer::GroupsOfCustomer;
pub use list::GroupsPage;
pub use user::{CustomersChoice, CustomersOfUser};
