//! The page behind an invitation's link: who asks, for what, and the answer. Public; opening it changes nothing.

mod abilities;
mod accepted;
mod answer;
mod asking;
mod barred;
mod ended;
mod missing;
mod sign_up;
mod stranger;

pub use sign_up::SignUpPage;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::invitation::{Kind, LinkToken};

use crate::{
    context::{use_lang, use_session},
    data,
    error::PortalError,
    form::{ErrorNotice, Posting, changes::changes},
    i18n::Lang,
    invitation::{
        api::link::{AcceptLink, DeclineLink, link},
        model as invitation,
        words::link as words,
    },
    list::words as list,
    ui::{PageHeader, Skeleton},
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    accept: Posting<AcceptLink>,
    decline: Posting<DeclineLink>,
}

/// The page at `/invitation/{token}`.
#[component]
pub fn LinkPage() -> impl IntoView {
    let lang = use_lang();
    let token = use_token();
    let actions = Actions {
        accept: Posting::new(),
        decline: Posting::new(),
    };
    let (accepted, declined) = (changes(actions.accept), changes(actions.decline));
    let data = data::load(
        move || (token.get(), accepted.get(), declined.get()),
        |(token, ..)| link(token),
    );
    view! {
        <div class="narrow acceptance">
            <Transition fallback=|| view! { <Skeleton rows=8/> }>
                {move || Suspend::new(async move {
                    match data.await {
                        Ok(page) => view(lang, token.get_untracked(), page, actions).into_any(),
                        Err(PortalError::NotFound) => {
                            view! { <missing::Missing token=token.get_untracked()/> }.into_any()
                        }
                        Err(error) => view! { <ErrorNotice error=error/> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

/// The token in the address, without what a mail program took for a part of it; the whole text if there is no token.
fn use_token() -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| {
        let text = params.with(|params| params.get("token").unwrap_or_default());
        LinkToken::read(&text).map_or(text, |token| token.as_str().to_owned())
    })
}

/// The names of those who ask, as one text.
fn names(lang: Lang, page: &invitation::LinkPage) -> String {
    list::list(
        lang,
        page.partners.iter().map(|partner| &partner.party.name),
    )
}

fn title(lang: Lang, page: &invitation::LinkPage) -> String {
    let names = names(lang, page);
    match (page.kind, page.partners.len()) {
        (Kind::Partnership { .. }, _) => words::title_partnership(lang, names),
        (_, 1) => words::title_relationship_one(lang, names),
        _ => words::title_relationship(lang, names),
    }
}

fn view(lang: Lang, token: String, page: invitation::LinkPage, actions: Actions) -> impl IntoView {
    if page.accepted_by.is_some() {
        return view! { <accepted::Accepted page=page/> }.into_any();
    }
    if let Err(refusal) = page.open.clone() {
        return view! { <ended::Ended page=page refusal=refusal/> }.into_any();
    }
    let session = use_session();
    let stranger = session.is_none();
    let unchosen = session.is_some_and(|session| session.organization.is_none());
    let is_sender = page.organization.as_ref().is_some_and(|own| {
        page.partners
            .first()
            .is_some_and(|asking| asking.party.id == own.id)
    });
    let is_barred = unchosen || is_sender || matches!(page.may_accept, Some(Err(_)));
    let lead = if is_barred {
        words::lead_unchanged(lang)
    } else {
        words::lead(lang)
    };
    let answer = match page.may_accept.clone() {
        _ if is_sender => view! {
            <abilities::Abilities page=page.clone()/>
            <barred::Sender token=token.clone() page=page.clone()/>
            <abilities::FoldedLimits page=page.clone()/>
        }
        .into_any(),
        _ if unchosen => view! { <barred::Unchosen token=token/> }.into_any(),
        Some(Ok(())) if !stranger => {
            view! { <answer::Answer token=token page=page.clone() actions=actions/> }.into_any()
        }
        Some(Err(refusal)) if !stranger => view! {
            <abilities::Abilities page=page.clone()/>
            <barred::Barred token=token page=page.clone() refusal=refusal/>
            <abilities::FoldedLimits page=page.clone()/>
        }
        .into_any(),
        _ => view! {
            <abilities::Abilities page=page.clone()/>
            <stranger::Stranger token=token kind=page.kind may_sign_up=page.may_sign_up.is_ok()/>
            <abilities::FoldedLimits page=page.clone()/>
        }
        .into_any(),
    };
    view! {
        <PageHeader title=title(lang, &page) lead=lead/>
        <asking::Asking page=page/>
        {answer}
    }
    .into_any()
}
