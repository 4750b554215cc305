//! The answer of somebody who may give it: accept, with the rights that were left ticked, or decline.

use leptos::prelude::*;
use tierline_core::invitation::Kind;

use super::{
    Actions,
    abilities::{Limits, PartnershipRights, RightBoxes},
    names,
};
use crate::{
    context::{use_lang, use_session},
    form::{Form, Submit},
    invitation::{model::LinkPage, words::link as words},
    ui::{Checkbox, Disclosure, Section, TextArea},
};

/// The rights, the box and the button; and the way to decline.
#[component]
pub(super) fn Answer(token: String, page: LinkPage, actions: Actions) -> impl IntoView {
    let lang = use_lang();
    let names = names(lang, &page);
    let partnership = matches!(page.kind, Kind::Partnership { .. });
    let what = if partnership {
        view! { <PartnershipRights page=page.clone()/> }.into_any()
    } else {
        let boxes = page
            .partners
            .iter()
            .cloned()
            .map(|partner| view! { <RightBoxes partner=partner/> })
            .collect_view();
        view! {
            <p>{words::rights_hint(lang)}</p>
            {boxes}
        }
        .into_any()
    };
    let (confirm, button) = if partnership {
        (
            words::confirm_partnership(lang, &names),
            words::authorize_provider(lang).to_owned(),
        )
    } else {
        (
            words::confirm_relationship(lang, &names),
            words::authorize(lang, &names),
        )
    };
    let answering = use_session().and_then(|session| {
        let organization = page.organization.as_ref()?;
        Some(words::answering_for(
            lang,
            session.user_name,
            &organization.name,
        ))
    });
    let declining = token.clone();
    view! {
        <Form action=actions.accept form="accept">
            <input type="hidden" name="token" value=token/>
            <Section title=words::what(lang)>{what}</Section>
            <Limits page=page/>
            <Section title=words::answer(lang)>
                {answering.map(|answering| view! { <p class="muted">{answering}</p> })}
                <Checkbox name="confirmed" label=confirm/>
                <div class="actions">
                    <Submit>{button}</Submit>
                </div>
            </Section>
        </Form>
        <div class="section">
            <Decline token=declining action=actions/>
        </div>
    }
}

#[component]
fn Decline(token: String, action: Actions) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Disclosure summary=words::decline_summary(lang)>
            <p>{words::decline_lead(lang)}</p>
            <Form action=action.decline form="decline">
                <input type="hidden" name="token" value=token/>
                <TextArea name="reason" label=words::decline_reason(lang) rows=3 maxlength=500u32 optional=true/>
                <div class="actions">
                    <Submit look="danger">{words::decline(lang)}</Submit>
                </div>
            </Form>
        </Disclosure>
    }
}
