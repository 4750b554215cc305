//! The public start page: what the program is, and the way into it.

use leptos::prelude::*;
use serde_json::json;
use tierline_core::enrollment::PROMISE;

use crate::{
    account::words as account,
    context::{use_lang, use_page, use_session},
    enrollment::words::visit as words,
    route,
    shell::{
        head::{Head, Languages, stay},
        words as shell,
    },
    ui::{ButtonLink, PageHeader, Section},
};

/// The page at `/start`.
#[component]
pub fn StartPage() -> impl IntoView {
    let lang = use_lang();
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
                <a href=stay(route::FIND_A_PROVIDER) rel="external">{shell::find_a_provider(lang)}</a>
            </div>
            <Section title=words::how(lang)>
                <ol class="prose">
                    <li>{words::how_enroll(lang, PROMISE.from, PROMISE.to)}</li>
                    <li>{words::how_sign(lang)}</li>
                    <li>{words::how_partner(lang)}</li>
                    <li>{words::how_sell(lang)}</li>
                </ol>
            </Section>
            <Languages path=route::START.to_owned()/>
        </div>
    }
}
