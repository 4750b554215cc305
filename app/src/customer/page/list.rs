//! **Customers**: the list, filtered by the other partner, with records that expand.

use leptos::prelude::*;
use tierline_core::{
    Refusal, access,
    access::Action,
    market::{Country, same_region},
    organization::{self, Party},
    relationship::{Grant, Side},
};

use crate::{
    context::use_lang,
    customer::{
        api::PlaceCustomers,
        list as spec,
        model::{CustomerRow, CustomersPage},
        page::{
            detail::{RecordDetail, names},
            place::{self, Ticks},
        },
        words,
    },
    data,
    form::{FieldLabels, Posting},
    i18n::{Lang, Moment, market, number},
    list::{
        model::ListQuery,
        view::{self, Answers},
        words::several,
    },
    partnership,
    refusal::RefusedBy,
    relationship::words as grant,
    route,
    shell::load::{loaded, use_list_query, use_parameter},
    ui::{
        Address, ButtonLink, Choice, Count, DetailRow, EmptyState, PageHeader, RowExpander, Tab,
        Tabs, row_id,
    },
};

/// The customers of the signed-in partner.
#[component]
pub fn CustomersPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_list_query();
    let open = use_parameter("open");
    provide_context(FieldLabels(words::field));
    let place = Posting::<PlaceCustomers>::new();
    let data = data::load(
        move || query.get(),
        |query| spec::customers(query.to_string()),
    );
    loaded(data, move |list| {
        show(lang, list, query.get_untracked(), open, place).into_any()
    })
}

fn show(
    lang: Lang,
    page: CustomersPage,
    query: ListQuery,
    open: Memo<String>,
    place: Posting<PlaceCustomers>,
) -> impl IntoView {
    let capabilities = page.organization.capabilities;
    let is_provider = capabilities.indirect_provider.is_some();
    let action = match access::authorize_role(
        &page.organization,
        &page.actor,
        Action::RequestRelationship,
    ) {
        Ok(_) => view! {
            <ButtonLink href=route::REQUEST_RELATIONSHIP look="primary">{words::request_relationship(lang)}</ButtonLink>
        }
        .into_any(),
        Err(refusal) => view! { <RefusedBy label=words::request_relationship(lang) refusal=refusal/> }.into_any(),
    };
    let create = new_customer(lang, &page);
    let asks = access::authorize_role(&page.organization, &page.actor, Action::AskToRenew).is_ok();
    let ending = asks.then(|| {
        view! { <p><a href=route::ENDING_RIGHTS>{words::permissions_that_end(lang)}</a></p> }
    });
    let tabs = page.open_requests.map(|open| {
        let requests = Tab::new(route::CUSTOMER_REQUESTS, words::requests(lang)).waiting(open);
        let tabs = vec![Tab::new(route::CUSTOMERS, words::title(lang)), requests];
        view! { <Tabs label=words::title(lang) tabs=tabs current=0/> }
    });
    let may = |action| access::authorize_role(&page.organization, &page.actor, action).is_ok();
    let sees_partners = may(Action::ViewPartners);
    let next = Next {
        is_provider,
        is_open: if is_provider {
            sees_partners
        } else {
            may(Action::RequestRelationship)
        },
    };
    let options = options(lang, &page);
    let form = place::form(lang, &page, &query, place);
    let ticks = form.is_some().then(Ticks::kept);
    let list = spec::list(lang, is_provider);
    let other = list.filters.first().map_or("", |filter| filter.label);
    let shown = view::list(
        &list,
        &query,
        page.customers,
        options,
        || empty(lang, next).into_any(),
        |customer, columns| {
            let tick = ticks.as_ref().map(|ticks| {
                let id = customer.party.id.to_string();
                ticks.of(lang, &id, customer.party.name.as_str())
            });
            row(lang, (customer, tick), other, columns, open).into_any()
        },
    );
    view! {
        <PageHeader title=words::title(lang) lead=words::lead(lang) secondary=move || create tabs=move || tabs>
            {action}
        </PageHeader>
        {ending}
        {shown}
        {form}
    }
}

/// The link to a new customer, or why this user makes none. A partner that was never one to create customers is not
/// told of it.
fn new_customer(lang: Lang, page: &CustomersPage) -> Option<AnyView> {
    match access::authorize_own(&page.organization, &page.actor, Action::CreateCustomer) {
        Ok(_) => Some(
            view! { <ButtonLink href=route::NEW_CUSTOMER>{words::new_customer(lang)}</ButtonLink> }
                .into_any(),
        ),
        Err(Refusal::Organization(organization::Refusal::CapabilityInactive {
            state: None,
            ..
        })) => None,
        Err(refusal) => {
            Some(view! { <RefusedBy label=words::new_customer(lang) refusal=refusal/> }.into_any())
        }
    }
}

