//! The temporary password of a customer's user, once.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    context::use_lang,
    data,
    i18n::Lang,
    member::{api::user_password, model::TemporaryPassword, words},
    route,
    shell::{load::loaded, words as shell},
    ui::{ButtonLink, CopyField, Notice, PageHeader, Tone},
};

/// The page at `/customers/{id}/users/{user}/password`.
#[component]
pub fn UserPasswordPage() -> impl IntoView {
    let lang = use_lang();
    let of = use_params_map().with_untracked(|params| {
        let named = |name| params.get(name).unwrap_or_default();
        (named("id"), named("user"))
    });
    let (customer, user) = of.clone();
    let data = data::load(
        move || of.clone(),
        |(customer, user)| user_password(customer, user),
    );
    loaded(data, move |page| view(lang, (&customer, &user), page))
}

fn view(lang: Lang, (customer, user): (&str, &str), page: TemporaryPassword) -> AnyView {
    let TemporaryPassword {
        user_name,
        password,
        own,
    } = page;
    let (trail, back) = if own {
        let trail = vec![
            (route::SETTINGS.to_owned(), shell::settings(lang).to_owned()),
            (
                route::USERS.to_owned(),
                words::user_management(lang).to_owned(),
            ),
        ];
        (trail, route::user(user))
    } else {
        let trail = vec![
            (
                route::CUSTOMERS.to_owned(),
                shell::customers(lang).to_owned(),
            ),
            (
                route::license_users(customer),
                shell::users_and_licenses(lang).to_owned(),
            ),
        ];
        (trail, route::customer_user(customer, user))
    };
    let shown = shown(lang, user_name, password);
    view! {
        <PageHeader trail=trail title=words::temporary_password(lang)/>
        {shown}
        <div class="actions"><ButtonLink href=back look="primary">{words::done(lang)}</ButtonLink></div>
    }
    .into_any()
}

fn shown(lang: Lang, user_name: String, password: Option<String>) -> AnyView {
    match password {
        Some(password) => view! {
            <Notice tone=Tone::Warning><p>{words::password_once(lang)}</p></Notice>
            <div class="narrow">
                <CopyField id="user-name" label=words::account(lang) value=user_name/>
                <CopyField id="user-password" label=words::temporary_password(lang) value=password/>
            </div>
        }
        .into_any(),
        None => view! { <Notice tone=Tone::Info><p>{words::password_gone(lang, user_name)}</p></Notice> }
            .into_any(),
    }
}
