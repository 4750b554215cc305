//! The error of parsing a text, with the expected form.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::read::Read;

/// The expected kind of text, for giving an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    /// `anna@contoso.com`
    Email,
    /// The part of an email address behind the `@`, in ASCII: `xn--mller-kva.example`
    EmailDomain,
    /// `contoso.com`
    Domain,
    /// The first part of a tenant's domain: `contoso-cloud`
    TenantPrefix,
    /// The name of a user before the `@` of its work account: `anna.berg`
    UserName,
    /// `https://contoso.com/cloud`
    Url,
    /// `4586213`
    MpnId,
    /// `+49 30 901820`
    PhoneNumber,
    /// A name of a company or a person, with something to read in it.
    Name,
    /// A text without control characters.
    Plain,
}

/// The reason why a text was refused.
///
/// ```
/// use tierline_core::text::{CompanyName, Domain, TextError, TextKind};
/// assert_eq!(CompanyName::parse("  "), Err(TextError::Empty));
/// assert_eq!(Domain::parse("contoso"), Err(TextError::Malformed { expected: TextKind::Domain }));
/// assert_eq!(TextError::TooLong { maximum: 120 }.to_string(), "expected at most 120 characters");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum TextError {
    /// Nothing but white space was given.
    Empty,
    /// Fewer characters than required.
    TooShort {
        /// Minimum number of characters.
        minimum: usize,
    },
    /// More characters than allowed.
    TooLong {
        /// Maximum number of characters.
        maximum: usize,
    },
    /// Several email addresses, where one was expected.
    Several,
    /// A character that an email address cannot have before the `@`.
    EmailCharacter {
        /// The first such character.
        found: char,
    },
    /// A character that an email address cannot have after the `@`.
    DomainCharacter {
        /// The first such character.
        found: char,
    },
    /// It does not have the expected form.
    Malformed {
        /// The expected form.
        expected: TextKind,
    },
}

impl TextError {
    /// The stable name of the error, for programs and for the portal's field errors.
    ///
    /// ```
    /// use tierline_core::text::{EmailAddress, TextError};
    /// assert_eq!(TextError::Empty.code(), "empty");
    /// assert_eq!(EmailAddress::parse("anna").unwrap_err().code(), "malformed_email");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            TextError::Empty => "empty",
            TextError::TooShort { .. } => "too_short",
            TextError::TooLong { .. } => "too_long",
            TextError::Several => "several_emails",
            TextError::EmailCharacter { .. } => "email_character",
            TextError::DomainCharacter { .. } => "domain_character",
            TextError::Malformed {
                expected: TextKind::Email,
            } => "malformed_email",
            TextError::Malformed {
                expected: TextKind::EmailDomain,
            } => "malformed_email_domain",
            TextError::Malformed {
                expected: TextKind::Domain,
            } => "malformed_domain",
            TextError::Malformed {
                expected: TextKind::TenantPrefix,
            } => "malformed_tenant_prefix",
            TextError::Malformed {
                expected: TextKind::UserName,
            } => "malformed_user_name",
            TextError::Malformed {
                expected: TextKind::Url,
            } => "malformed_url",
            TextError::Malformed {
                expected: TextKind::MpnId,
            } => "malformed_mpn_id",
            TextError::Malformed {
                expected: TextKind::PhoneNumber,
            } => "malformed_phone_number",
            TextError::Malformed {
                expected: TextKind::Name,
            } => "malformed_name",
            TextError::Malformed {
                expected: TextKind::Plain,
            } => "control_characters",
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TextError::Empty => f.write_str("expected at least one character"),
            TextError::TooShort { minimum } => write!(f, "expected at least {minimum} characters"),
            TextError::TooLong { maximum } => write!(f, "expected at most {maximum} characters"),
            TextError::Several => f.write_str("expected only one email address"),
            TextError::EmailCharacter { found } => {
                write!(
                    f,
                    "expected no `{found}` before the `@` of an email address"
                )
            }
            TextError::DomainCharacter { found } => {
                write!(f, "expected no `{found}` after the `@` of an email address")
            }
            TextError::Malformed { expected } => write!(f, "expected {expected}"),
        }
    }
}

impl fmt::Display for TextKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TextKind::Email => "an email address such as `anna@contoso.com`",
            TextKind::EmailDomain => "a domain after the `@` that stands for a name",
            TextKind::Domain => "a domain such as `contoso.com`",
            TextKind::TenantPrefix => {
                "letters a to z, digits, and inner hyphens, such as `contoso-cloud`"
            }
            TextKind::UserName => "the part of an address before the `@`, such as `anna.berg`",
            TextKind::Url => "a web address such as `https://contoso.com/cloud`",
            TextKind::MpnId => "an MPN ID of 5 to 10 digits",
            TextKind::PhoneNumber => "a phone number such as `+49 30 901820`",
            TextKind::Name => "a name with at least one letter or digit",
            TextKind::Plain => "no control characters",
        })
    }
}

impl std::error::Error for TextError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_forms_are_stable() {
        let malformed = |expected| TextError::Malformed { expected };
        for (error, json) in [
            (TextError::Empty, r#"{"code":"empty"}"#),
            (
                TextError::TooShort { minimum: 3 },
                r#"{"code":"too_short","minimum":3}"#,
            ),
            (
                TextError::TooLong { maximum: 120 },
                r#"{"code":"too_long","maximum":120}"#,
            ),
            (TextError::Several, r#"{"code":"several"}"#),
            (
                TextError::EmailCharacter { found: 'ä' },
                r#"{"code":"email_character","found":"ä"}"#,
            ),
            (
                malformed(TextKind::Email),
                r#"{"code":"malformed","expected":"email"}"#,
            ),
            (
                TextError::DomainCharacter { found: ',' },
                r#"{"code":"domain_character","found":","}"#,
            ),
            (
                malformed(TextKind::EmailDomain),
                r#"{"code":"malformed","expected":"email_domain"}"#,
            ),
            (
                malformed(TextKind::Domain),
                r#"{"code":"malformed","expected":"domain"}"#,
            ),
            (
                malformed(TextKind::TenantPrefix),
                r#"{"code":"malformed","expected":"tenant_prefix"}"#,
            ),
            (
                malformed(TextKind::UserName),
                r#"{"code":"malformed","expected":"user_name"}"#,
            ),
            (
                malformed(TextKind::Url),
                r#"{"code":"malformed","expected":"url"}"#,
            ),
            (
                malformed(TextKind::MpnId),
                r#"{"code":"malformed","expected":"mpn_id"}"#,
            ),
            (
                malformed(TextKind::PhoneNumber),
                r#"{"code":"malformed","expected":"phone_number"}"#,
            ),
            (
                malformed(TextKind::Name),
                r#"{"code":"malformed","expected":"name"}"#,
            ),
            (
                malformed(TextKind::Plain),
                r#"{"code":"malformed","expected":"plain"}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&error).unwrap(), json);
            assert_eq!(serde_json::from_str::<TextError>(json).unwrap(), error);
            assert!(error.to_string().starts_with("expected "));
        }
    }
}
