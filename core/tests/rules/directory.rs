//! The directory: what a provider may show, who decides on it, and who may ask whom to partner.

use proptest::prelude::*;
use tierline_core::{
    Evolve as _,
    directory::{
        AnswerFacts, Ask, AskCommand, AskEvent, AskFacts, Candidate, Command, Decision, Event,
        LEFT_ALONE, Listing, ListingFacts, MOST_LOCATIONS, MOST_TO_ONE, MOST_WAITING, Nearness,
        NewAsk, Profile, ProposalState, ReviewFacts, addressee, ask, check, decide, decide_ask,
        nearness, review,
    },
    organization::{Capability, CapabilityState, Organization},
    role::Role,
};

use crate::common::*;

fn code<T>(result: Result<T, tierline_core::Refusal>) -> Result<(), &'static str> {
    result.map(drop).map_err(|refusal| refusal.code())
}

#[test]
fn a_listing_says_where_and_what() {
    let provider = provider();
    let refused = |change: fn(&mut Profile)| {
        let mut profile = profile();
        change(&mut profile);
        check(&profile, &provider).map_err(|refusal| refusal.code())
    };
    assert_eq!(refused(|_| {}), Ok(()));
    assert_eq!(refused(|it| it.services.clear()), Ok(()));
    assert_eq!(refused(|it| it.texts.clear()), Err("listing_text_missing"));
    assert_eq!(
        refused(|it| it.locations.push(it.locations[0].clone())),
        Err("location_twice")
    );
    assert_eq!(
        refused(|it| it.locations[1].country = "US".parse().unwrap()),
        Err("location_elsewhere")
    );
    assert_eq!(
        refused(|it| it.locations = vec![it.locations[0].clone(); MOST_LOCATIONS + 1]),
        Err("too_many_locations")
    );
    // Two places in one country are two locations.
    assert_eq!(
        refused(|it| it.locations[1].country = it.locations[0].country),
        Ok(())
    );
}

fn run(
    listing: &Listing,
    provider: &Organization,
    role: Role,
    command: &Command,
) -> Result<Vec<Event>, tierline_core::Refusal> {
    let facts = ListingFacts { provider, listing };
    decide(facts, command, &actor(provider, role), day(3))
}

#[test]
fn nobody_proposes_for_another_provider() {
    let other = organization(8, "Northwind", "DE", Capability::IndirectProvider);
    let listing = submitted_listing(&provider());
    for command in [
        Command::Withdraw,
        Command::Submit,
        Command::Discard,
        Command::Save { profile: profile() },
    ] {
        let refused = run(&listing, &other, Role::GlobalAdmin, &command);
        assert_eq!(code(refused), Err("role_missing"));
    }
}

#[test]
fn a_suspended_provider_takes_back_and_proposes_nothing() {
    let suspended = with(
        provider(),
        Capability::IndirectProvider,
        CapabilityState::Suspended,
    );
    let listing = submitted_listing(&suspended);
    let of = |command| code(run(&listing, &suspended, Role::AdminAgent, &command));
    assert_eq!(of(Command::Withdraw), Ok(()));
    assert_eq!(
        of(Command::Save { profile: profile() }),
        Err("capability_inactive")
    );
}

#[test]
fn the_same_is_not_proposed_twice() {
    let provider = provider();
    let mut listing = submitted_listing(&provider);
    let save = Command::Save { profile: profile() };
    for event in run(&listing, &provider, Role::AdminAgent, &save).unwrap() {
        listing.apply(&event);
    }
    let again = run(&listing, &provider, Role::AdminAgent, &Command::Submit);
    assert_eq!(code(again), Err("nothing_changed"));
}

#[test]
fn a_reviewer_decides_what_was_read() {
    let (operator, provider) = (operator(), provider());
    let mut listing = submitted_listing(&provider);
    let decided = |listing: &Listing, number, actor: &_| {
        let facts = ReviewFacts {
            operator: &operator,
            provider: &provider,
            listing,
        };
        code(review(facts, number, &Decision::Approve, actor, day(4)))
    };
    let reviewer = actor(&operator, Role::Reviewer);
    assert_eq!(decided(&listing, 1, &reviewer), Ok(()));
    assert_eq!(decided(&listing, 2, &reviewer), Err("no_proposal"));
    let own = actor(&provider, Role::GlobalAdmin);
    assert_eq!(decided(&listing, 1, &own), Err("role_missing"));
    // Replaced meanwhile by another one.
    let mut other = profile();
    other.services.clear();
    for command in [Command::Save { profile: other }, Command::Submit] {
        for event in run(&listing, &provider, Role::AdminAgent, &command).unwrap() {
            listing.apply(&event);
        }
    }
    assert_eq!(decided(&listing, 1, &reviewer), Err("proposal_closed"));
    assert_eq!(decided(&listing, 2, &reviewer), Ok(()));
}

