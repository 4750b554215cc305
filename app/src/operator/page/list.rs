//! **Organizations** of the program, for the operator.

use leptos::prelude::*;
use tierline_core::organization::Capability;

use crate::{
    account::words as account,
    context::use_lang,
    data,
    i18n::{Lang, Moment, market},
    list::{model::ListQuery, view},
    operator::{
        list::{self as spec, agreement, capabilities},
        model::{OrganizationRow, OrganizationsPage},
        state, words,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{Address, ButtonLink, Choice, PageHeader, StateBadge, StateLook},
};

/// The page.
#[component]
pub fn OrganizationListPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::organizations(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: OrganizationsPage, query: &ListQuery) -> impl IntoView + use<> {
    let held: Vec<Choice> = Capability::ALL
        .into_iter()
        .map(|it| Choice::new(it.code(), account::capability(lang, it)))
        .collect();
    let states: Vec<Choice> = state::ALL
        .into_iter()
        .map(|it| Choice::new(state::code(it), (StateLook::from(it).word)(lang)))
        .collect();
    let countries: Vec<Choice> = market::by_name(lang, &page.countries)
        .into_iter()
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    let marks = vec![
        Choice::new(spec::MARKED, words::marked(lang)),
        Choice::new(spec::UNMARKED, words::unmarked(lang)),
    ];
    let unsigned = vec![Choice::new(spec::UNSIGNED, words::unsigned(lang))];
    let reviewed = vec![Choice::new(
        spec::UNDER_REVIEW,
        words::review::under_review(lang),
    )];
    let shown = view::list(
        &spec::list(lang),
        query,
        page.organizations,
        vec![
            held.into(),
            states.into(),
            countries.into(),
            marks.into(),
            unsigned.into(),
            reviewed.into(),
        ],
        || ().into_any(),
        |row, _| line(lang, row).into_any(),
    );
    view! {
        <PageHeader title=words::title(lang) lead=words::lead(lang)>
            <ButtonLink href=route::ADD_PARTNER look="primary">{words::add_partner(lang)}</ButtonLink>
        </PageHeader>
        {shown}
    }
}

fn line(lang: Lang, row: OrganizationRow) -> impl IntoView {
    let (held, signed) = (capabilities(lang, &row.capabilities), agreement(lang, &row));
    let state = state::of(&row.capabilities).map(|state| view! { <StateBadge state=state/> });
    let by = state::suspended_by(lang, &row.suspended_by)
        .map(|by| view! { " " <span class="muted only-wide">{by}</span> });
    let offboarding = row
        .offboarding
        .map(|at| view! { <Moment at=at day=true short=true/> });
    let last = row
        .last_activity
        .map(|at| view! { <Moment at=at day=true short=true/> });
    view! {
        <tr>
            <th scope="row"><a href=route::organization(row.id)>{row.name}</a></th>
            <td data-label=words::domain(lang)><Address at=row.domain/></td>
            <td class="cell-second" data-label=words::capabilities(lang)>{held}</td>
            <td class="cell-value" data-label=words::state(lang)>{state} {by}</td>
            <td data-label=words::country(lang)>{market::country(lang, row.country)}</td>
            <td data-label=words::mpn(lang)>{row.mpn}</td>
            <td data-label=words::agreement(lang)>{signed}</td>
            <td data-label=words::offboarding(lang)>{offboarding}</td>
            <td data-label=words::since(lang)><Moment at=row.since day=true short=true/></td>
            <td class="cell-last" data-label=words::last_activity(lang)>{last}</td>
        </tr>
    }
}
