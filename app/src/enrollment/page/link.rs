//! The page behind the link that is mailed to a primary contact. Public; opening it changes nothing.

use core::marker::PhantomData;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{Refusal, invitation::LinkToken};

use crate::{
    context::{use_lang, use_page, use_reply},
    data,
    enrollment::{
        api::{AnswerConfirmation, link::confirmation},
        model::ConfirmationPage,
        words::link as words,
    },
    error::PortalError,
    form::{ErrorNotice, PlainForm, Submit},
    i18n::{Lang, Moment},
    refusal::explain,
    route,
    shell::not_found::set_status,
    ui::{ButtonLink, Checkbox, Fact, FactStrip, PageHeader, Skeleton},
};

/// The form of the answer that the contact did not sign up.
const DENY: &str = "deny";

/// The page at `/confirm/{token}`.
#[component]
pub fn ConfirmLinkPage() -> impl IntoView {
    let lang = use_lang();
    let token = use_token();
    let data = data::load(move || token.get(), confirmation);
    view! {
        <div class="narrow acceptance">
            <Suspense fallback=|| view! { <Skeleton rows=6/> }>
                {move || Suspend::new(async move {
                    match data.await {
                        Ok(page) => match page.open.clone() {
                            Ok(()) => view(lang, token.get_untracked(), page).into_any(),
                            Err(refusal) => ended(lang, &refusal, page.company).into_any(),
                        },
                        Err(PortalError::NotFound) => missing(lang).into_any(),
                        Err(error) => view! { <ErrorNotice error=error/> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

/// The token in the address, without what a mail program took for a part of it; the whole text if there is no token.
fn use_token() -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| {
        let text = params.with(|params| params.get("token").unwrap_or_default());
        LinkToken::read(&text).map_or(text, |token| token.as_str().to_owned())
    })
}

fn view(lang: Lang, token: String, page: ConfirmationPage) -> impl IntoView {
    // One answer a page load: its id is the page's own.
    let request = use_page().seed.to_string();
    let until = page
        .expires
        .map(|at| view! { <Fact label=words::valid_until(lang)><Moment at=at/></Fact> });
    // Open again if the form comes back with an error.
    let back = use_reply().is_some_and(|reply| reply.form == DENY);
    let (denying, same) = (token.clone(), request.clone());
    let address = words::company_address(lang, &page.address, &page.company);
    view! {
        <PageHeader title=words::title(lang) lead=words::lead(lang, &page.company)/>
        <FactStrip>
            <Fact label=words::company(lang)>{page.company}</Fact>
            <Fact label=words::contact(lang)>{page.name}</Fact>
            {until}
        </FactStrip>
        <PlainForm function={PhantomData::<AnswerConfirmation>} form="confirm">
            <input type="hidden" name="request_id" value=request/>
            <input type="hidden" name="token" value=token/>
            <input type="hidden" name="then" value="confirm"/>
            <Checkbox name="signed_up" label=words::signed_up(lang)/>
            <Checkbox name="company_address" label=address/>
            <div class="actions">
                <Submit>{words::confirm(lang)}</Submit>
            </div>
        </PlainForm>
        <details class="disclosure" open=back>
            <summary>{words::not_me(lang)}</summary>
            <div class="disclosure-body">
                <p>{words::not_me_lead(lang)}</p>
                <PlainForm function={PhantomData::<AnswerConfirmation>} form=DENY>
                    <input type="hidden" name="request_id" value=same/>
                    <input type="hidden" name="token" value=denying/>
                    <input type="hidden" name="then" value="deny"/>
                    <div class="actions">
                        <Submit look="danger">{words::deny(lang)}</Submit>
                    </div>
                </PlainForm>
            </div>
        </details>
    }
}

/// A link that has come to its end: why, and of which company it was.
fn ended(lang: Lang, refusal: &Refusal, company: String) -> impl IntoView {
    view! {
        <PageHeader title=words::ended(lang)/>
        <p class="refusal" data-code=refusal.code()>{explain(lang, refusal)}</p>
        <p class="muted">{words::of(lang, company)}</p>
        {way_on(lang)}
    }
}

/// A link that never was, or was not copied whole.
fn missing(lang: Lang) -> impl IntoView {
    set_status(404);
    view! {
        <PageHeader title=words::missing(lang)/>
        <p>{words::missing_why(lang)}</p>
        {way_on(lang)}
    }
}

fn way_on(lang: Lang) -> impl IntoView {
    view! {
        <div class="actions">
            <ButtonLink href=route::START external=true>{words::go_to_start(lang)}</ButtonLink>
        </div>
    }
}
