//! The invitation of a new user: who invites, as what, and the way to accept.

use core::marker::PhantomData;

use leptos::prelude::*;

use super::{Ended, Missing, NewPasswordFields, use_token, way_on};
use crate::{
    account::api::SignOut,
    context::{use_lang, use_page},
    data,
    error::PortalError,
    form::{ErrorNotice, PlainForm, Submit},
    i18n::{Lang, Moment},
    list::words::several,
    member::{
        api::link::{Join, JoinAsNew, join_link},
        list::roles,
        model::{JoinPage, JoinWay},
        words::link as words,
    },
    refusal::explain,
    route,
    shell::words as shell,
    ui::{ButtonLink, Fact, FactStrip, PageHeader, Section, Skeleton},
};

/// The page at `/join/{token}`.
#[component]
pub fn JoinLinkPage() -> impl IntoView {
    let lang = use_lang();
    let token = use_token();
    let data = data::load(move || token.get(), join_link);
    view! {
        <div class="narrow acceptance">
            <Suspense fallback=|| view! { <Skeleton rows=6/> }>
                {move || Suspend::new(async move {
                    match data.await {
                        Ok(page) => match page.open.clone() {
                            Ok(()) => view(lang, token.get_untracked(), page).into_any(),
                            Err(refusal) => {
                                let from = Some(page.organization);
                                view! { <Ended refusal=refusal from=from/> }.into_any()
                            }
                        },
                        Err(PortalError::NotFound) => view! { <Missing/> }.into_any(),
                        Err(error) => view! { <ErrorNotice error=error/> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

fn view(lang: Lang, token: String, page: JoinPage) -> impl IntoView {
    let lead = words::join_lead(lang, &page.invited_by, &page.organization);
    let until = page
        .expires
        .map(|at| view! { <Fact label=words::valid_until(lang)><Moment at=at/></Fact> });
    let customers = (!page.groups.is_empty()).then(|| {
        let groups = several(lang, page.groups.iter().map(String::as_str));
        let groups = words::only_in(lang, groups);
        view! { <Fact label=words::your_customers(lang)>{groups}</Fact> }
    });
    let removed = (!page.removed_groups.is_empty()).then(|| {
        let groups = several(lang, page.removed_groups.iter().map(String::as_str));
        let said = words::groups_removed(lang, groups);
        view! { <p id="groups-removed">{said}</p> }
    });
    let whom = format!("{} ({})", page.name, page.address);
    view! {
        <PageHeader title=words::join_title(lang, &page.organization) lead=lead/>
        <FactStrip>
            <Fact label=words::for_whom(lang)>{whom}</Fact>
            <Fact label=words::your_roles(lang)>{roles(lang, page.roles)}</Fact>
            {customers}
            {until}
        </FactStrip>
        {removed}
        {answer(lang, token, page.way, page.address)}
        <p class="muted">{words::not_expected(lang)}</p>
    }
}

/// The way to accept, for this reader.
fn answer(lang: Lang, token: String, way: JoinWay, address: String) -> AnyView {
    // One answer a page load: its id is the page's own.
    let request = use_page().seed.to_string();
    let here = route::join(&token);
    match way {
        JoinWay::ChoosePassword => view! {
            <Section title=words::choose_title(lang) lead=words::choose_lead(lang, address)>
                <PlainForm function={PhantomData::<JoinAsNew>}>
                    <input type="hidden" name="request_id" value=request/>
                    <input type="hidden" name="token" value=token/>
                    <NewPasswordFields/>
                    <div class="actions">
                        <Submit>{words::accept(lang)}</Submit>
                    </div>
                </PlainForm>
            </Section>
        }
        .into_any(),
        JoinWay::Accept => view! {
            <p>{words::accept_lead(lang, address)}</p>
            <PlainForm function={PhantomData::<Join>}>
                <input type="hidden" name="request_id" value=request/>
                <input type="hidden" name="token" value=token/>
                <div class="actions">
                    <Submit>{words::accept(lang)}</Submit>
                </div>
            </PlainForm>
        }
        .into_any(),
        JoinWay::SignIn => view! {
            <p>{words::sign_in_lead(lang, address)}</p>
            <div class="actions">
                <ButtonLink href=route::sign_in_to_return(&here) look="primary" external=true>
                    {crate::account::words::sign_in(lang)}
                </ButtonLink>
            </div>
        }
        .into_any(),
        JoinWay::ChangePassword => view! {
            <p>{words::change_password_lead(lang, address)}</p>
            <div class="actions">
                <ButtonLink href=route::with_query(route::PASSWORD, "next", &here) look="primary" external=true>
                    {words::choose_title(lang)}
                </ButtonLink>
            </div>
        }
        .into_any(),
        JoinWay::SignOut { signed_in } => view! {
            <p>{words::sign_out_lead(lang, signed_in, address)}</p>
            <PlainForm function={PhantomData::<SignOut>} bare=true>
                <input type="hidden" name="next" value=here/>
                <div class="actions">
                    <Submit>{shell::sign_out(lang)}</Submit>
                </div>
            </PlainForm>
        }
        .into_any(),
        JoinWay::Refused { refusal } => view! {
            <p class="refusal" data-code=refusal.code()>{explain(lang, &refusal)}</p>
            <div class="actions">{way_on(lang)}</div>
        }
        .into_any(),
    }
}