#[test]
fn a_reseller_asks_providers_of_its_region_once_and_not_everybody() {
    let (reseller, provider) = (reseller(), provider());
    let facts = AskFacts {
        reseller: &reseller,
        provider: &provider,
        partnership: None,
        waiting: None,
        earlier: &[],
        all_waiting: 0,
    };
    let asked = |facts, role| code(ask(facts, &new_ask(), &actor(&reseller, role), day(1)));
    assert_eq!(asked(facts, Role::SalesAgent), Ok(()));
    assert_eq!(asked(facts, Role::HelpdeskAgent), Err("role_missing"));
    let partnership = partnership(&provider, &reseller);
    let refused = |facts| asked(facts, Role::GlobalAdmin).unwrap_err();
    assert_eq!(
        refused(AskFacts {
            partnership: Some(&partnership),
            ..facts
        }),
        "partnership_exists"
    );
    assert_eq!(
        refused(AskFacts {
            waiting: Some(id(71)),
            ..facts
        }),
        "already_asked"
    );
    assert_eq!(
        refused(AskFacts {
            all_waiting: MOST_WAITING,
            ..facts
        }),
        "too_many_asks"
    );
    let suspended = with(
        provider.clone(),
        Capability::IndirectProvider,
        CapabilityState::Suspended,
    );
    assert_eq!(
        refused(AskFacts {
            provider: &suspended,
            ..facts
        }),
        "capability_inactive"
    );
}

/// The reseller's messages to the provider: the first one on this day, and each of the others on the day before.
fn taken_back(newest: i64, count: i64) -> Vec<Ask> {
    let messages = (0..count).map(|before| {
        let mut ask = partner_ask(&reseller(), &provider());
        ask.at = day(newest - before);
        ask.apply(&AskEvent::Withdrawn {
            at: ask.at,
            by: id(7),
        });
        ask
    });
    messages.collect()
}

#[test]
fn a_provider_is_not_pressed() {
    let (reseller, provider) = (reseller(), provider());
    let asked = |earlier: &[Ask], now| {
        let facts = AskFacts {
            reseller: &reseller,
            provider: &provider,
            partnership: None,
            waiting: None,
            earlier,
            all_waiting: 0,
        };
        let admin = actor(&reseller, Role::GlobalAdmin);
        code(ask(facts, &new_ask(), &admin, now))
    };
    let mut declined = partner_ask(&reseller, &provider);
    declined.apply(&AskEvent::Declined {
        reason: "our program is full".parse().unwrap(),
        at: day(2),
        by: id(7),
    });
    let again = day(2) + LEFT_ALONE;
    let second = chrono::TimeDelta::seconds(1);
    let declined = [declined];
    assert_eq!(asked(&declined, again - second), Err("declined_recently"));
    assert_eq!(asked(&declined, again), Ok(()));

    let most = i64::try_from(MOST_TO_ONE).unwrap();
    let messages = taken_back(9, most);
    assert_eq!(asked(&messages[1..], day(10)), Ok(()));
    assert_eq!(asked(&messages, day(10)), Err("asked_often"));
    let free_again = messages.last().unwrap().at + LEFT_ALONE;
    assert_eq!(asked(&messages, free_again - second), Err("asked_often"));
    assert_eq!(asked(&messages, free_again), Ok(()));
}

#[test]
fn a_guest_is_not_addressed() {
    let message = partner_ask(&reseller(), &provider());
    let candidate = |user, is_global_admin, is_own| Candidate {
        user,
        address: format!("{user}@org2.example").parse().unwrap(),
        is_global_admin,
        is_own,
    };
    let (guest, other_guest) = (
        candidate(message.by, true, false),
        candidate(id(8), true, false),
    );
    let (admin, second) = (candidate(id(9), true, true), candidate(id(10), true, true));
    let agent = candidate(id(11), false, true);
    let addressed = |all: &[Candidate]| addressee(&message, all).map(|it| it.user);
    let all = [
        guest.clone(),
        other_guest,
        agent.clone(),
        admin.clone(),
        second,
    ];
    assert_eq!(addressed(&all), Some(admin.user));
    assert_eq!(
        addressed(&all[..3]),
        None,
        "an agent who hasn't asked knows of nothing"
    );
    // A global admin who asked is answered, whoever comes first.
    let asked = candidate(message.by, true, true);
    assert_eq!(addressed(&[admin, asked.clone()]), Some(asked.user));
    // Whoever has left the reseller is none of its users.
    assert_eq!(addressed(&[agent]), None);
}

