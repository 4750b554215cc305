//! The list of requests for orders.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment},
    list::{model::ListQuery, view},
    order_request::{
        list::{self as spec, ALL, STATES},
        model::{OrderRequestRow, OrderRequestsPage as Data},
        words,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{Choice, EmptyState, PageHeader, StateBadge, StateLook},
};

/// The page at `/order-requests`.
#[component]
pub fn OrderRequestsPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::order_requests(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: Data, query: &ListQuery) -> impl IntoView + use<> {
    let mut states: Vec<Choice> = STATES
        .into_iter()
        .map(|status| {
            let look = StateLook::from(status);
            Choice::new(status.code(), (look.word)(lang))
        })
        .collect();
    states.push(Choice::new(ALL, words::all_states(lang)));
    let parties = |parties: Vec<tierline_core::organization::Party>| -> Vec<Choice> {
        let named = parties.into_iter();
        named
            .map(|party| Choice::new(party.id.to_string(), party.name.to_string()))
            .collect()
    };
    let (resellers, customers) = (parties(page.resellers), parties(page.customers));
    let shown = view::list(
        &spec::list(lang),
        query,
        page.requests,
        vec![states.into(), resellers.into(), customers.into()],
        || view! { <EmptyState title=words::none(lang) why=words::none_why(lang)/> }.into_any(),
        |row, _| line(lang, row).into_any(),
    );
    view! {
        <PageHeader title=words::title(lang) lead=words::lead(lang)/>
        {shown}
    }
}

fn line(lang: Lang, row: OrderRequestRow) -> impl IntoView {
    let (wanted, status) = (spec::wanted(lang, &row), row.status);
    let next = row.waits_for().map(str::to_owned);
    let lapses = next
        .is_some()
        .then(|| view! { <Moment at=row.lapses day=true short=true/> });
    view! {
        <tr>
            <th scope="row"><a href=route::order_request(row.id)>{wanted}</a></th>
            <td class="cell-second" data-label=words::customer(lang)>{row.customer}</td>
            <td data-label=words::reseller(lang)>{row.reseller}</td>
            <td data-label=words::provider(lang)>{row.provider}</td>
            <td class="cell-last" data-label=words::asked_on(lang)><Moment at=row.asked day=true short=true/></td>
            <td data-label=words::lapses_on(lang)>{lapses}</td>
            <td data-label=words::acts_next(lang)>{next}</td>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=status/></td>
        </tr>
    }
}
