//! Email addresses in the common form.

use super::{
    Domain, TextError, TextKind,
    characters::{check_length, is_direction},
    domain::is_encoded,
    typed::text_type,
    typing::plain,
};

text_type! {
    /// An email address: at most 254 characters, 64 of them before the `@`; the domain is lower-cased.
    ///
    /// Only the common form is kept: no quoted local parts, no comments, no IP addresses in place of the domain, so
    /// that an address can be shown, compared and put into an email header as it is. Addresses are also understood in
    /// the forms in which they are copied: with a display name, as a `mailto:` link, in full-width letters, with
    /// invisible characters. A domain in another script is converted to its `xn--` form, with the feature `idn`.
    ///
    /// ```
    /// use tierline_core::text::EmailAddress;
    /// let address = EmailAddress::parse(" Anna.Berg@Contoso.COM")?;
    /// assert_eq!(address.as_str(), "Anna.Berg@contoso.com");
    /// assert_eq!(address.domain(), "contoso.com");
    /// assert_eq!(EmailAddress::parse("Anna Berg <anna.berg@contoso.com>;")?.as_str(), "anna.berg@contoso.com");
    /// assert!(EmailAddress::parse("\"anna berg\"@contoso.com").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    EmailAddress, address
}

impl EmailAddress {
    /// The part before the `@`, in the case in which it was typed.
    #[must_use]
    pub fn local_part(&self) -> &str {
        self.as_str()
            .rsplit_once('@')
            .map_or("", |(local, _)| local)
    }

    /// The domain, lower-cased: in a work account, that of its tenant.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.as_str()
            .rsplit_once('@')
            .map_or("", |(_, domain)| domain)
    }

    /// The whole address lower-cased: addresses that differ only in case reach the same mailbox nearly everywhere, so
    /// accounts are looked up by it.
    ///
    /// ```
    /// use tierline_core::text::EmailAddress;
    /// assert_eq!(EmailAddress::parse("Anna@contoso.com")?.key(), "anna@contoso.com");
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    #[must_use]
    pub fn key(&self) -> String {
        self.as_str().to_ascii_lowercase()
    }

    /// The address that its account is looked up by: the address itself, written as its [`key`](EmailAddress::key).
    ///
    /// ```
    /// use tierline_core::text::EmailAddress;
    /// assert_eq!(EmailAddress::parse("Anna@contoso.com")?.in_lower_case().as_str(), "anna@contoso.com");
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    #[must_use]
    pub fn in_lower_case(&self) -> EmailAddress {
        EmailAddress(self.key())
    }
}

const MALFORMED: TextError = TextError::Malformed {
    expected: TextKind::Email,
};

fn address(text: &str) -> Result<String, TextError> {
    let text = plain(text);
    if text.chars().any(is_direction) {
        return Err(TextError::Malformed {
            expected: TextKind::Plain,
        });
    }
    let text = bare(text.trim());
    check_length(text, 1, 254)?;
    let (local, domain) = text.rsplit_once('@').ok_or(MALFORMED)?;
    if local.contains('@') && local.contains([',', ';', ' ']) {
        return Err(TextError::Several);
    }
    // The surrounding white space is already dropped: any that is left next to the `@` is part of the address.
    if domain.trim() != domain {
        return Err(MALFORMED);
    }
    let domain = Domain::parse(domain).map_err(|_| problem_of(domain))?;
    let letters = |character: &char| character.is_alphanumeric() && !character.is_ascii();
    if let Some(found) = local.chars().find(letters) {
        return Err(TextError::EmailCharacter { found });
    }
    let local_is_good = (1..=64).contains(&local.len()) && local.split('.').all(is_atom);
    if !local_is_good {
        return Err(MALFORMED);
    }
    let address = format!("{local}@{domain}");
    // A domain in another script is longer in its `xn--` form.
    check_length(&address, 1, 254)?;
    Ok(address)
}

/// What is wrong with the part behind the `@`, as far as it can be named.
fn problem_of(domain: &str) -> TextError {
    let wrong =
        |character: &char| character.is_ascii_punctuation() && !"-.:[]<>()".contains(*character);
    match domain.chars().find(wrong) {
        Some(found) => TextError::DomainCharacter { found },
        None if is_encoded(domain) => TextError::Malformed {
            expected: TextKind::EmailDomain,
        },
        None => MALFORMED,
    }
}

/// The address without the text that programs add: `Anna Berg <anna@contoso.com>`, `mailto:anna@contoso.com?subject=x`,
/// and the sign that ends it in a list.
fn bare(text: &str) -> &str {
    let text = text.trim_end_matches([';', ',', ' ']);
    let text = match text
        .strip_suffix('>')
        .and_then(|text| text.rsplit_once('<'))
    {
        // Several with names: the part before the last one also contains an address.
        Some((name, address))
            if name.contains('@') && name.trim().trim_matches(['"', '\'']) != address.trim() =>
        {
            text
        }
        Some((_, address)) => address,
        None => text,
    };
    let text = unquoted(text.trim());
    match text.split_at_checked("mailto:".len()) {
        Some((scheme, address)) if scheme.eq_ignore_ascii_case("mailto:") => {
            address.split('?').next().unwrap_or(address)
        }
        _ => text,
    }
}

