//! **Organization profile**: **Identifiers**, **Legal info** and **Program Info**.

use leptos::prelude::*;
use tierline_core::organization::Capability;

use crate::{
    account::words as account,
    context::{use_lang, use_session},
    data,
    i18n::{Lang, Moment, market},
    organization::{api::organization_profile, model::OwnProfile, told, words},
    route,
    shell::{load::loaded_part, words as shell},
    ui::{Address, PageHeader, Pair, Pairs, Section, Tab, Tabs},
};

/// The header of the profile's pages, with a tab for each.
#[component]
pub fn ProfileHeader(
    /// The path of the page that it stands on.
    current: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let pages = [
        (route::IDENTIFIERS, words::identifiers(lang)),
        (route::LEGAL_INFO, words::legal_info(lang)),
        (route::PROGRAM_INFO, words::program_info(lang)),
    ];
    let at = pages.iter().position(|(path, _)| *path == current);
    // The others are about a partner's place in the program.
    let is_partner = use_session()
        .and_then(|session| session.organization)
        .is_some_and(|own| own.capabilities.is_partner());
    let tabs = pages.map(|(path, label)| Tab::new(path, label)).to_vec();
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    view! {
        <PageHeader
            trail=trail
            title=words::profile(lang)
            tabs=move || {
                is_partner
                    .then(|| view! { <Tabs label=words::profile(lang) tabs=tabs current=at.unwrap_or_default()/> })
            }
        />
    }
}

/// **Legal info**: the legal business profile, the legal location and the region.
#[component]
pub fn LegalInfo(
    /// How the profile is changed.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| organization_profile());
    view! {
        <div class="narrow">
            <ProfileHeader current=route::LEGAL_INFO/>
            {loaded_part(data, move |profile| legal(lang, profile))}
            {children()}
        </div>
    }
}

fn legal(lang: Lang, profile: OwnProfile) -> AnyView {
    let own = profile.organization;
    let lines = profile
        .address
        .into_iter()
        .map(|line| view! { {line} <br/> });
    let address = lines.collect::<Vec<_>>();
    let address =
        (!address.is_empty()).then(|| view! { <Pair label=words::address(lang)>{address}</Pair> });
    let contact = profile
        .contact
        .map(|contact| view! { <Pair label=words::contact(lang)><Address at=contact/></Pair> });
    let country = own.country;
    view! {
        <div class="stack">
            <Section title=words::legal_profile(lang)>
                <Pairs>
                    <Pair label=words::legal_name(lang)>{own.name.to_string()}</Pair>
                    {address}
                    {contact}
                    <Pair label=words::domain(lang)>{own.domain.to_string()}</Pair>
                </Pairs>
            </Section>
            <Section title=words::legal_location(lang) lead=words::legal_location_lead(lang)>
                <Pairs>
                    <Pair label=words::country(lang)>{market::country(lang, country)}</Pair>
                    <Pair label=words::region(lang)>
                        <a href=route::CSP_REGION>{market::region(lang, country.region())}</a>
                    </Pair>
                </Pairs>
            </Section>
        </div>
    }
    .into_any()
}

/// **Program Info**: the capabilities in the program, and what other areas have to say of the organization's place in
/// it.
#[component]
pub fn ProgramInfo(
    /// Sections of other areas.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| organization_profile());
    view! {
        <div class="narrow">
            <ProfileHeader current=route::PROGRAM_INFO/>
            {loaded_part(data, move |profile| capabilities(lang, profile))}
            {children()}
        </div>
    }
}

fn capabilities(lang: Lang, profile: OwnProfile) -> AnyView {
    let held = profile.organization.capabilities;
    let pairs = Capability::ALL.into_iter().filter_map(move |capability| {
        let state = told::capability_state(lang, held.state(capability)?);
        Some(view! { <Pair label=account::capability(lang, capability)>{state}</Pair> })
    });
    view! {
        <Section title=words::capabilities(lang)>
            <Pairs>
                {pairs.collect::<Vec<_>>()}
                <Pair label=words::since(lang)><Moment at=profile.since day=true/></Pair>
            </Pairs>
        </Section>
    }
    .into_any()
}
