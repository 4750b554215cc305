//! The directory as it is stored: listings with their proposals, and messages that ask to partner.

use insta::assert_json_snapshot;
use tierline_core::{
    digest::Sha256,
    directory::{
        AskEvent, AskState, Assignment, Event, Listing, LogoFault, LogoSize, Nearness, Outcome,
        Pace, Promise, Proposal, ProposalState, Service, Version,
    },
    event,
    program::Settings,
};

use crate::{
    common::{self, *},
    events::check,
    every::{Sample, by_name, each, plain, written},
};

pub(crate) fn samples() -> Vec<Sample> {
    [objects(), names()].concat()
}

fn objects() -> Vec<Sample> {
    let at = day(3);
    let outcomes = [
        Outcome::Approved { at },
        Outcome::Rejected {
            at,
            reason: "the page is in no language of the country".parse().unwrap(),
        },
        Outcome::Withdrawn { at },
        Outcome::Superseded { at },
    ];
    let states = [
        AskState::Waiting,
        AskState::Answered {
            invitation: id(INVITATION),
            at,
        },
        AskState::Declined {
            reason: "our program is full".parse().unwrap(),
            at,
        },
        AskState::Withdrawn { at },
    ];
    let waiting = submitted_listing(&provider());
    let mut shown = waiting.clone();
    let version = Version {
        number: 1,
        profile: profile(),
        at,
    };
    shown.published = Some(version.clone());
    let draft = common::draft_listing(&provider()).draft.unwrap();
    shown.draft = Some(draft.clone());
    let profile = profile();
    let mut drawn = profile.clone();
    drawn.logo = Some(Sha256::from_bytes([0xab; 32]));
    vec![
        each(Some("outcome"), outcomes),
        each(Some("state"), states),
        plain([profile.texts.first().unwrap().clone()]),
        plain([profile.locations.first().unwrap().clone()]),
        plain([profile.contact.clone()]),
        plain([profile, drawn]),
        plain([version]),
        plain([draft]),
        plain([
            waiting.proposal.clone().unwrap(),
            Proposal {
                reviewer: Some(id(9)),
                ..waiting.proposal.clone().unwrap()
            },
        ]),
        plain([waiting, shown] as [Listing; 2]),
        plain([partner_ask(&reseller(), &provider())]),
        plain([Promise::of(at, &Settings::default())]),
    ]
}

fn names() -> Vec<Sample> {
    vec![
        each(None, Service::ALL),
        each(None, ProposalState::ALL),
        each(None, Pace::ALL),
        each(None, Nearness::ALL),
        each(None, LogoSize::ALL),
        each(None, LogoFault::ALL),
        written(&[Assignment::Take, Assignment::GiveBack]),
    ]
}

/// One of each event of a listing.
pub(crate) fn listing_events() -> Vec<Event> {
    let (number, at, by) = (1, day(1), id(7));
    vec![
        Event::Drafted {
            provider: id(1),
            profile: profile(),
            at,
            by,
        },
        Event::Discarded { at, by },
        Event::Submitted {
            number,
            profile: profile(),
            at,
            by,
        },
        Event::Superseded { number, at, by },
        Event::Withdrawn { number, at, by },
        Event::Taken {
            operator: id(6),
            number,
            at,
            by,
        },
        Event::GivenBack {
            operator: id(6),
            number,
            at,
            by,
        },
        Event::Approved { number, at, by },
        Event::Rejected {
            number,
            reason: "the page is in no language of the country".parse().unwrap(),
            at,
            by,
        },
        Event::Unlisted {
            reason: "it has moved".parse().unwrap(),
            at,
            by,
        },
    ]
}

/// One of each event of a message.
pub(crate) fn ask_events() -> Vec<AskEvent> {
    let (at, by) = (day(1), id(7));
    let new = new_ask();
    vec![
        AskEvent::Asked {
            reseller: id(2),
            provider: id(1),
            reply_to: new.reply_to,
            language: new.language,
            message: new.message,
            at,
            by,
        },
        AskEvent::Answered {
            invitation: id(INVITATION),
            at,
            by,
        },
        AskEvent::Declined {
            reason: "our program is full".parse().unwrap(),
            at,
            by,
        },
        AskEvent::Withdrawn { at, by },
    ]
}

#[test]
fn stored_listings_and_messages() {
    assert_json_snapshot!(by_name(objects()));
}

#[test]
fn names_of_the_directory() {
    assert_json_snapshot!(by_name(names()));
}

#[test]
fn events_of_the_directory() {
    let listing = listing_events().into_iter();
    let listing = listing.map(|event| event::Event::Listing { id: id(70), event });
    let asks = ask_events().into_iter();
    let asks = asks.map(|event| event::Event::Ask { id: id(71), event });
    check("directory_events", listing.chain(asks));
}

/// What is shown as a code is what is written.
#[test]
fn codes_are_what_is_written() {
    macro_rules! same {
        ($($kind:ident)+) => {$(
            for it in $kind::ALL {
                assert_eq!(serde_json::to_value(it).unwrap(), it.code());
            }
        )+};
    }
    same!(Service ProposalState Pace LogoSize LogoFault);
}
