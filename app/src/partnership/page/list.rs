//! **Indirect resellers** and **Indirect providers**: the same list from the two sides.

use leptos::prelude::*;
use tierline_core::access::{self, Action};

use super::row::Row;
use crate::shell::load::{loaded, use_list_query};
use crate::{
    context::{use_lang, use_now},
    data,
    i18n::Lang,
    list::model::ListQuery,
    partnership::{
        api::{providers, resellers},
        model as partner, words,
    },
    route,
    ui::{
        ButtonLink, Choice, EmptyState, FilterBar, FilterSelect, Glyph, PageHeader, Pager,
        RefusedBy, SearchField, SortHead, Table, words as ui,
    },
};

/// From which side the list is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// A provider sees its resellers.
    ByProvider,
    /// A reseller sees its providers.
    ByReseller,
}

/// **Indirect resellers**: a provider's resellers.
#[component]
pub fn ResellersPage() -> impl IntoView {
    let (lang, now, query) = (use_lang(), use_now(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| resellers(query.search, query.sort, query.filter, query.cursor),
    );
    loaded(data, move |page| {
        view(lang, now, Seen::ByProvider, page, query.get_untracked()).into_any()
    })
}

/// **Indirect providers**: a reseller's providers.
#[component]
pub fn ProvidersPage() -> impl IntoView {
    let (lang, now, query) = (use_lang(), use_now(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| providers(query.search, query.sort, query.filter, query.cursor),
    );
    loaded(data, move |page| {
        view(lang, now, Seen::ByReseller, page, query.get_untracked()).into_any()
    })
}

fn view(
    lang: Lang,
    now: tierline_core::Timestamp,
    seen: Seen,
    page: partner::PartnersPage,
    query: ListQuery,
) -> impl IntoView {
    let (title, lead, path) = match seen {
        Seen::ByProvider => (
            words::resellers(lang),
            words::resellers_lead(lang),
            route::INDIRECT_RESELLERS,
        ),
        Seen::ByReseller => (
            words::providers(lang),
            words::providers_lead(lang),
            route::INDIRECT_PROVIDERS,
        ),
    };
    let requests = match seen {
        Seen::ByProvider => route::PARTNERSHIP_REQUESTS,
        Seen::ByReseller => route::CUSTOMER_REQUESTS,
    };
    let filtered = !query.search.is_empty() || !query.filter.is_empty();
    let waiting = (page.open_requests > 0).then(|| words::waiting(lang, page.open_requests));
    let action = primary(lang, seen, &page);
    let states = vec![
        Choice::new("active", ui::active(lang)),
        Choice::new("ending", ui::ending(lang)),
        Choice::new("ended", ui::ended(lang)),
    ];
    let body = if page.partners.rows.is_empty() {
        empty(lang, seen, path, filtered).into_any()
    } else {
        table(lang, now, seen, &page, query.sort.clone()).into_any()
    };
    view! {
        <PageHeader title=title lead=lead>{action}</PageHeader>
        <p class="cluster">
            <a href=requests>{words::requests_sent(lang)}</a>
            {waiting.map(|waiting| view! { <span class="muted">{waiting}</span> })}
        </p>
        <FilterBar path=path active=filtered keep=vec![("sort", query.sort)]>
            <SearchField value=query.search label=words::search(lang)/>
            <FilterSelect label=words::state(lang) any=words::any_state(lang) options=states value=query.filter/>
        </FilterBar>
        {body}
    }
}

/// The page's one primary action, or why it is refused.
fn primary(lang: Lang, seen: Seen, page: &partner::PartnersPage) -> AnyView {
    let (organization, actor) = (&page.organization, &page.actor);
    let (action, label, href) = match seen {
        Seen::ByProvider => (
            Action::RequestPartnership,
            words::request_partnership(lang),
            route::REQUEST_PARTNERSHIP,
        ),
        Seen::ByReseller => (
            Action::InviteForBoth,
            words::invite_new_customers(lang),
            route::INVITE_FOR_BOTH,
        ),
    };
    match access::authorize_own(organization, actor, action) {
        Ok(_) => {
            view! { <ButtonLink href=href look="primary" glyph=Glyph::Mail>{label}</ButtonLink> }
                .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=label refusal=refusal look="primary" id="why-primary"/> }
                .into_any()
        }
    }
}

fn table(
    lang: Lang,
    now: tierline_core::Timestamp,
    seen: Seen,
    page: &partner::PartnersPage,
    sort: String,
) -> impl IntoView + use<> {
    let caption = match seen {
        Seen::ByProvider => words::resellers(lang),
        Seen::ByReseller => words::providers(lang),
    };
    let partners = page.partners.clone();
    let shown = partners.rows.len();
    let rows = partners
        .rows
        .into_iter()
        .map(|row| {
            let (organization, actor) = (page.organization.clone(), page.actor);
            view! { <Row seen=seen row=row organization=organization actor=actor now=now/> }
        })
        .collect_view();
    view! {
        <Table caption=caption>
            <thead>
                <tr>
                    <SortHead label=words::name(lang) column="name" sort=sort.clone()/>
                    <th scope="col">{words::country(lang)}</th>
                    <th scope="col">{words::mpn(lang)}</th>
                    <SortHead label=words::shared_customers(lang) column="customers" sort=sort.clone() numeric=true/>
                    <SortHead label=words::since(lang) column="since" sort=sort/>
                    <th scope="col">{words::state(lang)}</th>
                    <th scope="col"><span class="visually-hidden">{words::actions(lang)}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        <Pager shown=shown total=partners.total previous=partners.previous next=partners.next/>
    }
}

fn empty(lang: Lang, seen: Seen, path: &'static str, filtered: bool) -> impl IntoView {
    if filtered {
        return view! {
            <EmptyState title=words::none_found(lang) why=words::none_found_why(lang)>
                <ButtonLink href=path>{words::show_all(lang)}</ButtonLink>
            </EmptyState>
        }
        .into_any();
    }
    match seen {
        Seen::ByProvider => view! {
            <EmptyState title=words::no_resellers(lang) why=words::no_resellers_why(lang)>
                <ButtonLink href=route::REQUEST_PARTNERSHIP>{words::request_partnership(lang)}</ButtonLink>
            </EmptyState>
        }
        .into_any(),
        Seen::ByReseller => {
            view! { <EmptyState title=words::no_providers(lang) why=words::no_providers_why(lang)/> }.into_any()
        }
    }
}
