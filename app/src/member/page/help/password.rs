//! The temporary password of a customer's user, once.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    context::use_lang,
    data,
    i18n::Lang,
    member::{api::user_password, model::TemporaryPassword, words},
    route,
    shell::{load::loaded_part, words as shell},
    ui::{ButtonLink, CopyField, Notice, PageHeader, Tone},
};

/// The page at `/customers/{id}/users/{user}/password`.
#[component]
pub fn UserPasswordPage() -> impl IntoView {
    let lang = use_lang();
    let (customer, user) = use_params_map().with_untracked(|params| {
        let named = |name| params.get(name).unwrap_or_default();
        (named("id"), named("user"))
    });
    let trail = vec![
        (
            route::CUSTOMERS.to_owned(),
            shell::customers(lang).to_owned(),
        ),
        (
            route::license_users(&customer),
            shell::users_and_licenses(lang).to_owned(),
        ),
    ];
    let back = route::customer_user(&customer, &user);
    let of = (customer, user);
    let data = data::load(
        move || of.clone(),
        |(customer, user)| user_password(customer, user),
    );
    view! {
        <PageHeader trail=trail title=words::temporary_password(lang)/>
        {loaded_part(data, move |page| view(lang, page))}
        <div class="actions"><ButtonLink href=back look="primary">{words::done(lang)}</ButtonLink></div>
    }
}

fn view(lang: Lang, page: TemporaryPassword) -> AnyView {
    let TemporaryPassword {
        user_name,
        password,
    } = page;
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
