//! **Customers**: the list, filtered by the other partner, with records that expand.

use leptos::prelude::*;
use tierline_core::{access, access::Action, organization::Capability, relationship::Side};

use crate::{
    context::use_lang,
    customer::{
        api::customers,
        model::{CustomerRow, CustomersPage},
        page::detail::{RecordDetail, names},
        words,
    },
    data,
    i18n::{Lang, Moment},
    list::model::ListQuery,
    route,
    shell::load::{loaded, use_list_query, use_parameter},
    ui::{
        ButtonLink, Choice, Count, DetailRow, EmptyState, FilterBar, FilterSelect, PageHeader,
        Pager, RefusedBy, RowExpander, SearchField, SortHead, Table, row_id,
    },
};

const COLUMNS: usize = 7;

/// The customers of the signed-in partner.
#[component]
pub fn CustomersPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_list_query();
    let open = use_parameter("open");
    let data = data::load(
        move || query.get(),
        |query| customers(query.search, query.sort, query.filter, query.cursor),
    );
    loaded(data, move |list| {
        view(lang, list, query.get_untracked(), open).into_any()
    })
}

fn view(lang: Lang, list: CustomersPage, query: ListQuery, open: Memo<String>) -> impl IntoView {
    let capabilities = list.organization.capabilities;
    let is_provider = capabilities.indirect_provider.is_some();
    let other = if is_provider {
        words::reseller(lang)
    } else {
        words::provider(lang)
    };
    let any = if is_provider {
        words::any_reseller(lang)
    } else {
        words::any_provider(lang)
    };
    let action = match access::authorize_role(
        &list.organization,
        &list.actor,
        Action::RequestRelationship,
    ) {
        Ok(_) => view! {
            <ButtonLink href=route::REQUEST_RELATIONSHIP look="primary">{words::request_relationship(lang)}</ButtonLink>
        }
        .into_any(),
        Err(refusal) => view! { <RefusedBy label=words::request_relationship(lang) refusal=refusal/> }.into_any(),
    };
    let may_create = is_provider || capabilities.is_active(Capability::DirectBill);
    let filtered = !query.search.is_empty() || !query.filter.is_empty();
    let options: Vec<Choice> = list
        .partners
        .iter()
        .map(|partner| Choice::new(partner.id().to_string(), partner.party.name.to_string()))
        .collect();
    let customers = list.customers;
    let body = if customers.rows.is_empty() {
        empty(lang, filtered, is_provider).into_any()
    } else {
        let shown = customers.rows.len();
        let rows = customers
            .rows
            .into_iter()
            .map(|customer| row(lang, customer, other, open))
            .collect_view();
        view! {
            <Table caption=words::title(lang)>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{words::details(lang)}</span></th>
                        <SortHead label=words::name(lang) column="name" sort=query.sort.clone()/>
                        <th scope="col">{words::country(lang)}</th>
                        <th scope="col">{other}</th>
                        <th scope="col" class="numeric">{words::subscriptions(lang)}</th>
                        <th scope="col" class="numeric">{words::licenses(lang)}</th>
                        <SortHead label=words::since(lang) column="since" sort=query.sort/>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            <Pager shown=shown total=customers.total previous=customers.previous next=customers.next/>
        }
        .into_any()
    };
    view! {
        <PageHeader title=words::title(lang) lead=words::lead(lang)>{action}</PageHeader>
        <p class="links">
            <a href=route::CUSTOMER_REQUESTS>{words::requests_sent(lang)}</a>
            {may_create.then(|| view! { " " <a href=route::NEW_CUSTOMER>{words::new_customer(lang)}</a> })}
        </p>
        <FilterBar path=route::CUSTOMERS active=filtered>
            <SearchField value=query.search/>
            {(!options.is_empty()).then(|| view! { <FilterSelect label=other any=any options=options value=query.filter/> })}
        </FilterBar>
        {body}
    }
}

fn row(
    lang: Lang,
    customer: CustomerRow,
    other: &'static str,
    open: Memo<String>,
) -> impl IntoView {
    let id = customer.party.id.to_string();
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| open.with(|open| *open == id))
    };
    let name = customer.party.name.to_string();
    let expander = {
        let (id, name) = (id.clone(), name.clone());
        move || view! { <RowExpander record=id.clone() name=name.clone() open=is_open.get()/> }
    };
    let partners = match customer.side {
        Side::DirectBill => crate::relationship::words::side(lang, Side::DirectBill).into_any(),
        Side::IndirectProvider | Side::IndirectReseller => names(lang, &customer.other_partners),
    };
    let detail = id.clone();
    view! {
        <tr id=row_id(&id)>
            <td class="row-expander">{expander}</td>
            <th scope="row">
                <a href=route::customer(&id)>{name}</a>
                <div class="muted">{customer.domain}</div>
            </th>
            <td data-label=words::country(lang)>{crate::i18n::market::country(lang, customer.country)}</td>
            <td data-label=other>{partners}</td>
            <td class="numeric" data-label=words::subscriptions(lang)><Count n=customer.subscriptions/></td>
            <td class="numeric" data-label=words::licenses(lang)><Count n=customer.licenses/></td>
            <td data-label=words::since(lang)><Moment at=customer.since day=true/></td>
        </tr>
        {move || {
            is_open
                .get()
                .then(|| {
                    let id = detail.clone();
                    view! { <DetailRow columns=COLUMNS><RecordDetail id=id/></DetailRow> }
                })
        }}
    }
}

fn empty(lang: Lang, filtered: bool, is_provider: bool) -> impl IntoView {
    if filtered {
        return view! {
            <EmptyState title=words::nothing_found(lang) why=words::nothing_found_why(lang)>
                <ButtonLink href=route::CUSTOMERS>{words::show_all(lang)}</ButtonLink>
            </EmptyState>
        }
        .into_any();
    }
    let (why, href, step) = if is_provider {
        (
            words::empty_why_provider(lang),
            route::INDIRECT_RESELLERS,
            crate::overview::words::resellers(lang),
        )
    } else {
        (
            words::empty_why_reseller(lang),
            route::REQUEST_RELATIONSHIP,
            words::request_relationship(lang),
        )
    };
    view! {
        <EmptyState title=words::empty_title(lang) why=why>
            <ButtonLink href=href>{step}</ButtonLink>
        </EmptyState>
    }
    .into_any()
}
