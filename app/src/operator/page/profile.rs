//! The legal profile of an organization, and **Change legal profile**.

use leptos::prelude::*;

use crate::{
    form::{FilledWith, Form, Posting, Submit},
    i18n::Lang,
    operator::{api::CorrectProfile, model::OrganizationDetail, words},
    refusal::RefusedBy,
    ui::{Dialog, Field, Pair, Pairs, Section, TextArea},
};

/// What is on record, and the form that changes it.
pub(super) fn profile(
    lang: Lang,
    page: &OrganizationDetail,
    action: Posting<CorrectProfile>,
) -> AnyView {
    let mut lines = page.address.clone().into_iter().peekable();
    let address = if lines.peek().is_none() {
        view! { <span class="muted">{words::no_address(lang)}</span> }.into_any()
    } else {
        let lines = lines.map(|line| view! { {line} <br/> });
        lines.collect_view().into_any()
    };
    let name = page.organization.name.to_string();
    let changing = changing(lang, page, action);
    view! {
        <Section title=words::legal_profile(lang)>
            <Pairs>
                <Pair label=words::legal_name(lang)>{name}</Pair>
                <Pair label=words::address(lang)>{address}</Pair>
            </Pairs>
            <div class="actions">{changing}</div>
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
