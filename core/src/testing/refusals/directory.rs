//! Samples of the refusals of the directory.

use crate::{
    directory::{MOST_LOCATIONS, MOST_WAITING, ProposalState, Refusal as R},
    testing::{day, id, provider},
};

pub(super) fn refusals() -> Vec<R> {
    let at = day(1);
    let mut all = vec![
        R::TextMissing,
        R::LocationMissing,
        R::TooManyLocations {
            most: MOST_LOCATIONS,
        },
        R::LocationTwice {
            country: "DE".parse().unwrap(),
        },
        R::LocationElsewhere {
            country: "TW".parse().unwrap(),
            provider: provider().party(),
            provider_country: "DE".parse().unwrap(),
        },
        R::NoDraft,
        R::NothingChanged,
        R::NoProposal,
        R::AlreadyAsked {
            ask: id(71),
            provider: provider().party(),
        },
        R::TooManyAsks { most: MOST_WAITING },
        R::AskClosed { at },
    ];
    let ends = ProposalState::ALL.into_iter().skip(1);
    all.extend(ends.map(|state| R::ProposalClosed { state, at }));
    all
}
