//! **My licenses**: what the reader holds.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment},
    license::{
        list as spec,
        model::{OwnLicense, OwnLicensesPage as Page},
        words,
    },
    list::{model::ListQuery, view},
    shell::load::{loaded, use_list_query},
    ui::{EmptyState, PageHeader, StateBadge},
};

/// The page at `/my-licenses`.
#[component]
pub fn OwnLicensesPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::own_licenses(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: Page, query: &ListQuery) -> impl IntoView + use<> {
    let shown = view::list(
        &spec::own_list(lang),
        query,
        page.licenses,
        Vec::new(),
        || {
            view! { <EmptyState title=words::you_hold_none(lang) why=words::you_hold_none_why(lang)/> }
                .into_any()
        },
        |row, _| line(lang, row).into_any(),
    );
    view! {
        <PageHeader title=words::my_licenses(lang) lead=words::my_licenses_lead(lang)/>
        {shown}
    }
}

fn line(lang: Lang, row: OwnLicense) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{row.product}</th>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.status/></td>
            <td class="cell-last" data-label=words::since(lang)><Moment at=row.since day=true short=true/></td>
        </tr>
    }
}