/// Without the quotes around all of it. What is quoted before the `@` alone stays so.
fn unquoted(text: &str) -> &str {
    [('\'', '\''), ('"', '"'), ('\u{201c}', '\u{201d}')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
        .map_or(text, str::trim)
}

/// Whether it is an atom of RFC 5322, section 3.2.3: a run of characters that need no quoting.
fn is_atom(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::typed::text_laws;

    text_laws!(
        EmailAddress,
        " ?[A-Za-z0-9+_-]{1,20}(\\.[A-Za-z0-9!#$%&'*/=?^`{|}~]{1,9}){0,3}@[a-z0-9]{1,9}\\.[A-Z]{2,6} ?"
    );

    #[test]
    fn refused() {
        for text in [
            "anna",
            "@contoso.com",
            "anna@",
            "anna@contoso",
            "a@b@contoso.com",
            ".anna@contoso.com",
            "anna.@contoso.com",
            "an..na@contoso.com",
            "anna@[192.0.2.1]",
            "anna@192.0.2.1",
            "anna (work)@contoso.com",
            "anna@ contoso.com",
            "anna @contoso.com",
            "Anna <anna>",
            "<anna@contoso.com> Anna",
            "mailto:anna",
            "anna\u{0}@contoso.com",
        ] {
            assert_eq!(EmailAddress::parse(text), Err(MALFORMED), "{text}");
        }
        assert_eq!(
            EmailAddress::parse(&format!("{}@contoso.com", "a".repeat(65))),
            Err(MALFORMED)
        );
        let long = format!("{}@{}com", "a".repeat(60), "abcdefg.".repeat(25));
        assert_eq!(
            EmailAddress::parse(&long),
            Err(TextError::TooLong { maximum: 254 })
        );
    }

    #[test]
    fn as_people_paste_it() {
        for text in [
            "Grace Lin <grace@fabrikam.example>",
            "\"Lin, Grace\" <grace@fabrikam.example>;",
            "<grace@fabrikam.example>",
            "grace@fabrikam.example <grace@fabrikam.example>",
            "'grace@fabrikam.example' <grace@fabrikam.example>",
            "grace@fabrikam.example;",
            "grace@fabrikam.example, ",
            "mailto:grace@fabrikam.example",
            "MAILTO:grace@fabrikam.example?subject=Hello",
            "\u{feff}grace@fabrikam\u{200b}.example",
            "ｇｒａｃｅ＠ｆａｂｒｉｋａｍ．ｅｘａｍｐｌｅ",
            "grace@fabrikam。example",
            "'grace@fabrikam.example'",
            "\"grace@fabrikam.example\"",
            "\u{201c}grace@fabrikam.example\u{201d}",
            "\u{2018}grace@fabrikam.example\u{2019}",
            "\u{202a}grace@fabrikam.example\u{202c}",
            " \u{2068}grace@fabrikam.example",
        ] {
            let parsed = EmailAddress::parse(text);
            assert_eq!(parsed.unwrap().as_str(), "grace@fabrikam.example", "{text}");
        }
        let typographic = EmailAddress::parse("o\u{2019}brien@contoso.com").unwrap();
        assert_eq!(typographic.as_str(), "o'brien@contoso.com");
    }

    #[test]
    fn what_cannot_be_taken_is_named() {
        assert_eq!(
            EmailAddress::parse("jürgen@contoso.com"),
            Err(TextError::EmailCharacter { found: 'ü' })
        );
        for (text, found) in [
            ("anna@contoso,com", ','),
            ("anna@contoso，com", ','),
            ("anna@con_toso.com", '_'),
        ] {
            let named = Err(TextError::DomainCharacter { found });
            assert_eq!(EmailAddress::parse(text), named, "{text}");
        }
        for text in ["\u{202e}moc.osotnoc@anna", "an\u{202a}na@contoso.com"] {
            let named = Err(TextError::Malformed {
                expected: TextKind::Plain,
            });
            assert_eq!(EmailAddress::parse(text), named);
        }
        for text in [
            "anna@contoso.com,bert@contoso.com",
            "anna@contoso.com; bert@contoso.com",
            "Anna <anna@contoso.com>, Bert <bert@contoso.com>",
            "anna@contoso.com\nBcc: bert@contoso.com",
        ] {
            assert_eq!(EmailAddress::parse(text), Err(TextError::Several), "{text}");
        }
    }

    #[cfg(feature = "idn")]
    #[test]
    fn domains_in_other_scripts() {
        let address = EmailAddress::parse("anna@müller.example").unwrap();
        assert_eq!(address.as_str(), "anna@xn--mller-kva.example");
        assert_eq!(
            EmailAddress::parse("anna@xn--a.example"),
            Err(TextError::Malformed {
                expected: TextKind::EmailDomain
            })
        );
        // Short as typed, and longer than an address can be as it is stored.
        let long = format!("{}@{}example", "a".repeat(64), "ü.".repeat(25));
        assert_eq!(
            EmailAddress::parse(&long),
            Err(TextError::TooLong { maximum: 254 })
        );
    }

    #[test]
    fn parts() {
        let address = EmailAddress::parse("o'brien+csp@mail.contoso.co.uk").unwrap();
        assert_eq!(
            (address.local_part(), address.domain()),
            ("o'brien+csp", "mail.contoso.co.uk")
        );
        assert!(EmailAddress::parse(&format!("{}@contoso.com", "a".repeat(64))).is_ok());
    }
}
