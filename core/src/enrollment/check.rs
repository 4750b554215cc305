//! The four checks of a review.

use serde::{Deserialize, Serialize};

use super::{DocumentKind, REJECTED_FOR, ReasonCode};
use crate::{Timestamp, ids::UserId, read::Read, text::Reason};

/// A check of a review ("The account verification process").
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// The primary contact reads mail at the address.
    EmailOwnership,
    /// The address is in a domain of the company.
    EmailDomain,
    /// The primary contact works at the company.
    Employment,
    /// The company exists under this name and at this address.
    Business,
}

impl CheckKind {
    /// Every check, in the order of a review.
    pub const ALL: [CheckKind; 4] = [
        CheckKind::EmailOwnership,
        CheckKind::EmailDomain,
        CheckKind::Employment,
        CheckKind::Business,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            CheckKind::EmailOwnership => "email_ownership",
            CheckKind::EmailDomain => "email_domain",
            CheckKind::Employment => "employment",
            CheckKind::Business => "business",
        }
    }

    /// The kinds of documents that can support it.
    #[must_use]
    pub const fn documents(self) -> &'static [DocumentKind] {
        match self {
            CheckKind::EmailOwnership => &[],
            CheckKind::EmailDomain => &[DocumentKind::DomainRegistration],
            CheckKind::Employment => &[DocumentKind::EmploymentProof],
            CheckKind::Business => &[
                DocumentKind::BusinessRegistration,
                DocumentKind::TaxRecord,
                DocumentKind::AddressProof,
            ],
        }
    }
}

crate::code::coded!(CheckKind, "check");

/// The state of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CheckState {
    /// Not decided yet.
    Pending {
        /// Since when.
        since: Timestamp,
    },
    /// Passed.
    Passed {
        /// When it was decided.
        at: Timestamp,
        /// The operator's user who decided it; nobody for a partner that is in the program already.
        by: Option<UserId>,
    },
    /// Failed.
    Failed {
        /// When it was decided.
        at: Timestamp,
        /// The operator's user who decided it.
        by: UserId,
        /// Why.
        reason: ReasonCode,
        /// More of that, for the applicant.
        note: Option<Reason>,
        /// When the partner is suspended if it does nothing; none if that was decided before it could be chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Timestamp>,
    },
    /// Failed, and the applicant objects: to be decided again.
    Appealed {
        /// When the applicant objected.
        at: Timestamp,
        /// Why it had failed.
        reason: ReasonCode,
        /// The objection.
        statement: Option<Reason>,
    },
}

impl CheckState {
    /// Whether the operator has to decide it, and since when.
    #[must_use]
    pub const fn undecided_since(&self) -> Option<Timestamp> {
        match self {
            CheckState::Pending { since } => Some(*since),
            CheckState::Appealed { at, .. } => Some(*at),
            CheckState::Passed { .. } | CheckState::Failed { .. } => None,
        }
    }

    /// Whether it is passed.
    #[must_use]
    pub const fn is_passed(&self) -> bool {
        matches!(self, CheckState::Passed { .. })
    }

    /// When it failed, unless the applicant objects.
    #[must_use]
    pub const fn failed_at(&self) -> Option<Timestamp> {
        match self {
            CheckState::Failed { at, .. } => Some(*at),
            _ => None,
        }
    }

    /// When the partner is suspended for it, unless it does something. What the operator has told it stays so, whatever
    /// is set later.
    #[must_use]
    pub fn suspends_at(&self) -> Option<Timestamp> {
        match self {
            CheckState::Failed { at, until, .. } => {
                until.or_else(|| at.checked_add_signed(REJECTED_FOR))
            }
            _ => None,
        }
    }
}

/// The checks of one enrollment: all four, always.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Checks {
    /// The primary contact reads mail at the address.
    pub email_ownership: CheckState,
    /// The address is in a domain of the company.
    pub email_domain: CheckState,
    /// The primary contact works at the company.
    pub employment: CheckState,
    /// The company exists under this name and at this address.
    pub business: CheckState,
}

impl Checks {
    /// Each in this state.
    #[must_use]
    pub fn all(state: &CheckState) -> Checks {
        Checks {
            email_ownership: state.clone(),
            email_domain: state.clone(),
            employment: state.clone(),
            business: state.clone(),
        }
    }

    /// The state of this check.
    #[must_use]
    pub const fn get(&self, check: CheckKind) -> &CheckState {
        match check {
            CheckKind::EmailOwnership => &self.email_ownership,
            CheckKind::EmailDomain => &self.email_domain,
            CheckKind::Employment => &self.employment,
            CheckKind::Business => &self.business,
        }
    }

    pub(super) fn set(&mut self, check: CheckKind, state: CheckState) {
        *match check {
            CheckKind::EmailOwnership => &mut self.email_ownership,
            CheckKind::EmailDomain => &mut self.email_domain,
            CheckKind::Employment => &mut self.employment,
            CheckKind::Business => &mut self.business,
        } = state;
    }

    /// Each check with its state, in the order of a review.
    pub fn iter(&self) -> impl Iterator<Item = (CheckKind, &CheckState)> {
        CheckKind::ALL
            .into_iter()
            .map(|check| (check, self.get(check)))
    }

    /// Whether every check is passed.
    #[must_use]
    pub fn are_passed(&self) -> bool {
        self.iter().all(|(_, state)| state.is_passed())
    }

    /// Since when a check has failed without an objection: the longest.
    #[must_use]
    pub fn rejected_since(&self) -> Option<Timestamp> {
        self.iter().filter_map(|(_, state)| state.failed_at()).min()
    }
}
