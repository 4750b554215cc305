//! The name of a user within a tenant.

use super::{Domain, EmailAddress, TextError, TextKind, typed::text_type, typing::plain};

text_type! {
    /// A user's name within a tenant, the part before the `@` of its work account: at most 64 characters that an email
    /// address can have there.
    ///
    /// ```
    /// use tierline_core::text::{Domain, TextError, UserName};
    /// let name = UserName::parse(" anna.berg ")?;
    /// assert_eq!(name.at(&Domain::parse("contoso.example")?)?.as_str(), "anna.berg@contoso.example");
    /// assert_eq!(UserName::parse(" "), Err(TextError::Empty));
    /// assert_eq!(UserName::parse("anna@contoso.example").unwrap_err().code(), "malformed_user_name");
    /// # Ok::<(), TextError>(())
    /// ```
    UserName, user_name
}

impl UserName {
    /// The work account of this user in the tenant with this domain.
    ///
    /// # Errors
    /// [`TextError::TooLong`] when the result is longer than an address can be.
    pub fn at(&self, domain: &Domain) -> Result<EmailAddress, TextError> {
        EmailAddress::parse(&format!("{self}@{domain}"))
    }
}

fn user_name(text: &str) -> Result<String, TextError> {
    let text = plain(text);
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    // In this address, only the user name can be wrong.
    match EmailAddress::parse(&format!("{text}@tenant.example")) {
        Ok(address) if address.local_part() == text => Ok(text.to_owned()),
        _ => Err(TextError::Malformed {
            expected: TextKind::UserName,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::typed::text_laws;

    text_laws!(UserName, " ?[A-Za-z0-9]([A-Za-z0-9-]{0,20}[A-Za-z0-9])? ?");

    #[test]
    fn refused() {
        for text in ["a b", "a@b", "@", "例子", ".a", "a..b", &"a".repeat(65)] {
            assert_eq!(
                UserName::parse(text),
                Err(TextError::Malformed {
                    expected: TextKind::UserName
                }),
                "{text}"
            );
        }
    }

    #[test]
    fn an_address_has_an_end() {
        let domain = Domain::parse(&format!("{}example", "abcdefg.".repeat(30))).unwrap();
        assert_eq!(
            UserName::parse("anna.berg").unwrap().at(&domain),
            Err(TextError::TooLong { maximum: 254 })
        );
    }
}
