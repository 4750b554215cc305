//! Pages of licenses in users' hands.

mod holders;
mod licenses;
mod own;
mod parts;
mod ticks;
mod user;
mod users;

pub use holders::HoldersPage;
pub use licenses::LicensesPage;
pub use own::OwnLicensesPage;
pub(crate) use ticks::Ticks;
pub use user::LicenseUserPage;
pub use users::LicenseUsersPage;
