//! A link that never was.

use leptos::prelude::*;
use tierline_core::invitation::{LinkProblem, LinkToken};

use crate::{
    account::words as sign_in,
    context::{use_lang, use_session},
    invitation::words::link as words,
    route,
    shell::not_found::set_status,
    ui::{ButtonLink, PageHeader},
};

/// Advice for a link that leads to nothing, by what its token looks like. Sets the status 404.
#[component]
pub(super) fn Missing(
    /// The token's place in the address.
    token: String,
) -> impl IntoView {
    set_status(404);
    let lang = use_lang();
    let cause = match LinkToken::read(&token) {
        Ok(_) => words::missing_unknown(lang).to_owned(),
        Err(LinkProblem::CutOff { missing: 1 }) => words::missing_last(lang).to_owned(),
        Err(LinkProblem::CutOff { missing }) => words::missing_cut_off(lang, missing),
        Err(LinkProblem::Unlike) => words::missing_unlike(lang).to_owned(),
    };
    let on = if use_session().is_some() {
        view! { <ButtonLink href=route::OVERVIEW>{words::go_to_overview(lang)}</ButtonLink> }
            .into_any()
    } else {
        view! { <ButtonLink href=route::SIGN_IN external=true>{sign_in::sign_in(lang)}</ButtonLink> }.into_any()
    };
    view! {
        <PageHeader title=words::missing_title(lang)/>
        <p>{cause}</p>
        <p>{words::missing_advice(lang)}</p>
        <div class="actions">{on}</div>
    }
}
