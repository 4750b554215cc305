//! The domain of the primary contact's address.

use serde::{Deserialize, Serialize};

use crate::{
    read::Read,
    text::{Domain, EmailAddress, HttpUrl},
};

/// Whose a mail domain is. "We don't accept email addresses from Web-based email services" ("Partner with indirect
/// providers in the CSP program").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum MailDomain {
    /// Of no known mail service: it may be a company's own.
    #[default]
    Own,
    /// Of a mail service that is open to everybody.
    WebMail,
    /// Of addresses to be thrown away.
    Disposable,
}

impl MailDomain {
    /// All three.
    pub const ALL: [MailDomain; 3] = [MailDomain::Own, MailDomain::WebMail, MailDomain::Disposable];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            MailDomain::Own => "own",
            MailDomain::WebMail => "web_mail",
            MailDomain::Disposable => "disposable",
        }
    }
}

/// How a contact's address compares with the company's domain: evidence for the reviewer, and no decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum DomainMatch {
    /// The same.
    Same,
    /// One is a part of the other, such as `mail.contoso.com` of `contoso.com`.
    Part,
    /// Another one.
    Other,
}

impl DomainMatch {
    /// Compares the domain of an address with a company's.
    ///
    /// ```
    /// use tierline_core::enrollment::DomainMatch;
    /// let compare = |address: &str| DomainMatch::of(&address.parse().unwrap(), &"contoso.com".parse().unwrap());
    /// assert_eq!(compare("anna@contoso.com"), DomainMatch::Same);
    /// assert_eq!(compare("anna@mail.contoso.com"), DomainMatch::Part);
    /// assert_eq!(compare("anna@notcontoso.com"), DomainMatch::Other);
    /// ```
    #[must_use]
    pub fn of(address: &EmailAddress, company: &Domain) -> DomainMatch {
        DomainMatch::with(address, company.as_str())
    }

    /// Compares it with that of a company's site, where that is nearer than the tenant's own.
    ///
    /// ```
    /// use tierline_core::enrollment::DomainMatch;
    /// let (address, tenant) = ("anna@contoso.com".parse().unwrap(), "contoso.tenants.example".parse().unwrap());
    /// let site = "https://www.contoso.com/".parse().unwrap();
    /// assert_eq!(DomainMatch::of(&address, &tenant), DomainMatch::Other);
    /// assert_eq!(DomainMatch::of_site_too(&address, &tenant, Some(&site)), DomainMatch::Same);
    /// ```
    #[must_use]
    pub fn of_site_too(
        address: &EmailAddress,
        company: &Domain,
        site: Option<&HttpUrl>,
    ) -> DomainMatch {
        let host = site.map(HttpUrl::host);
        let host = host.map(|host| host.strip_prefix("www.").unwrap_or(host));
        let of_site = host.map(|host| DomainMatch::with(address, host));
        match (DomainMatch::of(address, company), of_site) {
            (DomainMatch::Same, _) | (_, Some(DomainMatch::Same)) => DomainMatch::Same,
            (DomainMatch::Part, _) | (_, Some(DomainMatch::Part)) => DomainMatch::Part,
            (DomainMatch::Other, _) => DomainMatch::Other,
        }
    }

    fn with(address: &EmailAddress, company: &str) -> DomainMatch {
        let mail = address.domain();
        let part = |whole: &str, of: &str| {
            whole
                .strip_suffix(of)
                .is_some_and(|rest| rest.ends_with('.'))
        };
        if mail == company {
            DomainMatch::Same
        } else if part(mail, company) || part(company, mail) {
            DomainMatch::Part
        } else {
            DomainMatch::Other
        }
    }
}
