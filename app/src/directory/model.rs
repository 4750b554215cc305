//! The directory as pages show it.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    digest::Sha256,
    directory::{
        Ask, AskState, Listing, Profile, Promise, Proposal, ProposalState, Service, Version,
    },
    ids::{AskId, ListingId},
    market::Country,
    organization::{Organization, Party},
    read::Read,
    text::EmailAddress,
};

use crate::{
    form::mark::Mark, list::model::Page, partnership::model::Open, review::model::MailPreview,
    timeline::History,
};

/// A provider in the directory's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Card {
    /// The listing's id.
    pub id: ListingId,
    /// The company's name.
    pub name: String,
    /// Its logo.
    pub logo: Option<Sha256>,
    /// The beginning of its text, in the reader's language if it has one.
    pub text: String,
    /// The countries of its locations.
    pub countries: Vec<Country>,
    /// What it does for its resellers.
    pub services: Vec<Service>,
}

/// A message that asks to partner in its provider's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct AskRow {
    /// The message's id.
    pub id: AskId,
    /// The reseller's name.
    pub reseller: String,
    /// Its legal location.
    pub country: Country,
    /// The name of the user who asked.
    pub asked_by: String,
    /// The message.
    pub message: String,
    /// When it was sent.
    pub sent: Timestamp,
    /// How many whole days it has waited, or did so until it was closed.
    pub days_waited: i64,
    /// Its state.
    pub state: AskState,
}

/// The messages that ask a provider to partner.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AsksPage {
    /// The messages.
    pub asks: Page<AskRow>,
    /// What waits on each of the pages beside it.
    pub open: Open,
}

/// **Find a provider**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct FindPage {
    /// The providers.
    pub providers: Page<Card>,
}

/// What a reader of a profile can do to become a partner.
#[expect(clippy::large_enum_variant, reason = "a page has one of it")]
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum AskWay {
    /// Sign in: only resellers ask.
    Stranger,
    /// Nothing: the organization is no reseller.
    NoReseller,
    /// Write a message, if core says so.
    Ask {
        /// What core says in advance.
        may: Result<(), Refusal>,
        /// The latest message to this provider.
        latest: Option<Ask>,
    },
}

/// A provider's page in the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ProfilePage {
    /// The listing's id.
    pub id: ListingId,
    /// What is shown.
    pub profile: Profile,
    /// Since when.
    pub since: Timestamp,
    /// What the reader can do.
    pub ask: AskWay,
}

/// A provider's own listing.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ListingPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The listing, if there is one.
    pub listing: Option<Listing>,
    /// The mark of the draft, for the form that changes it.
    pub draft_mark: Mark,
    /// What was promised for the latest proposal.
    pub promise: Option<Promise>,
    /// The weeks within which the operator answers.
    pub answered_within: (u32, u32),
    /// The versions that were shown, the newest first.
    pub versions: Vec<Version>,
    /// What has happened.
    pub timeline: Option<History>,
}

/// A row of the operator's list of proposals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ProposalRow {
    /// The listing's id.
    pub id: ListingId,
    /// The name that is proposed.
    pub name: String,
    /// The provider.
    pub provider: String,
    /// The provider's country.
    pub country: Country,
    /// When it was submitted.
    pub submitted: Timestamp,
    /// Its state.
    pub state: ProposalState,
    /// What the provider was promised.
    pub promise: Promise,
    /// The name of the reviewer who has taken it.
    pub reviewer: Option<String>,
    /// Whether that is the reader.
    pub is_mine: bool,
}

/// A proposal, for the operator.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ReviewPage {
    /// The listing's id.
    pub id: ListingId,
    /// The provider.
    pub provider: Organization,
    /// What the directory shows.
    pub published: Option<Version>,
    /// The proposal.
    pub proposal: Proposal,
    /// What the provider was promised for it.
    pub promise: Promise,
    /// The name of the reviewer who has taken it.
    pub reviewer: Option<String>,
    /// Whether that is the reader.
    pub is_mine: bool,
    /// Whether the reader may take it, or take it over, as core says in advance.
    pub may_take: Result<(), Refusal>,
    /// Whether the reader may give it back.
    pub may_give_back: Result<(), Refusal>,
    /// Whether the reader may approve it.
    pub may_approve: Result<(), Refusal>,
    /// Whether the reader may reject it.
    pub may_reject: Result<(), Refusal>,
    /// The versions that were shown, the newest first.
    pub versions: Vec<Version>,
}

/// Earlier versions of a listing.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct VersionsPage {
    /// The provider.
    pub provider: Party,
    /// The versions, the newest first.
    pub versions: Vec<Version>,
}

/// A rejection before it is made.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct RejectionPage {
    /// The listing's id.
    pub id: ListingId,
    /// The provider.
    pub provider: Party,
    /// The proposal's number.
    pub number: u32,
    /// Whether it may be made.
    pub may: Result<(), Refusal>,
    /// The reason, as it stands in the mails.
    pub reason: Option<String>,
    /// The mails that it sends; none before there is a reason.
    pub mails: Vec<MailPreview>,
}

/// A message that asks to partner, for both sides.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AskPage {
    /// The message.
    pub ask: Ask,
    /// The reseller.
    pub reseller: Party,
    /// The reseller's country.
    pub reseller_country: Country,
    /// The provider.
    pub provider: Party,
    /// The provider's page in the directory.
    pub listing: Option<ListingId>,
    /// The user who asked.
    pub asked_by: String,
    /// As long as it waits: where a request that is made of it goes, if there is somebody.
    pub answer_to: Option<EmailAddress>,
    /// Whether the reader's is the provider.
    pub is_provider: bool,
    /// Whether the reader may answer by a request.
    pub may_answer: Result<(), Refusal>,
    /// Whether the reader may decline.
    pub may_decline: Result<(), Refusal>,
    /// Whether the reader may take it back.
    pub may_withdraw: Result<(), Refusal>,
}
