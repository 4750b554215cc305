//! The known mail services. Needs the feature `mail-domains`.

use std::iter::successors;

use super::MailDomain;
use crate::text::EmailAddress;

/// The domains of mail services that are open to everybody, one a line, in the order of their bytes.
const WEB_MAIL: &str = include_str!("../../data/web-mail.txt");

/// Those of addresses to be thrown away.
const DISPOSABLE: &str = include_str!("../../data/disposable-mail.txt");

impl MailDomain {
    /// Whose the domain of this address is, by two kept lists: `data/web-mail.txt` and `data/disposable-mail.txt`.
    /// Needs the feature `mail-domains`.
    ///
    /// ```
    /// use tierline_core::enrollment::MailDomain;
    /// let of = |address: &str| MailDomain::of(&address.parse().unwrap());
    /// assert_eq!(of("anna@contoso.com"), MailDomain::Own);
    /// assert_eq!(of("anna@gmail.com"), MailDomain::WebMail);
    /// assert_eq!(of("anna@mailinator.com"), MailDomain::Disposable);
    /// // A part of the domain of such a service is no other than it.
    /// assert_eq!(of("anna@box.mailinator.com"), MailDomain::Disposable);
    /// ```
    #[must_use]
    pub fn of(address: &EmailAddress) -> MailDomain {
        let domain = address.domain();
        let mut names = successors(Some(domain), |name| {
            name.split_once('.').map(|(_, parent)| parent)
        });
        if names.any(|name| has_line(DISPOSABLE, name)) {
            MailDomain::Disposable
        } else if has_line(WEB_MAIL, domain) {
            MailDomain::WebMail
        } else {
            MailDomain::Own
        }
    }
}

/// Whether a sorted text has this line. Nothing of it is copied.
fn has_line(text: &str, line: &str) -> bool {
    let mut rest = text;
    while !rest.is_empty() {
        let middle = rest.len() / 2;
        let bytes = rest.as_bytes().split_at(middle);
        let begin = bytes.0.iter().rposition(|byte| *byte == b'\n');
        let begin = begin.map_or(0, |at| at + 1);
        let end = bytes.1.iter().position(|byte| *byte == b'\n');
        let end = end.map_or(rest.len(), |at| middle + at);
        let found = rest.get(begin..end).unwrap_or_default();
        rest = match line.cmp(found) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => rest.get(..begin.saturating_sub(1)).unwrap_or_default(),
            std::cmp::Ordering::Greater => rest.get(end + 1..).unwrap_or_default(),
        };
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Domain;

    #[test]
    fn the_lists_are_sorted_and_of_domains() {
        for list in [WEB_MAIL, DISPOSABLE] {
            let lines: Vec<&str> = list.lines().collect();
            assert!(lines.len() > 10_000, "{}", lines.len());
            assert!(lines.is_sorted_by(|a, b| a < b));
            for line in &lines {
                let domain = Domain::parse(line).unwrap();
                assert_eq!(domain.as_str(), *line);
                assert!(has_line(list, line), "{line}");
            }
        }
    }

    /// "Gmail, Yahoo! Mail, iCloud Mail, AOL Mail, or Outlook Mail" ("Partner with indirect providers in the CSP
    /// program"), and those that are common where the documents' languages are spoken.
    #[test]
    fn the_documents_services_are_known() {
        for domain in [
            "gmail.com",
            "yahoo.com",
            "yahoo.com.tw",
            "icloud.com",
            "aol.com",
            "outlook.com",
            "hotmail.com",
            "qq.com",
            "163.com",
            "hinet.net",
            "tutanota.com",
        ] {
            let address = format!("anna@{domain}").parse().unwrap();
            assert_eq!(MailDomain::of(&address), MailDomain::WebMail, "{domain}");
        }
        for domain in [
            "contoso.com",
            "fabrikam.example",
            "notgmail.example",
            "com.tw",
        ] {
            let address = format!("anna@{domain}").parse().unwrap();
            assert_eq!(MailDomain::of(&address), MailDomain::Own, "{domain}");
        }
    }

    proptest! {
        #[test]
        fn a_line_is_found_exactly_if_it_is_there(mut lines in prop::collection::btree_set("[a-c.]{1,4}", 0..20), asked in "[a-c.]{1,4}", last: bool) {
            let expected = lines.contains(&asked);
            lines.remove("");
            let mut text: String = lines.into_iter().collect::<Vec<_>>().join("\n");
            if last && !text.is_empty() {
                text.push('\n');
            }
            prop_assert_eq!(has_line(&text, &asked), expected);
        }
    }
}
