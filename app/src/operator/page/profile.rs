//! The legal profile of an organization, and **Change legal profile**.

use leptos::prelude::*;
use tierline_core::market::Country;

use crate::{
    form::{FilledWith, Form, Posting, Submit},
    i18n::{Lang, market},
    operator::{
        api::{CorrectProfile, country::ChangeCountry},
        model::OrganizationDetail,
        words::{self, country as moving},
    },
    refusal::RefusedBy,
    ui::{Choice, Dialog, Field, Pair, Pairs, Section, Select, TextArea},
};

/// The actions behind the section's forms.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    pub correct: Posting<CorrectProfile>,
    pub country: Posting<ChangeCountry>,
}

/// What is on record, and the form that changes it.
pub(super) fn profile(lang: Lang, page: &OrganizationDetail, actions: Actions) -> AnyView {
    let mut lines = page.address.clone().into_iter().peekable();
    let address = if lines.peek().is_none() {
        view! { <span class="muted">{words::no_address(lang)}</span> }.into_any()
    } else {
        let lines = lines.map(|line| view! { {line} <br/> });
        lines.collect_view().into_any()
    };
    let name = page.organization.name.to_string();
    let changing = changing(lang, page, actions.correct);
    let moving = change_country(lang, page, actions.country);
    let country = market::country(lang, page.organization.country);
    view! {
        <Section title=words::legal_profile(lang)>
            <Pairs>
                <Pair label=words::legal_name(lang)>{name}</Pair>
                <Pair label=words::address(lang)>{address}</Pair>
                <Pair label=words::country(lang)>{country}</Pair>
            </Pairs>
            <div class="actions">{changing} {moving}</div>
        </Section>
    }
    .into_any()
}

fn changing(lang: Lang, page: &OrganizationDetail, action: Posting<CorrectProfile>) -> AnyView {
    let label = words::change_profile(lang);
    if let Err(refusal) = page.may_correct.clone() {
        return view! { <RefusedBy label=label refusal=refusal id="why-change-profile"/> }
            .into_any();
    }
    let (id, name) = (page.organization.id, &page.organization.name);
    let title = words::change_profile_named(lang, name);
    let (id, name, address) = (id.to_string(), name.to_string(), page.address.join("\n"));
    let mark = page.profile_mark.clone();
    view! {
        <Dialog id="change-profile" opener=label look="quiet" title=title form="change-profile">
            <p>{words::change_profile_what(lang)}</p>
            <Form action=action form="change-profile">
                <input type="hidden" name="organization" value=id/>
                <FilledWith mark=mark/>
                <Field name="name" label=words::legal_name(lang) value=name maxlength=120u32/>
                <TextArea
                    name="address"
                    label=words::address(lang)
                    hint=words::address_hint(lang)
                    value=address
                    rows=4
                    maxlength=1000u32
                />
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit>{words::save_profile(lang)}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}

/// **Change country/region**: what it takes is told first, and what stands in the way when it is sent.
fn change_country(
    lang: Lang,
    page: &OrganizationDetail,
    action: Posting<ChangeCountry>,
) -> AnyView {
    let label = moving::change(lang);
    if let Err(refusal) = page.may_change_country.clone() {
        return view! { <RefusedBy label=label refusal=refusal id="why-change-country"/> }
            .into_any();
    }
    let own = &page.organization;
    let (id, here) = (own.id.to_string(), own.country.code());
    let title = moving::change_named(lang, &own.name);
    let countries = Country::all_by_name(market::language(lang))
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    view! {
        <Dialog id="change-country" opener=label look="quiet" title=title form="change-country">
            <ul>
                <li>{moving::region(lang)}</li>
                <li>{moving::blocked(lang)}</li>
                <li>{moving::again(lang)}</li>
                <li>{moving::listing(lang)}</li>
            </ul>
            <p>{words::change_profile_what(lang)}</p>
            <Form action=action form="change-country">
                <input type="hidden" name="organization" value=id/>
                <Select name="country" label=words::country(lang) options=countries value=here/>
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit>{label}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}
