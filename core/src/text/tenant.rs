//! The part of a tenant's domain that its organization chooses.

use super::{
    Domain, TextError, TextKind, characters::check_length, typed::text_type, typing::plain,
};

text_type! {
    /// The part that an organization puts before the portal's own domain to name its tenant: 3 to 27 letters from a to
    /// z, digits and inner hyphens, lower-cased.
    ///
    /// ```
    /// use tierline_core::text::{Domain, TenantPrefix};
    /// let prefix = TenantPrefix::parse("Northwind-Traders")?;
    /// assert_eq!(prefix.as_str(), "northwind-traders");
    /// assert_eq!(prefix.under(&Domain::parse("tenants.example")?)?.as_str(), "northwind-traders.tenants.example");
    /// assert!(TenantPrefix::parse("-northwind").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    TenantPrefix, prefix
}

impl TenantPrefix {
    /// The tenant's domain under the portal's own.
    ///
    /// # Errors
    /// [`TextError::TooLong`] when the result is longer than a domain can be.
    pub fn under(&self, parent: &Domain) -> Result<Domain, TextError> {
        Domain::parse(&format!("{self}.{parent}"))
    }
}

fn prefix(text: &str) -> Result<String, TextError> {
    let text = plain(text).trim().to_ascii_lowercase();
    check_length(&text, 3, 27)?;
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if text.bytes().all(allowed) && !text.starts_with('-') && !text.ends_with('-') {
        Ok(text)
    } else {
        Err(TextError::Malformed {
            expected: TextKind::TenantPrefix,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::typed::text_laws;

    text_laws!(TenantPrefix, " ?[A-Za-z0-9][A-Za-z0-9-]{1,25}[A-Za-z0-9] ?");

    #[test]
    fn refused() {
        assert_eq!(
            TenantPrefix::parse("ab"),
            Err(TextError::TooShort { minimum: 3 })
        );
        assert_eq!(
            TenantPrefix::parse(&"a".repeat(28)),
            Err(TextError::TooLong { maximum: 27 })
        );
        for text in ["a_b", "abc-", "a.b", "例子例", "a b"] {
            assert_eq!(
                TenantPrefix::parse(text),
                Err(TextError::Malformed {
                    expected: TextKind::TenantPrefix
                }),
                "{text}"
            );
        }
    }

    #[test]
    fn a_domain_has_an_end() {
        let parent = Domain::parse(&format!("{}example", "abcdefg.".repeat(30))).unwrap();
        assert_eq!(
            TenantPrefix::parse("northwind").unwrap().under(&parent),
            Err(TextError::TooLong { maximum: 253 })
        );
    }
}
