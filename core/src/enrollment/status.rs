//! The state of an enrollment in the program's own terms, as far as the program's interface has them for an enrollment:
//! which of them are states here, and where the others are.
//!
//! | enrollment status of the program | here |
//! | --- | --- |
//! | `initialized`, `pending_qualification`, `qualified`, `denied`, `active`, `suspended` | a [`Status`] of this name |
//! | `none`, `not_registered` | no enrollment: there is none to have a status |
//! | `offboarding` | a state of direct bill and no enrollment's: [`CapabilityState::Offboarding`](crate::organization::CapabilityState) |
//! | `closed`, `evicted`, `disabled`, `expired` | not told apart: a capability that is over is [`CapabilityState::Ended`](crate::organization::CapabilityState), and nothing ends an enrollment yet |
//!
//! | vetting status | here |
//! | --- | --- |
//! | `none`, `pending`, `authorized`, `rejected` | a [`VettingStatus`] of this name |
//! | shown as *Challenged* | an appeal: [`CheckState::Appealed`](super::CheckState), of which the status is `pending` |
//!
//! | vetting sub-status | here |
//! | --- | --- |
//! | `none`, `entry`, `email_ownership`, `email_domain`, `employment_verification`, `business_verification` | a [`VettingStep`] of this name |
//! | `decision` | no stage: the last check that is passed decides, at the same moment |
//! | `other` | no stage: every check has one |
//!
//! Programs other than that of indirect resellers (`value_added_reseller`) have no enrollments here: providers and
//! direct-bill partners are entered by the operator. Incentives and competencies are programs apart.

use serde::{Deserialize, Serialize};

use super::{CheckKind, Enrollment, State};
use crate::{Timestamp, read::Read};

/// The status of an enrollment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Begun, and not submitted.
    Initialized,
    /// Submitted, and not decided.
    PendingQualification,
    /// Approved: the agreement can be signed.
    Qualified,
    /// A check has failed.
    Denied,
    /// In business.
    Active,
    /// Existing business only.
    Suspended,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 6] = [
        Status::Initialized,
        Status::PendingQualification,
        Status::Qualified,
        Status::Denied,
        Status::Active,
        Status::Suspended,
    ];

    /// The stable name, as serialized and as the program's interface has it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Status::Initialized => "initialized",
            Status::PendingQualification => "pending_qualification",
            Status::Qualified => "qualified",
            Status::Denied => "denied",
            Status::Active => "active",
            Status::Suspended => "suspended",
        }
    }
}

crate::code::coded!(Status, "status of an enrollment");

/// The status of the review of a legal business profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum VettingStatus {
    /// Not begun.
    None,
    /// Not every check is decided.
    Pending,
    /// Every check is passed.
    Authorized,
    /// A check has failed.
    Rejected,
}

impl VettingStatus {
    /// Every status.
    pub const ALL: [VettingStatus; 4] = [
        VettingStatus::None,
        VettingStatus::Pending,
        VettingStatus::Authorized,
        VettingStatus::Rejected,
    ];

    /// The stable name, as serialized and as the program's interface has it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            VettingStatus::None => "none",
            VettingStatus::Pending => "pending",
            VettingStatus::Authorized => "authorized",
            VettingStatus::Rejected => "rejected",
        }
    }
}

crate::code::coded!(VettingStatus, "status of a review");

/// The sub-status of a review: the stage that it is at, or that it failed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum VettingStep {
    /// No stage is left.
    None,
    /// The applicant enters what is needed.
    Entry,
    /// E-mail ownership.
    EmailOwnership,
    /// E-mail domain.
    EmailDomain,
    /// Employment.
    EmploymentVerification,
    /// Business.
    BusinessVerification,
}

impl VettingStep {
    /// Every stage.
    pub const ALL: [VettingStep; 6] = [
        VettingStep::None,
        VettingStep::Entry,
        VettingStep::EmailOwnership,
        VettingStep::EmailDomain,
        VettingStep::EmploymentVerification,
        VettingStep::BusinessVerification,
    ];

