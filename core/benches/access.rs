//! 20,000 random access decisions in a world of 3 providers, 50 resellers and 1,000 customers, and the same in a world
//! ten times as large: the cost of a decision must not grow with the number of organizations.
//!
//! In the larger world the questions are about ten times as many objects, so that fewer of them are in the processor's
//! cache; asked about as many as in the smaller one, what is left is what the decision costs.

mod pairs;
mod world;

use std::{collections::HashSet, hint::black_box};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use world::{Question, World, answer, questions, world};

/// How many of the questions are answered with a yes.
fn allowed(world: &World, questions: &[Question<'_>]) -> usize {
    let is_allowed = |question: &&Question<'_>| answer(world, black_box(question)).is_ok();
    questions.iter().filter(is_allowed).count()
}

/// The first so many questions about different customers, again and again, to as many as there were.
fn about_few<'a>(questions: &[Question<'a>], few: usize) -> Vec<Question<'a>> {
    let mut seen = HashSet::new();
    let different = questions.iter().filter(|it| seen.insert(it.customer.id));
    let few: Vec<_> = different.take(few).copied().collect();
    few.iter().cycle().take(questions.len()).copied().collect()
}

fn decisions(criterion: &mut Criterion) {
    let (small, large) = (world(1), world(10));
    let of = |world| -> (Vec<_>, Vec<_>) {
        let asked: Vec<Question<'_>> = questions(world);
        asked
            .into_iter()
            .partition(|question| answer(world, question).is_ok())
    };
    let (in_small, in_large) = (of(&small), of(&large));
    let [few_in_small, few_in_large] = [&in_small.0, &in_large.0].map(|all| about_few(all, 500));
    let grows = pairs::ratio(
        501,
        || allowed(&large, &few_in_large) as f64,
        || allowed(&small, &few_in_small) as f64,
    ) * few_in_small.len() as f64
        / few_in_large.len() as f64;
    println!("among ten times as many organizations a decision takes {grows:.2} times as long");

    let mut group = criterion.benchmark_group("access");
    for (name, world, (allowed_ones, refused_ones)) in [
        ("1,053 organizations", &small, &in_small),
        ("10,530 organizations", &large, &in_large),
    ] {
        for (kind, questions) in [("allowed", allowed_ones), ("refused", refused_ones)] {
            group.throughput(Throughput::Elements(questions.len() as u64));
            group.bench_function(format!("{kind}, {name}"), |bencher| {
                bencher.iter(|| allowed(world, questions));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, decisions);
criterion_main!(benches);
