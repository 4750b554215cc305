//! A tenant's domain: the part that its organization chooses, and the portal's own.

use super::{
    Domain, TextError, TextKind, characters::check_length, typed::text_type, typing::plain,
};

text_type! {
    /// The part that an organization puts before the portal's own domain to name its tenant: 3 to 27 letters from a to
    /// z, digits and inner hyphens, lower-cased.
    ///
    /// ```
    /// use tierline_core::text::{TenantParent, TenantPrefix};
    /// let prefix = TenantPrefix::parse("Northwind-Traders")?;
    /// assert_eq!(prefix.as_str(), "northwind-traders");
    /// assert_eq!(prefix.under(&TenantParent::parse("tenants.example")?)?.as_str(), "northwind-traders.tenants.example");
    /// assert!(TenantPrefix::parse("-northwind").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    TenantPrefix, prefix
}

text_type! {
    /// The portal's own domain, under which it names tenants. It leaves room for every [`TenantPrefix`] before it, and
    /// for every [`UserName`](super::UserName) in the work accounts there.
    ///
    /// ```
    /// use tierline_core::text::TenantParent;
    /// assert_eq!(TenantParent::parse("Tenants.Example")?.as_str(), "tenants.example");
    /// assert!(TenantParent::parse("tenants").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    TenantParent, parent
}

/// The longest domain that an organization can have before the portal's own.
const PREFIX: usize = 27;
/// An address has 254 characters at most: a user name of 64, the at sign, the prefix with its dot, and this.
const PARENT: usize = 254 - 64 - 1 - (PREFIX + 1);

fn parent(text: &str) -> Result<String, TextError> {
    let domain = Domain::parse(text)?;
    check_length(domain.as_str(), 1, PARENT)?;
    Ok(domain.into())
}

impl TenantPrefix {
    /// The tenant's domain under the portal's own.
    ///
    /// # Errors
    /// None for a [`TenantParent`], which leaves room for it.
    pub fn under(&self, parent: &TenantParent) -> Result<Domain, TextError> {
        Domain::parse(&format!("{self}.{parent}"))
    }
}

fn prefix(text: &str) -> Result<String, TextError> {
    let text = plain(text).trim().to_ascii_lowercase();
    check_length(&text, 3, PREFIX)?;
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
    use crate::text::{UserName, typed::text_laws};

    text_laws!(TenantPrefix, " ?[A-Za-z0-9][A-Za-z0-9-]{1,25}[A-Za-z0-9] ?");

    mod parents {
        use super::*;

        text_laws!(
            TenantParent,
            " ?([A-Za-z0-9](-?[A-Za-z0-9]){0,9}\\.){1,4}[A-Za-z]{2,10} ?"
        );
    }

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
    fn every_tenant_and_every_user_fits_under_a_parent() {
        let parent = TenantParent::parse(&format!("{}example", "abcdefg.".repeat(19))).unwrap();
        let longest = TenantPrefix::parse(&"a".repeat(PREFIX)).unwrap();
        let user = UserName::parse(&"b".repeat(64)).unwrap();
        assert!(user.at(&longest.under(&parent).unwrap()).is_ok());

        let longer = format!("{}examples", "abcdefgh.".repeat(17));
        assert_eq!(longer.len(), PARENT);
        let parent = TenantParent::parse(&longer).unwrap();
        assert!(user.at(&longest.under(&parent).unwrap()).is_ok());
        assert_eq!(
            TenantParent::parse(&format!("a{longer}")),
            Err(TextError::TooLong { maximum: PARENT })
        );
    }
}
