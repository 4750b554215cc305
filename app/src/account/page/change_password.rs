//! Change the password: mandatory at first sign-in, voluntary later.

use core::marker::PhantomData;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    account::{api::session::ChangePassword, words::sign_in as words},
    context::{use_lang, use_session},
    form::{PlainForm, Submit},
    route,
    shell::words as shell,
    ui::{PageHeader, PasswordField},
};

/// The page to change the caller's password.
#[component]
pub fn ChangePasswordPage() -> impl IntoView {
    let lang = use_lang();
    let first = use_session().is_some_and(|session| session.must_change_password);
    let next = use_query_map()
        .with_untracked(|query| query.get("next"))
        .unwrap_or_else(|| {
            (if first {
                route::OVERVIEW
            } else {
                route::SETTINGS
            })
            .to_owned()
        });
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    view! {
        <div class="narrow">
            {if first {
                view! { <PageHeader title=words::password_title(lang) lead=words::password_first(lang)/> }
            } else {
                view! { <PageHeader trail=trail title=words::password_title(lang)/> }
            }}
            <PlainForm function={PhantomData::<ChangePassword>}>
                <input type="hidden" name="next" value=next/>
                <PasswordField
                    name="current_password"
                    label=words::current_password(lang)
                    autocomplete="current-password"
                />
                <PasswordField
                    name="new_password"
                    label=words::new_password(lang)
                    hint=words::new_password_hint(lang)
                    autocomplete="new-password"
                />
                <PasswordField
                    name="repeated_password"
                    label=words::repeated_password(lang)
                    autocomplete="new-password"
                />
                <Submit>{words::password_title(lang)}</Submit>
            </PlainForm>
        </div>
    }
}
