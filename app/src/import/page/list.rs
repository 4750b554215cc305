//! **Imports**: what was imported, by whom, and what came of it.

use leptos::prelude::*;
use tierline_core::import::{Kind, Status};

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment},
    import::{list as spec, model::ImportRow, state, words},
    list::{
        model::{ListQuery, Page},
        view,
    },
    route,
    shell::{
        load::{loaded, use_list_query},
        words as shell,
    },
    ui::{Choice, EmptyState, PageHeader, StateBadge},
};

/// The page.
#[component]
pub fn ImportListPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::imports(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: Page<ImportRow>, query: &ListQuery) -> impl IntoView + use<> {
    let kinds: Vec<Choice> = Kind::PROGRAM
        .into_iter()
        .map(|kind| Choice::new(kind.code(), words::of_kind(lang, kind)))
        .collect();
    let states: Vec<Choice> = Status::ALL
        .into_iter()
        .map(|status| Choice::new(status.code(), state::word(lang, status)))
        .collect();
    let shown = view::list(
        &spec::of_imports(lang),
        query,
        page,
        vec![kinds.into(), states.into()],
        || view! { <EmptyState title=words::none(lang) why=words::none_why(lang)/> }.into_any(),
        |row, _| line(lang, row).into_any(),
    );
    let trail = vec![(route::REGISTRY.to_owned(), shell::registry(lang).to_owned())];
    view! {
        <PageHeader trail=trail title=words::imports(lang) lead=words::imports_lead(lang)/>
        {shown}
    }
}

fn line(lang: Lang, row: ImportRow) -> impl IntoView {
    let result = words::result_of(lang, &row);
    view! {
        <tr>
            <th scope="row"><a href=route::import(row.id)>{row.file}</a></th>
            <td data-label=words::kind(lang)>{words::of_kind(lang, row.kind)}</td>
            <td class="cell-second" data-label=words::result(lang)>{result}</td>
            <td class="cell-value" data-label=words::status(lang)><StateBadge state=row.status/></td>
            <td data-label=words::by(lang)>{row.by}</td>
            <td class="cell-last" data-label=words::at(lang)><Moment at=row.at short=true/></td>
        </tr>
    }
}
