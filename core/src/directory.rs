//! The directory of indirect providers, **Find a provider**, and the way from it to a partnership.
//!
//! "You can search the list of official Microsoft providers to find one" ("Partner with indirect providers in the CSP
//! program"). A provider keeps its own listing: "to change your company's profile, submit a support request with the
//! company name, logo, and target URL for each location. We will update your profile within two to three weeks"
//! ("Partner with indirect resellers in the CSP program"). Here the request is a proposal, which the operator approves
//! or rejects.
//!
//! | a proposal | by | to |
//! | --- | --- | --- |
//! | | the provider saves it | draft |
//! | draft | the provider submits it | submitted; one that was waiting is superseded |
//! | submitted | the provider | withdrawn |
//! | submitted | a reviewer of the operator | taken by the reviewer: only that one decides. A program admin takes over |
//! | submitted | the operator | approved: it is what the directory shows from now on |
//! | submitted | the operator, with a reason | rejected |
//!
//! What is shown stays until another proposal is approved, or until the operator moves the provider to another region:
//! then it is taken off the directory in the same change.
//!
//! A reseller that has found a provider **asks to partner**. The provider turns that into a partnership request, which
//! has rules of its own ([`crate::invitation`]), or declines, and is then left alone for a while.

mod answer;
mod ask;
mod assign;
mod event;
mod listing;
mod logo;
mod nearness;
pub(crate) mod permission;
mod profile;
mod promise;
mod propose;
mod refusal;
mod review;
mod unlist;

pub use answer::{AnswerFacts, AskCommand, Candidate, RequestFacts, addressee, answer, decide_ask};
pub use ask::{
    Ask, AskEvent, AskFacts, AskState, LEFT_ALONE, MOST_TO_ONE, MOST_WAITING, NewAsk, ask,
};
pub use assign::{Assignment, assign};
pub use event::Event;
pub use listing::{Draft, Listing, Outcome, Proposal, ProposalState, Version};
pub use logo::{
    LogoFault, LogoSize, MOST_LOGO_BYTES, MOST_LOGO_PIXELS, MOST_LOGO_SIDE, check_logo_size,
    recognize_logo,
};
pub use nearness::{Nearness, nearness};
pub use profile::{
    Contact, Location, MOST_LOCATIONS, Profile, ProfileText, Service, check, is_shown,
};
pub use promise::{Pace, Promise};
pub use propose::{Command, ListingFacts, begin, decide};
pub use refusal::Refusal;
pub use review::{Decision, ReviewFacts, review};
pub use unlist::unlist;
