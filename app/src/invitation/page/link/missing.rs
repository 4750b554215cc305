//! A link that never was.

use leptos::prelude::*;

use crate::{
    account::words as sign_in,
    context::{use_lang, use_session},
    invitation::words::link as words,
    route,
    shell::not_found::set_status,
    ui::{ButtonLink, PageHeader},
};

/// Advice for a link that leads to nothing. Sets the status 404.
#[component]
pub(super) fn Missing() -> impl IntoView {
    set_status(404);
    let lang = use_lang();
    let on = if use_session().is_some() {
        view! { <ButtonLink href=route::OVERVIEW>{words::go_to_overview(lang)}</ButtonLink> }
            .into_any()
    } else {
        view! { <ButtonLink href=route::SIGN_IN external=true>{sign_in::sign_in(lang)}</ButtonLink> }.into_any()
    };
    view! {
        <PageHeader title=words::missing_title(lang)/>
        <p>{words::missing(lang)}</p>
        <div class="actions">{on}</div>
    }
}
