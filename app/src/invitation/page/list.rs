//! The requests that were sent, to resellers or to customers.

use leptos::prelude::*;
use tierline_core::{
    access::{self, Action},
    invitation::Status,
    organization::Capability,
};

use super::row::Row;
use crate::shell::load::{loaded, use_list_query};
use crate::{
    context::use_lang,
    data,
    i18n::Lang,
    invitation::{list as spec, model::InvitationsPage, words},
    list::{model::ListQuery, view},
    partnership::page::{ResellerTab, reseller_tabs},
    refusal::RefusedBy,
    route,
    shell::words as shell,
    ui::{ButtonLink, Choice, EmptyState, PageHeader, StateLook, Tab, Tabs},
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
        move |query| spec::invitations(customers, query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, customers, page, query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, customers: bool, page: InvitationsPage, query: ListQuery) -> impl IntoView {
    let (above, href) = if customers {
        (shell::customers(lang), route::CUSTOMERS)
    } else {
        (shell::indirect_resellers(lang), route::INDIRECT_RESELLERS)
    };
    let lead = if customers {
        words::requests_to_customers_lead(lang)
    } else {
        words::requests_to_resellers_lead(lang)
    };
    let (new, label) = if customers {
        (
            route::REQUEST_RELATIONSHIP,
            words::request_relationship(lang),
        )
    } else {
        (route::REQUEST_PARTNERSHIP, words::request_partnership(lang))
    };
    let states: Vec<Choice> = Status::ALL
        .into_iter()
        .map(|status| Choice::new(status.code(), (StateLook::from(status).word)(lang)))
        .collect();
    // A partner that is no reseller asks for itself alone.
    let capabilities = &page.organization.capabilities;
    let is_reseller = capabilities.state(Capability::IndirectReseller).is_some();
    let kinds = if customers && is_reseller {
        words::kinds_to_customers(lang)
            .map(|(code, words)| Choice::new(code, words))
            .into()
    } else {
        Vec::new()
    };
    let action = if customers {
        Action::RequestRelationship
    } else {
        Action::RequestPartnership
    };
    let may_ask = access::authorize_role(&page.organization, &page.actor, action).is_ok();
    let primary = match access::authorize_role(&page.organization, &page.actor, action) {
        Ok(_) => view! { <ButtonLink href=new look="primary">{label}</ButtonLink> }.into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=label refusal=refusal look="primary" id="why-primary"/> }
                .into_any()
        }
    };
    let list = spec::list(lang, customers);
    let tabs = if customers {
        let tabs = vec![
            Tab::new(href, above),
            Tab::new(list.path, words::requests(lang)).waiting(page.open.requests),
        ];
        view! { <Tabs label=above tabs=tabs current=1/> }.into_any()
    } else {
        reseller_tabs(lang, ResellerTab::Requests, page.open)
    };
    let (organization, actor) = (page.organization, page.actor);
    let shown = view::list(
        &list,
        &query,
        page.invitations,
        vec![states.into(), kinds.into()],
        || empty(lang, may_ask.then_some((new, label))).into_any(),
        |row, _| {
            let organization = organization.clone();
            view! { <Row row=row customers=customers organization=organization actor=actor/> }
                .into_any()
        },
    );
    view! {
        <PageHeader trail=vec![(href.to_owned(), above.to_owned())] title=list.title lead=lead tabs=move || tabs>
            {primary}
        </PageHeader>
        {shown}
    }
}

fn empty(lang: Lang, next: Option<(&'static str, &'static str)>) -> impl IntoView {
    view! {
        <EmptyState title=words::none_sent(lang) why=words::none_sent_why(lang)>
            {next.map(|(href, label)| view! { <ButtonLink href=href>{label}</ButtonLink> })}
        </EmptyState>
    }
}