/// The answers of each filter; a single answer is no choice.
fn options(lang: Lang, page: &CustomersPage) -> Vec<Answers> {
    let partners = partnership::answers(page.partners.clone());
    let home = page.organization.country;
    let countries = Country::all_by_name(market::language(lang))
        .filter(|country| same_region(home, *country))
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    let capabilities = &page.organization.capabilities;
    let own = Side::ALL
        .into_iter()
        .filter(|side| capabilities.state(side.capability()).is_some());
    let sides = own
        .clone()
        .map(|side| Choice::new(side.capability().code(), grant::side(lang, side)))
        .collect();
    let rights: Vec<Choice> = Grant::ALL
        .into_iter()
        .filter(|right| own.clone().any(|side| side.asks_for().contains(*right)))
        .map(|right| Choice::new(right.code(), grant::term(lang, right)))
        .collect();
    let ends: Vec<Choice> = spec::ENDS_WITHIN
        .into_iter()
        .map(|days| Choice::new(days.to_string(), words::within_days(lang, number(days))))
        .collect();
    let groups: Vec<Choice> = (page.groups.iter())
        .map(|group| Choice::new(group.id.to_string(), group.name.clone()))
        .collect();
    let reviewed = vec![Choice::new(spec::UNDER_REVIEW, words::under_review(lang))];
    let if_several = |choices: Vec<Choice>| {
        if choices.len() > 1 {
            choices
        } else {
            Vec::new()
        }
    };
    vec![
        partners,
        if_several(countries).into(),
        if_several(sides).into(),
        rights.into(),
        ends.into(),
        groups.into(),
        reviewed.into(),
    ]
}

fn row(
    lang: Lang,
    (customer, tick): (CustomerRow, Option<AnyView>),
    other: &'static str,
    columns: Signal<usize>,
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
        Side::IndirectProvider | Side::IndirectReseller => others(lang, &customer.other_partners),
    };
    let missing = several(
        lang,
        customer.missing.iter().map(|it| grant::term(lang, it)),
    );
    let groups = several(lang, customer.groups.iter().map(String::as_str));
    let (detail, shown_id) = (id.clone(), id.clone());
    view! {
        <tr id=row_id(&id)>
            <td class="row-expander">{expander}</td>
            <th scope="row">
                {tick}
                <a href=route::customer(&id)>{name}</a>
            </th>
            <td class="cell-second" data-label=words::domain(lang)><Address at=customer.domain/></td>
            <td data-label=words::id(lang)>{shown_id}</td>
            <td data-label=words::country(lang)>{market::country(lang, customer.country)}</td>
            <td data-label=other>{partners}</td>
            <td data-label=words::served_as(lang)>{grant::side(lang, customer.side)}</td>
            <td data-label=words::missing(lang)>{missing}</td>
            <td data-label=words::rights_end(lang)>
                {customer.ends.map(|at| view! { <Moment at=at day=true short=true/> })}
            </td>
            <td data-label=words::groups(lang)>{groups}</td>
            <td class="numeric" data-label=words::subscriptions(lang)><Count n=customer.subscriptions/></td>
            <td class="numeric cell-value" data-label=words::licenses(lang)><Count n=customer.licenses/></td>
            <td class="cell-last" data-label=words::since(lang)><Moment at=customer.since day=true short=true/></td>
        </tr>
        {move || {
            is_open
                .get()
                .then(|| {
                    let id = detail.clone();
                    view! { <DetailRow columns=columns><RecordDetail id=id/></DetailRow> }
                })
        }}
    }
}

/// The other partners on one line: the first one, and how many more there are.
fn others(lang: Lang, parties: &[Party]) -> AnyView {
    match parties {
        [first, _, ..] => {
            let all = several(lang, parties.iter().map(|party| party.name.as_str()));
            let line = words::and_more(lang, &first.name, parties.len() - 1);
            view! { <span title=all>{line}</span> }.into_any()
        }
        _ => names(lang, parties),
    }
}

/// The next step of a partner without customers.
#[derive(Clone, Copy)]
struct Next {
    is_provider: bool,
    /// Whether the user's role may take it.
    is_open: bool,
}

fn empty(lang: Lang, next: Next) -> impl IntoView {
    let (why, href, step) = if next.is_provider {
        (
            words::empty_why_provider(lang),
            route::INDIRECT_RESELLERS,
            crate::partnership::words::resellers(lang),
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
            {next.is_open.then(|| view! { <ButtonLink href=href>{step}</ButtonLink> })}
        </EmptyState>
    }
}
