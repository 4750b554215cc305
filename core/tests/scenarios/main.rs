//! The scenario tables of `tests/scenarios`, run against the pure rules.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is wrong"
)]

mod compare;
mod data;
mod invite;
mod sell;
mod step;
mod world;

use std::{fs, path::Path};

use data::{Cast, Group};
use world::World;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/scenarios")
}

fn groups() -> Vec<Group> {
    let mut files: Vec<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .filter(|path| {
            path.extension().is_some_and(|it| it == "json") && !path.ends_with("world.json")
        })
        .map(|path| {
            serde_json::from_str(&fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|error| panic!("{path:?}: {error}"))
        })
        .collect()
}

#[test]
fn every_scenario_holds() {
    let cast: Cast =
        serde_json::from_str(&fs::read_to_string(folder().join("world.json")).unwrap()).unwrap();
    let mut failures = Vec::new();
    let mut count = 0;
    for group in groups() {
        for scenario in &group.scenarios {
            count += 1;
            let mut world = World::new(&cast);
            let before =
                scenario
                    .given
                    .iter()
                    .try_for_each(|given| match step::run(&mut world, given) {
                        step::Outcome::Refused(refusal) => {
                            Err(format!("given {given:?}: {refusal}"))
                        }
                        _ => Ok(()),
                    });
            let outcome = before.and_then(|()| {
                let outcome = step::run(&mut world, &scenario.when);
                compare::check(&world, &outcome, &scenario.then)
            });
            if let Err(reason) = outcome {
                failures.push(format!("{} / {}: {reason}", group.group, scenario.name));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {count} failed:\n{}",
        failures.len(),
        failures.join("\n")
    );
    assert!(count >= 60, "only {count} scenarios were found");
}

#[test]
fn every_rule_has_a_scenario_and_every_name_is_used_once() {
    let groups = groups();
    let scenarios: Vec<_> = groups.iter().flat_map(|group| &group.scenarios).collect();
    for rule in [
        "1", "2", "3", "4", "5", "6", "7", "8", "market", "roles", "tenant",
    ] {
        assert!(
            scenarios
                .iter()
                .any(|scenario| scenario.rules.iter().any(|it| it == rule)),
            "rule {rule}"
        );
    }
    let mut names: Vec<_> = scenarios.iter().map(|scenario| &scenario.name).collect();
    names.sort();
    names
        .windows(2)
        .for_each(|pair| assert_ne!(pair[0], pair[1]));
}
