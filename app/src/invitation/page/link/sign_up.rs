//! A customer makes its tenant and its first global admin on the way to answering an invitation.

use core::marker::PhantomData;

use leptos::prelude::*;
use tierline_core::{Refusal, market::same_region};

use super::use_token;
use crate::{
    account::{
        api::SignOut,
        page::{TenantFields, countries},
    },
    context::{use_lang, use_page, use_session},
    data,
    error::PortalError,
    form::{ErrorNotice, PlainForm, Submit},
    i18n::Lang,
    invitation::{
        api::link::{SignUp, domain_suffix, link},
        model::LinkPage,
        words::link as words,
    },
    refusal::{explain, page::RefusalPanel},
    route,
    shell::words as shell,
    ui::{ButtonLink, Choice, PageHeader, Skeleton},
};

/// The page at `/invitation/{token}/sign-up`.
#[component]
pub fn SignUpPage() -> impl IntoView {
    let lang = use_lang();
    let token = use_token();
    let data = data::load(
        move || token.get(),
        |token| async move {
            let page = link(token).await?;
            Ok::<_, PortalError>((page, domain_suffix().await?))
        },
    );
    let trail = vec![(
        route::link(&token.get_untracked()),
        words::sign_up_back(lang).to_owned(),
    )];
    view! {
        <div class="narrow">
            <Suspense fallback=|| view! { <Skeleton rows=8/> }>
                {move || {
                    let trail = trail.clone();
                    Suspend::new(async move {
                        match data.await {
                            Err(PortalError::NotFound) => {
                                view! { <super::missing::Missing token=token.get_untracked()/> }.into_any()
                            },
                            Err(error) => view! { <ErrorNotice error=error/> }.into_any(),
                            Ok((page, _)) if page.open.is_err() => {
                                // The link has come to its end meanwhile; its own page says which.
                                view! {
                                    <PageHeader trail=trail title=words::sign_up_title(lang)/>
                                    <p>{words::end_other(lang)}</p>
                                    <div class="actions">
                                        <ButtonLink href=route::link(&token.get_untracked())>
                                            {words::sign_up_back(lang)}
                                        </ButtonLink>
                                    </div>
                                }
                                .into_any()
                            }
                            Ok((page, _)) if page.may_sign_up.is_err() => {
                                let link = route::link(&token.get_untracked());
                                view! {
                                    <PageHeader trail=trail title=words::sign_up_title(lang)/>
                                    {page.may_sign_up.err().map(|refusal| used(lang, link, refusal))}
                                }
                                .into_any()
                            }
                            Ok((page, suffix)) => view! {
                                <PageHeader
                                    trail=trail
                                    title=words::sign_up_title(lang)
                                    lead=words::sign_up_lead(lang)
                                />
                                {content(lang, token.get_untracked(), &page, suffix)}
                            }
                            .into_any(),
                        }
                    })
                }}
            </Suspense>
        </div>
    }
}

/// The link has made a tenant already. The way on is its own page: for the one who made it, after signing in.
fn used(lang: Lang, link: String, refusal: Refusal) -> AnyView {
    if use_session().is_none() {
        return view! { <RefusalPanel refusal=refusal back=link/> }.into_any();
    }
    view! {
        <p class="refusal" data-code=refusal.code()>{explain(lang, &refusal)}</p>
        <div class="actions"><ButtonLink href=link>{words::sign_up_back(lang)}</ButtonLink></div>
    }
    .into_any()
}

fn content(lang: Lang, token: String, page: &LinkPage, suffix: String) -> AnyView {
    match use_session().map(|session| session.organization.map(|organization| organization.name)) {
        Some(organization) => view! {
            <p>{words::sign_up_signed_in(lang, organization.unwrap_or_default())}</p>
            <PlainForm function={PhantomData::<SignOut>} bare=true>
                <input type="hidden" name="next" value=route::sign_up(&token)/>
                <Submit look="quiet">{shell::sign_out(lang)}</Submit>
            </PlainForm>
        }
        .into_any(),
        None => {
            // Whoever is in another region than those who ask could not accept.
            let countries = countries(lang, |country| {
                let mut asking = page.partners.iter();
                asking.all(|partner| same_region(partner.country, country))
            });
            view! { <SignUpForm token=token countries=countries suffix=suffix/> }.into_any()
        }
    }
}

/// The form. It starts a new page load, because afterwards somebody is signed in.
#[component]
fn SignUpForm(token: String, countries: Vec<Choice>, suffix: String) -> impl IntoView {
    let lang = use_lang();
    // One sign-up a page load: its id is the page's own.
    let request = use_page().seed.to_string();
    let back = route::link(&token);
    view! {
        <PlainForm function={PhantomData::<SignUp>}>
            <input type="hidden" name="request_id" value=request/>
            <input type="hidden" name="token" value=token/>
            <TenantFields countries=countries suffix=suffix/>
            <div class="actions">
                <Submit>{words::sign_up(lang)}</Submit>
                <ButtonLink href=back look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
            </div>
        </PlainForm>
    }
}
