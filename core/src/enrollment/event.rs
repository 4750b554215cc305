//! Events of enrollments.

use serde::{Deserialize, Serialize};

use super::{
    CheckKind, CheckState, Checks, Confirmation, Document, Draft, Enrollment, LegalProfile, Path,
    PrimaryContact, ReasonCode, State, SupportContact,
};
use crate::{
    Evolve, Timestamp,
    ids::{EnrollmentId, OrganizationId, UserId},
    read::Read,
    text::Reason,
};

/// Events of an enrollment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It began.
    Begun {
        /// The organization that enrolls.
        organization: OrganizationId,
        /// The way it takes.
        path: Path,
        /// When it happened.
        at: Timestamp,
        /// The global admin, or the operator's user who added the capability.
        by: UserId,
    },
    /// The MPN ID was left for later.
    MpnPostponed {
        /// When it happened.
        at: Timestamp,
        /// The global admin.
        by: UserId,
    },
    /// The legal business profile was entered.
    ProfileEntered {
        /// The profile.
        profile: LegalProfile,
        /// The checks that begin again by it.
        affects: Vec<CheckKind>,
        /// When it happened.
        at: Timestamp,
        /// The global admin.
        by: UserId,
    },
    /// The operator changed the country of the legal profile.
    CountryChanged {
        /// The checks that begin again by it.
        affects: Vec<CheckKind>,
        /// When it happened.
        at: Timestamp,
    },
    /// The primary contact was entered.
    ContactEntered {
        /// The contact.
        contact: PrimaryContact,
        /// The checks that begin again by it.
        affects: Vec<CheckKind>,
        /// When it happened.
        at: Timestamp,
        /// The global admin.
        by: UserId,
    },
    /// The customer-support contact was entered.
    SupportEntered {
        /// The contact.
        support: SupportContact,
        /// When it happened.
        at: Timestamp,
        /// The global admin.
        by: UserId,
    },
    /// **Enroll now** was chosen.
    Submitted {
        /// When it happened.
        at: Timestamp,
        /// The global admin.
        by: UserId,
    },
    /// The primary contact was asked by mail.
    ConfirmationSent {
        /// The number of the link.
        link: u32,
        /// When it happened.
        at: Timestamp,
    },
    /// The primary contact confirmed both statements.
    ContactConfirmed {
        /// When it happened.
        at: Timestamp,
    },
    /// The primary contact did not sign up.
    ContactDenied {
        /// When it happened.
        at: Timestamp,
    },
    /// The operator passed a check.
    CheckPassed {
        /// The check.
        check: CheckKind,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator failed a check.
    CheckFailed {
        /// The check.
        check: CheckKind,
        /// Why.
        reason: ReasonCode,
        /// More of that, for the applicant.
        note: Option<Reason>,
        /// When the partner is suspended if it does nothing. Those from before it could be chosen have none: it is
        /// [`REJECTED_FOR`](super::REJECTED_FOR) later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Timestamp>,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// A document was added.
    DocumentAdded {
        /// The document.
        document: Document,
        /// When it happened.
        at: Timestamp,
        /// The global admin.
        by: UserId,
    },
    /// The applicant objects to a failed check.
    Appealed {
        /// The check.
        check: CheckKind,
        /// The objection.
        statement: Option<Reason>,
        /// When it happened.
        at: Timestamp,
        /// The global admin.
        by: UserId,
    },
    /// Every check is passed.
    Authorized {
        /// When it happened.
        at: Timestamp,
    },
    /// The partner is known from another capability: nothing is to be reviewed.
    Vouched {
        /// When it happened.
        at: Timestamp,
    },
    /// The agreement is signed.
    Activated {
        /// When it happened.
        at: Timestamp,
    },
    /// It was rejected for too long.
    Suspended {
        /// When it happened.
        at: Timestamp,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Begun { organization, .. } => vec![*organization],
            _ => Vec::new(),
        }
    }
}

/// An enrollment begins as a draft.
///
/// ```
/// use tierline_core::{Evolve, enrollment::{Enrollment, Event, Path, State}, testing::*};
/// let history = [
///     Event::Begun { organization: id(2), path: Path::New, at: day(1), by: id(7) },
///     Event::ProfileEntered { profile: legal_profile(), affects: Vec::new(), at: day(1), by: id(7) },
///     Event::Submitted { at: day(2), by: id(7) },
/// ];
/// let enrollment = Enrollment::replay(id(10), &history).unwrap();
/// assert_eq!(enrollment.state, State::Submitted { at: day(2) });
/// assert_eq!(Enrollment::replay(id(10), &history[1..]), None);
/// ```
impl Evolve for Enrollment {
    type Id = EnrollmentId;
    type Event = Event;