/// The refusal names both organizations with their countries, so that both regions can be told.
#[test]
fn another_region_is_named_beside_the_own_one() {
    let reseller = reseller();
    let far_away = organization(9, "Relecloud", "TW", Capability::IndirectProvider);
    let facts = AskFacts {
        reseller: &reseller,
        provider: &far_away,
        partnership: None,
        waiting: None,
        earlier: &[],
        all_waiting: 0,
    };
    let NewAsk { .. } = new_ask();
    let agent = actor(&reseller, Role::AdminAgent);
    let refusal = ask(facts, &new_ask(), &agent, day(1)).unwrap_err();
    let written = serde_json::to_value(&refusal).unwrap();
    assert_eq!(written["code"], "region_mismatch");
    assert_eq!(
        (&written["first_country"], &written["second_country"]),
        (
            &"TW".into(),
            &serde_json::Value::from(reseller.country.code())
        )
    );
}

#[test]
fn an_answer_is_the_providers_and_given_once() {
    let (reseller, provider) = (reseller(), provider());
    let message = partner_ask(&reseller, &provider);
    let run = |organization: &Organization, role, command: AskCommand| {
        let facts = AnswerFacts {
            organization,
            ask: &message,
        };
        code(decide_ask(
            facts,
            &command,
            &actor(organization, role),
            day(2),
        ))
    };
    let answer = || AskCommand::Answer {
        invitation: id(1000),
    };
    assert_eq!(run(&provider, Role::SalesAgent, answer()), Ok(()));
    assert_eq!(
        run(&provider, Role::ReportViewer, answer()),
        Err("role_missing")
    );
    assert_eq!(
        run(&reseller, Role::GlobalAdmin, answer()),
        Err("role_missing")
    );
    assert_eq!(
        run(&reseller, Role::SalesAgent, AskCommand::Withdraw),
        Ok(())
    );
}

proptest! {
    /// Whatever is done in whatever order: what the directory shows was submitted by the provider and approved by the
    /// operator, and versions count up.
    #[test]
    fn only_what_was_approved_is_shown(steps in prop::collection::vec(0..6usize, 0..40)) {
        let (operator, provider) = (operator(), provider());
        let mut listing = draft_listing(&provider);
        let mut submitted = Vec::new();
        let mut versions = 0;
        for (turn, step) in steps.into_iter().enumerate() {
            let mut profile = profile();
            profile.name = format!("Contoso {turn}").parse().unwrap();
            let command = match step {
                0 => Some(Command::Save { profile }),
                1 => Some(Command::Submit),
                2 => Some(Command::Withdraw),
                3 => Some(Command::Discard),
                _ => None,
            };
            let number = listing.proposal.as_ref().map_or(0, |it| it.number);
            let events = match command {
                Some(command) => run(&listing, &provider, Role::AdminAgent, &command).unwrap_or_default(),
                None => {
                    let facts = ReviewFacts { operator: &operator, provider: &provider, listing: &listing };
                    let decision = if step == 4 {
                        Decision::Approve
                    } else {
                        Decision::Reject { reason: "no".parse().unwrap() }
                    };
                    review(facts, number, &decision, &actor(&operator, Role::Reviewer), day(4)).into_iter().collect()
                }
            };
            for event in events {
                if let Event::Submitted { profile, .. } = &event {
                    submitted.push(profile.clone());
                }
                let is_approval = matches!(event, Event::Approved { .. });
                let shown = listing.published.clone();
                listing.apply(&event);
                if is_approval {
                    versions += 1;
                    let now = listing.published.as_ref().unwrap();
                    prop_assert_eq!(now.number, versions);
                    prop_assert!(submitted.contains(&now.profile));
                    prop_assert_eq!(listing.proposal.as_ref().unwrap().state(), ProposalState::Approved);
                } else {
                    prop_assert_eq!(&listing.published, &shown);
                }
            }
        }
    }

    /// The own country comes before the own region, and that before everything else.
    #[test]
    fn who_is_in_the_country_is_in_its_region(country in 0..200usize) {
        let country = tierline_core::market::Country::all().nth(country).unwrap();
        let near = nearness(&profile(), country);
        let in_region = tierline_core::market::same_region(country, "DE".parse().unwrap());
        prop_assert_eq!(near == Nearness::Elsewhere, !in_region);
    }
}
