//! Imports as they are stored: what each line is, and how far an import has come.

use tierline_core::import::{Command, Effect, Kind, Phase, Problem, Status, Wanted};

use crate::every::{Sample, each};

pub(crate) fn samples() -> Vec<Sample> {
    vec![
        each(None, Kind::ALL),
        each(None, Effect::ALL),
        each(None, Status::ALL),
        each(None, Phase::ALL),
        each(None, Command::ALL),
        each(None, Wanted::ALL),
        each(Some("problem"), problems()),
    ]
}

fn problems() -> Vec<Problem> {
    let column = || "country".to_owned();
    let text = || "5120901".to_owned();
    vec![
        Problem::EmptyFile,
        Problem::Utf16,
        Problem::Encoding,
        Problem::Directive,
        Problem::Separator { by: ";".to_owned() },
        Problem::NoLines,
        Problem::NothingFor {
            wanted: "TW Commercial".to_owned(),
            found: "DE Commercial".to_owned(),
        },
        Problem::ColumnMissing { column: column() },
        Problem::ColumnTwice { column: column() },
        Problem::ColumnUnknown { column: column() },
        Problem::Fields { has: 3, columns: 7 },
        Problem::Unreadable {
            why: "an error".to_owned(),
        },
        Problem::Unclosed { column: column() },
        Problem::Empty { column: column() },
        Problem::invalid("country", "Atlantis", Wanted::Country),
        Problem::Comma {
            text: "5,60".to_owned(),
        },
        Problem::Below {
            column: "EffectiveEndDate".to_owned(),
            other: "EffectiveStartDate".to_owned(),
        },
        Problem::Differs { column: column() },
        Problem::Twice {
            text: text(),
            line: 7,
        },
        Problem::Taken { text: text() },
        Problem::InUse {
            text: text(),
            by: text(),
        },
        Problem::AccountTaken { text: text() },
        Problem::UserRemoved { text: text() },
        Problem::HolderBlocked { text: text() },
        Problem::NoneLeft { text: text() },
        Problem::OtherKind {
            column: "Bases".to_owned(),
            text: "CFQ7TTC0LH18:0001".to_owned(),
            other: "CFQ7TTC0LH19:0001".to_owned(),
        },
        Problem::AddOnAsBase {
            text: "CFQ7TTC0LH18:0001".to_owned(),
            of: "CFQ7TTC0LH19:0001".to_owned(),
        },
        Problem::Circle {
            text: "CFQ7TTC0LH18:0001 → CFQ7TTC0LH18:0001".to_owned(),
        },
    ]
}
