//! What the operator decides about a partner's place in the program.

use std::collections::BTreeMap;

use tierline_core::{
    Refusal,
    directory::unlist,
    enrollment::{AddFacts, CountryFacts, Dealings, add_capability, change_country},
    event::Event,
    ids::{EnrollmentId, OrganizationId},
    market::Country,
    organization::{
        Event as Happened, Offboard, ReviewAccount, ReviewFacts, StandingFacts, lift, offboard,
        review_account, suspend,
    },
    text::Reason,
};

use crate::{data::What, directory, registry, world::World};

pub(crate) fn decide(
    world: &mut World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    let reason: Reason = "as was agreed".parse().unwrap();
    let (operator, actor) = world.actor(user);
    let (operator, now) = (operator.clone(), world.now);
    let (What::Suspend { organization: of }
    | What::Lift { organization: of }
    | What::ReviewAccount { organization: of }
    | What::EndReview { organization: of }
    | What::Mark { organization: of }
    | What::AddCapability {
        organization: of, ..
    }
    | What::MoveTo {
        organization: of, ..
    }) = what
    else {
        unreachable!("{what:?} is not about a place in the program")
    };
    let organization = world.organization(of).clone();
    let standing = StandingFacts {
        operator: &operator,
        organization: &organization,
    };
    let enrollment = world.enrollment(organization.id).cloned();
    let mut began = None;
    let mut unlisted = None;
    let happened: Vec<Happened> = match what {
        What::Suspend { .. } => vec![suspend(standing, &reason, &actor, now)?],
        What::Lift { .. } => vec![lift(standing, &reason, &actor, now)?],
        What::ReviewAccount { .. } | What::EndReview { .. } => {
            let change = match what {
                What::ReviewAccount { .. } => ReviewAccount::Begin,
                _ => ReviewAccount::End,
            };
            let facts = ReviewFacts {
                operator: &operator,
                customer: &organization,
                review: world.reviews.get(&organization.id),
            };
            vec![review_account(facts, change, &reason, &actor, now)?]
        }
        What::Mark { .. } => {
            let mark = Offboard::Mark { from: None };
            offboard(standing, mark, &reason, &actor, now)?
        }
        What::AddCapability { capability, .. } => {
            let facts = AddFacts {
                standing,
                enrollment: enrollment.as_ref(),
            };
            let added = add_capability(facts, *capability, &reason, &actor, now)?;
            began = added.enrollment;
            vec![added.organization]
        }
        What::MoveTo { country, .. } => {
            let facts = CountryFacts {
                standing,
                enrollment: enrollment.as_ref(),
                location: registry::located(world, &organization),
                partners: &partners(world, organization.id),
                customers: &customers(world, organization.id),
            };
            let decided = change_country(facts, *country, &reason, &actor, now)?;
            assert!(decided.enrollment.is_empty(), "no scenario is about that");
            let listing = directory::listing(world, organization.id);
            unlisted = listing.and_then(|it| {
                let event = unlist(it, *country, &reason, &actor, now)?;
                Some(Event::Listing { id: it.id, event })
            });
            decided.organization
        }
        _ => Vec::new(),
    };
    let id = organization.id;
    let mut events: Vec<Event> = happened
        .into_iter()
        .map(|event| Event::Organization { id, event })
        .collect();
    if let Some(event) = began {
        let id: EnrollmentId = world.id();
        events.push(Event::Enrollment { id, event });
    }
    events.extend(unlisted);
    Ok(events)
}

/// The partners that it has, by country.
fn partners(world: &World, of: OrganizationId) -> Vec<Dealings> {
    let active = world.partnerships().filter(|it| it.is_active(world.now));
    let others = active.filter_map(|it| match of {
        of if it.provider == of => Some(it.reseller),
        of if it.reseller == of => Some(it.provider),
        _ => None,
    });
    by_country(world, others)
}

/// The customers that it has, by country.
fn customers(world: &World, of: OrganizationId) -> Vec<Dealings> {
    let active = world.relationships().filter(|it| it.is_active());
    let own = active.filter(|it| it.partner == of);
    by_country(world, own.map(|it| it.customer))
}

fn by_country(world: &World, ids: impl Iterator<Item = OrganizationId>) -> Vec<Dealings> {
    let mut found: BTreeMap<&str, Dealings> = BTreeMap::new();
    for other in ids.map(|id| world.with_id(id)) {
        let country: Country = other.country;
        let dealings = found.entry(country.code()).or_insert_with(|| Dealings {
            country,
            total: 0,
            first: Vec::new(),
        });
        dealings.total += 1;
        dealings.first.push(other.party());
    }
    found.into_values().collect()
}
