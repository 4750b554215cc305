//! The tables as stored in `tests/scenarios`. Each scenario is a separate test, named by its group and its name.

use std::{fs, path::Path};

use crate::data::{Cast, Group, Scenario};

pub(crate) struct Tables {
    pub(crate) cast: Cast,
    pub(crate) scenarios: Vec<Named>,
}

pub(crate) struct Named {
    /// The name of the test: letters, digits and `_`, as in tests written in Rust.
    pub(crate) test: String,
    pub(crate) scenario: Scenario,
}

/// The files of this folder; `written` may change their text before it is read.
pub(crate) fn read(folder: &Path, written: impl Fn(String) -> String) -> Tables {
    let text = |path: &Path| written(fs::read_to_string(path).unwrap());
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension().is_some_and(|it| it == "json") && !path.ends_with("world.json")
        })
        .collect();
    files.sort();
    let named = files.iter().flat_map(|path| {
        let Group { group, scenarios } = serde_json::from_str(&text(path))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        scenarios.into_iter().map(move |scenario| Named {
            test: format!("{}::{}", identifier(&group), identifier(&scenario.name)),
            scenario,
        })
    });
    Tables {
        cast: serde_json::from_str(&text(&folder.join("world.json"))).unwrap(),
        scenarios: named.collect(),
    }
}

fn identifier(text: &str) -> String {
    let text = text.replace('\'', "").to_lowercase();
    let words = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}
