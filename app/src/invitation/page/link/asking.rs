//! The asking partners, on whose behalf they ask, and their message.

use leptos::prelude::*;

use crate::{
    account::words as role,
    context::use_lang,
    i18n::{date, market},
    invitation::{
        model::{AskingPartner, LinkPage},
        words::link as words,
    },
    relationship::words as grant,
    ui::{Disclosure, Section},
};

/// The partners, and the message.
#[component]
pub(super) fn Asking(page: LinkPage) -> impl IntoView {
    let lang = use_lang();
    let behalf = match page.partners.as_slice() {
        [reseller, provider] => Some(words::on_behalf_both(
            lang,
            &reseller.party.name,
            &provider.party.name,
        )),
        _ => None,
    };
    let partners = page
        .partners
        .into_iter()
        .map(|partner| view! { <Partner partner=partner/> })
        .collect_view();
    let paragraphs = page
        .text
        .split("\n\n")
        .map(|paragraph| {
            let lines = paragraph
                .lines()
                .map(|line| view! { {line.to_owned()} <br/> })
                .collect_view();
            view! { <p>{lines}</p> }
        })
        .collect_view();
    view! {
        <Section title=words::who(lang)>
            {partners}
            {behalf.map(|behalf| view! { <p>{behalf}</p> })}
            <Disclosure summary=words::message(lang)>
                <div class="prose">{paragraphs}</div>
            </Disclosure>
        </Section>
    }
}

#[component]
fn Partner(partner: AskingPartner) -> impl IntoView {
    let lang = use_lang();
    let side = match partner.side {
        Some(side) => grant::side(lang, side),
        None => role::capability(
            lang,
            tierline_core::organization::Capability::IndirectProvider,
        ),
    };
    let means = partner
        .side
        .map(|side| view! { <p>{grant::side_means(lang, side)}</p> });
    view! {
        <div class="card">
            <p class="asking-who">{partner.party.name.to_string()}</p>
            <p class="asking-facts">
                <span>{side}</span>
                <span>{words::located(lang, market::country(lang, partner.country))}</span>
                <span>{words::known_since(lang, date(lang, partner.known_since))}</span>
            </p>
            {means}
        </div>
    }
}
