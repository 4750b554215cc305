//! Recovery codes, shown once: a user who comes back is told how to get new ones.

use leptos::prelude::*;

use crate::{
    account::{api::second_factor::recovery_codes, words::second_factor as words},
    context::{use_lang, use_session},
    data,
    i18n::Lang,
    route,
    shell::{
        load::{loaded_part, use_parameter},
        words as shell,
    },
    ui::{ButtonLink, CopyButton, Notice, PageHeader, PrintButton, Tone},
};

/// The page after recovery codes were made.
#[component]
pub fn RecoveryCodesPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| recovery_codes());
    let trail = vec![
        (route::SETTINGS.to_owned(), shell::settings(lang).to_owned()),
        (
            route::SECOND_FACTOR.to_owned(),
            words::title(lang).to_owned(),
        ),
    ];
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::codes_title(lang)/>
            {loaded_part(data, move |codes| match codes {
                Some(codes) => shown(lang, codes),
                None => gone(lang),
            })}
        </div>
    }
}

fn shown(lang: Lang, codes: Vec<String>) -> AnyView {
    let text = codes.join("\n");
    // On paper nothing else says which account they belong to.
    let next = use_parameter("next").get_untracked();
    let onward = if route::is_local(&next) {
        next
    } else {
        route::SECOND_FACTOR.to_owned()
    };
    let account = use_session().map(|session| words::codes_of(lang, session.email));
    view! {
        <div class="stack">
            <Notice tone=Tone::Warning><p>{words::codes_once(lang)}</p></Notice>
            <p>{words::codes_how(lang)}</p>
            {account.map(|account| view! { <p>{account}</p> })}
            <ul class="recovery-codes">
                {codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view()}
            </ul>
            <div class="actions">
                <ButtonLink href=onward look="primary">{words::codes_kept(lang)}</ButtonLink>
                <CopyButton text=Signal::stored(text)/>
                <PrintButton/>
            </div>
        </div>
    }
    .into_any()
}

fn gone(lang: Lang) -> AnyView {
    view! {
        <div class="stack">
            <p>{words::codes_gone(lang)}</p>
            <div class="actions">
                <ButtonLink href=route::SECOND_FACTOR look="primary">{words::title(lang)}</ButtonLink>
            </div>
        </div>
    }
    .into_any()
}
