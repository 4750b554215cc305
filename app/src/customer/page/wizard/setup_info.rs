//! **Setup info**: user name and temporary password, once.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    context::use_lang,
    customer::{api::setup_info, model as customer, words::wizard as words},
    data,
    i18n::Lang,
    route,
    shell::load::loaded_part,
    ui::{ButtonLink, CopyField, Notice, PageHeader, Section, Tone},
};

/// The section, wherever it is shown.
pub(super) fn section(lang: Lang, info: Option<customer::SetupInfo>) -> impl IntoView {
    view! { <Section title=words::setup_info(lang)>{view(lang, info)}</Section> }
}

fn view(lang: Lang, info: Option<customer::SetupInfo>) -> AnyView {
    match info {
        Some(info) => view! {
            <Notice tone=Tone::Warning><p>{words::setup_once(lang)}</p></Notice>
            <div class="narrow">
                <CopyField id="setup-user-name" label=words::user_name(lang) value=info.user_name/>
                <CopyField id="setup-password" label=words::temporary_password(lang) value=info.temporary_password/>
            </div>
        }
        .into_any(),
        None => view! {
            <Notice tone=Tone::Info>
                <p>{words::setup_gone(lang)}</p>
                <p>{words::setup_gone_step(lang)}</p>
            </Notice>
        }
        .into_any(),
    }
}

/// The page after a new temporary password was made.
#[component]
pub fn SetupInfoPage() -> impl IntoView {
    let lang = use_lang();
    let id = use_params_map().with_untracked(|params| params.get("id").unwrap_or_default());
    let trail = vec![
        (
            route::CUSTOMERS.to_owned(),
            crate::customer::words::title(lang).to_owned(),
        ),
        (
            route::customer(&id),
            crate::customer::words::account(lang).to_owned(),
        ),
    ];
    let customer = id.clone();
    let data = data::load(move || customer.clone(), setup_info);
    view! {
        <PageHeader trail=trail title=crate::customer::words::renew_password(lang)/>
        {loaded_part(data, move |info| section(lang, info).into_any())}
        <div class="actions"><ButtonLink href=route::customer(id) look="primary">{words::done(lang)}</ButtonLink></div>
    }
}
