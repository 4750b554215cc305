//! What the directory shows of a provider.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::{
    access,
    digest::Sha256,
    market::{self, Country, Language},
    organization::{Capabilities, Capability, Organization},
    read::Read,
    text::{CompanyName, Description, EmailAddress, HttpUrl, PhoneNumber},
};

/// The most locations of a provider: more than there are countries in any region.
pub const MOST_LOCATIONS: usize = 60;

/// What most providers do for their resellers ("Partner with indirect providers in the CSP program").
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// "Provide your customers with support for Microsoft products and services."
    Support,
    /// "Provide you with technical training and assistance."
    TechnicalAssistance,
    /// "Help you market your products and services."
    Marketing,
    /// "Help you establish financing and credit terms."
    Financing,
}

impl Service {
    /// Every service, in the order of the document.
    pub const ALL: [Service; 4] = [
        Service::Support,
        Service::TechnicalAssistance,
        Service::Marketing,
        Service::Financing,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Service::Support => "support",
            Service::TechnicalAssistance => "technical_assistance",
            Service::Marketing => "marketing",
            Service::Financing => "financing",
        }
    }
}

crate::code::coded!(Service, "service");

/// The text about a provider in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct ProfileText {
    /// The language.
    pub language: Language,
    /// The text.
    pub text: Description,
}

/// A place where resellers are served, and the page about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Location {
    /// The country.
    pub country: Country,
    /// The target URL.
    pub url: HttpUrl,
}

/// Where resellers reach a provider: "contact them directly to discuss their reseller programs, level of support, and
/// terms".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Contact {
    /// The address.
    pub email: EmailAddress,
    /// The telephone number.
    pub phone: Option<PhoneNumber>,
}

/// What the directory shows of a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Profile {
    /// The company's name.
    pub name: CompanyName,
    /// The logo, by the digest of its large size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Sha256>,
    /// The text, in each of its languages.
    pub texts: Vec<ProfileText>,
    /// What it does for its resellers.
    pub services: Vec<Service>,
    /// Its locations.
    pub locations: Vec<Location>,
    /// The contact.
    pub contact: Contact,
}

impl Profile {
    /// The text for a reader of this language: in this one, else in the other Chinese, else in English, else in any.
    ///
    /// ```
    /// use tierline_core::{market::Language, testing::*};
    /// let profile = profile();
    /// assert!(profile.text(Language::English).unwrap().as_str().starts_with("Cloud"));
    /// assert_eq!(profile.text(Language::SimplifiedChinese), profile.text(Language::TraditionalChinese));
    /// ```
    #[must_use]
    pub fn text(&self, language: Language) -> Option<&Description> {
        use Language::{English, SimplifiedChinese, TraditionalChinese};
        let next = match language {
            English => [English, TraditionalChinese, SimplifiedChinese],
            TraditionalChinese => [TraditionalChinese, SimplifiedChinese, English],
            SimplifiedChinese => [SimplifiedChinese, TraditionalChinese, English],
        };
        next.into_iter().find_map(|language| self.text_in(language))
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn text_in(&self, language: Language) -> Option<&Description> {
        let mut texts = self.texts.iter();
        let found = texts.find(|text| text.language == language)?;
        Some(&found.text)
    }

    /// The countries of its locations, each once.
    #[must_use]
    pub fn countries(&self) -> BTreeSet<Country> {
        self.locations.iter().map(|it| it.country).collect()
    }
}

/// Whether the directory shows the listing of an organization with these capabilities: only of providers that resellers
/// can partner with. A listing stays, and is shown again when a suspension is lifted.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{directory::is_shown, organization::{Capability, CapabilityState}};
/// assert!(is_shown(&provider().capabilities) && !is_shown(&reseller().capabilities));
/// let suspended = with(provider(), Capability::IndirectProvider, CapabilityState::Suspended);
/// assert!(!is_shown(&suspended.capabilities));
/// ```
#[must_use]
pub const fn is_shown(capabilities: &Capabilities) -> bool {
    capabilities.is_active(Capability::IndirectProvider)
}

/// Decides whether this can be what the directory shows of this provider. "Your legal business location determines the
/// regions where you can do CSP business": all locations are in its region.
///
/// # Errors
/// [`Refusal::TextMissing`]; [`Refusal::LocationMissing`]; [`Refusal::TooManyLocations`]; [`Refusal::LocationTwice`];
/// [`Refusal::LocationElsewhere`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::directory::check;
/// let mut profile = profile();
/// assert!(check(&profile, &provider()).is_ok());
/// profile.locations[0].country = "TW".parse().unwrap();
/// assert_eq!(check(&profile, &provider()).unwrap_err().code(), "location_elsewhere");
/// profile.locations.clear();
/// assert_eq!(check(&profile, &provider()).unwrap_err().code(), "location_missing");
/// ```
pub fn check(profile: &Profile, provider: &Organization) -> Result<(), Refusal> {
    if profile.texts.is_empty() {
        return Err(Refusal::TextMissing);
    }
    if profile.locations.is_empty() {
        return Err(Refusal::LocationMissing);
    }
    if profile.locations.len() > MOST_LOCATIONS {
        return Err(Refusal::TooManyLocations {
            most: MOST_LOCATIONS,
        });
    }
    let mut seen = BTreeSet::new();
    for location in &profile.locations {
        let country = location.country;
        if !seen.insert((country, &location.url)) {
            return Err(Refusal::LocationTwice { country });
        }
        if !market::same_region(country, provider.country) {
            return Err(Refusal::LocationElsewhere {
                country,
                provider: provider.party(),
                provider_country: provider.country,
            });
        }
    }
    Ok(())
}

/// Decides whether a reseller can be of this provider: both in one region.
pub(super) fn in_reach(
    provider: &Organization,
    reseller: &Organization,
) -> Result<(), crate::Refusal> {
    Ok(access::same_region(provider, reseller)?)
}
