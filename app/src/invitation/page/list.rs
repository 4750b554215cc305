//! The requests that were sent, to resellers or to customers.

use leptos::prelude::*;
use tierline_core::{
    access::{self, Action},
    invitation::Status,
};

use super::row::Row;
use crate::shell::load::{loaded, use_list_query};
use crate::{
    context::use_lang,
    data,
    i18n::Lang,
    invitation::{api::invitations, model::InvitationsPage, words},
    list::model::ListQuery,
    route,
    shell::words as shell,
    ui::{
        ButtonLink, Choice, EmptyState, FilterBar, FilterSelect, PageHeader, Pager, RefusedBy,
        SearchField, SortHead, StateLook, Table,
    },
};

/// Partnership requests of a provider.
#[component]
pub fn PartnershipRequestsPage() -> impl IntoView {
    page(false)
}

/// Requests of a partner to customers.
#[component]
pub fn CustomerRequestsPage() -> impl IntoView {
    page(true)
}

fn page(customers: bool) -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        move |query| {
            invitations(
                customers,
                query.search,
                query.sort,
                query.filter,
                query.cursor,
            )
        },
    );
    loaded(data, move |page| {
        view(lang, customers, page, query.get_untracked()).into_any()
    })
}

fn view(lang: Lang, customers: bool, page: InvitationsPage, query: ListQuery) -> impl IntoView {
    let path = if customers {
        route::CUSTOMER_REQUESTS
    } else {
        route::PARTNERSHIP_REQUESTS
    };
    let (above, href) = if customers {
        (shell::customers(lang), route::CUSTOMERS)
    } else {
        (shell::indirect_resellers(lang), route::INDIRECT_RESELLERS)
    };
    let (title, lead) = if customers {
        (
            words::requests_to_customers(lang),
            words::requests_to_customers_lead(lang),
        )
    } else {
        (
            words::requests_to_resellers(lang),
            words::requests_to_resellers_lead(lang),
        )
    };
    let (new, label) = if customers {
        (
            route::REQUEST_RELATIONSHIP,
            words::request_relationship(lang),
        )
    } else {
        (route::REQUEST_PARTNERSHIP, words::request_partnership(lang))
    };
    let filtered = !query.search.is_empty() || !query.filter.is_empty();
    let states: Vec<Choice> = Status::ALL
        .into_iter()
        .map(|status| Choice::new(status.code(), (StateLook::from(status).word)(lang)))
        .collect();
    let action = if customers {
        Action::RequestRelationship
    } else {
        Action::RequestPartnership
    };
    let primary = match access::authorize_role(&page.organization, &page.actor, action) {
        Ok(_) => view! { <ButtonLink href=new look="primary">{label}</ButtonLink> }.into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=label refusal=refusal look="primary" id="why-primary"/> }
                .into_any()
        }
    };
    let body = if page.invitations.rows.is_empty() {
        empty(lang, path, new, label, filtered).into_any()
    } else {
        table(lang, title, customers, page, query.sort.clone()).into_any()
    };
    view! {
        <PageHeader trail=vec![(href.to_owned(), above.to_owned())] title=title lead=lead>
            {primary}
        </PageHeader>
        <FilterBar path=path active=filtered keep=vec![("sort", query.sort)]>
            <SearchField value=query.search label=words::search(lang)/>
            <FilterSelect label=words::state(lang) any=words::any_state(lang) options=states value=query.filter/>
        </FilterBar>
        {body}
    }
}

fn table(
    lang: Lang,
    caption: &'static str,
    customers: bool,
    page: InvitationsPage,
    sort: String,
) -> impl IntoView {
    let (organization, actor) = (page.organization, page.actor);
    let shown = page.invitations.rows.len();
    let rows = page
        .invitations
        .rows
        .into_iter()
        .map(|row| view! { <Row row=row customers=customers organization=organization.clone() actor=actor/> })
        .collect_view();
    view! {
        <Table caption=caption>
            <thead>
                <tr>
                    <SortHead label=words::recipient(lang) column="recipient" sort=sort.clone()/>
                    {customers.then(|| view! { <th scope="col">{words::asks_for(lang)}</th> })}
                    <th scope="col">{words::state(lang)}</th>
                    <SortHead label=words::created(lang) column="created" sort=sort.clone()/>
                    <SortHead label=words::sent(lang) column="sent" sort=sort.clone()/>
                    <th scope="col">{words::opened(lang)}</th>
                    <SortHead label=words::expires(lang) column="expires" sort=sort/>
                    <th scope="col"><span class="visually-hidden">{words::actions(lang)}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        <Pager
            shown=shown
            total=page.invitations.total
            previous=page.invitations.previous
            next=page.invitations.next
        />
    }
}

fn empty(
    lang: Lang,
    path: &'static str,
    new: &'static str,
    label: &'static str,
    filtered: bool,
) -> impl IntoView {
    if filtered {
        return view! {
            <EmptyState title=words::none_found(lang) why=words::none_found_why(lang)>
                <ButtonLink href=path>{words::show_all(lang)}</ButtonLink>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState title=words::none_sent(lang) why=words::none_sent_why(lang)>
            <ButtonLink href=new>{label}</ButtonLink>
        </EmptyState>
    }
    .into_any()
}