    /// The stable name, as serialized and as the program's interface has it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            VettingStep::None => "none",
            VettingStep::Entry => "entry",
            VettingStep::EmailOwnership => "email_ownership",
            VettingStep::EmailDomain => "email_domain",
            VettingStep::EmploymentVerification => "employment_verification",
            VettingStep::BusinessVerification => "business_verification",
        }
    }
}

crate::code::coded!(VettingStep, "stage of a review");

impl From<CheckKind> for VettingStep {
    fn from(check: CheckKind) -> VettingStep {
        match check {
            CheckKind::EmailOwnership => VettingStep::EmailOwnership,
            CheckKind::EmailDomain => VettingStep::EmailDomain,
            CheckKind::Employment => VettingStep::EmploymentVerification,
            CheckKind::Business => VettingStep::BusinessVerification,
        }
    }
}

impl Enrollment {
    /// The status at this moment.
    ///
    /// ```
    /// use tierline_core::{enrollment::Status, testing::*};
    /// assert_eq!(enrollment(&reseller()).status(day(2)), Status::PendingQualification);
    /// ```
    #[must_use]
    pub fn status(&self, now: Timestamp) -> Status {
        match self.state {
            State::Draft => Status::Initialized,
            _ if self.is_suspended(now) => Status::Suspended,
            State::Active { .. } => Status::Active,
            State::Qualified { .. } => Status::Qualified,
            State::Submitted { .. } if self.vetting() == VettingStatus::Rejected => Status::Denied,
            State::Submitted { .. } => Status::PendingQualification,
        }
    }

    /// The status of the review. A failed check that is appealed is pending again.
    ///
    /// ```
    /// use tierline_core::{enrollment::{VettingStatus, VettingStep}, testing::*};
    /// let enrollment = enrollment(&reseller());
    /// assert_eq!((enrollment.vetting(), enrollment.vetting_step()), (VettingStatus::Pending, VettingStep::EmailOwnership));
    /// ```
    #[must_use]
    pub fn vetting(&self) -> VettingStatus {
        if self.state == State::Draft {
            VettingStatus::None
        } else if self.checks.rejected_since().is_some() {
            VettingStatus::Rejected
        } else if self.checks.are_passed() {
            VettingStatus::Authorized
        } else {
            VettingStatus::Pending
        }
    }

    /// The stage of the review: the first check that has failed, or else the first that is not decided.
    #[must_use]
    pub fn vetting_step(&self) -> VettingStep {
        if self.state == State::Draft {
            return VettingStep::Entry;
        }
        let mut checks = self.checks.iter();
        let failed = checks.find(|(_, state)| state.failed_at().is_some());
        let open = || self.checks.iter().find(|(_, state)| !state.is_passed());
        failed
            .or_else(open)
            .map_or(VettingStep::None, |(check, _)| check.into())
    }

    /// When it will be suspended, or was, if nothing is done about a failed check.
    ///
    /// ```
    /// use tierline_core::{enrollment::REJECTED_FOR, testing::*};
    /// assert_eq!(enrollment(&reseller()).suspends_at(), None);
    /// assert_eq!(rejected(&reseller(), day(5)).suspends_at(), Some(day(5) + REJECTED_FOR));
    /// ```
    #[must_use]
    pub fn suspends_at(&self) -> Option<Timestamp> {
        let due = self.checks.iter();
        let due = due.filter_map(|(_, state)| state.suspends_at()).min();
        self.suspended.or(due)
    }

    /// Whether it is suspended at this moment, for having been rejected too long. It stays so until every check is
    /// passed.
    #[must_use]
    pub fn is_suspended(&self, now: Timestamp) -> bool {
        self.suspended.is_some() || self.suspends_at().is_some_and(|at| at <= now)
    }
}
