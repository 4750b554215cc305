//! The operator's cases, as pages show them.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    enrollment::{DomainMatch, Enrollment, Status, Tracker, Turn, VettingStep},
    ids::{EnrollmentId, UserId},
    market::Country,
    organization::Organization,
    read::Read,
    review::Proposed,
};

use crate::{
    enrollment::model::DocumentRow, form::mark::Mark, list::model::Page, timeline::History,
};

/// A row of the list of cases.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CaseRow {
    /// The enrollment.
    pub enrollment: EnrollmentId,
    /// The name of the organization that enrolls.
    pub name: String,
    /// Its country.
    pub country: Country,
    /// The status of the enrollment.
    pub status: Status,
    /// The stage of the review.
    pub step: VettingStep,
    /// Whose turn it is.
    pub turn: Turn,
    /// Since when it has been so.
    pub since: Timestamp,
    /// When the promise is broken, while it is the operator's turn.
    pub due: Option<Timestamp>,
    /// The documents that were added.
    pub documents: u32,
    /// Whether the applicant objects to something.
    pub is_appealed: bool,
    /// Whether a decision waits for a second reviewer.
    pub is_proposed: bool,
    /// The name of the reviewer who has taken it.
    pub reviewer: Option<String>,
    /// Whether that is the reader.
    pub is_mine: bool,
}

/// The list of cases.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CasesPage {
    /// The cases.
    pub cases: Page<CaseRow>,
    /// The countries of the organizations that enroll.
    pub countries: Vec<Country>,
}

/// A person of the operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Reviewer {
    /// The user.
    pub id: UserId,
    /// The name.
    pub name: String,
}

/// What a reviewer noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct NoteRow {
    /// The reviewer's name.
    pub by: String,
    /// When it was written.
    pub at: Timestamp,
    /// What it says.
    pub text: String,
}

/// What waits for a second reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Waiting {
    /// The first reviewer's name.
    pub by: String,
    /// When it was proposed.
    pub at: Timestamp,
    /// Each check with the decision about it.
    pub verdicts: Vec<Proposed>,
}

/// Why another case is shown beside this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Alike {
    /// The primary contacts have addresses in one domain.
    MailDomain,
    /// The primary contact's address is in the other organization's domain.
    OrganizationDomain,
    /// The organizations have one MPN ID.
    Mpn,
}

/// Another case of the same domain or MPN ID.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AlikeRow {
    /// The enrollment.
    pub enrollment: EnrollmentId,
    /// The name of its organization.
    pub name: String,
    /// The status of the enrollment.
    pub status: Status,
    /// When it began.
    pub since: Timestamp,
    /// What is the same.
    pub alike: Alike,
}

/// All other cases of the same domain or MPN ID.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AlikePage {
    /// The enrollment.
    pub enrollment: EnrollmentId,
    /// The name of its organization.
    pub name: String,
    /// The cases, the newest first.
    pub alike: Vec<AlikeRow>,
    /// The case before which the next page begins, if there is one.
    pub more: Option<EnrollmentId>,
}

/// What the reader may do with a case now, as core says in advance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct MayDo {
    /// Take it, or take it over.
    pub take: Result<(), Refusal>,
    /// Give it back.
    pub give_back: Result<(), Refusal>,
    /// Have a reviewer work on it.
    pub assign: Result<(), Refusal>,
    /// Note something.
    pub note: Result<(), Refusal>,
    /// Pass what is left.
    pub approve: Result<(), Refusal>,
    /// Pass each check, in the order of a review.
    pub pass: Vec<Result<(), Refusal>>,
    /// Fail each check, in the order of a review.
    pub fail: Vec<Result<(), Refusal>>,
    /// Agree to what another reviewer proposes.
    pub agree: Result<(), Refusal>,
}

/// The case of an enrollment.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CasePage {
    /// The enrollment.
    pub enrollment: Enrollment,
    /// The organization that enrolls.
    pub organization: Organization,
    /// How far it is.
    pub tracker: Tracker,
    /// How the contact's address compares with the organization's domain.
    pub domain: Option<DomainMatch>,
    /// The documents.
    pub documents: Vec<DocumentRow>,
    /// Other cases of the same domain or MPN ID.
    pub alike: Vec<AlikeRow>,
    /// Whether there are more of them than these.
    pub more_alike: bool,
    /// The reviewer who has taken it.
    pub reviewer: Option<Reviewer>,
    /// Whether that is the reader.
    pub is_mine: bool,
    /// Those to whom it can be assigned, for a reader who assigns cases.
    pub assignees: Vec<Reviewer>,
    /// What reviewers have noted, newest first.
    pub notes: Vec<NoteRow>,
    /// What waits for a second reviewer.
    pub waiting: Option<Waiting>,
    /// Those who have decided a check.
    pub deciders: Vec<Reviewer>,
    /// What the reader may do.
    pub may: MayDo,
    /// The history.
    pub timeline: History,
}

/// A mail as it will be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct MailPreview {
    /// To whom.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// A decision before it is made.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct DecisionPage {
    /// The enrollment.
    pub enrollment: EnrollmentId,
    /// The name of the organization that enrolls.
    pub name: String,
    /// Each check with the decision about it.
    pub verdicts: Vec<Proposed>,
    /// Whether it waits for a second reviewer.
    pub waits: bool,
    /// Whether it may be made.
    pub may: Result<(), Refusal>,
    /// The mails that it sends.
    pub mails: Vec<MailPreview>,
    /// The mark of what it rests on.
    pub mark: Mark,
}
