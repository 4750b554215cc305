//! Program settings for examples and tests.

use super::{day, id, operator};
use crate::{
    Evolve as _,
    program::{Changed, Event, Group, Program, Setting},
};

/// The operator's settings, in which these numbers were set on day 1.
#[must_use]
pub fn program(values: &[(Setting, u32)]) -> Program {
    let set = |group: Group| Event::ValuesSet {
        operator: operator().id,
        group,
        changes: values
            .iter()
            .filter(|(setting, _)| setting.group() == group)
            .map(|(setting, after)| Changed {
                setting: *setting,
                before: setting.usual(),
                after: *after,
            })
            .collect(),
        at: day(1),
        by: id(7),
    };
    let events: Vec<Event> = values
        .iter()
        .map(|(setting, _)| set(setting.group()))
        .collect();
    Program::replay(id(90), &events).unwrap()
}
