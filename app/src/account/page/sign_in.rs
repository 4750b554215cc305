//! Sign in, with a work account or, in a demo, as one of its people.

mod demo;

use core::marker::PhantomData;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use self::demo::DemoAccounts;
use crate::{
    account::{api::session::SignIn, words::sign_in as words},
    context::{use_demo, use_lang, use_session},
    form::{PlainForm, Submit},
    route,
    shell::{PageTitle, words as shell},
    ui::{Field, PasswordField},
};

/// The sign-in page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let lang = use_lang();
    let next = use_query_map()
        .with_untracked(|query| query.get("next"))
        .unwrap_or_default();
    let cards = use_demo().then(|| view! { <DemoAccounts next=next.clone()/> });
    view! {
        <div class="narrow">
            <PageTitle title=words::sign_in(lang)/>
            {use_session()
                .map(|session| {
                    view! {
                        <p>{words::already(lang, session.user_name)} " " <a href=route::OVERVIEW>{words::go_on(lang)}</a></p>
                    }
                })}
            <p>{words::lead(lang)}</p>
            <PlainForm function={PhantomData::<SignIn>}>
                <input type="hidden" name="next" value=next/>
                <Field
                    name="email"
                    kind="email"
                    label=words::email(lang)
                    hint=words::email_hint(lang)
                    autocomplete="username"
                />
                <PasswordField name="password" label=words::password(lang) autocomplete="current-password"/>
                <Submit>{words::sign_in(lang)}</Submit>
            </PlainForm>
            <p><a href=route::START>{words::about_program(lang)}</a></p>
        </div>
        {cards}
        <p class="narrow"><a href=route::FIND_A_PROVIDER rel="external">{shell::find_a_provider(lang)}</a></p>
    }
}
