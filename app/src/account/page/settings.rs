//! Settings of the person and of the browser.

use leptos::prelude::*;

use crate::{
    account::words::{second_factor, session as words, sign_in},
    context::use_lang,
    route,
    shell::{PageTitle, words as shell},
};

/// The settings page. Language and theme are in the menu of every page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let lang = use_lang();
    view! {
        <PageTitle title=shell::settings(lang)/>
        <p>{words::settings_lead(lang)}</p>
        <ul class="links">
            <li><a href=route::PASSWORD>{sign_in::password_title(lang)}</a></li>
            <li><a href=route::SECOND_FACTOR>{second_factor::title(lang)}</a></li>
            <li><a href=route::SESSIONS>{words::sessions_title(lang)}</a></li>
        </ul>
    }
}
