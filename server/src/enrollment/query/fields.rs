//! The entries of a step as its form has them, to say which ones somebody else has changed.

use tierline_app::form::mark::StoredField;
use tierline_core::{
    enrollment::{LegalProfile, PrimaryContact, SupportContact},
    market::Language,
};

fn of(fields: &[(&str, Option<String>)]) -> Vec<StoredField> {
    let fields = fields.iter();
    fields
        .map(|(name, value)| StoredField::new(*name, value.clone().unwrap_or_default()))
        .collect()
}

fn text(value: Option<&impl ToString>) -> Option<String> {
    value.map(ToString::to_string)
}

/// The legal business profile; nothing for one that was not entered.
pub(crate) fn profile(profile: Option<&LegalProfile>) -> Vec<StoredField> {
    let Some(profile) = profile else {
        return Vec::new();
    };
    let lines: Vec<&str> = profile.address.iter().map(|line| line.as_str()).collect();
    of(&[
        ("name", Some(profile.name.to_string())),
        ("address", Some(lines.join("\n"))),
        ("website", text(profile.website.as_ref())),
    ])
}

/// The primary contact.
pub(crate) fn contact(contact: Option<&PrimaryContact>) -> Vec<StoredField> {
    let Some(contact) = contact else {
        return Vec::new();
    };
    let language = match contact.language {
        Language::English => "en",
        Language::TraditionalChinese => "zh-Hant",
        Language::SimplifiedChinese => "zh-Hans",
    };
    of(&[
        ("name", Some(contact.name.to_string())),
        ("email", Some(contact.email.to_string())),
        ("phone", text(contact.phone.as_ref())),
        ("language", Some(language.to_owned())),
    ])
}

/// The customer-support contact.
pub(crate) fn support(support: Option<&SupportContact>) -> Vec<StoredField> {
    let Some(support) = support else {
        return Vec::new();
    };
    of(&[
        ("email", Some(support.email.to_string())),
        ("phone", text(support.phone.as_ref())),
        ("website", text(support.website.as_ref())),
    ])
}
