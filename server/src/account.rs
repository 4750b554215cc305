//! Accounts: sign-in, passwords, second factors, users.

pub(crate) mod cli;
pub(crate) mod command;
pub(crate) mod device;
pub(crate) mod follow;
pub(crate) mod identity;
pub(crate) mod passkey;
pub(crate) mod password;
pub(crate) mod pending;
pub(crate) mod second_factor;
pub(crate) mod session;
pub(crate) mod store;
mod temporary;
mod trail;

pub(crate) use self::{
    device::{forget_all as forget_devices, purge as purge_known_devices},
    passkey::Passkeys,
    password::{PasswordError, hash, verify},
    temporary::temporary_password,
    trail::{note_unasked, purge as purge_attempts},
};
