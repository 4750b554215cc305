//! The answer of somebody who may give it: accept, with the rights that were left ticked, or decline.

use leptos::prelude::*;
use tierline_core::invitation::Kind;

use super::{
    Actions,
    abilities::{EndDates, FoldedLimits, PartnershipRights, RightBoxes},
    names,
};
use crate::{
    context::{use_lang, use_reply, use_session},
    form::{Form, Submit},
    invitation::{model::LinkPage, words::link as words},
    ui::{Checkbox, Deadline, Section, TextArea},
};

/// The element of the form that accepts.
const ACCEPT: &str = "accept";
/// The `form=` of the form that declines.
const DECLINE: &str = "decline";

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
        let dates = page.partners.iter().cloned();
        let dates = dates
            .map(|partner| view! { <EndDates partner=partner/> })
            .collect_view();
        view! {
            <p>{words::rights_hint(lang)}</p>
            {boxes}
            {dates}
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
    let until = page.expires;
    view! {
        <Form action=actions.accept form="accept" id=ACCEPT>
            <input type="hidden" name="token" value=token/>
            <Section title=words::what(lang)>{what}</Section>
            <div class="stack answer">
                <p>{words::until_force(lang)}</p>
                {until.map(|at| view! { <p>{words::until_answer(lang)} " " <Deadline at=at bare=true/></p> })}
                {answering.map(|answering| view! { <p class="muted">{answering}</p> })}
                <Checkbox name="confirmed" label=confirm/>
            </div>
        </Form>
        // Outside of the form, because declining is a form of its own.
        <div class="actions">
            <button type="submit" class="button button-primary" form=ACCEPT>{button}</button>
            <Decline token=declining action=actions/>
        </div>
        <FoldedLimits page=page/>
    }
}

/// Declining, after the reason was asked for: folded, and as a button beside the one that accepts.
#[component]
fn Decline(token: String, action: Actions) -> impl IntoView {
    let lang = use_lang();
    // Open again if the form comes back with an error.
    let back = use_reply().is_some_and(|reply| reply.form == DECLINE);
    view! {
        <details class="decline" open=back>
            <summary class="button button-quiet">{words::decline_summary(lang)}</summary>
            <div class="disclosure-body">
                <p>{words::decline_lead(lang)}</p>
                <Form action=action.decline form=DECLINE>
                    <input type="hidden" name="token" value=token/>
                    <TextArea name="reason" label=words::decline_reason(lang) rows=3 maxlength=500u32 optional=true/>
                    <div class="actions">
                        <Submit look="danger">{words::decline(lang)}</Submit>
                    </div>
                </Form>
            </div>
        </details>
    }
}
