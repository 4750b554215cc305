//! Sign in, with a work account or, in a demo, with a card.

use core::marker::PhantomData;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    account::{
        api::session::{SignIn, SignInAs, demo_accounts},
        model::session::DemoAccount,
        words::sign_in as words,
    },
    context::{use_demo, use_lang, use_session},
    data,
    form::{PlainForm, Submit},
    i18n::Lang,
    route,
    shell::PageTitle,
    ui::{Field, PasswordField},
};

/// The sign-in page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let lang = use_lang();
    let next = use_query_map()
        .with_untracked(|query| query.get("next"))
        .unwrap_or_default();
    let cards = use_demo().then(|| view! { <DemoCards next=next.clone()/> });
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
        </div>
        {cards}
    }
}

/// A card for each user of the demo.
#[component]
fn DemoCards(next: String) -> impl IntoView {
    let lang = use_lang();
    let accounts = data::load(|| (), |()| demo_accounts());
    view! {
        <section class="demo-cards" aria-labelledby="demo-title">
            <h2 id="demo-title">{words::demo_title(lang)}</h2>
            <p>{words::demo_lead(lang)}</p>
            <Suspense>
                {move || {
                    let next = next.clone();
                    Suspend::new(async move {
                        let cards = accounts.await.unwrap_or_default();
                        view! {
                            <ul class="cards">
                                {cards
                                    .into_iter()
                                    .map(|account| view! { <DemoCard account=account next=next.clone()/> })
                                    .collect_view()}
                            </ul>
                        }
                    })
                }}
            </Suspense>
        </section>
    }
}

#[component]
fn DemoCard(account: DemoAccount, next: String) -> impl IntoView {
    let lang = use_lang();
    let what = description(lang, &account);
    view! {
        <li class="card">
            <PlainForm function={PhantomData::<SignInAs>} bare=true>
                <input type="hidden" name="email" value=account.email.clone()/>
                <input type="hidden" name="next" value=next/>
                <h3>{account.organization}</h3>
                <p>{what}</p>
                <button type="submit" class="button button-quiet">{words::sign_in_as(lang, account.user_name)}</button>
            </PlainForm>
        </li>
    }
}

/// "Indirect provider · Admin agent".
fn description(lang: Lang, account: &DemoAccount) -> String {
    let capabilities = tierline_core::organization::Capability::ALL
        .into_iter()
        .filter(|capability| account.capabilities.state(*capability).is_some())
        .map(|capability| crate::account::words::role::capability(lang, capability));
    let roles = account
        .roles
        .iter()
        .map(|role| crate::account::words::role::role(lang, role));
    capabilities.chain(roles).collect::<Vec<_>>().join(" · ")
}
