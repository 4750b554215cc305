//! Imports, and the lines of one, as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::import::Effect;

use super::{
    model::{ImportRow, LineRow},
    state, told, words,
};
use crate::{
    error::PortalError,
    i18n::Lang,
    list::{
        Listed,
        model::Page,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    wire::Wire,
};

/// What was imported.
#[server(prefix = "/api", endpoint = "imports", protocol = Wire<GetUrl>)]
pub async fn imports(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<Page<ImportRow>, PortalError> {
    crate::backend::list::<Imports>(&query).await
}

/// The lines of an import.
#[server(prefix = "/api", endpoint = "import-lines", protocol = Wire<GetUrl>)]
pub async fn import_lines(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<Page<LineRow>, PortalError> {
    crate::backend::list::<ImportLines>(&query).await
}

/// The lines of an import of a customer's users.
#[server(prefix = "/api", endpoint = "user-import-lines", protocol = Wire<GetUrl>)]
pub async fn user_import_lines(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<Page<LineRow>, PortalError> {
    crate::backend::list::<UserImportLines>(&query).await
}

impl Listed for UserImportLines {
    const PATH: &'static str = route::USER_IMPORT_LINES;
    type Row = LineRow;
    type Page = Page<LineRow>;
}

impl Listed for Imports {
    const PATH: &'static str = route::IMPORTS;
    type Row = ImportRow;
    type Page = Page<ImportRow>;
}

impl Listed for ImportLines {
    const PATH: &'static str = route::IMPORT_LINES;
    type Row = LineRow;
    type Page = Page<LineRow>;
}

/// The filter by what the file holds.
pub const KIND: &str = "kind";
/// The filter by status.
pub const STATUS: &str = "status";
/// The filter by what a line does.
pub const EFFECT: &str = "effect";

/// What was imported.
#[must_use]
pub fn of_imports(lang: Lang) -> List<ImportRow> {
    List {
        lang,
        path: route::IMPORTS,
        title: words::imports(lang),
        search: words::search_imports(lang),
        dense: false,
        columns: vec![
            Column::text("file", words::file(lang), |_, row: &ImportRow| {
                row.file.clone()
            })
            .always(),
            Column::text("kind", words::kind(lang), |lang, row: &ImportRow| {
                words::of_kind(lang, row.kind).to_owned()
            }),
            Column::text("result", words::result(lang), |lang, row: &ImportRow| {
                words::result_of(lang, row)
            }),
            Column::text("status", words::status(lang), |lang, row: &ImportRow| {
                state::word(lang, row.status).to_owned()
            })
            .fit(),
            Column::text("by", words::by(lang), |_, row: &ImportRow| row.by.clone()),
            Column::text("at", words::at(lang), |_, row: &ImportRow| {
                row.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
            })
            .sorted(Order::Descending)
            .fit(),
        ],
        filters: vec![
            Filter {
                name: KIND,
                label: words::kind(lang),
                any: words::any_kind(lang),
            },
            Filter {
                name: STATUS,
                label: words::status(lang),
                any: words::any_status(lang),
            },
        ],
        counted: Counted {
            one: words::one_import(lang),
            several: words::several_imports,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

/// The lines of an import.
#[must_use]
pub fn of_lines(lang: Lang) -> List<LineRow> {
    List {
        lang,
        path: route::IMPORT_LINES,
        title: words::lines(lang),
        search: words::search_lines(lang),
        dense: true,
        columns: vec![
            Column::number("line", words::line(lang), |_, row: &LineRow| {
                row.line.map(|line| line.to_string()).unwrap_or_default()
            })
            .sorted(Order::Ascending)
            .always()
            .fit(),
            Column::text("effect", words::effect(lang), |lang, row: &LineRow| {
                effect(lang, row.effect).to_owned()
            })
            .fit(),
            Column::text("subject", words::subject(lang), |_, row: &LineRow| {
                row.subject.clone()
            }),
            Column::text("detail", words::detail(lang), |_, row: &LineRow| {
                row.detail.clone()
            }),
            Column::text("before", words::before(lang), |_, row: &LineRow| {
                row.before.clone().unwrap_or_default()
            }),
            Column::text("after", words::after(lang), |_, row: &LineRow| {
                row.after.clone().unwrap_or_default()
            }),
            Column::text("reason", words::reason(lang), reason),
        ],
        filters: vec![Filter {
            name: EFFECT,
            label: words::effect(lang),
            any: words::any_effect(lang),
        }],
        counted: Counted {
            one: words::one_line(lang),
            several: words::several_lines,
        },
        nothing_found: Nothing {
            title: words::no_lines(lang),
            why: words::no_lines_why(lang),
            show_all: words::show_all_lines(lang),
        },
    }
}

/// The lines of an import of a customer's users.
#[must_use]
pub fn of_user_lines(lang: Lang) -> List<LineRow> {
    List {
        path: route::USER_IMPORT_LINES,
        search: words::search_user_lines(lang),
        ..of_lines(lang)
    }
}

/// What a line does, in a word.
#[must_use]
pub fn effect(lang: Lang, effect: Effect) -> &'static str {
    match effect {
        Effect::Wrong => words::wrong(lang),
        Effect::Added => words::added(lang),
        Effect::Changed => words::changed(lang),
        Effect::Ended => words::ended(lang),
        Effect::StaysWithdrawn => words::stays_withdrawn(lang),
        Effect::LimitsStay => words::limits_stay(lang),
        Effect::LimitsUnpriced => words::limits_unpriced(lang),
        Effect::BelowSold => words::below_sold(lang),
        Effect::Unpriced => words::unpriced(lang),
    }
}

/// What is wrong with a line.
pub(crate) fn reason(lang: Lang, row: &LineRow) -> String {
    let problem = row.problem.as_ref();
    problem
        .map(|problem| told::problem(lang, problem))
        .unwrap_or_default()
}
