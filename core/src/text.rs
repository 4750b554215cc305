//! Parsed text: a value of one of these types has been checked once and needs no further checking.
//!
//! Each has `parse`, which takes what a person typed, and answers with the text in its one form (trimmed,
//! lower-cased where case means nothing) or with a [`TextError`] that says what was expected. Deserializing
//! checks in the same way, so that no unchecked text comes in by that door. Lengths are counted in Unicode
//! scalar values. Control characters, and those that change the direction of text so that a name can pose as
//! another one, are refused everywhere.

mod characters;
mod domain;
mod email;
mod error;
mod message;
mod mpn;
mod name;
#[cfg(feature = "search")]
pub mod search;
mod tenant;
mod typed;
pub(crate) mod typing;
mod url;
mod user_name;

pub use domain::Domain;
pub use email::EmailAddress;
pub use error::{TextError, TextKind};
pub use message::{MessageSubject, MessageText, Reason};
pub use mpn::MpnId;
pub use name::{AddressLine, AgreementVersion, CompanyName, DeviceName, PersonName};
pub use tenant::TenantPrefix;
pub use url::HttpUrl;
pub use user_name::UserName;
