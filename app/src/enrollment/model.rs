//! The own enrollment, and the page of the primary contact's link.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    enrollment::{CheckKind, Document, Enrollment, Progress, Promise, Step, Tracker},
    organization::Organization,
    read::Read,
};

use crate::{form::mark::Mark, timeline::History};

/// The own enrollment, or what stands for one that has not begun.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct EnrollmentPage {
    /// The own organization.
    pub organization: Organization,
    /// The reader's part in it.
    pub actor: Actor,
    /// The enrollment, if one has begun.
    pub begun: Option<Begun>,
    /// Whether one can be begun.
    pub may_begin: Result<(), Refusal>,
    /// The operator's promise.
    pub promise: Promise,
}

/// An enrollment that has begun.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Begun {
    /// The enrollment.
    pub enrollment: Enrollment,
    /// Its documents.
    pub documents: Vec<DocumentRow>,
    /// What a document can be added for.
    pub may_add: MayAdd,
    /// What the applicant sees of its state.
    pub tracker: Tracker,
    /// How far each step is.
    pub steps: Vec<StepProgress>,
    /// The moment that all of this is of.
    pub now: Timestamp,
    /// Whether the mail to the primary contact can be sent again.
    pub may_resend: Result<(), Refusal>,
    /// The marks of the stored entries.
    pub marks: Marks,
    /// What has happened.
    pub timeline: History,
}

/// A document of an enrollment.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct DocumentRow {
    /// What is known of it.
    pub document: Document,
    /// Whether the file is still there.
    pub is_there: bool,
}

/// What a document can be added for.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct MayAdd {
    /// The checks that a document can support now.
    pub checks: Vec<CheckKind>,
    /// The number of documents that an enrollment can have.
    pub most: u32,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct StepProgress {
    /// The step.
    pub step: Step,
    /// Its progress.
    pub progress: Progress,
}

/// The marks of the stored entries, one for each form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Marks {
    /// That of the legal business profile.
    pub profile: Mark,
    /// That of the primary contact.
    pub contact: Mark,
    /// That of the customer-support contact.
    pub support: Mark,
}

/// The page behind the link of a primary contact.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ConfirmationPage {
    /// The company's name.
    pub company: String,
    /// The primary contact's name.
    pub name: String,
    /// The primary contact's address.
    pub address: String,
    /// Until then the link works.
    pub expires: Option<Timestamp>,
    /// Whether the link can be used now.
    pub open: Result<(), Refusal>,
}
