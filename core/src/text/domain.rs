//! Names in the domain name system.

use super::{TextError, TextKind, characters::check_length, typed::text_type, typing::plain};

text_type! {
    /// A fully qualified domain name, lower-cased: at least two labels, 253 characters at most.
    ///
    /// Labels are letters from a to z, digits and inner hyphens. With the feature `idn`, names in other scripts are
    /// converted to their `xn--` form by UTS 46, as in browsers; without it they are refused. Full-width letters and a
    /// dot at the end are understood. IP addresses are not domains.
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
    let text = plain(text);
    let text = text.trim();
    let text = text
        .strip_suffix('.')
        .filter(|rest| !rest.is_empty())
        .unwrap_or(text);
    check_length(text, 1, 253)?;
    let ascii = if text.is_ascii() && !(cfg!(feature = "idn") && is_encoded(text)) {
        None
    } else {
        Some(in_ascii(text).ok_or(MALFORMED)?)
    };
    let text = ascii.as_deref().unwrap_or(text);
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

/// Whether a label claims to be one in another script: a broken one is nobody's.
pub(super) fn is_encoded(text: &str) -> bool {
    text.split('.').any(|label| {
        label
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("xn--"))
    })
}

/// The name in ASCII, as used in the domain name system.
#[cfg(feature = "idn")]
fn in_ascii(text: &str) -> Option<String> {
    idna::domain_to_ascii_strict(text).ok()
}

#[cfg(not(feature = "idn"))]
fn in_ascii(_: &str) -> Option<String> {
    None
}

/// Whether it is a label of a domain name: 1 to 63 letters, digits and inner hyphens.
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
        " ?([A-Za-z0-9](-?[A-Za-z0-9]){0,9}\\.){1,4}[A-Za-z]{2,10} ?"
    );

    #[test]
    fn refused() {
        for text in [
            ".",
            "com",
            ".com",
            "a..com",
            "-a.com",
            "a-.com",
            "a_b.com",
            "1.2.3.4",
            "a.c",
            "a b.com",
            "contoso..",
            "-例.tw",
            "例 .tw",
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
        for text in [
            " contoso.com. ",
            "ｃｏｎｔｏｓｏ．ｃｏｍ",
            "contoso。com",
            "contoso.com\u{200b}",
        ] {
            assert_eq!(
                Domain::parse(text).unwrap().as_str(),
                "contoso.com",
                "{text}"
            );
        }
        for text in ["a.co", "xn--fsqu00a.xn--kpry57d", "1and1.com"] {
            assert_eq!(Domain::parse(text).unwrap().as_str(), text);
        }
        assert!(Domain::parse(&format!("{}.com", "a".repeat(63))).is_ok());
    }

    #[cfg(feature = "idn")]
    #[test]
    fn other_scripts_are_brought_into_their_ascii_form() {
        for (text, ascii) in [
            ("müller.example", "xn--mller-kva.example"),
            ("MU\u{308}LLER.example", "xn--mller-kva.example"),
            ("例子.台灣", "xn--fsqu00a.xn--kpry57d"),
            ("straße.example", "xn--strae-oqa.example"),
        ] {
            assert_eq!(Domain::parse(text).unwrap().as_str(), ascii, "{text}");
        }
    }

    #[cfg(feature = "idn")]
    #[test]
    fn an_ascii_form_that_stands_for_nothing_is_refused() {
        for text in ["xn--a.example", "XN--A.example", "www.xn--a.example"] {
            assert_eq!(Domain::parse(text), Err(MALFORMED), "{text}");
        }
    }
}
