//! Samples of the refusals of the directory.

use crate::{
    directory::{
        LEFT_ALONE, LogoFault, MOST_LOCATIONS, MOST_LOGO_BYTES, MOST_TO_ONE, MOST_WAITING,
        ProposalState, Refusal as R,
    },
    testing::{day, id, provider, reseller},
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
        R::LogoTooLarge {
            most: MOST_LOGO_BYTES,
        },
        R::NoDraft,
        R::NothingChanged,
        R::NoProposal,
        R::ChangeTaken,
        R::ChangeNotYours,
        R::AlreadyAsked {
            ask: id(71),
            provider: provider().party(),
        },
        R::DeclinedRecently {
            provider: provider().party(),
            again: at + LEFT_ALONE,
        },
        R::AskedOften {
            provider: provider().party(),
            most: MOST_TO_ONE,
            again: at + LEFT_ALONE,
        },
        R::TooManyAsks { most: MOST_WAITING },
        R::AlreadyRequested {
            invitation: id(1000),
            reseller: reseller().party(),
        },
        R::NobodyToAddress {
            reseller: reseller().party(),
        },
        R::AskClosed { at },
    ];
    all.extend(LogoFault::ALL.map(|what| R::LogoUnfit { what }));
    let ends = ProposalState::ALL.into_iter().skip(1);
    all.extend(ends.map(|state| R::ProposalClosed { state, at }));
    all
}
