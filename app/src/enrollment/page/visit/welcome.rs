//! **Welcome**: what enrolling takes, before anything is typed.

use leptos::prelude::*;
use tierline_core::enrollment::Step;

use crate::{
    context::use_lang,
    data,
    enrollment::words::{self as enrollment, steps, visit as words},
    i18n::Lang,
    program::{api::program_promise, model::Promised},
    route,
    shell::load::loaded,
    ui::{ButtonLink, PageHeader, Section},
};

/// The page at `/enroll`.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| program_promise());
    loaded(data, move |promised| view(lang, promised).into_any())
}

fn view(lang: Lang, promised: Promised) -> impl IntoView {
    let trail = vec![(route::START.to_owned(), words::start_title(lang).to_owned())];
    let needs = [
        (words::need_account(lang), words::need_account_why(lang)),
        (words::need_mpn(lang), words::need_mpn_why(lang)),
        (words::need_company(lang), words::need_company_why(lang)),
    ]
    .map(|(what, why)| view! { <dt>{what}</dt><dd>{why}</dd> });
    view! {
        <div class="narrow">
            <PageHeader
                trail=trail
                caption=steps::enroll_as(lang)
                title=enrollment::step(lang, Step::Welcome)
                lead=words::welcome_lead(lang)
            />
            <Section title=words::needed(lang)>
                <dl class="prose">{needs.collect_view()}</dl>
            </Section>
            <p>{words::review_takes(lang, promised.review_from, promised.review_to)}</p>
            <p class="muted">{words::known_already(lang)}</p>
            <div class="actions">
                <ButtonLink href=route::enroll_step(Step::WorkAccount.code()) look="primary" external=true>
                    {words::next(lang)}
                </ButtonLink>
                <ButtonLink href=route::START look="plain" external=true>{crate::ui::words::cancel(lang)}</ButtonLink>
            </div>
        </div>
    }
}
