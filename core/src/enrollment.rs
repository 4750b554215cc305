//! Enrollments: how a company that nobody knew becomes a partner.
//!
//! A global admin enters what is needed, step by step, and chooses **Enroll now**. The primary contact confirms by mail
//! having signed up, and that the address is the company's; only then does the operator review. It decides four checks,
//! one by one; nobody else decides any. When all are passed, the partner is qualified, and signing the agreement makes
//! it active ("Partner with indirect providers in the CSP program", "The account verification process").
//!
//! # States
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | a company signs up to enroll, or a partner asks for the reseller capability as well, or the operator adds it | draft |
//! | draft | the applicant's entries | draft |
//! | draft | **Enroll now** | submitted; for a partner in the program already: qualified |
//! | submitted | the last check is passed | qualified |
//! | qualified | the agreement is signed ([`crate::agreement::sign`]) | active |
//! | qualified | entries change that checks rest on | submitted |
//! | active | the same | active, with those checks pending |
//! | any after draft | a check has failed for as long as the operator has set, without an appeal | suspended, whether or not a job has written it down |
//! | suspended | every check is passed | as it would be without |
//!
//! | check, from | by | to |
//! | --- | --- | --- |
//! | pending, failed, appealed | the operator | passed |
//! | pending, passed, appealed | the operator, until all are passed | failed, with a reason code |
//! | failed | the applicant appeals | appealed |
//! | any | the entries that it rests on change | pending |
//!
//! What is shown of it are the program's own terms: [`Enrollment::status`], [`Enrollment::vetting`] and
//! [`Enrollment::vetting_step`]; [`Enrollment::tracker`] has them together, with whose turn it is and what is left of
//! the promised time.
//!
//! The company's name is its organization's, and its MPN ID too: an enrollment has no second truth of them.

mod add;
mod apply;
mod begin;
mod check;
mod contact;
mod country;
mod document;
mod draft;
mod event;
mod lapse;
mod mail_domain;
#[cfg(feature = "mail-domains")]
mod mail_list;
pub(crate) mod permission;
mod reason;
mod refusal;
mod review;
mod status;
mod tracker;

pub use add::{AddFacts, AddedCapability, add_capability};
pub use apply::{ApplicantFacts, Command, decide, may_correct_country};
pub use begin::{BeginFacts, SignedUp, begin, sign_up};
pub use check::{CheckKind, CheckState, Checks};
pub use contact::{
    ADDRESSES_AT_ONCE, BETWEEN_ADDRESSES, CONFIRMATION_VALIDITY, ResendFacts, Statements, confirm,
    deny, resend_confirmation,
};
pub use country::{CountryFacts, Dealings, change_country, may_change_country};
pub use document::{
    Document, DocumentKind, Format, HEAD, MOST_BYTES, MOST_DOCUMENTS, MOST_PIXELS, MOST_SIDE,
    MOST_UNFOLDED, PdfScan, PdfStream, PdfStreams, Unfit, check_size, recognize,
};
pub use draft::{Draft, LegalProfile, PrimaryContact, Progress, Step, SupportContact};
pub use event::Event;
pub use mail_domain::{DomainMatch, MailDomain};
pub use reason::{ReasonCode, Remedy};
pub use refusal::Refusal;
pub use review::{ReviewFacts, Verdict, review};
pub use status::{Status, VettingStatus, VettingStep};
pub use tracker::{PROMISE, Promise, Spent, Tracker, Turn};

pub use crate::program::Calendar;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::{EnrollmentId, OrganizationId, UserId},
    organization::{self, Capability},
    read::Read,
};

/// The time after which a rejected partner that does nothing is suspended, where the rejection says nothing else.
pub const REJECTED_FOR: TimeDelta = TimeDelta::days(30);

/// An enrollment with its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Enrollment {
    /// Its id.
    pub id: EnrollmentId,
    /// The organization that enrolls.
    pub organization: OrganizationId,
    /// The way it takes.
    pub path: Path,
    /// What has been entered.
    pub draft: Draft,
    /// The documents, oldest first.
    pub documents: Vec<Document>,
    /// The primary contact's confirmation.
    pub confirmation: Confirmation,
    /// The number of the newest link to the confirmation; none was mailed as long as it is 0.
    pub link: u32,
    /// The checks.
    pub checks: Checks,
    /// Its state.
    pub state: State,
    /// Since when it is suspended, as far as that was written down.
    pub suspended: Option<Timestamp>,
    /// When it began.
    pub since: Timestamp,
    /// The global admin who began it, or the operator's user who added the capability.
    pub by: UserId,
}

/// The way to the reseller capability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(tag = "path", rename_all = "snake_case")]
pub enum Path {
    /// Of a company that is new to the program.
    New,
    /// Of a partner that is in the program already, and known: it gives its support contact only.
    Additional {
        /// The capability that it has.
        capability: Capability,
    },
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// Being entered.
    Draft,
    /// **Enroll now** was chosen; not every check is passed.
    Submitted {
        /// When.
        at: Timestamp,
    },
    /// Every check is passed; the agreement is to be signed.
    Qualified {
        /// When.
        at: Timestamp,
    },
    /// The agreement is signed.
    Active {
        /// When.
        at: Timestamp,
    },
}

/// The primary contact's confirmation of two statements, by a mailed link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(tag = "confirmation", rename_all = "snake_case")]
pub enum Confirmation {
    /// Not asked yet.
    NotAsked,
    /// Asked by mail.
    Asked {
        /// When the newest mail was sent.
        at: Timestamp,
    },
    /// Both statements confirmed.
    Confirmed {
        /// When.
        at: Timestamp,
    },
    /// The contact says that it did not sign up.
    Denied {
        /// When.
        at: Timestamp,
    },
}

impl Confirmation {
    /// When both statements were confirmed.
    #[must_use]
    pub const fn confirmed_at(self) -> Option<Timestamp> {
        match self {
            Confirmation::Confirmed { at } => Some(at),
            _ => None,
        }
    }
}

/// The events of a decision about an enrollment, and those of its organization that come with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decided {
    /// The events of the enrollment.
    pub enrollment: Vec<Event>,
    /// The events of the organization.
    pub organization: Vec<organization::Event>,
}
