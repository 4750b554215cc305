//! What is typed into the form of a listing.

use std::collections::{BTreeMap, BTreeSet};

use tierline_core::{
    directory::{Contact, Location, Profile, ProfileText, Service},
    market::Language,
    text::{CompanyName, Description, EmailAddress, HttpUrl, PhoneNumber},
};

use crate::{
    directory::words::form::text_field,
    error::{FieldErrors, FieldProblem, PortalError},
    route,
};

/// The form as posted.
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) logo: String,
    pub(super) texts: [String; 3],
    pub(super) services: Vec<String>,
    pub(super) countries: BTreeMap<String, String>,
    pub(super) urls: BTreeMap<String, String>,
    pub(super) email: String,
    pub(super) phone: String,
}

impl Typed {
    /// What it says, or every field that is wrong.
    pub(super) fn parse(self) -> Result<Profile, PortalError> {
        let mut errors = FieldErrors::default();
        let name = errors.text("name", CompanyName::parse(&self.name));
        let mut texts = Vec::new();
        for (language, typed) in Language::ALL.into_iter().zip(&self.texts) {
            if !typed.trim().is_empty() {
                let text = errors.text(text_field(language), Description::parse(typed));
                texts.extend(text.map(|text| ProfileText { language, text }));
            }
        }
        if self.texts.iter().all(|text| text.trim().is_empty()) {
            errors.wrong(text_field(Language::English), FieldProblem::Empty);
        }
        let locations = self.locations(&mut errors);
        let email = errors.text("email", EmailAddress::parse(&self.email));
        let phone = match self.phone.trim() {
            "" => None,
            typed => errors.text("phone", PhoneNumber::parse(typed)),
        };
        // An unknown service comes from no page of ours.
        let services: Result<BTreeSet<Service>, _> = self
            .services
            .iter()
            .map(|code| code.parse::<Service>())
            .collect();
        let services = services.map_err(|_| PortalError::Malformed)?;
        // Nor does what is no digest.
        let logo = match self.logo.as_str() {
            "" => None,
            digest => Some(digest.parse().map_err(|_| PortalError::Malformed)?),
        };
        let profile = name.zip(email).map(|(name, email)| Profile {
            name,
            logo,
            texts,
            services: services.into_iter().collect(),
            locations,
            contact: Contact { email, phone },
        });
        Ok(errors.finish(profile)?)
    }

    /// The lines in which something was typed. One that has only a country, or only an address, lacks the other.
    fn locations(&self, errors: &mut FieldErrors) -> Vec<Location> {
        let typed = |values: &BTreeMap<String, String>, line: &str| {
            values
                .get(line)
                .map(|value| value.trim().to_owned())
                .unwrap_or_default()
        };
        // In the order of the page: the second line comes before the tenth.
        let mut lines: Vec<&String> = self.urls.keys().chain(self.countries.keys()).collect();
        lines.sort_by(|a, b| (a.len(), a.as_str()).cmp(&(b.len(), b.as_str())));
        lines.dedup();
        let mut locations = Vec::new();
        for line in &lines {
            let (country, url) = (typed(&self.countries, line), typed(&self.urls, line));
            if country.is_empty() && url.is_empty() {
                continue;
            }
            let country = errors.country(&route::location_country(line), &country);
            let url = errors.text(&route::location_url(line), HttpUrl::parse(&url));
            locations.extend(
                country
                    .zip(url)
                    .map(|(country, url)| Location { country, url }),
            );
        }
        if lines.iter().all(|line| {
            typed(&self.urls, line).is_empty() && typed(&self.countries, line).is_empty()
        }) {
            errors.wrong(route::location_url("l0"), FieldProblem::Empty);
        }
        locations
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::FieldError;

    fn typed() -> Typed {
        let line = |value: &str| BTreeMap::from([("l0".to_owned(), value.to_owned())]);
        Typed {
            name: "Contoso".to_owned(),
            logo: "ab".repeat(32),
            texts: ["Cloud".to_owned(), String::new(), String::new()],
            services: vec!["support".to_owned(), "support".to_owned()],
            countries: line("DE"),
            urls: line("https://contoso.example/de"),
            email: "partners@contoso.example".to_owned(),
            phone: String::new(),
        }
    }

    fn wrong(typed: Typed) -> Vec<FieldError> {
        match typed.parse() {
            Err(PortalError::Invalid(fields)) => fields,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_logo_is_named_by_its_digest() {
        let logo = typed().parse().unwrap().logo;
        assert_eq!(logo.map(|it| it.to_string()), Some("ab".repeat(32)));
        let mut none = typed();
        none.logo = String::new();
        assert_eq!(none.parse().unwrap().logo, None);
        let mut other = typed();
        other.logo = "../secret".to_owned();
        assert_eq!(other.parse(), Err(PortalError::Malformed));
    }

    #[test]
    fn a_script_is_no_target() {
        let mut typed = typed();
        typed
            .urls
            .insert("l0".to_owned(), "javascript:alert(1)".to_owned());
        assert_eq!(
            wrong(typed),
            [FieldError::new("urls[l0]", FieldProblem::MalformedUrl)]
        );
    }

    #[test]
    fn empty_lines_are_no_locations_and_half_ones_lack_the_other_half() {
        let mut half = typed();
        half.countries.insert("l1".to_owned(), "AT".to_owned());
        half.urls.insert("l1".to_owned(), " ".to_owned());
        half.countries.insert("l2".to_owned(), String::new());
        let [error] = &wrong(half)[..] else {
            panic!("one line is wrong");
        };
        assert_eq!(error.field, "urls[l1]");
        assert_eq!(typed().parse().unwrap().locations.len(), 1);
    }

    #[test]
    fn nothing_typed_is_told_at_the_first_fields() {
        let mut none = typed();
        none.texts = Default::default();
        none.urls.clear();
        none.countries.clear();
        let fields: Vec<_> = wrong(none).into_iter().map(|error| error.field).collect();
        assert_eq!(fields, ["text_en", "urls[l0]"]);
    }

    #[test]
    fn each_service_is_named_once() {
        assert_eq!(typed().parse().unwrap().services, [Service::Support]);
    }
}
