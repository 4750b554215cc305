//! A listing and a message of the directory, for examples and tests.

use super::{day, id};
use crate::{
    Evolve as _,
    directory::{
        Ask, AskEvent, Contact, Event, Listing, Location, NewAsk, Profile, ProfileText, Service,
    },
    market::Language,
    organization::Organization,
};

/// What the provider wants to be shown: in English and Traditional Chinese, with locations in Germany and Austria.
#[must_use]
pub fn profile() -> Profile {
    let text = |language, text: &str| ProfileText {
        language,
        text: text.parse().unwrap(),
    };
    let location = |country: &str, url: &str| Location {
        country: country.parse().unwrap(),
        url: url.parse().unwrap(),
    };
    Profile {
        name: "Contoso Distribution".parse().unwrap(),
        logo: None,
        texts: vec![
            text(Language::English, "Cloud solutions for resellers."),
            text(Language::TraditionalChinese, "經銷商的雲端解決方案。"),
        ],
        services: vec![Service::Support, Service::Financing],
        locations: vec![
            location("DE", "https://contoso.example/de"),
            location("AT", "https://contoso.example/at"),
        ],
        contact: Contact {
            email: "partners@contoso.example".parse().unwrap(),
            phone: Some("+49 30 901820".parse().unwrap()),
        },
    }
}

/// The listing of this provider, with [`profile()`] drafted on day 1.
#[must_use]
pub fn draft_listing(provider: &Organization) -> Listing {
    let drafted = Event::Drafted {
        provider: provider.id,
        profile: profile(),
        at: day(1),
        by: id(7),
    };
    Listing::evolve(id(70), None, &drafted).unwrap()
}

/// The listing of this provider, with a proposal of [`profile()`] that was submitted on day 1.
#[must_use]
pub fn submitted_listing(provider: &Organization) -> Listing {
    let submitted = Event::Submitted {
        number: 1,
        profile: profile(),
        at: day(1),
        by: id(7),
    };
    Listing::evolve(id(70), Some(draft_listing(provider)), &submitted).unwrap()
}

/// A message as Anna Berg writes it.
#[must_use]
pub fn new_ask() -> NewAsk {
    NewAsk {
        reply_to: "anna@org2.example".parse().unwrap(),
        language: Language::English,
        message: "We sell in Marseille, and would like to work with you."
            .parse()
            .unwrap(),
    }
}

/// The reseller's message to the provider, sent on day 1.
#[must_use]
pub fn partner_ask(reseller: &Organization, provider: &Organization) -> Ask {
    let NewAsk {
        reply_to,
        language,
        message,
    } = new_ask();
    let asked = AskEvent::Asked {
        reseller: reseller.id,
        provider: provider.id,
        reply_to,
        language,
        message,
        at: day(1),
        by: id(7),
    };
    Ask::evolve(id(71), None, &asked).unwrap()
}
