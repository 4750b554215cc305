//! A provider's listing: what is shown, what is drafted and what is proposed.

use serde::{Deserialize, Serialize};

use super::{Event, Profile};
use crate::{
    Evolve, Timestamp,
    digest::Sha256,
    ids::{ListingId, OrganizationId, UserId},
    read::Read,
    text::Reason,
};

/// The listing of a provider. There is one, which begins with its first draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Listing {
    /// Its id.
    pub id: ListingId,
    /// The provider.
    pub provider: OrganizationId,
    /// What the directory shows, once a proposal was approved.
    pub published: Option<Version>,
    /// The number of the version that was shown last, of a listing that was taken off the directory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlisted: Option<u32>,
    /// What the provider has written and not submitted.
    pub draft: Option<Draft>,
    /// The latest proposal.
    pub proposal: Option<Proposal>,
}

/// A version of a listing, as it was approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Version {
    /// The first is number 1.
    pub number: u32,
    /// What it shows.
    pub profile: Profile,
    /// When it was approved.
    pub at: Timestamp,
}

/// A change that is being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Draft {
    /// What it would show.
    pub profile: Profile,
    /// When it was saved.
    pub at: Timestamp,
    /// The provider's user.
    pub by: UserId,
}

/// A change that was submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Proposal {
    /// The first of the listing is number 1.
    pub number: u32,
    /// What the directory would show.
    pub profile: Profile,
    /// When it was submitted.
    pub submitted: Timestamp,
    /// The provider's user.
    pub by: UserId,
    /// The operator's reviewer who has taken it: of no concern to the provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<UserId>,
    /// What has come of it; none as long as it waits.
    pub outcome: Option<Outcome>,
}

/// The end of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// The operator approved it.
    Approved {
        /// When it happened.
        at: Timestamp,
    },
    /// The operator rejected it.
    Rejected {
        /// When it happened.
        at: Timestamp,
        /// Why.
        reason: Reason,
    },
    /// The provider took it back.
    Withdrawn {
        /// When it happened.
        at: Timestamp,
    },
    /// The provider submitted another one.
    Superseded {
        /// When it happened.
        at: Timestamp,
    },
}

/// The state of a proposal by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// It waits for the operator.
    Submitted,
    /// The operator approved it.
    Approved,
    /// The operator rejected it.
    Rejected,
    /// The provider took it back.
    Withdrawn,
    /// The provider submitted another one.
    Superseded,
}

impl ProposalState {
    /// Every state.
    pub const ALL: [ProposalState; 5] = [
        ProposalState::Submitted,
        ProposalState::Approved,
        ProposalState::Rejected,
        ProposalState::Withdrawn,
        ProposalState::Superseded,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            ProposalState::Submitted => "submitted",
            ProposalState::Approved => "approved",
            ProposalState::Rejected => "rejected",
            ProposalState::Withdrawn => "withdrawn",
            ProposalState::Superseded => "superseded",
        }
    }
}

crate::code::coded!(ProposalState, "state of a proposal");

impl Proposal {
    /// Its state.
    #[must_use]
    pub const fn state(&self) -> ProposalState {
        match &self.outcome {
            None => ProposalState::Submitted,
            Some(Outcome::Approved { .. }) => ProposalState::Approved,
            Some(Outcome::Rejected { .. }) => ProposalState::Rejected,
            Some(Outcome::Withdrawn { .. }) => ProposalState::Withdrawn,
            Some(Outcome::Superseded { .. }) => ProposalState::Superseded,
        }
    }

    /// When it came to its end, if it has.
    #[must_use]
    pub const fn closed(&self) -> Option<Timestamp> {
        match &self.outcome {
            None => None,
            Some(
                Outcome::Approved { at }
                | Outcome::Rejected { at, .. }
                | Outcome::Withdrawn { at }
                | Outcome::Superseded { at },
            ) => Some(*at),
        }
    }
}

impl Listing {
    /// The proposal that waits for the operator.
    #[must_use]
    pub fn waiting(&self) -> Option<&Proposal> {
        self.proposal.as_ref().filter(|it| it.outcome.is_none())
    }

