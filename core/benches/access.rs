//! 20,000 random access decisions in a world of 3 providers, 50 resellers and 1,000 customers, and the same in a world
//! ten times as large: the cost of a decision must not grow with the number of organizations.

mod world;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use world::{answer, questions, world};

fn decisions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("access");
    for (name, scale) in [("1,053 organizations", 1), ("10,530 organizations", 10)] {
        let world = world(scale);
        let questions = questions(&world);
        let (allowed, refused): (Vec<_>, Vec<_>) = questions
            .into_iter()
            .partition(|question| answer(&world, question).is_ok());
        for (kind, questions) in [("allowed", allowed), ("refused", refused)] {
            group.throughput(Throughput::Elements(questions.len() as u64));
            group.bench_function(format!("{kind}, {name}"), |bencher| {
                bencher.iter(|| {
                    questions
                        .iter()
                        .filter(|question| answer(&world, black_box(question)).is_ok())
                        .count()
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, decisions);
criterion_main!(benches);
