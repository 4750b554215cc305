//! Pages and forms for a customer's users, for its partners.

mod actions;
mod add;
mod edit;
mod password;
mod removed;
mod user;

pub(super) use actions::{Helped, own_password};
pub use add::AddCustomerUserPage;
pub use password::UserPasswordPage;
pub use removed::RemovedUserPage;
pub use user::CustomerUserPage;
