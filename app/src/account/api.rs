//! Server functions about the caller's own account.

pub mod preferences;
pub mod second_factor;
pub mod session;

pub use self::{
    preferences::{SetLanguage, SetTheme},
    session::{ChooseOrganization, SignOut},
};