    /// What a new change begins with: the draft, else what was proposed and is not shown, else what is shown.
    #[must_use]
    pub fn latest(&self) -> Option<&Profile> {
        let draft = self.draft.as_ref().map(|draft| &draft.profile);
        let proposed = self.proposal.as_ref().map(|proposal| &proposal.profile);
        let shown = self.published.as_ref().map(|version| &version.profile);
        draft.or(proposed).or(shown)
    }

    /// The logos of what is shown, drafted and proposed last. Others that were never shown are needed no more.
    ///
    /// ```
    /// use tierline_core::{digest::Sha256, testing::*};
    /// let mut listing = draft_listing(&provider());
    /// assert!(listing.logos().is_empty());
    /// listing.draft.as_mut().unwrap().profile.logo = Some(Sha256::from_bytes([1; 32]));
    /// assert_eq!(listing.logos(), [Sha256::from_bytes([1; 32])]);
    /// ```
    #[must_use]
    pub fn logos(&self) -> Vec<Sha256> {
        let draft = self.draft.as_ref().map(|draft| &draft.profile);
        let proposed = self.proposal.as_ref().map(|proposal| &proposal.profile);
        let shown = self.published.as_ref().map(|version| &version.profile);
        let profiles = [draft, proposed, shown].into_iter().flatten();
        profiles.filter_map(|profile| profile.logo).collect()
    }
}

/// A listing begins with a draft.
///
/// ```
/// use tierline_core::{Evolve, directory::{Event, Listing, ProposalState}, testing::*};
/// let mut listing = submitted_listing(&provider());
/// assert_eq!(listing.proposal.as_ref().map(|it| it.state()), Some(ProposalState::Submitted));
/// listing.apply(&Event::Approved { number: 1, at: day(9), by: id(9) });
/// assert_eq!(listing.published.as_ref().map(|it| (it.number, it.at)), Some((1, day(9))));
/// assert!(listing.waiting().is_none());
/// ```
impl Evolve for Listing {
    type Id = ListingId;
    type Event = Event;

    fn begin(id: ListingId, event: &Event) -> Option<Listing> {
        let Event::Drafted { provider, .. } = event else {
            return None;
        };
        let mut listing = Listing {
            id,
            provider: *provider,
            published: None,
            unlisted: None,
            draft: None,
            proposal: None,
        };
        listing.apply(event);
        Some(listing)
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Drafted {
                profile, at, by, ..
            } => {
                self.draft = Some(Draft {
                    profile: profile.clone(),
                    at: *at,
                    by: *by,
                });
            }
            Event::Discarded { .. } => self.draft = None,
            Event::Submitted {
                number,
                profile,
                at,
                by,
            } => {
                self.draft = None;
                self.proposal = Some(Proposal {
                    number: *number,
                    profile: profile.clone(),
                    submitted: *at,
                    by: *by,
                    reviewer: None,
                    outcome: None,
                });
            }
            Event::Taken { by, .. } => self.assign(Some(*by)),
            Event::GivenBack { .. } => self.assign(None),
            Event::Superseded { at, .. } => self.close(Outcome::Superseded { at: *at }),
            Event::Withdrawn { at, .. } => self.close(Outcome::Withdrawn { at: *at }),
            Event::Rejected { reason, at, .. } => self.close(Outcome::Rejected {
                at: *at,
                reason: reason.clone(),
            }),
            Event::Approved { at, .. } => {
                self.close(Outcome::Approved { at: *at });
                let shown = self.published.as_ref().map(|version| version.number);
                let unlisted = self.unlisted.take();
                let before = shown.or(unlisted).unwrap_or_default();
                self.published = self.proposal.as_ref().map(|proposal| Version {
                    number: before + 1,
                    profile: proposal.profile.clone(),
                    at: *at,
                });
            }
            Event::Unlisted { .. } => {
                if let Some(version) = self.published.take() {
                    self.unlisted = Some(version.number);
                }
            }
        }
    }
}

impl Listing {
    fn assign(&mut self, reviewer: Option<UserId>) {
        if let Some(proposal) = &mut self.proposal {
            proposal.reviewer = reviewer;
        }
    }

    fn close(&mut self, outcome: Outcome) {
        if let Some(proposal) = &mut self.proposal {
            proposal.outcome = Some(outcome);
        }
    }
}
