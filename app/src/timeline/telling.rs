//! How an event becomes an entry of a history.

use tierline_core::{
    ids::{OrganizationId, SkuId},
    organization::Party,
};

use super::{Sentence, Told};
use crate::{
    i18n::{Lang, messages},
    ui::{Glyph, Tone},
};

/// An event that can be told. Each area tells its own, in its file `told`.
pub trait Telling {
    /// One sentence about it.
    fn sentence(&self, names: &Names<'_>) -> String;

    /// Its color and icon.
    fn look(&self) -> (Tone, Glyph);

    /// The text that a user wrote with it: the reason of a refusal or of an end.
    fn reason(&self) -> Option<&str> {
        None
    }

    /// Whether the holder of a link did it.
    fn by_link_holder(&self) -> bool {
        false
    }
}

/// What an event is about, as its reader knows it: events themselves say little of their object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A request, by whom it asks.
    To(String),
    /// A request, by who asks.
    From(String),
    /// The reader's partnership with this indirect provider.
    Provider(String),
    /// The reader's partnership with this indirect reseller.
    Reseller(String),
    /// What the reader, a customer, has with this partner.
    Partner(String),
    /// What the reader has with this customer.
    Customer(String),
    /// What another partner has with a customer of the reader's.
    Beside {
        /// The customer's name.
        customer: String,
        /// The other partner's name.
        partner: String,
    },
    /// A user of the reader's own organization.
    User(String),
    /// A group of the reader's customers.
    Group(String),
}

impl Subject {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Subject::To(name)
            | Subject::From(name)
            | Subject::Provider(name)
            | Subject::Reseller(name)
            | Subject::Partner(name)
            | Subject::Customer(name)
            | Subject::Beside { customer: name, .. }
            | Subject::User(name)
            | Subject::Group(name) => name,
        }
    }
}

/// The reader's knowledge of an event beside the event itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The organizations that the reader may know.
    pub parties: &'a [Party],
    /// Products by name; the ones that are no longer in the catalog are missing.
    pub products: &'a [(SkuId, String)],
    /// What the event is about.
    pub subject: Option<&'a Subject>,
}

/// The names that the reader may know, in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The reader's language.
    pub lang: Lang,
    known: Known<'a>,
}

impl<'a> Names<'a> {
    /// What the event is about, as far as the reader may know.
    #[must_use]
    pub fn subject(&self) -> Option<&'a Subject> {
        self.known.subject
    }

    /// The organization's name, or what stands for it.
    #[must_use]
    pub fn of(&self, id: OrganizationId) -> &str {
        self.known
            .parties
            .iter()
            .find(|party| party.id == id)
            .map_or_else(|| somebody(self.lang), |party| party.name.as_str())
    }

    /// The product's name, while it is in the catalog.
    #[must_use]
    pub fn product(&self, id: SkuId) -> Option<&'a str> {
        let mut products = self.known.products.iter();
        products
            .find(|(sku, _)| *sku == id)
            .map(|(_, name)| name.as_str())
    }
}

impl Told {
    /// An event for a reader who knows this.
    #[must_use]
    pub fn of(event: &dyn Telling, known: Known<'_>) -> Told {
        let (tone, glyph) = event.look();
        Told {
            what: Sentence::of(|lang| event.sentence(&Names { lang, known })),
            reason: event.reason().map(str::to_owned),
            tone,
            glyph,
            by_link_holder: event.by_link_holder(),
        }
    }
}

messages! {
    somebody => ["another organization", "另一個組織", "另一个组织"];
}
