//! What a provider does to its own listing.

use super::{Event, Listing, Profile, ProposalState, Refusal, check};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::Organization,
};

/// Facts for a change of a listing, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ListingFacts<'a> {
    /// The provider; the actor's organization.
    pub provider: &'a Organization,
    /// Its listing.
    pub listing: &'a Listing,
}

/// A command of the provider on its listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Save a draft.
    Save {
        /// What the directory would show.
        profile: Profile,
    },
    /// Throw the draft away.
    Discard,
    /// Propose what is drafted.
    Submit,
    /// Take the proposal back.
    Withdraw,
}

/// Decides the first draft of a provider that has no listing.
///
/// # Errors
/// As [`decide`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{directory::begin, role::Role};
/// let provider = provider();
/// assert!(begin(&provider, &profile(), &actor(&provider, Role::AdminAgent), day(1)).is_ok());
/// let refused = begin(&provider, &profile(), &actor(&provider, Role::SalesAgent), day(1));
/// assert_eq!(refused.unwrap_err().code(), "role_missing");
/// ```
pub fn begin(
    provider: &Organization,
    profile: &Profile,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    access::authorize_own(provider, actor, Action::ProposeListing)?;
    check(profile, provider)?;
    Ok(Event::Drafted {
        provider: provider.id,
        profile: profile.clone(),
        at: now,
        by: actor.user,
    })
}

/// Decides a command of the provider on its listing.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; what [`check`] refuses; [`Refusal::NoDraft`];
/// [`Refusal::NothingChanged`]; [`Refusal::NoProposal`]; [`Refusal::ProposalClosed`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, directory::{Command, Event, ListingFacts, decide}, role::Role};
/// let provider = provider();
/// let mut listing = submitted_listing(&provider);
/// let admin = actor(&provider, Role::AdminAgent);
/// let run = |listing: &_, command| {
///     decide(ListingFacts { provider: &provider, listing }, &command, &admin, day(3))
/// };
/// assert_eq!(run(&listing, Command::Submit).unwrap_err().code(), "no_draft");
/// // Another proposal takes the place of the one that waits.
/// let mut other = profile();
/// other.contact.phone = None;
/// for event in run(&listing, Command::Save { profile: other })? {
///     listing.apply(&event);
/// }
/// let events = run(&listing, Command::Submit)?;
/// assert!(matches!(events[..], [Event::Superseded { number: 1, .. }, Event::Submitted { number: 2, .. }]));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    facts: ListingFacts<'_>,
    command: &Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, crate::Refusal> {
    let ListingFacts { provider, listing } = facts;
    if listing.provider != provider.id {
        return Err(access::role_missing(provider, Action::ProposeListing));
    }
    // What waits can be taken back by a provider that is suspended, too.
    match command {
        Command::Withdraw | Command::Discard => {
            access::authorize_role(provider, actor, Action::ProposeListing)?;
        }
        Command::Save { .. } | Command::Submit => {
            access::authorize_own(provider, actor, Action::ProposeListing)?;
        }
    }
    let (at, by) = (now, actor.user);
    match command {
        Command::Save { profile } => {
            let event = begin(provider, profile, actor, now)?;
            let drafted = listing.draft.as_ref().map(|draft| &draft.profile);
            Ok(if drafted == Some(profile) {
                Vec::new()
            } else {
                vec![event]
            })
        }
        Command::Discard if listing.draft.is_none() => Ok(Vec::new()),
        Command::Discard => Ok(vec![Event::Discarded { at, by }]),
        Command::Submit => submit(facts, actor, now),
        Command::Withdraw => {
            let Some(proposal) = &listing.proposal else {
                return Err(Refusal::NoProposal.into());
            };
            if let Some(closed) = proposal.closed() {
                return Err(closed_by(proposal.state(), closed));
            }
            let number = proposal.number;
            Ok(vec![Event::Withdrawn { number, at, by }])
        }
    }
}

fn submit(
    facts: ListingFacts<'_>,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, crate::Refusal> {
    let ListingFacts { provider, listing } = facts;
    let Some(draft) = &listing.draft else {
        return Err(Refusal::NoDraft.into());
    };
    // The provider may have moved since.
    check(&draft.profile, provider)?;
    let waiting = listing.waiting();
    let shown = listing.published.as_ref().map(|version| &version.profile);
    let stands = waiting.map(|proposal| &proposal.profile).or(shown);
    if stands == Some(&draft.profile) {
        return Err(Refusal::NothingChanged.into());
    }
    let (at, by) = (now, actor.user);
    let superseded = waiting.map(|proposal| Event::Superseded {
        number: proposal.number,
        at,
        by,
    });
    let before = listing.proposal.as_ref().map_or(0, |it| it.number);
    let submitted = Event::Submitted {
        number: before + 1,
        profile: draft.profile.clone(),
        at,
        by,
    };
    Ok(superseded.into_iter().chain([submitted]).collect())
}

pub(super) fn closed_by(state: ProposalState, at: Timestamp) -> crate::Refusal {
    Refusal::ProposalClosed { state, at }.into()
}
