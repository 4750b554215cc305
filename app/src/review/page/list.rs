//! **Cases**: the operator's queue of enrollments.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment, market},
    list::{model::ListQuery, view},
    review::{
        list::{self as spec, IS_LATE, MINE, STATES, UNASSIGNED},
        model::{CaseRow, CasesPage},
        state, words,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{Badge, Choice, Deadline, EmptyState, PageHeader, StateBadge, Tone},
};

/// The page in the operator's navigation.
#[component]
pub fn CaseListPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(move || query.get(), |query| spec::cases(query.to_string()));
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: CasesPage, query: &ListQuery) -> impl IntoView + use<> {
    let states: Vec<Choice> = STATES
        .into_iter()
        .map(|state| Choice::new(state.code(), state.words(lang)))
        .collect();
    let reviewers = vec![
        Choice::new(MINE, words::mine(lang)),
        Choice::new(UNASSIGNED, words::unassigned(lang)),
    ];
    let late = vec![Choice::new(IS_LATE, words::late_only(lang))];
    let countries: Vec<Choice> = market::by_name(lang, &page.countries)
        .into_iter()
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    let list = spec::list(lang);
    let shown = view::list(
        &list,
        query,
        page.cases,
        vec![
            states.into(),
            reviewers.into(),
            late.into(),
            countries.into(),
        ],
        || view! { <EmptyState title=words::none(lang) why=words::none_why(lang)/> }.into_any(),
        |row, _| line(lang, row).into_any(),
    );
    view! {
        <PageHeader title=words::cases(lang) lead=words::lead(lang)/>
        {shown}
    }
}

fn line(lang: Lang, row: CaseRow) -> impl IntoView {
    let appealed = row.is_appealed.then(|| {
        view! { " " <Badge tone=Tone::Warning>{words::appealed(lang)}</Badge> }
    });
    let proposed = row.is_proposed.then(|| {
        view! { " " <Badge tone=Tone::Accent>{words::second(lang)}</Badge> }
    });
    let reviewer = match row.reviewer {
        Some(name) if row.is_mine => {
            view! { {name} " " <span class="badge">{words::you(lang)}</span> }.into_any()
        }
        Some(name) => name.into_any(),
        None => view! { <span class="muted">{words::nobody(lang)}</span> }.into_any(),
    };
    let due = row
        .due
        .map(|at| view! { <Deadline at=at bare=true short=true/> });
    view! {
        <tr>
            <th scope="row">
                <a href=route::case(row.enrollment)>{row.name}</a>
                {appealed}
                {proposed}
            </th>
            <td data-label=words::country(lang)>{market::country(lang, row.country)}</td>
            <td class="cell-value" data-label=words::status(lang)>
                <StateBadge state=row.status/>
            </td>
            <td class="cell-second" data-label=words::stage(lang)>{words::step(lang, row.step)}</td>
            <td data-label=words::turn(lang)>{(state::of_turn(row.turn).word)(lang)}</td>
            <td data-label=words::reviewer(lang)>{reviewer}</td>
            <td class="cell-last" data-label=words::since(lang)>
                <Moment at=row.since day=true short=true/>
            </td>
            <td data-label=words::due(lang)>{due}</td>
            <td class="numeric" data-label=words::documents(lang)>{row.documents}</td>
        </tr>
    }
}
