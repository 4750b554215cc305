//! Read models of the account pages.

pub mod password;
pub mod second_factor;
pub mod session;
pub mod sign_in;

#[cfg(feature = "ssr")]
pub use password::{
    check as check_password, check_own as check_own_password, normalized as normalized_password,
};
pub use session::{OrganizationChoice, SessionInfo, SessionOrganization};
pub use sign_in::{SignInAttempt, SignInOutcome};
