//! **Create one**: a company's tenant with its first global admin.

use core::marker::PhantomData;

use leptos::prelude::*;
use tierline_core::{enrollment::Step, market::Country};

use crate::{
    context::{use_lang, use_page},
    data,
    enrollment::{
        api::SignUpToEnroll,
        words::{self as enrollment, steps, visit as words},
    },
    form::{ErrorNotice, PlainForm, Submit},
    i18n::{Lang, market},
    invitation::api::domain_suffix,
    route,
    ui::{ButtonLink, Choice, Field, PageHeader, PasswordField, Select, Skeleton},
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
                        Ok(suffix) => form(lang, &suffix).into_any(),
                        Err(error) => view! { <ErrorNotice error=error/> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

/// The form. It starts a new page load, because afterwards somebody is signed in.
fn form(lang: Lang, suffix: &str) -> impl IntoView + use<> {
    // One account a page load: its id is the page's own.
    let request = use_page().seed.to_string();
    let countries: Vec<Choice> = Country::all_by_name(market::language(lang))
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    let suffix = format!(".{}", suffix.trim_start_matches('.'));
    view! {
        <PlainForm function={PhantomData::<SignUpToEnroll>}>
            <input type="hidden" name="request_id" value=request/>
            <Field name="name" label=words::company(lang) autocomplete="organization" maxlength=120u32/>
            <Select
                name="country"
                label=words::country(lang)
                hint=words::country_hint(lang)
                options=countries
                prompt=words::choose_country(lang)
            />
            <Field
                name="domain"
                label=words::domain(lang)
                hint=words::domain_hint(lang)
                suffix=suffix
                maxlength=27u32
            />
            <Field name="admin_name" label=words::your_name(lang) autocomplete="name" maxlength=80u32/>
            <Field
                name="admin_user"
                label=words::user_name(lang)
                hint=words::user_name_hint(lang)
                maxlength=64u32
            />
            <PasswordField
                name="password"
                label=words::password(lang)
                hint=words::password_hint(lang)
                autocomplete="new-password"
            />
            <PasswordField
                name="repeated_password"
                label=words::repeated_password(lang)
                autocomplete="new-password"
            />
            <div class="actions">
                <Submit>{words::create(lang)}</Submit>
                <ButtonLink href=route::enroll_step(Step::WorkAccount.code()) look="plain" external=true>
                    {crate::ui::words::cancel(lang)}
                </ButtonLink>
            </div>
        </PlainForm>
    }
}
