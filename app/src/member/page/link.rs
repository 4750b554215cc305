//! The pages behind the links that are mailed to users. Public; opening them changes nothing.

mod join;
mod password;

pub use join::JoinLinkPage;
pub use password::NewPasswordPage;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{Refusal, invitation::LinkToken};

use crate::{
    account::words as account,
    context::{use_lang, use_session},
    i18n::Lang,
    member::words::link as words,
    refusal::explain,
    route,
    shell::not_found::set_status,
    ui::{ButtonLink, PageHeader, PasswordField},
};

/// The token in the address, without what a mail program took for a part of it; the whole text if there is no token.
fn use_token() -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| {
        let text = params.with(|params| params.get("token").unwrap_or_default());
        LinkToken::read(&text).map_or(text, |token| token.as_str().to_owned())
    })
}

/// The way on from a link that cannot be used.
fn way_on(lang: Lang) -> AnyView {
    if use_session().is_some() {
        view! { <ButtonLink href=route::OVERVIEW>{words::go_to_overview(lang)}</ButtonLink> }
            .into_any()
    } else {
        view! { <ButtonLink href=route::SIGN_IN external=true>{account::sign_in(lang)}</ButtonLink> }
            .into_any()
    }
}

/// A link that never was, or was not copied whole. Sets the status 404.
#[component]
fn Missing() -> impl IntoView {
    set_status(404);
    let lang = use_lang();
    view! {
        <PageHeader title=words::missing(lang)/>
        <p>{words::missing_why(lang)}</p>
        <div class="actions">{way_on(lang)}</div>
    }
}

/// A link that has come to its end: why, and what to do.
#[component]
fn Ended(refusal: Refusal, from: Option<String>) -> impl IntoView {
    let lang = use_lang();
    let from = from.map(|from| view! { <p class="muted">{words::from(lang, from)}</p> });
    view! {
        <PageHeader title=words::ended(lang)/>
        <p class="refusal" data-code=refusal.code()>{explain(lang, &refusal)}</p>
        {from}
        <div class="actions">{way_on(lang)}</div>
    }
}

/// The two fields of a new password.
#[component]
fn NewPasswordFields() -> impl IntoView {
    let lang = use_lang();
    view! {
        <PasswordField
            name="password"
            label=words::password(lang)
            hint=words::password_hint(lang)
            autocomplete="new-password"
        />
        <PasswordField
            name="repeated_password"
            label=words::repeated_password(lang)
            autocomplete="new-password"
        />
    }
}
