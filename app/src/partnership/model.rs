//! Partnerships, seen from either side.

use serde::Serialize;
use tierline_core::{
    actor::Actor,
    ids::{OrganizationId, PartnershipId},
    market::Country,
    organization::{Organization, Party},
    partnership::Partnership,
    read::Read,
};

use crate::timeline::History;

/// A partner in a list: a reseller on **Indirect resellers**, a provider on **Indirect providers**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct PartnerRow {
    /// The partnership, with its state.
    pub partnership: Partnership,
    /// The other partner.
    pub partner: Party,
    /// Its legal location.
    pub country: Country,
    /// Its location MPN ID, if associated.
    pub mpn: Option<String>,
    /// Customers that both serve.
    pub shared_customers: u64,
    /// Whether the other partner has signed what it must have signed.
    pub signed: bool,
}

/// What waits on a provider's pages about resellers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct Open {
    /// Its requests that wait for an answer.
    pub requests: u64,
    /// Messages of resellers that wait for its answer.
    pub messages: u64,
}

/// The list of partners, with the facts by which the browser decides the page's own actions.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct PartnersPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The partners.
    pub partners: crate::list::model::Page<PartnerRow>,
    /// What waits for an answer. A reseller counts the requests of providers.
    pub open: Open,
}

/// A partnership's own page.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct PartnershipPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The partnership.
    pub partnership: Partnership,
    /// The other partner.
    pub other: Organization,
    /// Customers that both serve.
    pub shared_customers: u64,
    /// What follows from its last change for each of them, where that is carried out in steps.
    pub settling: Option<Settling>,
    /// The name of the user who accepted it.
    pub accepted_by: String,
    /// All events, newest first.
    pub timeline: History,
}

/// How far it has come what follows from a partnership's change for each customer that both serve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Settling {
    /// Whether each of them is told that the partnership is over.
    pub tells: bool,
    /// How many there were when it began.
    pub chosen: u64,
    /// How many were done until now.
    pub done: u64,
    /// Whether nothing is left.
    pub is_done: bool,
}

/// Ending a partnership: the facts by which core says what follows.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct EndingPage {
    /// The partnership, as on its own page.
    pub page: PartnershipPage,
    /// Running subscriptions that the provider ordered with the reseller as partner of record.
    pub of_record: u64,
    /// Invitations for both that wait for an answer, for the reseller that sent them.
    pub invitations: u64,
    /// Requests of the reseller for orders by the provider that wait.
    pub requests: u64,
    /// Running subscriptions of shared customers that the provider ordered, and of which the reseller is partner of
    /// record or support contact.
    pub subscriptions: u64,
    /// Their licenses.
    pub licenses: u64,
    /// Those of which the reseller is the support contact.
    pub supported: u64,
    /// Those with a scheduled change.
    pub scheduled: u64,
    /// A text for the other side, in the language of its admins.
    pub draft: String,
}

/// A partner to choose from, in a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct PartnerChoice {
    /// The partner.
    pub party: Party,
    /// The partnership that ties it to the signed-in organization.
    pub partnership: PartnershipId,
    /// Its legal location.
    pub country: Country,
}

/// Providers of whom a reseller is told on a customer's page; all are in its list.
pub const PROVIDERS_TOLD: usize = 20;

/// The partners among whom one is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Resellers in partnership with the signed-in provider.
    Resellers,
    /// Providers in partnership with the signed-in reseller.
    Providers,
    /// Both, and former ones too.
    All,
}

impl Among {
    /// Its name in a request.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Among::Resellers => "resellers",
            Among::Providers => "providers",
            Among::All => "all",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn of(code: &str) -> Option<Among> {
        [Among::Resellers, Among::Providers, Among::All]
            .into_iter()
            .find(|among| among.code() == code)
    }
}

/// A search among the partners to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// The words.
    pub words: String,
    /// The partner that is chosen so far: it stays among the choices, found or not.
    pub chosen: Option<OrganizationId>,
}

impl Finding {
    /// As it stands in an address. A malformed id is none.
    #[must_use]
    pub fn of(words: &str, chosen: &str) -> Finding {
        Finding {
            words: words.trim().to_owned(),
            chosen: chosen.parse().ok(),
        }
    }
}

/// The partners to choose from, in a form: the first ones that a search finds, and the one chosen so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct PartnerChoices {
    /// The words of the search; empty for all.
    pub words: String,
    /// The partners, by name.
    pub partners: Vec<PartnerChoice>,
    /// Whether the search found nothing; the chosen one may be there nevertheless.
    pub is_nothing_found: bool,
    /// Whether there are more than these.
    pub has_more: bool,
}

impl PartnerChoices {
    /// Whether there is none to choose from, whatever is searched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.partners.is_empty() && self.words.is_empty()
    }

    /// Whether these are not all of them.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.has_more || !self.words.is_empty()
    }

    /// The partner with this id, if it is among them.
    #[must_use]
    pub fn get(&self, id: OrganizationId) -> Option<&PartnerChoice> {
        self.partners.iter().find(|partner| partner.id() == id)
    }

    /// The only partner there is to choose.
    #[must_use]
    pub fn only(&self) -> Option<&PartnerChoice> {
        match self.partners.as_slice() {
            [only] if !self.is_part() => Some(only),
            _ => None,
        }
    }
}

impl PartnerChoice {
    /// The partner's id.
    #[must_use]
    pub fn id(&self) -> OrganizationId {
        self.party.id
    }
}
