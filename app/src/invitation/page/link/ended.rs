//! A link that can no longer be answered. Each end has its own heading, its reason and its way on.

use leptos::prelude::*;
use tierline_core::{Refusal, invitation};

use crate::{
    account::words as sign_in,
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
    let Refusal::Invitation(refusal) = refusal else {
        return words::end_other(lang);
    };
    match refusal {
        invitation::Refusal::LinkReplaced { .. } => words::end_replaced(lang),
        invitation::Refusal::InvitationExpired { .. } => words::end_expired(lang),
        invitation::Refusal::InvitationAccepted { .. } => words::end_accepted(lang),
        invitation::Refusal::InvitationDeclined { .. } => words::end_declined(lang),
        invitation::Refusal::InvitationCanceled { .. } => words::end_canceled(lang),
        invitation::Refusal::InvitationNotSent => words::end_not_sent(lang),
        _ => words::end_other(lang),
    }
}
