//! **Create one**: a company's tenant with its first global admin.

use core::marker::PhantomData;

use leptos::prelude::*;
use tierline_core::enrollment::Step;

use crate::{
    account::page::{TenantFields, countries},
    context::{use_lang, use_page},
    data,
    enrollment::{
        api::SignUpToEnroll,
        words::{self as enrollment, steps, visit as words},
    },
    form::{ErrorNotice, PlainForm, Submit},
    i18n::Lang,
    invitation::api::domain_suffix,
    route,
    ui::{ButtonLink, PageHeader, Skeleton},
};

/// The page at `/enroll/create`.
#[component]
pub fn CreateAccountPage() -> impl IntoView {
    let lang = use_lang();
    let suffix = data::load(|| (), |()| domain_suffix());
    let trail = vec![(
        route::enroll_step(Step::WorkAccount.code()),
        enrollment::step(lang, Step::WorkAccount).to_owned(),
    )];
    view! {
        <div class="narrow">
            <PageHeader
                trail=trail
                caption=steps::enroll_as(lang)
                title=words::create_title(lang)
                lead=words::create_lead(lang)
            />
            <Suspense fallback=|| view! { <Skeleton rows=8/> }>
                {move || Suspend::new(async move {
                    match suffix.await {
                        Ok(suffix) => form(lang, suffix).into_any(),
                        Err(error) => view! { <ErrorNotice error=error/> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

/// The form. It starts a new page load, because afterwards somebody is signed in.
fn form(lang: Lang, suffix: String) -> impl IntoView {
    // One account a page load: its id is the page's own.
    let request = use_page().seed.to_string();
    view! {
        <PlainForm function={PhantomData::<SignUpToEnroll>}>
            <input type="hidden" name="request_id" value=request/>
            <TenantFields countries=countries(lang, |_| true) suffix=suffix/>
            <div class="actions">
                <Submit>{words::create(lang)}</Submit>
                <ButtonLink href=route::enroll_step(Step::WorkAccount.code()) look="plain" external=true>
                    {crate::ui::words::cancel(lang)}
                </ButtonLink>
            </div>
        </PlainForm>
    }
}
