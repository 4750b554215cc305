//! A provider's page.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use serde_json::json;
use tierline_core::{
    Refusal,
    directory::{Ask, LogoSize, Profile},
};

use crate::{
    account::words as account,
    context::{use_lang, use_now, use_page},
    data,
    directory::{
        api::{AskToPartner, provider_profile},
        model::{self, AskWay},
        page::profile::{Mark, ProfileFacts},
        words::{self as common, ask, find as words},
    },
    form::{Form, Posting, Submit},
    i18n::{Lang, days_ago, market},
    list::words as list,
    refusal::RefusedBy,
    route,
    shell::{
        head::{Head, Languages, stay},
        load::loaded,
    },
    ui::{ButtonLink, PageHeader, Section, TextArea},
};

/// The page at `/find-a-provider/{id}`.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let action = Posting::<AskToPartner>::new();
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        provider_profile,
    );
    loaded(data, move |page| view(lang, page, action).into_any())
}

fn view(lang: Lang, page: model::ProfilePage, action: Posting<AskToPartner>) -> impl IntoView {
    let profile = page.profile;
    let name = profile.name.to_string();
    let path = route::provider_profile(page.id);
    let countries = profile.countries().into_iter();
    let countries = list::several(lang, countries.map(|it| market::country(lang, it)));
    let description = words::profile_description(lang, &name, countries);
    let data = structured(lang, &profile, &path);
    let trail = vec![(stay(route::FIND_A_PROVIDER), words::title(lang).to_owned())];
    let asking = asking(lang, &page.id.to_string(), &name, page.ask, &path, action);
    let mail = format!("mailto:{}", profile.contact.email);
    let lead = words::contact_lead(lang, &name);
    view! {
        <Head path=path.clone() description=description data=data/>
        <PageHeader trail=trail title=name.clone()>
            <ButtonLink href=mail look="primary" external=true>{common::contact(lang)}</ButtonLink>
        </PageHeader>
        <div class="provider">
            <Mark name=name logo=profile.logo large=true/>
            <div class="provider-body stack">
                <ProfileFacts profile=profile/>
                <p class="muted">{lead}</p>
            </div>
        </div>
        <Section title=ask::ask_to_partner(lang) id="ask">{asking}</Section>
        <Languages path=path/>
    }
}

/// The company as search engines understand it.
fn structured(lang: Lang, profile: &Profile, path: &str) -> serde_json::Value {
    let origin = &use_page().origin;
    let text = profile.text(market::language(lang));
    json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": profile.name.as_str(),
        "url": format!("{origin}{path}"),
        "logo": profile.logo.map(|logo| {
            format!("{origin}{}", route::logo(logo, LogoSize::Large.code()))
        }),
        "description": text.map(tierline_core::text::Description::as_str),
        "areaServed": profile.countries().into_iter().map(|it| it.code()).collect::<Vec<_>>(),
        "sameAs": profile.locations.iter().map(|it| it.url.as_str()).collect::<Vec<_>>(),
        "contactPoint": {
            "@type": "ContactPoint",
            "email": profile.contact.email.as_str(),
            "telephone": profile.contact.phone.as_ref().map(tierline_core::text::PhoneNumber::as_str),
        },
    })
}

fn asking(
    lang: Lang,
    id: &str,
    name: &str,
    way: AskWay,
    path: &str,
    action: Posting<AskToPartner>,
) -> AnyView {
    match way {
        AskWay::Stranger => {
            let to = route::sign_in_to_return(path);
            view! {
                <p>{ask::stranger(lang)}</p>
                <div class="actions">
                    <ButtonLink href=to external=true>{account::sign_in(lang)}</ButtonLink>
                </div>
            }
            .into_any()
        }
        AskWay::NoReseller => view! { <p class="muted">{ask::no_reseller(lang)}</p> }.into_any(),
        AskWay::Ask { may, latest } => {
            let latest = latest.map(|latest| told(lang, &latest));
            view! {
                {latest}
                {form(lang, id, name, may, action)}
            }
            .into_any()
        }
    }
}

fn told(lang: Lang, latest: &Ask) -> impl IntoView + use<> {
    let asked = ask::latest(lang, days_ago(lang, latest.at, use_now()));
    let href = route::partner_ask(latest.id);
    view! { <p>{asked} " " <a href=href rel="external">{ask::see_message(lang)}</a></p> }
}

fn form(
    lang: Lang,
    id: &str,
    name: &str,
    may: Result<(), Refusal>,
    action: Posting<AskToPartner>,
) -> AnyView {
    match may {
        Ok(()) => {
            let id = id.to_owned();
            view! {
                <p>{ask::lead(lang, name)}</p>
                <Form action=action form="ask">
                    <input type="hidden" name="listing" value=id/>
                    <TextArea
                        name="message"
                        label=ask::message(lang)
                        hint=ask::message_hint(lang)
                        maxlength=8000u32
                    />
                    <div class="actions">
                        <Submit look="quiet">{ask::send(lang)}</Submit>
                    </div>
                </Form>
            }
            .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=ask::ask_to_partner(lang) refusal=refusal id="why-ask"/> }
                .into_any()
        }
    }
}
