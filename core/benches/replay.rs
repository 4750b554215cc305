//! Replay of 10,000 events, compared with a plain match over the same events that computes three numbers.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark stops when its world is wrong"
)]

mod pairs;

use std::hint::black_box;

use chrono::{TimeDelta, TimeZone, Utc};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tierline_core::{
    Evolve as _,
    ids::RelationshipId,
    relationship::{Event, Grant, Origin, Relationship, Side},
};
use uuid::Uuid;

const EVENTS: usize = 10_000;

/// Relationships that come into force, lose a right, regain it, and end.
fn history() -> Vec<(RelationshipId, Event)> {
    let start = Utc
        .timestamp_opt(1_767_225_600, 0)
        .single()
        .expect("a time");
    (0..EVENTS)
        .map(|number| {
            let id = Uuid::from_u128(number as u128 / 5).into();
            let (at, by) = (
                start + TimeDelta::minutes(number as i64),
                Uuid::nil().into(),
            );
            let event = match number % 5 {
                0 => Event::Established {
                    partner: Uuid::from_u128(1).into(),
                    customer: Uuid::from_u128(2).into(),
                    side: Side::DirectBill,
                    together_with: None,
                    origin: Origin::Created {
                        by: Uuid::from_u128(1).into(),
                        user: by,
                    },
                    grants: Side::DirectBill.asks_for(),
                    groups: Default::default(),
                    at,
                },
                1 => Event::GrantEnded {
                    grant: Grant::Administer,
                    at,
                    by,
                },
                2 => {
                    let grants = Side::IndirectReseller.asks_for();
                    Event::Granted {
                        grants,
                        invitation: Uuid::from_u128(3).into(),
                        at,
                        by,
                    }
                }
                3 => Event::GrantEnded {
                    grant: Grant::Support,
                    at,
                    by,
                },
                _ => Event::Ended { at, by },
            };
            (id, event)
        })
        .collect()
}

fn evolve(history: &[(RelationshipId, Event)]) -> Option<Relationship> {
    let mut state: Option<Relationship> = None;
    for (id, event) in history {
        if state.as_ref().is_some_and(|before| before.id != *id) {
            state = None;
        }
        Relationship::advance(&mut state, *id, black_box(event));
    }
    state
}

fn plain_match(history: &[(RelationshipId, Event)]) -> [i64; 3] {
    let mut rights = [0_i64; 3];
    for (_, event) in history {
        match black_box(event) {
            Event::Established { grants, .. } | Event::Granted { grants, .. } => {
                grants.iter().for_each(|grant| rights[grant as usize] += 1);
            }
            Event::GrantEnded { grant, .. } => rights[*grant as usize] -= 1,
            Event::GrantExpired { grant, .. } => rights[*grant as usize] -= 1,
            Event::Expired { at } => rights = [at.timestamp(); 3],
            Event::Grouped { .. }
            | Event::PartnersParted { .. }
            | Event::EndDateSet { .. }
            | Event::RenewalAsked { .. }
            | Event::Renewed { .. }
            | Event::RenewalDeclined { .. }
            | Event::TenantOwnerGiven { .. }
            | Event::TenantOwnerTaken { .. } => {}
            Event::Ended { at, .. } => rights = [at.timestamp(); 3],
        }
    }
    rights
}

fn replay(criterion: &mut Criterion) {
    let history = history();
    let times = pairs::ratio(501, || evolve(&history), || plain_match(&history));
    println!("evolve takes {times:.2} times a plain match");
    let mut group = criterion.benchmark_group("replay");
    group.throughput(Throughput::Elements(EVENTS as u64));
    group.bench_function("evolve", |bencher| bencher.iter(|| evolve(&history)));
    group.bench_function("plain match", |bencher| {
        bencher.iter(|| plain_match(&history));
    });
    group.finish();
}

criterion_group!(benches, replay);
criterion_main!(benches);