    fn begin(id: EnrollmentId, event: &Event) -> Option<Enrollment> {
        let Event::Begun {
            organization,
            path,
            at,
            by,
        } = event
        else {
            return None;
        };
        Some(Enrollment {
            id,
            organization: *organization,
            path: *path,
            draft: Draft::default(),
            documents: Vec::new(),
            confirmation: Confirmation::NotAsked,
            link: 0,
            checks: Checks::all(&CheckState::Pending { since: *at }),
            state: State::Draft,
            suspended: None,
            since: *at,
            by: *by,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Begun { .. } => {}
            Event::MpnPostponed { .. } => self.draft.mpn_postponed = true,
            Event::ProfileEntered {
                profile,
                affects,
                at,
                ..
            } => {
                self.draft.profile = Some(profile.clone());
                self.check_again(affects, *at);
            }
            Event::CountryChanged { affects, at } => self.check_again(affects, *at),
            Event::ContactEntered {
                contact,
                affects,
                at,
                ..
            } => {
                self.draft.contact = Some(contact.clone());
                // What another person, or another address, has confirmed is not confirmed.
                if affects.contains(&CheckKind::EmailOwnership) {
                    self.confirmation = Confirmation::NotAsked;
                }
                self.check_again(affects, *at);
            }
            Event::SupportEntered { support, .. } => self.draft.support = Some(support.clone()),
            Event::Submitted { at, .. } => {
                if self.state == State::Draft {
                    self.state = State::Submitted { at: *at };
                    self.checks = Checks::all(&CheckState::Pending { since: *at });
                }
            }
            Event::ConfirmationSent { link, at } => {
                self.link = *link;
                self.confirmation = Confirmation::Asked { at: *at };
            }
            Event::ContactConfirmed { at } => {
                self.confirmation = Confirmation::Confirmed { at: *at };
                // Better late than never: the operator decides it anew.
                if self.checks.email_ownership.failed_at().is_some() {
                    self.check_again(&[CheckKind::EmailOwnership], *at);
                }
            }
            Event::ContactDenied { at } => self.confirmation = Confirmation::Denied { at: *at },
            Event::CheckPassed { check, at, by } => self.checks.set(
                *check,
                CheckState::Passed {
                    at: *at,
                    by: Some(*by),
                },
            ),
            Event::CheckFailed {
                check,
                reason,
                note,
                until,
                at,
                by,
            } => self.checks.set(
                *check,
                CheckState::Failed {
                    at: *at,
                    by: *by,
                    reason: *reason,
                    note: note.clone(),
                    until: *until,
                },
            ),
            Event::DocumentAdded { document, .. } => self.documents.push(document.clone()),
            Event::Appealed {
                check,
                statement,
                at,
                ..
            } => {
                if let CheckState::Failed { reason, .. } = self.checks.get(*check) {
                    let appealed = CheckState::Appealed {
                        at: *at,
                        reason: *reason,
                        statement: statement.clone(),
                    };
                    self.checks.set(*check, appealed);
                }
            }
            Event::Authorized { at } => self.authorize(*at),
            Event::Vouched { at } => {
                self.checks = Checks::all(&CheckState::Passed { at: *at, by: None });
                self.authorize(*at);
            }
            Event::Activated { at } => self.state = State::Active { at: *at },
            Event::Suspended { at } => self.suspended = Some(*at),
        }
    }
}

impl Enrollment {
    fn authorize(&mut self, at: Timestamp) {
        self.suspended = None;
        if !matches!(self.state, State::Active { .. }) {
            self.state = State::Qualified { at };
        }
    }

    /// These checks begin again. An approval that rests on them does too; a partner that is active stays it meanwhile.
    fn check_again(&mut self, affected: &[CheckKind], at: Timestamp) {
        for check in affected {
            self.checks.set(*check, CheckState::Pending { since: at });
        }
        if let (State::Qualified { .. }, false) = (self.state, affected.is_empty()) {
            self.state = State::Submitted { at };
        }
    }
}
