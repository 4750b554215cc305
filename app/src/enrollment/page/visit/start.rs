//! The public start page: what the program is, and the way into it.

use leptos::prelude::*;
use serde_json::json;

use crate::{
    account::words as account,
    context::{use_lang, use_page, use_session},
    data,
    enrollment::words::visit as words,
    i18n::Lang,
    program::{api::program_promise, model::Promised},
    route,
    shell::{
        head::{Head, Languages, stay},
        load::loaded,
        words as shell,
    },
    ui::{ButtonLink, PageHeader, Section},
};

/// The page at `/start`.
#[component]
pub fn StartPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| program_promise());
    loaded(data, move |promised| view(lang, promised).into_any())
}

fn view(lang: Lang, promised: Promised) -> impl IntoView {
    let own = match use_session() {
        Some(_) => {
            view! { <ButtonLink href=route::OVERVIEW external=true>{shell::overview(lang)}</ButtonLink> }
        }
        None => {
            view! { <ButtonLink href=route::SIGN_IN external=true>{account::sign_in(lang)}</ButtonLink> }
        }
    };
    let data = json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": words::start_title(lang),
        "url": format!("{}{}", use_page().origin, route::START),
    });
    view! {
        <Head path=route::START.to_owned() description=words::start_description(lang) data=data/>
        <div class="narrow">
            <PageHeader title=words::start_title(lang) lead=words::start_lead(lang)/>
            <div class="actions">
                <ButtonLink href=route::ENROLL look="primary" external=true>{words::enroll(lang)}</ButtonLink>
                {own}
                <ButtonLink href=stay(route::FIND_A_PROVIDER) look="plain" external=true>{shell::find_a_provider(lang)}</ButtonLink>
            </div>
            <Section title=words::how(lang)>
                <ol class="prose">
                    <li>{words::how_enroll(lang, promised.review_from, promised.review_to)}</li>
                    <li>{words::how_sign(lang)}</li>
                    <li>{words::how_partner(lang)}</li>
                    <li>{words::how_sell(lang)}</li>
                </ol>
            </Section>
            <Languages path=route::START.to_owned()/>
        </div>
    }
}
