//! Texts about accounts.

pub mod role;
pub mod second_factor;
pub mod session;
pub mod sign_in;

pub use role::capability;
