//! The licenses of a customer, subscription by subscription.

use leptos::prelude::*;

use super::parts::{tabs, trail};
use crate::{
    context::use_lang,
    data,
    i18n::{Lang, number},
    license::{
        list as spec,
        model::{LicensesPage as Page, LicensesRow},
        words,
    },
    list::{model::ListQuery, view},
    route,
    shell::load::{loaded, use_list_query},
    ui::{EmptyState, PageHeader, StateBadge},
};

/// The page at `/licenses`, with `?of={id}` for a customer of the reader's organization.
#[component]
pub fn LicensesPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::licenses(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: Page, query: &ListQuery) -> impl IntoView + use<> {
    let Page { of, licenses } = page;
    let shown = view::list(
        &spec::licenses_list(lang),
        query,
        licenses,
        Vec::new(),
        || {
            view! { <EmptyState title=words::nothing_bought(lang) why=words::nothing_bought_why(lang)/> }
                .into_any()
        },
        |row, _| line(lang, row).into_any(),
    );
    let (trail, tabs) = (trail(lang, &of), tabs(lang, &of, 1));
    view! {
        <PageHeader
            trail=trail
            title=words::users_and_licenses(lang)
            lead=of.customer.name.to_string()
            tabs=move || tabs
        />
        {shown}
    }
}

fn line(lang: Lang, row: LicensesRow) -> impl IntoView {
    let whole = |n: u32| number(i64::from(n));
    view! {
        <tr>
            <th scope="row"><a href=route::license_holders(row.subscription)>{row.product}</a></th>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.status/></td>
            <td class="numeric" data-label=words::bought(lang)>{whole(row.bought)}</td>
            <td class="numeric cell-second" data-label=words::assigned(lang)>{whole(row.assigned)}</td>
            <td class="numeric cell-last" data-label=words::free(lang)>{whole(row.free)}</td>
        </tr>
    }
}
