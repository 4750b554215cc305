//! Events of listings.

use serde::{Deserialize, Serialize};

use super::Profile;
use crate::{
    Timestamp,
    ids::{OrganizationId, UserId},
    read::Read,
    text::Reason,
};

/// Events of a provider's listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The provider saved a draft.
    Drafted {
        /// The provider.
        provider: OrganizationId,
        /// What the directory would show.
        profile: Profile,
        /// When it happened.
        at: Timestamp,
        /// The provider's user.
        by: UserId,
    },
    /// The provider threw the draft away.
    Discarded {
        /// When it happened.
        at: Timestamp,
        /// The provider's user.
        by: UserId,
    },
    /// The provider proposed the change.
    Submitted {
        /// The number of the proposal.
        number: u32,
        /// What the directory would show.
        profile: Profile,
        /// When it happened.
        at: Timestamp,
        /// The provider's user.
        by: UserId,
    },
    /// The waiting proposal is replaced by another one.
    Superseded {
        /// The number of the proposal.
        number: u32,
        /// When it happened.
        at: Timestamp,
        /// The provider's user.
        by: UserId,
    },
    /// The provider took the proposal back.
    Withdrawn {
        /// The number of the proposal.
        number: u32,
        /// When it happened.
        at: Timestamp,
        /// The provider's user.
        by: UserId,
    },
    /// A reviewer of the operator works on the proposal. The provider learns nothing of it.
    Taken {
        /// The operator.
        operator: OrganizationId,
        /// The number of the proposal.
        number: u32,
        /// When it happened.
        at: Timestamp,
        /// The reviewer.
        by: UserId,
    },
    /// No reviewer works on the proposal any more. The provider learns nothing of it.
    GivenBack {
        /// The operator.
        operator: OrganizationId,
        /// The number of the proposal.
        number: u32,
        /// When it happened.
        at: Timestamp,
        /// The reviewer.
        by: UserId,
    },
    /// The operator approved the proposal.
    Approved {
        /// The number of the proposal.
        number: u32,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator rejected the proposal.
    Rejected {
        /// The number of the proposal.
        number: u32,
        /// Why.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The listing was taken off the directory: the operator moved the provider to another region.
    Unlisted {
        /// Why it was moved.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Drafted { provider, .. } => vec![*provider],
            Event::Discarded { .. }
            | Event::Submitted { .. }
            | Event::Superseded { .. }
            | Event::Withdrawn { .. }
            | Event::Taken { .. }
            | Event::GivenBack { .. }
            | Event::Approved { .. }
            | Event::Rejected { .. }
            | Event::Unlisted { .. } => Vec::new(),
        }
    }
}
