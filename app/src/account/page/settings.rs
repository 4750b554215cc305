//! Settings of the person and of the browser.

use leptos::prelude::*;
use tierline_core::{access::Action, permission::SubjectKind};

use crate::{
    account::words::{second_factor, session as words, sign_in},
    context::{use_lang, use_session},
    route,
    shell::{PageTitle, words as shell},
};

/// The settings page. Language and theme are in the menu of every page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let lang = use_lang();
    let may_require = use_session()
        .is_some_and(|session| session.may(Action::RequireSecondFactor, SubjectKind::Own));
    let may_manage_users =
        use_session().is_some_and(|session| session.may(Action::ManageUsers, SubjectKind::Own));
    view! {
        <PageTitle title=shell::settings(lang)/>
        <p>{words::settings_lead(lang)}</p>
        <ul class="links">
            <li><a href=route::PASSWORD>{sign_in::password_title(lang)}</a></li>
            <li><a href=route::SECOND_FACTOR>{second_factor::title(lang)}</a></li>
            <li><a href=route::SESSIONS>{words::sessions_title(lang)}</a></li>
            {may_manage_users
                .then(|| {
                    view! { <li><a href=route::USERS>{words::user_management(lang)}</a></li> }
                })}
            {may_require
                .then(|| {
                    view! { <li><a href=route::REQUIRED_FACTOR>{second_factor::required_title(lang)}</a></li> }
                })}
        </ul>
    }
}
