//! What the operator decides on a proposal.

use super::{Event, Listing, Proposal, Refusal, check, propose::closed_by};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::Organization,
    text::Reason,
};

/// Facts for a decision on a proposal, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ReviewFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// The provider.
    pub provider: &'a Organization,
    /// Its listing.
    pub listing: &'a Listing,
}

/// The operator's decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The directory shows it.
    Approve,
    /// It does not.
    Reject {
        /// Why.
        reason: Reason,
    },
}

/// Decides whether the operator may decide the proposal of this number: the one that the reviewer has read.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::NoProposal`];
/// [`Refusal::ProposalClosed`] where somebody else was faster, or the provider has changed its mind;
/// [`Refusal::ChangeTaken`] where another reviewer works on it; what [`check`] refuses, for an approval.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, directory::{Decision, ReviewFacts, review}, role::Role};
/// let (operator, provider) = (operator(), provider());
/// let mut listing = submitted_listing(&provider);
/// let reviewer = actor(&operator, Role::Reviewer);
/// let run = |listing: &_, number, decision| {
///     let facts = ReviewFacts { operator: &operator, provider: &provider, listing };
///     review(facts, number, &decision, &reviewer, day(9))
/// };
/// listing.apply(&run(&listing, 1, Decision::Approve)?);
/// let again = Decision::Reject { reason: "no".parse().unwrap() };
/// assert_eq!(run(&listing, 1, again).unwrap_err().code(), "proposal_closed");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn review(
    facts: ReviewFacts<'_>,
    number: u32,
    decision: &Decision,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    let ReviewFacts {
        operator,
        provider,
        listing,
    } = facts;
    access::authorize_on_program(operator, actor, Action::ReviewListings)?;
    let proposal = waiting(listing, number)?;
    if proposal.reviewer.is_some_and(|it| it != actor.user) {
        return Err(Refusal::ChangeTaken.into());
    }
    let (at, by) = (now, actor.user);
    match decision {
        Decision::Approve => {
            check(&proposal.profile, provider)?;
            Ok(Event::Approved { number, at, by })
        }
        Decision::Reject { reason } => Ok(Event::Rejected {
            number,
            reason: reason.clone(),
            at,
            by,
        }),
    }
}

/// The proposal of this number, as long as it waits.
pub(super) fn waiting(listing: &Listing, number: u32) -> Result<&Proposal, crate::Refusal> {
    let Some(proposal) = &listing.proposal else {
        return Err(Refusal::NoProposal.into());
    };
    if number < proposal.number {
        // The reviewer has read one that was replaced meanwhile.
        return Err(closed_by(
            super::ProposalState::Superseded,
            proposal.submitted,
        ));
    }
    if number != proposal.number {
        return Err(Refusal::NoProposal.into());
    }
    if let Some(closed) = proposal.closed() {
        return Err(closed_by(proposal.state(), closed));
    }
    Ok(proposal)
}
