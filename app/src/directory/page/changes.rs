//! For the operator: what providers have proposed.

use leptos::prelude::*;
use tierline_core::directory::ProposalState;

use crate::{
    context::{use_lang, use_now},
    data,
    directory::{
        list::{self as spec, ALL, IS_LATE, MINE, UNASSIGNED},
        model::ProposalRow,
        words,
    },
    i18n::{Lang, Moment, market},
    list::{
        model::{ListQuery, Page},
        view,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{Choice, EmptyState, PageHeader, StateBadge, StateLook},
};

/// The page at `/listing-changes`.
#[component]
pub fn ChangesPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::listing_changes(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: Page<ProposalRow>, query: &ListQuery) -> impl IntoView + use<> {
    let ended = ProposalState::ALL.into_iter().skip(1);
    let states: Vec<Choice> = ended
        .map(|state| Choice::new(state.code(), (StateLook::from(state).word)(lang)))
        .chain([Choice::new(ALL, words::any_state(lang))])
        .collect();
    let reviewers = vec![
        Choice::new(MINE, words::mine(lang)),
        Choice::new(UNASSIGNED, words::unassigned(lang)),
    ];
    let late = vec![Choice::new(IS_LATE, words::late_only(lang))];
    let shown = view::list(
        &spec::list(lang),
        query,
        page,
        vec![states.into(), reviewers.into(), late.into()],
        || {
            view! { <EmptyState title=words::no_changes(lang) why=words::no_changes_why(lang)/> }
                .into_any()
        },
        |row, _| line(lang, row).into_any(),
    );
    view! {
        <PageHeader title=words::listing_changes(lang) lead=words::listing_changes_lead(lang)/>
        {shown}
    }
}

fn line(lang: Lang, row: ProposalRow) -> impl IntoView {
    let promise = row.promise;
    let state = if row.state == ProposalState::Submitted {
        view! { <StateBadge state=promise.pace(use_now())/> }.into_any()
    } else {
        view! { <StateBadge state=row.state/> }.into_any()
    };
    view! {
        <tr>
            <th scope="row"><a href=route::listing_change(row.id)>{row.name}</a></th>
            <td class="cell-second" data-label=words::provider(lang)>{row.provider}</td>
            <td data-label=words::country(lang)>{market::country(lang, row.country)}</td>
            <td class="cell-last" data-label=words::submitted_on(lang)>
                <Moment at=row.submitted day=true short=true/>
            </td>
            <td data-label=words::promised_until(lang)><Moment at=promise.late day=true short=true/></td>
            <td data-label=words::reviewer(lang)>{reviewer(lang, row.reviewer, row.is_mine)}</td>
            <td class="cell-value" data-label=words::state(lang)>{state}</td>
        </tr>
    }
}

/// Who has taken a change.
pub(super) fn reviewer(lang: Lang, name: Option<String>, is_mine: bool) -> AnyView {
    match name {
        Some(name) if is_mine => {
            view! { {name} " " <span class="badge">{words::you(lang)}</span> }.into_any()
        }
        Some(name) => name.into_any(),
        None => view! { <span class="muted">{words::nobody(lang)}</span> }.into_any(),
    }
}
