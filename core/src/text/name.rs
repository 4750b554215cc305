//! Names of companies, people and agreements, and lines of an address.

use super::{TextError, TextKind, characters::one_line, typed::text_type};

text_type! {
    /// A company's legal name: 1 to 120 characters on one line.
    ///
    /// White space around it is dropped and inner white space collapsed.
    ///
    /// ```
    /// use tierline_core::text::CompanyName;
    /// assert_eq!(CompanyName::parse(" Contoso   Distribution ")?.as_str(), "Contoso Distribution");
    /// assert!(CompanyName::parse("Contoso\nDistribution").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    CompanyName, company_name
}

text_type! {
    /// A person's name as the person writes it: 1 to 80 characters on one line, in any script.
    ///
    /// ```
    /// use tierline_core::text::PersonName;
    /// assert_eq!(PersonName::parse("王小明")?.as_str(), "王小明");
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    PersonName, person_name
}

text_type! {
    /// One line of an address (street, city, postal code): 1 to 120 characters.
    ///
    /// ```
    /// use tierline_core::text::AddressLine;
    /// assert_eq!(AddressLine::parse("1 Harbour Road ")?.as_str(), "1 Harbour Road");
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    AddressLine, address_line
}

text_type! {
    /// The version of an agreement's text, as named by its publisher: 1 to 40 characters.
    ///
    /// ```
    /// use tierline_core::text::AgreementVersion;
    /// assert_eq!(AgreementVersion::parse(" 2026-01 ")?.as_str(), "2026-01");
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    AgreementVersion, agreement_version
}

text_type! {
    /// A user's name for a device or a key: 1 to 60 characters on one line.
    ///
    /// ```
    /// use tierline_core::text::DeviceName;
    /// assert_eq!(DeviceName::parse(" Key  on the ring ")?.as_str(), "Key on the ring");
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    DeviceName, device_name
}

text_type! {
    /// The name of a partner's group of customers: 1 to 60 characters on one line.
    ///
    /// ```
    /// use tierline_core::text::GroupName;
    /// assert_eq!(GroupName::parse(" North  and west ")?.as_str(), "North and west");
    /// assert!(GroupName::parse("—").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    GroupName, group_name
}

fn company_name(text: &str) -> Result<String, TextError> {
    name(text, 120)
}

fn person_name(text: &str) -> Result<String, TextError> {
    name(text, 80)
}

fn address_line(text: &str) -> Result<String, TextError> {
    one_line(text, 120)
}

fn agreement_version(text: &str) -> Result<String, TextError> {
    one_line(text, 40)
}

fn group_name(text: &str) -> Result<String, TextError> {
    name(text, 60)
}

fn device_name(text: &str) -> Result<String, TextError> {
    name(text, 60)
}

/// A name must contain something readable: punctuation or invisible characters alone are not a name.
fn name(text: &str, maximum: usize) -> Result<String, TextError> {
    let name = one_line(text, maximum)?;
    if name.chars().any(char::is_alphanumeric) {
        Ok(name)
    } else {
        Err(TextError::Malformed {
            expected: TextKind::Name,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::typed::text_laws;

    text_laws!(
        CompanyName,
        "[ \t]{0,3}[A-Za-z0-9例é](  ?[!-~例é]){0,59}[ \n]{0,2}"
    );

    #[test]
    fn bounds() {
        assert!(CompanyName::parse(&"例".repeat(120)).is_ok());
        assert_eq!(
            CompanyName::parse(&"例".repeat(121)),
            Err(TextError::TooLong { maximum: 120 })
        );
        assert!(PersonName::parse(&"a".repeat(80)).is_ok());
        assert_eq!(
            PersonName::parse(&"a".repeat(81)),
            Err(TextError::TooLong { maximum: 80 })
        );
        assert!(AddressLine::parse(&"a".repeat(120)).is_ok());
        assert_eq!(
            AddressLine::parse(&"a".repeat(121)),
            Err(TextError::TooLong { maximum: 120 })
        );
    }

    #[test]
    fn no_name_can_pose_as_another() {
        assert_eq!(
            CompanyName::parse("Contoso\u{202e}osotnoC"),
            Err(TextError::Malformed {
                expected: TextKind::Plain
            })
        );
        assert_eq!(
            CompanyName::parse("Con\u{0}toso"),
            Err(TextError::Malformed {
                expected: TextKind::Plain
            })
        );
        assert_eq!(CompanyName::parse("\u{200b}"), Err(TextError::Empty));
        assert_eq!(
            PersonName::parse("---"),
            Err(TextError::Malformed {
                expected: TextKind::Name
            })
        );
        assert_eq!(AddressLine::parse(" \t\n "), Err(TextError::Empty));
    }
}
