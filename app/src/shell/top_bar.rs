//! The bar at the top: drawer, product, organization, and the user's own settings.

use leptos::prelude::*;

use super::{
    account_menu::AccountMenu,
    preference::{LanguageMenu, ThemeMenu},
    rail::Rail,
};
use crate::{
    context::{use_lang, use_session},
    route,
    shell::words as text,
};

/// The bar at the top of every page.
#[component]
pub fn TopBar() -> impl IntoView {
    let lang = use_lang();
    let session = use_session();
    let organization = session
        .as_ref()
        .and_then(|session| session.organization.clone());
    let signed_in = session.is_some();
    let owes = session
        .as_ref()
        .is_some_and(|session| session.second_factor_owed.is_some());
    // Strangers get a full page load, because the start page would be a different one for them.
    let home = if signed_in {
        route::OVERVIEW
    } else {
        route::SIGN_IN
    };
    view! {
        <header class="top-bar">
            {(signed_in && !owes)
                .then(|| {
                    view! {
                        <details class="drawer">
                            <summary>{text::menu(lang)}</summary>
                            <nav aria-label=text::menu(lang)>
                                <Rail/>
                            </nav>
                        </details>
                    }
                })}
            <a class="brand" href=home rel=(!signed_in).then_some("external")>{text::product(lang)}</a>
            {organization
                .map(|organization| {
                    view! {
                        <p class="acting-for">
                            <span class="visually-hidden">{text::organization(lang)} ": "</span>
                            {organization.name}
                        </p>
                    }
                })}
            <div class="top-bar-end">
                <LanguageMenu/>
                <ThemeMenu/>
                {session.map(|session| view! { <AccountMenu session=session/> })}
            </div>
        </header>
    }
}
