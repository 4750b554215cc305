//! Those that have not signed a version, for the operator.

use leptos::prelude::*;

use crate::{
    agreement::{
        list as spec,
        model::{UnsignedPage, UnsignedRow},
        told, words,
    },
    context::use_lang,
    data,
    i18n::{Lang, market},
    list::{model::ListQuery, view},
    route,
    shell::load::{loaded, use_list_query},
    ui::{Address, EmptyState, PageHeader},
};

/// The page at `/agreements/unsigned?of={id}`.
#[component]
pub fn UnsignedListPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::unsigned(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: UnsignedPage, query: &ListQuery) -> impl IntoView + use<> {
    let version = words::version_of(lang, told::kind(lang, page.kind), &page.version);
    let trail = vec![
        (
            route::AGREEMENTS.to_owned(),
            words::agreements(lang).to_owned(),
        ),
        (route::agreement_version(&query.of), version),
    ];
    let shown = view::list(
        &spec::list(lang),
        query,
        page.partners,
        Vec::new(),
        || {
            view! { <EmptyState title=words::all_signed(lang) why=words::all_signed_why(lang)/> }
                .into_any()
        },
        |row, _| line(lang, row).into_any(),
    );
    view! {
        <PageHeader trail=trail title=words::not_signed(lang)/>
        {shown}
    }
}

fn line(lang: Lang, row: UnsignedRow) -> impl IntoView {
    view! {
        <tr>
            <th scope="row"><a href=route::organization(row.party.id)>{row.party.name.to_string()}</a></th>
            <td class="cell-second" data-label=words::domain(lang)><Address at=row.domain/></td>
            <td class="cell-value" data-label=words::country(lang)>{market::country(lang, row.country)}</td>
            <td class="cell-last" data-label=words::mpn(lang)>{row.mpn}</td>
        </tr>
    }
}
