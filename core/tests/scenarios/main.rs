//! The scenario tables of `tests/scenarios`, run against the pure rules.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is wrong"
)]

mod agreement;
mod associate;
mod compare;
mod data;
mod dates;
mod directory;
mod enroll;
mod entered;
mod group;
mod invite;
mod life;
mod member;
mod permitted;
mod registry;
mod review;
mod sell;
mod standing;
mod step;
mod tables;
mod world;

use std::{path::Path, process::ExitCode, sync::Arc};

use libtest_mimic::{Arguments, Failed, Trial};

use data::{Cast, Scenario};
use tables::{Named, Tables};
use world::World;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/scenarios");
    let Tables { cast, scenarios } = tables::read(&folder, |text| text);
    let cast = Arc::new(cast);
    let named: Vec<_> = scenarios
        .iter()
        .map(|it| (it.scenario.name.clone(), it.scenario.rules.clone()))
        .collect();
    let complete = Trial::test(
        "every_rule_has_a_scenario_and_every_name_is_used_once",
        move || {
            every_rule_has_a_scenario_and_every_name_is_used_once(named);
            Ok(())
        },
    );
    let tests = scenarios.into_iter().map(|Named { test, scenario }| {
        let cast = cast.clone();
        Trial::test(test, move || holds(&cast, &scenario))
    });
    libtest_mimic::run(&arguments, tests.chain([complete]).collect()).exit_code()
}

fn holds(cast: &Cast, scenario: &Scenario) -> Result<(), Failed> {
    let mut world = World::new(cast);
    for given in &scenario.given {
        if let step::Outcome::Refused(refusal) = step::run(&mut world, given) {
            return Err(format!("given {given:?}: {refusal}").into());
        }
    }
    let outcome = step::run(&mut world, &scenario.when);
    compare::check(&world, &outcome, &scenario.then).map_err(|reason| {
        format!("{} (rules {:?}): {reason}", scenario.name, scenario.rules).into()
    })
}

fn every_rule_has_a_scenario_and_every_name_is_used_once(mut named: Vec<(String, Vec<String>)>) {
    assert!(
        named.len() >= 60,
        "only {} scenarios were found",
        named.len()
    );
    for rule in [
        "1", "2", "3", "4", "5", "6", "7", "8", "market", "roles", "tenant",
    ] {
        assert!(
            named
                .iter()
                .any(|(_, rules)| rules.iter().any(|it| it == rule)),
            "rule {rule}"
        );
    }
    named.sort();
    named
        .windows(2)
        .for_each(|pair| assert_ne!(pair[0].0, pair[1].0));
}
