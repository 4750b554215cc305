//! Parsed text: a value of one of these types has been checked once and needs no further checking.
//!
//! Each type has `parse`, which takes the text that a person typed, and returns it in its canonical form (trimmed,
//! lower-cased where case does not matter), or returns a [`TextError`] that says what was expected. Deserializing runs
//! the same checks, so that no unchecked text gets in that way. Lengths are counted in Unicode scalar values. Control
//! characters, and characters that change the direction of text so that a name can pose as another one, are refused
//! everywhere.
//!
//! | text | characters | form |
//! | --- | --- | --- |
//! | [`CompanyName`] | 1 to 120 | one line, with a letter or digit in it |
//! | [`PersonName`] | 1 to 80 | the same |
//! | [`DeviceName`] | 1 to 60 | the same |
//! | [`GroupName`] | 1 to 60 | the same |
//! | [`AddressLine`] | 1 to 120 | one line |
//! | [`AgreementVersion`] | 1 to 40 | one line |
//! | [`Domain`] | up to 253 | two labels or more, lower-cased |
//! | [`TenantPrefix`] | 3 to 27 | one label, lower-cased |
//! | [`TenantParent`] | 161 | a [`Domain`] that leaves room for a prefix and a user name |
//! | [`EmailAddress`] | up to 254 | unquoted, with a lower-cased domain |
//! | [`UserName`] | up to 64 | the part before the `@` |
//! | [`MpnId`] | 5 to 10 | digits |
//! | [`PhoneNumber`] | 5 to 30 | digits, with the signs that are usual in between |
//! | [`HttpUrl`] | up to 2000 | `http` or `https`, lower-cased host |
//! | [`MessageSubject`] | 1 to 200 | one line |
//! | [`MessageText`] | 1 to 8000 | lines, ended by `\n` |
//! | [`Description`] | 1 to 2000 | lines, ended by `\n` |
//! | [`Reason`] | 1 to 500 | lines, ended by `\n` |
//!
//! ```
//! use tierline_core::text::{CompanyName, Domain, TextError};
//! let domain: Domain = "Contoso.example".parse()?;
//! assert_eq!(domain.as_str(), "contoso.example");
//! // Reading what was stored or sent checks as well.
//! assert!(serde_json::from_str::<CompanyName>(r#""Contoso\u202eosotnoC""#).is_err());
//! # Ok::<(), TextError>(())
//! ```

mod characters;
mod domain;
mod email;
mod error;
mod message;
mod mpn;
mod name;
mod percent;
mod phone;
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
pub use message::{Description, MessageSubject, MessageText, Reason};
pub use mpn::MpnId;
pub use name::{AddressLine, AgreementVersion, CompanyName, DeviceName, GroupName, PersonName};
pub use percent::percent_encode;
pub use phone::PhoneNumber;
pub use tenant::{TenantParent, TenantPrefix};
pub use url::HttpUrl;
pub use user_name::UserName;
