//! The public pages: the program, **Welcome**, and the work account.

mod create;
mod start;
mod welcome;
mod work_account;

pub use create::CreateAccountPage;
pub use start::StartPage;
pub use welcome::WelcomePage;
pub use work_account::WorkAccountPage;
