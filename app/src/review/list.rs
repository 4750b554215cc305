//! The list of cases as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{
    model::{CaseRow, CasesPage},
    state, words,
};
use crate::{
    enrollment::words as enrollment,
    error::PortalError,
    i18n::{Lang, iso_day, market},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    wire::Wire,
};

/// The cases of enrollments.
#[server(prefix = "/api", endpoint = "cases", protocol = Wire<GetUrl>)]
pub async fn cases(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<CasesPage, PortalError> {
    crate::backend::list::<Cases>(&query).await
}

impl Listed for Cases {
    const PATH: &'static str = route::CASES;
    type Row = CaseRow;
    type Page = CasesPage;
}

/// The filter by what is to be done.
pub const STATE: &str = "state";
/// The filter by who has taken it.
pub const REVIEWER: &str = "reviewer";
/// The filter by whether the promise is broken.
pub const LATE: &str = "late";
/// The filter by country.
pub const COUNTRY: &str = "country";

/// Its values: what is to be done with a case.
pub const STATES: [CaseState; 7] = [
    CaseState::Appealed,
    CaseState::Documents,
    CaseState::Proposed,
    CaseState::Contact,
    CaseState::Applicant,
    CaseState::Done,
    CaseState::All,
];

/// What is to be done with a case. Without one, those that wait for the operator are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseState {
    /// The applicant objects.
    Appealed,
    /// A document waits.
    Documents,
    /// A decision waits for a second reviewer.
    Proposed,
    /// The primary contact has to confirm.
    Contact,
    /// The applicant has to do something.
    Applicant,
    /// Everything is decided.
    Done,
    /// Whatever it is.
    All,
}

impl CaseState {
    /// The name in an address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            CaseState::Appealed => "appealed",
            CaseState::Documents => "documents",
            CaseState::Proposed => "proposed",
            CaseState::Contact => "contact",
            CaseState::Applicant => "applicant",
            CaseState::Done => "done",
            CaseState::All => "all",
        }
    }

    /// The words.
    #[must_use]
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            CaseState::Appealed => words::state_appealed(lang),
            CaseState::Documents => words::state_documents(lang),
            CaseState::Proposed => words::state_proposed(lang),
            CaseState::Contact => words::state_contact(lang),
            CaseState::Applicant => words::state_applicant(lang),
            CaseState::Done => words::state_done(lang),
            CaseState::All => words::state_all(lang),
        }
    }
}

/// The value of the filter by reviewer for the reader's own cases.
pub const MINE: &str = "me";
/// The value of the filter by reviewer for cases that nobody has taken.
pub const UNASSIGNED: &str = "nobody";
/// The only value of the filter for late cases.
pub const IS_LATE: &str = "yes";

/// The cases, the oldest first.
#[must_use]
pub fn list(lang: Lang) -> List<CaseRow> {
    List {
        lang,
        path: route::CASES,
        title: words::cases(lang),
        search: words::search(lang),
        dense: false,
        columns: vec![
            Column::text("name", words::company(lang), |_, row: &CaseRow| {
                row.name.clone()
            })
            .sortable()
            .always(),
            Column::text("country", words::country(lang), |lang, row: &CaseRow| {
                market::country(lang, row.country).to_owned()
            })
            .fit(),
            Column::text("status", words::status(lang), |lang, row: &CaseRow| {
                enrollment::status(lang, row.status).to_owned()
            })
            .fit(),
            Column::text("step", words::stage(lang), |lang, row: &CaseRow| {
                words::step(lang, row.step).to_owned()
            }),
            Column::text("turn", words::turn(lang), |lang, row: &CaseRow| {
                (state::of_turn(row.turn).word)(lang).to_owned()
            })
            .on_request(),
            Column::text("reviewer", words::reviewer(lang), |_, row: &CaseRow| {
                row.reviewer.clone().unwrap_or_default()
            }),
            Column::text("since", words::since(lang), |_, row: &CaseRow| {
                iso_day(row.since)
            })
            .sorted(Order::Ascending)
            .fit(),
            Column::text("due", words::due(lang), |_, row: &CaseRow| {
                row.due.map(iso_day).unwrap_or_default()
            })
            .fit(),
            Column::number("documents", words::documents(lang), |_, row: &CaseRow| {
                row.documents.to_string()
            })
            .on_request(),
        ],
        filters: vec![
            Filter {
                name: STATE,
                label: words::state(lang),
                any: words::state_waiting(lang),
            },
            Filter {
                name: REVIEWER,
                label: words::reviewer(lang),
                any: words::any_reviewer(lang),
            },
            Filter {
                name: LATE,
                label: words::promise(lang),
                any: words::any_promise(lang),
            },
            Filter {
                name: COUNTRY,
                label: words::country(lang),
                any: words::any_country(lang),
            },
        ],
        counted: Counted {
            one: words::one_case(lang),
            several: words::several_cases,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_waiting(lang),
        },
    }
}
