//! The program settings as they are stored, and their events.

use insta::assert_json_snapshot;
use tierline_core::{
    Evolve as _, event,
    program::{
        Bounds, Changed, Command, Day, Event, Group, Holiday, LineProblem, Program, Setting,
        Values, WorkingDays, WrongLine,
    },
};

use crate::{
    common::*,
    events::check,
    every::{Sample, by_name, each, plain, written},
};

fn holiday() -> Holiday {
    Holiday {
        day: day(0).date_naive(),
        name: Some("New Year's Day".parse().unwrap()),
    }
}

fn changed() -> Changed {
    Changed {
        setting: Setting::ReviewTo,
        before: 5,
        after: 10,
    }
}

/// One of each event.
pub(crate) fn events() -> Vec<Event> {
    let (operator, at, by) = (operator().id, day(1), id(7));
    let unnamed = Holiday {
        day: day(1).date_naive(),
        name: None,
    };
    vec![
        Event::ValuesSet {
            operator,
            group: Group::Promises,
            changes: vec![changed()],
            at,
            by,
        },
        Event::WorkingDaysSet {
            operator,
            before: WorkingDays::default(),
            after: WorkingDays::of([Day::Sunday, Day::Monday]).unwrap(),
            at,
            by,
        },
        Event::HolidaysAdded {
            operator,
            holidays: vec![holiday(), unnamed.clone()],
            at,
            by,
        },
        Event::HolidaysRemoved {
            operator,
            holidays: vec![unnamed],
            at,
            by,
        },
    ]
}

pub(crate) fn samples() -> Vec<Sample> {
    let program = Program::replay(id(90), &events()).unwrap();
    let values = Values::parse(Group::Promises, |_| "3").unwrap();
    let lines = LineProblem::ALL.map(|problem| WrongLine { line: 2, problem });
    let commands = [
        Command::Set(values.clone()),
        Command::SetWorkingDays(WorkingDays::default()),
        Command::AddHolidays(vec![holiday()]),
        Command::RemoveHolidays(vec![holiday().day]),
    ];
    let latest = *program.latest.get(&Group::Promises).unwrap();
    vec![
        each(None, Group::ALL),
        each(None, Setting::ALL),
        each(None, Day::ALL),
        each(None, LineProblem::ALL),
        plain([WorkingDays::default()]),
        plain([Setting::ReviewTo.bounds()] as [Bounds; 1]),
        plain([changed()]),
        plain([holiday()]),
        plain(lines),
        plain([latest]),
        plain([program]),
        written(&commands),
        written(&[values]),
    ]
}

#[test]
fn stored_settings() {
    assert_json_snapshot!(by_name(samples()));
}

#[test]
fn events_of_settings() {
    let events = events().into_iter();
    check(
        "program_events",
        events.map(|event| event::Event::Program { id: id(90), event }),
    );
}
