//! Pages and forms for a customer's users, for its partners.

mod actions;
mod add;
mod password;
mod user;

pub use add::AddCustomerUserPage;
pub use password::UserPasswordPage;
pub use user::CustomerUserPage;
