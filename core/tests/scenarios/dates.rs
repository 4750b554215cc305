//! Rights with an end date, and requests to renew them.

use chrono::{NaiveDate, TimeDelta};
use tierline_core::{
    Refusal,
    access::CustomerFacts,
    event::Event,
    relationship::{AskToRenew, DateCommand, RelationshipFacts, ask_to_renew, decide_date},
};

use crate::{data::What, world::World};

pub(crate) fn decide(
    world: &World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    match what {
        What::SetEnd {
            partner,
            grant,
            days,
        } => {
            let day = days.map(|days| day(world, days));
            by_customer(
                world,
                user,
                partner,
                &DateCommand::Set { grant: *grant, day },
            )
        }
        What::AnswerRenewal { partner, renew } => {
            let command = if *renew {
                DateCommand::Renew { day: None }
            } else {
                DateCommand::Decline { reason: None }
            };
            by_customer(world, user, partner, &command)
        }
        What::AskToRenew { customer, days } => {
            let (partner, actor) = world.actor(user);
            let customer = world.organization(customer);
            let it = world.relationship(partner.id, customer.id);
            let facts = CustomerFacts {
                organization: partner,
                customer,
                relationship: it,
                providers: &[],
            };
            let asking = AskToRenew {
                text: "Please renew".parse().unwrap(),
                day: day(world, *days),
            };
            let events = ask_to_renew(facts, &asking, &actor, world.now)?;
            let id = it.expect("there is a relationship").id;
            Ok(events
                .into_iter()
                .map(|event| Event::Relationship { id, event })
                .collect())
        }
        other => panic!("not about dates: {other:?}"),
    }
}

/// The day that is so many days ahead.
fn day(world: &World, days: i64) -> NaiveDate {
    (world.now + TimeDelta::days(days)).date_naive()
}

fn by_customer(
    world: &World,
    user: Option<&str>,
    partner: &str,
    command: &DateCommand,
) -> Result<Vec<Event>, Refusal> {
    let (customer, actor) = world.actor(user);
    let partner = world.organization(partner).party();
    let it = world
        .relationship(partner.id, customer.id)
        .expect("there is a relationship");
    let facts = RelationshipFacts {
        relationship: it,
        customer,
        partner: &partner,
    };
    let events = decide_date(facts, command, &actor, world.now)?;
    Ok(events
        .into_iter()
        .map(|event| Event::Relationship { id: it.id, event })
        .collect())
}
