//! The same 20,000 decisions by core and by Cedar, in one run. First they must agree on every one, and on every row of
//! the table of permissions.
//!
//! Cedar gets its requests prepared, with the relationship in them, and all organizations loaded; only `is_authorized`
//! is timed. Core finds the relationship itself.

#[path = "../../benches/pairs/mod.rs"]
mod pairs;
mod rows;
mod twin;
#[path = "../../benches/world/mod.rs"]
mod world;

use std::{collections::BTreeMap, hint::black_box};

use cedar_policy::{Entities, Request};
use chrono::{TimeZone, Utc};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tierline_core::{Timestamp, reach::Reach};
use twin::{About, Cedar, entities, request};
use world::{Question, World, answer, questions, world};

/// The questions about a world, in the form that each of the two takes.
struct Asked<'a> {
    questions: Vec<Question<'a>>,
    requests: Vec<Request>,
    entities: Entities,
}

impl<'a> Asked<'a> {
    fn about(world: &'a World, now: Timestamp) -> Asked<'a> {
        let questions = questions(world);
        let requests = questions.iter().map(|question| {
            let role = question.actor.roles.first().expect("one role");
            let pair = (question.partner.id, question.customer.id);
            let about = About::Customer(question.customer, world.relationships.get(&pair));
            request(role, question.partner, question.action, about, Reach::All, now)
        });
        let partners = world.partners.iter().map(|(partner, _)| partner);
        Asked {
            requests: requests.collect(),
            entities: entities(partners, world.customers.iter()),
            questions,
        }
    }
}

/// Stops at the first question that the two answer differently.
fn agree(world: &World, cedar: &Cedar, now: Timestamp, counted: &mut BTreeMap<&'static str, u32>) {
    let asked = Asked::about(world, now);
    for (question, request) in asked.questions.iter().zip(&asked.requests) {
        let ours = answer(world, question);
        assert_eq!(
            ours.is_ok(),
            cedar.allows(request, &asked.entities),
            "core says {ours:?}, Cedar the contrary, of {request}"
        );
        let code = ours
            .as_ref()
            .map_or_else(|refusal| refusal.code(), |_| "allowed");
        *counted.entry(code).or_default() += 1;
    }
}

fn decisions(criterion: &mut Criterion) {
    let cedar = Cedar::new();
    let now = Utc
        .timestamp_opt(1_767_312_000, 0)
        .single()
        .expect("a time");
    let (asked, allowed) = rows::agree(&cedar, now);
    println!("agreed on {asked} questions about every row, {allowed} of them allowed");
    let mut counted = BTreeMap::new();
    agree(&world(10), &cedar, now, &mut counted);
    let world = world(1);
    agree(&world, &cedar, now, &mut counted);
    println!("agreed on every question: {counted:?}");
    // Agreement on worlds in which nothing happens would prove nothing.
    for code in [
        "allowed",
        "role_missing",
        "no_relationship",
        "grant_missing",
        "capability_inactive",
        "mpn_id_missing",
        "agreement_unsigned",
        "region_mismatch",
    ] {
        assert!(counted.contains_key(code), "never `{code}`");
    }

    let Asked {
        questions,
        requests,
        entities,
    } = Asked::about(&world, now);
    let by_core = || {
        let allowed = |question: &&Question<'_>| answer(&world, black_box(question)).is_ok();
        questions.iter().filter(allowed).count()
    };
    let by_cedar = || {
        let allowed = |request: &&Request| cedar.allows(black_box(request), &entities);
        requests.iter().filter(allowed).count()
    };
    let times = pairs::ratio(7, by_cedar, by_core);
    println!("Cedar takes {times:.0} times as long as core");
    let mut group = criterion.benchmark_group("20,000 decisions");
    group.throughput(Throughput::Elements(questions.len() as u64));
    group.sample_size(20);
    group.bench_function("core", |bencher| bencher.iter(by_core));
    group.bench_function("cedar", |bencher| bencher.iter(by_cedar));
    group.finish();
}

criterion_group!(benches, decisions);
criterion_main!(benches);
