//! Names in the domain name system.

use super::{TextError, TextKind, characters::check_length, typed::text_type};

text_type! {
    /// A fully qualified domain name, lower-cased: at least two labels, 253 characters at most.
    ///
    /// Labels are letters from a to z, digits and inner hyphens. Names in other scripts are given in their
    /// `xn--` form. IP addresses are no domains.
    ///
    /// ```
    /// use tierline_core::text::Domain;
    /// assert_eq!(Domain::parse("Contoso.COM")?.as_str(), "contoso.com");
    /// assert!(Domain::parse("contoso").is_err());
    /// assert!(Domain::parse("192.0.2.1").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    Domain, domain
}

const MALFORMED: TextError = TextError::Malformed {
    expected: TextKind::Domain,
};

fn domain(text: &str) -> Result<String, TextError> {
    let text = text.trim();
    check_length(text, 1, 253)?;
    let (_, last) = text.rsplit_once('.').ok_or(MALFORMED)?;
    if !text.split('.').all(is_label)
        || last.len() < 2
        || last.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Err(MALFORMED);
    }
    Ok(text.to_ascii_lowercase())
}

/// One part of a domain name: 1 to 63 letters, digits and inner hyphens.
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::typed::text_laws;

    text_laws!(
        Domain,
        " ?([A-Za-z0-9]([A-Za-z0-9-]{0,20}[A-Za-z0-9])?\\.){1,4}[A-Za-z]{2,10} ?"
    );

    #[test]
    fn refused() {
        for text in [
            ".",
            "com",
            "contoso.",
            ".com",
            "a..com",
            "-a.com",
            "a-.com",
            "a_b.com",
            "1.2.3.4",
            "a.c",
            "a b.com",
            "例子.tw",
            "contoso.com:80",
            "contoso.com/",
            "[::1]",
        ] {
            assert_eq!(Domain::parse(text), Err(MALFORMED), "{text}");
        }
        assert_eq!(
            Domain::parse(&format!("{}.com", "a".repeat(64))),
            Err(MALFORMED)
        );
        assert_eq!(
            Domain::parse(&format!("{}com", "a.".repeat(130))),
            Err(TextError::TooLong { maximum: 253 })
        );
        assert_eq!(Domain::parse(""), Err(TextError::Empty));
    }

    #[test]
    fn accepted() {
        for text in ["a.co", "xn--fsqu00a.xn--kpry57d", "1and1.com"] {
            assert_eq!(Domain::parse(text).unwrap().as_str(), text);
        }
        assert!(Domain::parse(&format!("{}.com", "a".repeat(63))).is_ok());
    }
}
