//! Cases: how the operator's reviewers share the work of an enrollment.
//!
//! What is decided about an enrollment is a part of it ([`crate::enrollment::review()`]). A case is beside it, and the
//! operator's own: who works on it, what reviewers note for each other, and a decision that waits for a second
//! reviewer. The applicant sees nothing of it.
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | a reviewer takes it, notes something or decides | open, and taken by whom |
//! | taken by nobody | a reviewer takes it | taken |
//! | taken | the same reviewer, or a program admin, gives it back | taken by nobody |
//! | taken | a program admin takes it over | taken by the admin |
//! | taken by anybody or nobody | a program admin assigns it to a reviewer | taken by that reviewer |
//! | nothing proposed | a decision that a second reviewer has to see | proposed |
//! | proposed | another reviewer agrees | decided, under that reviewer's name |
//! | proposed, and a check that it is about has begun again | nobody can agree to it | proposed |
//! | proposed | any reviewer takes it back, with a reason | nothing proposed |

mod decide;
mod event;
mod refusal;

pub use decide::{Assignee, CaseFacts, Command, Decided, Ruling, decide, rule};
pub use event::Event;
pub use refusal::Refusal;

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    enrollment::{CheckKind, Enrollment, Verdict},
    ids::{CaseId, EnrollmentId, OrganizationId, UserId},
    read::Read,
    text::Reason,
};

/// The operator's case of an enrollment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The operator, whose case it is.
    pub operator: OrganizationId,
    /// The enrollment.
    pub enrollment: EnrollmentId,
    /// The organization that enrolls.
    pub organization: OrganizationId,
    /// The reviewer who has taken it.
    pub reviewer: Option<UserId>,
    /// What reviewers have noted, oldest first.
    pub notes: Vec<Note>,
    /// The decision that waits for a second reviewer.
    pub proposal: Option<Proposal>,
    /// When it was opened.
    pub since: Timestamp,
}

/// A note of a reviewer for the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Note {
    /// What it says.
    pub text: Reason,
    /// When it was written.
    pub at: Timestamp,
    /// The reviewer.
    pub by: UserId,
}

/// Decisions that wait for a second reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Proposal {
    /// Each check with the decision about it.
    pub verdicts: Vec<Proposed>,
    /// When it was proposed.
    pub at: Timestamp,
    /// The first reviewer.
    pub by: UserId,
}

/// A decision about a check that waits for a second reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Proposed {
    /// The check.
    pub check: CheckKind,
    /// The decision.
    pub verdict: Verdict,
}

/// Whether these decisions end a review, for the better or the worse: where the operator asks for a second reviewer, it
/// is for them.
///
/// ```
/// use tierline_core::{enrollment::{CheckKind, Verdict}, review::{Proposed, ends_review}, testing::*};
/// let enrollment = enrollment(&reseller());
/// let pass = |check| Proposed { check, verdict: Verdict::Pass };
/// assert!(!ends_review(&enrollment, &[pass(CheckKind::Business)]));
/// assert!(ends_review(&enrollment, &CheckKind::ALL.map(pass)));
/// ```
#[must_use]
pub fn ends_review(enrollment: &Enrollment, verdicts: &[Proposed]) -> bool {
    let fails = |it: &Proposed| it.verdict != Verdict::Pass;
    let passed = |check| verdicts.iter().any(|it| it.check == check && !fails(it));
    verdicts.iter().any(fails)
        || enrollment
            .checks
            .iter()
            .all(|(check, state)| state.is_passed() || passed(check))
}
