//! Events of cases.

use serde::{Deserialize, Serialize};

use super::{Case, Note, Proposal, Proposed};
use crate::{
    Evolve, Timestamp,
    ids::{CaseId, EnrollmentId, OrganizationId, UserId},
    read::Read,
    text::{PersonName, Reason},
};

/// Events of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A reviewer opened it.
    Opened {
        /// The operator.
        operator: OrganizationId,
        /// The enrollment.
        enrollment: EnrollmentId,
        /// The organization that enrolls.
        organization: OrganizationId,
        /// When it happened.
        at: Timestamp,
        /// The reviewer.
        by: UserId,
    },
    /// A reviewer took it.
    Taken {
        /// When it happened.
        at: Timestamp,
        /// The reviewer.
        by: UserId,
    },
    /// Nobody works on it any more.
    GivenBack {
        /// When it happened.
        at: Timestamp,
        /// The reviewer.
        by: UserId,
    },
    /// A program admin has a reviewer work on it.
    Assigned {
        /// The reviewer.
        to: UserId,
        /// The reviewer's name.
        name: PersonName,
        /// When it happened.
        at: Timestamp,
        /// The program admin.
        by: UserId,
    },
    /// A reviewer noted something for the others.
    Noted {
        /// What it says.
        text: Reason,
        /// When it happened.
        at: Timestamp,
        /// The reviewer.
        by: UserId,
    },
    /// A decision waits for a second reviewer.
    Proposed {
        /// Each check with the decision about it.
        verdicts: Vec<Proposed>,
        /// When it happened.
        at: Timestamp,
        /// The first reviewer.
        by: UserId,
    },
    /// A second reviewer agreed, and decided.
    Agreed {
        /// When it happened.
        at: Timestamp,
        /// The second reviewer.
        by: UserId,
    },
    /// What was proposed is not done.
    Dismissed {
        /// Why.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The reviewer.
        by: UserId,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Opened { organization, .. } => vec![*organization],
            _ => Vec::new(),
        }
    }
}

/// A case begins when the first reviewer does something about the enrollment.
///
/// ```
/// use tierline_core::{Evolve, review::{Case, Event}, testing::*};
/// let opened = Event::Opened {
///     operator: id(6), enrollment: id(10), organization: id(2), at: day(2), by: id(9),
/// };
/// let taken = Event::Taken { at: day(2), by: id(9) };
/// assert_eq!(Case::replay(id(11), [&opened, &taken]).unwrap().reviewer, Some(id(9)));
/// assert_eq!(Case::replay(id(11), [&taken]), None);
/// ```
impl Evolve for Case {
    type Id = CaseId;
    type Event = Event;

    fn begin(id: CaseId, event: &Event) -> Option<Case> {
        let Event::Opened {
            operator,
            enrollment,
            organization,
            at,
            ..
        } = event
        else {
            return None;
        };
        Some(Case {
            id,
            operator: *operator,
            enrollment: *enrollment,
            organization: *organization,
            reviewer: None,
            notes: Vec::new(),
            proposal: None,
            since: *at,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Opened { .. } => {}
            Event::Taken { by, .. } => self.reviewer = Some(*by),
            Event::Assigned { to, .. } => self.reviewer = Some(*to),
            Event::GivenBack { .. } => self.reviewer = None,
            Event::Noted { text, at, by } => self.notes.push(Note {
                text: text.clone(),
                at: *at,
                by: *by,
            }),
            Event::Proposed { verdicts, at, by } => {
                self.proposal = Some(Proposal {
                    verdicts: verdicts.clone(),
                    at: *at,
                    by: *by,
                });
            }
            Event::Agreed { .. } | Event::Dismissed { .. } => self.proposal = None,
        }
    }
}
