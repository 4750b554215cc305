//! **Indirect resellers** and **Indirect providers**: the same list from the two sides.

use leptos::prelude::*;
use tierline_core::access::{self, Action};

use super::{
    row::Row,
    tabs::{ResellerTab, reseller_tabs},
};
use crate::shell::{
    load::{loaded, use_list_query},
    words as shell,
};
use crate::{
    context::{use_lang, use_now},
    data,
    i18n::Lang,
    list::{model::ListQuery, view},
    partnership::{
        list::{self as spec, Seen},
        model as partner, words,
    },
    refusal::RefusedBy,
    route,
    ui::{ButtonLink, Choice, EmptyState, Glyph, PageHeader, words as ui},
};

/// **Indirect resellers**: a provider's resellers.
#[component]
pub fn ResellersPage() -> impl IntoView {
    let (lang, now, query) = (use_lang(), use_now(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::resellers(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, now, Seen::ByProvider, page, query.get_untracked()).into_any()
    })
}

/// **Indirect providers**: a reseller's providers.
#[component]
pub fn ProvidersPage() -> impl IntoView {
    let (lang, now, query) = (use_lang(), use_now(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::providers(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, now, Seen::ByReseller, page, query.get_untracked()).into_any()
    })
}

fn show(
    lang: Lang,
    now: tierline_core::Timestamp,
    seen: Seen,
    page: partner::PartnersPage,
    query: ListQuery,
) -> impl IntoView {
    let lead = match seen {
        Seen::ByProvider => words::resellers_lead(lang),
        Seen::ByReseller => words::providers_lead(lang),
    };
    // A provider's requests have a page; those of providers to a reseller are answered by their links.
    let (tabs, waiting) = match seen {
        Seen::ByProvider => (
            Some(reseller_tabs(lang, ResellerTab::Resellers, page.open)),
            None,
        ),
        Seen::ByReseller => {
            let waiting = match page.open.requests {
                0 => None,
                1 => Some(words::one_waiting(lang).to_owned()),
                several => Some(words::several_waiting(lang, several)),
            };
            (None, waiting)
        }
    };
    let action = primary(lang, seen, &page);
    let states = vec![
        Choice::new("active", ui::active(lang)),
        Choice::new("ending", ui::ending(lang)),
        Choice::new("ended", ui::ended(lang)),
    ];
    let list = spec::list(lang, seen);
    let (organization, actor) = (page.organization, page.actor);
    let may_request =
        access::authorize_own(&organization, &actor, Action::RequestPartnership).is_ok();
    let asks = access::authorize_own(&organization, &actor, Action::LookUpReseller).is_ok();
    let look_up = (asks && seen == Seen::ByProvider)
        .then(|| view! { <ButtonLink href=route::LOOK_UP glyph=Glyph::Search>{words::look_up(lang)}</ButtonLink> });
    let shown = view::list(
        &list,
        &query,
        page.partners,
        vec![states.into()],
        || empty(lang, seen, may_request).into_any(),
        |row, _| {
            let organization = organization.clone();
            view! { <Row seen=seen row=row organization=organization actor=actor now=now/> }
                .into_any()
        },
    );
    let beside = directory(lang, seen);
    view! {
        <PageHeader title=list.title lead=lead secondary=move || (look_up, beside) tabs=move || tabs>{action}</PageHeader>
        {waiting.map(|waiting| view! { <p class="muted">{waiting}</p> })}
        {shown}
    }
}

/// The way to the directory: a provider keeps its listing, and a reseller looks for a provider.
fn directory(lang: Lang, seen: Seen) -> AnyView {
    match seen {
        Seen::ByProvider => {
            view! { <ButtonLink href=route::OWN_LISTING>{words::own_listing(lang)}</ButtonLink> }
                .into_any()
        }
        Seen::ByReseller => {
            view! { <ButtonLink href=route::FIND_A_PROVIDER external=true>{shell::find_a_provider(lang)}</ButtonLink> }
                .into_any()
        }
    }
}

/// The page's one primary action, or the reason why it is refused.
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

fn empty(lang: Lang, seen: Seen, may_request: bool) -> impl IntoView {
    match seen {
        Seen::ByProvider => view! {
            <EmptyState title=words::no_resellers(lang) why=words::no_resellers_why(lang)>
                {may_request
                    .then(|| {
                        view! { <ButtonLink href=route::REQUEST_PARTNERSHIP>{words::request_partnership(lang)}</ButtonLink> }
                    })}
            </EmptyState>
        }
        .into_any(),
        Seen::ByReseller => {
            view! { <EmptyState title=words::no_providers(lang) why=words::no_providers_why(lang)/> }.into_any()
        }
    }
}
