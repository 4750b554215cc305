//! A link that can no longer be answered. Each end has its own heading, its reason and its way on.

use leptos::prelude::*;
use tierline_core::Refusal;

use crate::{
    account::words::sign_in,
    context::{use_lang, use_session},
    i18n::Lang,
    invitation::{model::LinkPage, words::link as words},
    refusal as refusals, route,
    ui::{ButtonLink, PageHeader},
};

/// How it ended, and what to do.
#[component]
pub(super) fn Ended(page: LinkPage, refusal: Refusal) -> impl IntoView {
    let lang = use_lang();
    let code = refusal.code();
    let on = if use_session().is_some() {
        view! { <ButtonLink href=route::OVERVIEW>{words::go_to_overview(lang)}</ButtonLink> }
            .into_any()
    } else {
        view! { <ButtonLink href=route::SIGN_IN external=true>{sign_in::sign_in(lang)}</ButtonLink> }.into_any()
    };
    view! {
        <PageHeader title=heading(lang, &refusal)/>
        <p class="refusal" data-code=code>{refusals::explain(lang, &refusal)}</p>
        <p class="muted">{words::end_from(lang, super::names(lang, &page))}</p>
        <div class="actions">{on}</div>
    }
}

fn heading(lang: Lang, refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::LinkReplaced { .. } => words::end_replaced(lang),
        Refusal::InvitationExpired { .. } => words::end_expired(lang),
        Refusal::InvitationAccepted { .. } => words::end_accepted(lang),
        Refusal::InvitationDeclined { .. } => words::end_declined(lang),
        Refusal::InvitationCanceled { .. } => words::end_canceled(lang),
        Refusal::InvitationNotSent => words::end_not_sent(lang),
        _ => words::end_other(lang),
    }
}
