//! The directory: what a provider proposes, and who asks it to partner.

use tierline_core::{
    Evolve as _, Refusal,
    actor::Actor,
    directory::{
        self, AnswerFacts, Ask, AskCommand, AskFacts, AskState, Command, Decision, Listing,
        ListingFacts, MOST_TO_ONE, NewAsk, ReviewFacts,
    },
    event::Event,
    ids::{AskId, ListingId, OrganizationId},
    market::{Country, Language},
    organization::Organization,
};

use crate::{data::What, entered::profile, world::World};

pub(crate) fn decide(
    world: &mut World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    let (own, actor) = world.actor(user);
    let (own, now) = (own.clone(), world.now);
    match what {
        What::Propose { name, country } => propose(world, &own, &actor, (name, *country)),
        What::TakeBackProposal => {
            let listing = listing(world, own.id).expect("a listing");
            let facts = ListingFacts {
                provider: &own,
                listing,
            };
            let events = directory::decide(facts, &Command::Withdraw, &actor, now)?;
            Ok(of_listing(listing.id, events))
        }
        What::DecideListing {
            provider,
            number,
            rejects,
        } => {
            let provider = world.organization(provider);
            let listing = listing(world, provider.id).expect("a listing");
            let facts = ReviewFacts {
                operator: &own,
                provider,
                listing,
            };
            let decision = match rejects {
                None => Decision::Approve,
                Some(reason) => Decision::Reject {
                    reason: reason.clone(),
                },
            };
            let event = directory::review(facts, *number, &decision, &actor, now)?;
            Ok(of_listing(listing.id, vec![event]))
        }
        What::AskPartner { provider } => ask(world, &own, &actor, provider),
        What::DeclineAsk { reseller, reason } => {
            let reseller = world.organization(reseller).id;
            let decline = AskCommand::Decline {
                reason: reason.clone(),
            };
            answer(world, &own, &actor, (reseller, own.id), &decline)
        }
        What::WithdrawAsk { provider } => {
            let provider = world.organization(provider).id;
            answer(
                world,
                &own,
                &actor,
                (own.id, provider),
                &AskCommand::Withdraw,
            )
        }
        other => unreachable!("{other:?} is not about the directory"),
    }
}

/// The listing of this provider, if it has begun one.
pub(crate) fn listing(world: &World, provider: OrganizationId) -> Option<&Listing> {
    let mut all = world.listings.values();
    all.find(|it| it.provider == provider)
}

fn of_listing(id: ListingId, events: Vec<directory::Event>) -> Vec<Event> {
    let events = events.into_iter();
    events.map(|event| Event::Listing { id, event }).collect()
}

/// Saved, and submitted.
fn propose(
    world: &mut World,
    own: &Organization,
    actor: &Actor,
    (name, country): (&str, Country),
) -> Result<Vec<Event>, Refusal> {
    let (profile, now) = (profile(name, country), world.now);
    let known = listing(world, own.id).cloned();
    let mut events = match &known {
        None => vec![directory::begin(own, &profile, actor, now)?],
        Some(listing) => {
            let facts = ListingFacts {
                provider: own,
                listing,
            };
            directory::decide(facts, &Command::Save { profile }, actor, now)?
        }
    };
    let id = known.as_ref().map_or_else(|| world.id(), |it| it.id);
    let saved = events.iter().fold(known, |before, event| {
        Some(Listing::evolve(id, before, event).unwrap())
    });
    let facts = ListingFacts {
        provider: own,
        listing: &saved.expect("a listing"),
    };
    events.extend(directory::decide(facts, &Command::Submit, actor, now)?);
    Ok(of_listing(id, events))
}

fn ask(
    world: &mut World,
    own: &Organization,
    actor: &Actor,
    provider: &str,
) -> Result<Vec<Event>, Refusal> {
    let provider = world.organization(provider).clone();
    let of_reseller = world.asks.values().filter(|it| it.reseller == own.id);
    let is_waiting = |it: &&Ask| it.state == AskState::Waiting;
    let all_waiting = of_reseller.clone().filter(is_waiting).count();
    let mut earlier: Vec<Ask> = of_reseller
        .filter(|it| it.provider == provider.id)
        .cloned()
        .collect();
    earlier.sort_by_key(|it| std::cmp::Reverse(it.at));
    earlier.truncate(MOST_TO_ONE);
    let waiting = earlier.iter().find(is_waiting).map(|it| it.id);
    let facts = AskFacts {
        reseller: own,
        provider: &provider,
        partnership: world.partnership(provider.id, own.id),
        waiting,
        earlier: &earlier,
        all_waiting: all_waiting.try_into().unwrap(),
    };
    let new = NewAsk {
        reply_to: "anna@mail.example".parse().unwrap(),
        language: Language::English,
        message: "We would like to work with you.".parse().unwrap(),
    };
    let event = directory::ask(facts, &new, actor, world.now)?;
    let id: AskId = world.id();
    Ok(vec![Event::Ask { id, event }])
}

/// The latest message of the two is answered, or taken back.
fn answer(
    world: &World,
    own: &Organization,
    actor: &Actor,
    (reseller, provider): (OrganizationId, OrganizationId),
    command: &AskCommand,
) -> Result<Vec<Event>, Refusal> {
    let of_both = world.asks.values();
    let of_both = of_both.filter(|it| (it.reseller, it.provider) == (reseller, provider));
    let ask = of_both.max_by_key(|it| it.at).expect("a message");
    let facts = AnswerFacts {
        organization: own,
        ask,
    };
    let event = directory::decide_ask(facts, command, actor, world.now)?;
    let id = ask.id;
    Ok(vec![Event::Ask { id, event }])
}
