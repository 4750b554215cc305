//! The scenario tables of `tests/scenarios`, run through the portal's commands on Postgres.
//!
//! The tables' types and the comparison are shared with the run against the pure rules, so that both read the tables in
//! the same way.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is wrong"
)]

mod agreement;
mod apart;
mod asked;
mod associate;
#[path = "../../../core/tests/scenarios/compare.rs"]
mod compare;
#[path = "../../../core/tests/scenarios/data.rs"]
mod data;
mod dates;
mod directory;
mod enroll;
#[path = "../../../core/tests/scenarios/entered.rs"]
mod entered;
mod group;
mod judge;
mod life;
mod link;
mod people;
mod registry;
mod review;
mod sell;
mod standing;
mod step;
#[path = "../../../core/tests/scenarios/tables.rs"]
mod tables;
mod world;

use std::{collections::BTreeSet, path::Path, process::ExitCode, sync::Arc};

use libtest_mimic::{Arguments, Failed, Trial};

use data::{Cast, Scenario};
use judge::Verdict;
use tables::{Named, Tables};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    // A tenant's domain here always ends in the portal's own, which the tables leave out.
    let parent = tierline_server::testing::config(&[]).tenant_domain;
    let parent = parent.as_str();
    let (_, top) = parent.split_once('.').unwrap();
    let (short, whole) = (format!(".{top}\""), format!(".{parent}\""));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let Tables { cast, scenarios } = tables::read(&folder, |text| text.replace(&short, &whole));

    let cast = Arc::new(cast);
    let names: BTreeSet<_> = scenarios
        .iter()
        .map(|it| it.scenario.name.clone())
        .collect();
    let complete = Trial::test("what_goes_another_way_is_a_scenario", move || {
        what_goes_another_way_is_a_scenario(&names);
        Ok(())
    });
    let tests = scenarios.into_iter().map(|Named { test, scenario }| {
        let cast = cast.clone();
        Trial::test(test, move || holds(&cast, &scenario))
    });
    libtest_mimic::run(&arguments, tests.chain([complete]).collect()).exit_code()
}

fn holds(cast: &Cast, scenario: &Scenario) -> Result<(), Failed> {
    let Scenario { name, rules, .. } = scenario;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (verdict, wanted) = (
        runtime.block_on(judge::judge(cast, scenario)),
        apart::wanted(name),
    );
    match verdict {
        Verdict::Fails(reason) => Err(format!("{name} (rules {rules:?}): {reason}").into()),
        verdict if verdict == wanted => Ok(()),
        verdict => Err(format!("{name}: {verdict:?}, and apart.rs says {wanted:?}").into()),
    }
}

fn what_goes_another_way_is_a_scenario(names: &BTreeSet<String>) {
    let apart: Vec<_> = apart::NOT_RUN
        .iter()
        .flat_map(|(_, names)| names.iter())
        .chain(apart::ANSWERED_AS_MISSING)
        .collect();
    for name in &apart {
        assert!(names.contains(**name), "no scenario is called `{name}`");
    }
    let run = names.len() - apart.len();
    assert!(run >= 130, "only {run} scenarios are run");
}
