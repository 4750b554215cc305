//! The scenario tables of `tests/scenarios`, run through the portal's commands on Postgres.
//!
//! The tables' types and the comparison are those of the run against the pure rules, so that both read the same thing
//! out of them.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is wrong"
)]

mod apart;
mod asked;
#[path = "../../../core/tests/scenarios/compare.rs"]
mod compare;
#[path = "../../../core/tests/scenarios/data.rs"]
mod data;
mod judge;
mod link;
mod people;
mod sell;
mod step;
mod world;

use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

use tokio::task::JoinSet;

use apart::{ANSWERED_AS_MISSING, NOT_RUN};
use data::{Cast, Group, Scenario};
use judge::Verdict;

/// How many databases there are at a time.
const LANES: usize = 4;

/// A file of the tables. A tenant's domain here always ends in the portal's own, which the tables leave out.
fn file(path: &Path) -> String {
    let parent = tierline_server::portal::TENANT_PARENT;
    let (_, top) = parent.split_once('.').unwrap();
    fs::read_to_string(path)
        .unwrap()
        .replace(&format!(".{top}\""), &format!(".{parent}\""))
}

fn tables() -> (Cast, Vec<(String, Scenario)>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .collect();
    files.sort();
    files.retain(|path| !path.ends_with("world.json"));
    let cast = serde_json::from_str(&file(&folder.join("world.json"))).unwrap();
    let mut scenarios = Vec::new();
    for path in files {
        let group: Group = serde_json::from_str(&file(&path))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let named = group
            .scenarios
            .into_iter()
            .map(|scenario| (group.group.clone(), scenario));
        scenarios.extend(named);
    }
    (cast, scenarios)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_scenario_holds_through_postgres() {
    let (cast, scenarios) = tables();
    let cast = Arc::new(cast);
    let (mut held, mut failures) = (0, Vec::new());
    let (mut not_run, mut as_missing) = (BTreeSet::new(), BTreeSet::new());
    let mut waiting = scenarios.into_iter();
    let mut running = JoinSet::new();
    loop {
        while running.len() < LANES
            && let Some((group, scenario)) = waiting.next()
        {
            let cast = cast.clone();
            running.spawn(async move {
                let verdict = judge::judge(&cast, &scenario).await;
                (group, scenario, verdict)
            });
        }
        let Some(done) = running.join_next().await else {
            break;
        };
        let (group, Scenario { name, rules, .. }, verdict) = done.unwrap();
        match verdict {
            Verdict::Holds => held += 1,
            Verdict::HoldsAsMissing => {
                as_missing.insert(name);
            }
            Verdict::NotRun(reason) => {
                not_run.insert((reason.to_owned(), name));
            }
            Verdict::Fails(reason) => {
                failures.push(format!("{group} / {name} (rules {rules:?}): {reason}"));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} failed:\n{}",
        failures.len(),
        failures.join("\n")
    );
    let listed: BTreeSet<_> = NOT_RUN
        .iter()
        .flat_map(|(reason, names)| names.iter().map(move |name| (reason, name)))
        .map(|(reason, name)| ((*reason).to_owned(), (*name).to_owned()))
        .collect();
    assert_eq!(
        not_run, listed,
        "the scenarios that the server has no command for"
    );
    let listed: BTreeSet<_> = ANSWERED_AS_MISSING
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    assert_eq!(
        as_missing, listed,
        "the refusals that the server keeps to itself"
    );
    assert!(held >= 130, "only {held} scenarios were run");
    println!(
        "{held} scenarios hold, {} as missing, {} not run",
        as_missing.len(),
        not_run.len()
    );
}
