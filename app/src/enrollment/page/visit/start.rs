//! The public start page: what the program is, and the way into it.

use leptos::prelude::*;

use crate::{
    account::words as account,
    context::{use_lang, use_session},
    data,
    enrollment::words::visit as words,
    i18n::Lang,
    program::{api::program_promise, model::Promised},
    route,
    shell::{load::loaded, words as shell},
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
    view! {
        <div class="narrow">
            <PageHeader title=words::start_title(lang) lead=words::start_lead(lang)/>
            <div class="actions">
                <ButtonLink href=route::ENROLL look="primary" external=true>{words::enroll(lang)}</ButtonLink>
                {own}
                <a href=route::FIND_A_PROVIDER rel="external">{shell::find_a_provider(lang)}</a>
            </div>
            <Section title=words::how(lang)>
                <ol class="prose">
                    <li>{words::how_enroll(lang, promised.review_from, promised.review_to)}</li>
                    <li>{words::how_sign(lang)}</li>
                    <li>{words::how_partner(lang)}</li>
                    <li>{words::how_sell(lang)}</li>
                </ol>
            </Section>
        </div>
    }
}
