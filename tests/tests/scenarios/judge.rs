//! One scenario in a database of its own: its state before, its step, its result.

use tierline_core::{Refusal, access::Basis};
use tierline_tests::snapshot::Snapshot;

use crate::{
    asked, compare,
    data::{Cast, Scenario, Step, Then, What},
    step::{self, Outcome, Stop},
    world::World,
};

#[derive(Debug, PartialEq)]
pub(crate) enum Verdict {
    Holds,
    /// The server answers as for a missing object.
    HoldsAsMissing,
    /// The server cannot be asked this, for this reason.
    NotRun(&'static str),
    Fails(String),
}

pub(crate) async fn judge(cast: &Cast, scenario: &Scenario) -> Verdict {
    let mut world = World::new(cast).await;
    for given in &scenario.given {
        match step::run(&mut world, given).await {
            Ok(()) => {}
            Err(Stop::NoWay(reason)) => return Verdict::NotRun(reason),
            Err(stop) => return Verdict::Fails(format!("given {given:?}: {stop:?}")),
        }
    }
    // Accounts that the step needs are no result of it.
    world.meet(scenario.when.user.as_deref()).await;
    world.meet(scenario.when.what.names()).await;
    let (before, last) = (untouched(&world).await, world.last_event().await);
    let answer = when(&mut world, &scenario.when).await;
    let events = world.events_after(last).await;
    if answer.is_err() {
        let changed = untouched(&world).await.changed_since(&before);
        if !changed.is_empty() {
            return Verdict::Fails(format!("refused, but it has changed {changed:?}"));
        }
    }
    let report = tierline_server::check::check(&world.state.pool).await;
    match report {
        Ok(report) if agrees(&world, &report) => {}
        other => return Verdict::Fails(format!("history and state: {other:?}")),
    }
    match answer {
        Ok(Some(basis)) => compared(&world, &Outcome::Allowed(basis), &scenario.then),
        Ok(None) => compared(&world, &Outcome::Events(events), &scenario.then),
        Err(Stop::NoWay(reason)) => Verdict::NotRun(reason),
        Err(Stop::Refused(refusal)) => {
            compared(&world, &Outcome::Refused(*refusal), &scenario.then)
        }
        Err(Stop::AtFields(codes)) => at_fields(&codes, &scenario.then),
        Err(Stop::Missing) => missing(&scenario.then),
        Err(stop) => Verdict::Fails(format!("{stop:?}")),
    }
}

/// Does the requested step; returns the basis if it only asks.
async fn when(world: &mut World, when: &Step) -> Result<Option<Basis>, Stop> {
    let What::Ask {
        action,
        customer,
        partner,
    } = &when.what
    else {
        return step::run(world, when).await.map(|()| None);
    };
    let (user, customer) = (when.user.as_deref(), customer.as_deref());
    let asked = asked::ask(world, user, *action, customer, partner.as_deref());
    asked.await.map(Some)
}

/// A wizard's draft exists before the customer is refused.
async fn untouched(world: &World) -> Snapshot {
    Snapshot::without(&world.state.pool, &["customer_draft"]).await
}

fn compared(world: &World, outcome: &Outcome, then: &Then) -> Verdict {
    match compare::check(world, outcome, then) {
        Ok(()) => Verdict::Holds,
        Err(reason) => Verdict::Fails(reason),
    }
}

/// A refusal of a typed value is shown at its field, by its code; to those who make their own tenant, by one in their
/// words.
fn at_fields(codes: &[String], then: &Then) -> Verdict {
    let codes: Vec<&str> = codes
        .iter()
        .map(|code| match code.as_str() {
            "own_domain_taken" => "domain_taken",
            "other_region" => "region_mismatch",
            code => code,
        })
        .collect();
    match then {
        Then::Refused { refused, .. } if codes == [refused.as_str()] => Verdict::Holds,
        _ => Verdict::Fails(format!("fields are wrong: {codes:?}")),
    }
}

/// Only a refusal may be kept from the asker: it rests on knowing the other organization.
fn missing(then: &Then) -> Verdict {
    match then {
        Then::Refused { .. } => Verdict::HoldsAsMissing,
        _ => Verdict::Fails("answered like what does not exist".to_owned()),
    }
}

/// For `look`: the page's answer about the link.
pub(crate) fn page_says(open: Result<(), Refusal>) -> Result<(), Stop> {
    open.map_err(|refusal| Stop::Refused(Box::new(refusal)))
}

/// History and state agree, except for changes by hand.
fn agrees(world: &World, report: &tierline_server::check::Report) -> bool {
    let by_hand = |(object, id): &(&str, uuid::Uuid)| {
        *object == "organization" && world.changed_by_hand.contains(id)
    };
    report.without_history.count == 0
        && report.not_stored.count == 0
        && report.differ.first.iter().all(by_hand)
}
