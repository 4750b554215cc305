//! **Offboarding** of a direct-bill partner, on the operator's page of it.

use leptos::prelude::*;

use crate::{
    form::{Form, Posting, Submit},
    i18n::{Lang, date, number},
    operator::{
        api::{MarkForOffboarding, TakeBackMark},
        model::OrganizationDetail,
        words,
    },
    refusal::RefusedBy,
    ui::{Dialog, Field, Section, TextArea},
};

/// The actions behind the section's forms.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    pub mark: Posting<MarkForOffboarding>,
    pub take_back: Posting<TakeBackMark>,
}

/// The mark with its reason, and what the operator can do with it. Nothing for a partner that is in no direct bill.
pub(super) fn offboarding(
    lang: Lang,
    page: &OrganizationDetail,
    actions: Actions,
) -> Option<AnyView> {
    page.organization.capabilities.direct_bill?;
    let mark = page.organization.offboarding.as_ref();
    let told = mark.map(|mark| {
        let from = words::marked_from(lang, date(lang, mark.from));
        let reason = words::because(lang, &mark.reason);
        view! {
            <p>{from}</p>
            <p class="muted">{reason}</p>
        }
    });
    let action = if page.organization.is_marked() {
        taking_back(lang, page, actions.take_back)
    } else {
        marking(lang, page, actions.mark)
    };
    Some(
        view! {
            <Section title=words::offboarding(lang) lead=words::offboarding_lead(lang)>
                {told}
                <div class="actions">{action}</div>
            </Section>
        }
        .into_any(),
    )
}

fn marking(lang: Lang, page: &OrganizationDetail, action: Posting<MarkForOffboarding>) -> AnyView {
    let label = words::mark(lang);
    if let Err(refusal) = page.may_mark.clone() {
        return view! { <RefusedBy label=label refusal=refusal look="danger" id="why-mark"/> }
            .into_any();
    }
    let id = page.organization.id.to_string();
    let title = words::mark_named(lang, &page.organization.name);
    let goes_on = words::goes_on_direct(lang, number(page.customers));
    view! {
        <Dialog id="mark" opener=label look="danger" title=title form="mark">
            <p>{words::what_stops(lang)}</p>
            <ul>
                <li>{words::stops_direct(lang)}</li>
            </ul>
            <p>{words::what_goes_on(lang)}</p>
            <ul>
                <li>{goes_on}</li>
            </ul>
            <p>{words::what_begins(lang)}</p>
            <ul>
                <li>{words::begins_move(lang)}</li>
            </ul>
            <p>{words::who_is_told_of_mark(lang)}</p>
            <Form action=action form="mark">
                <input type="hidden" name="organization" value=id/>
                <Field
                    name="from"
                    kind="date"
                    label=words::applies_from(lang)
                    hint=words::applies_from_hint(lang)
                    width="medium"
                    optional=true
                />
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit look="danger">{label}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}

fn taking_back(lang: Lang, page: &OrganizationDetail, action: Posting<TakeBackMark>) -> AnyView {
    let label = words::take_back(lang);
    if let Err(refusal) = page.may_take_back.clone() {
        return view! { <RefusedBy label=label refusal=refusal id="why-take-back"/> }.into_any();
    }
    let id = page.organization.id.to_string();
    let title = words::take_back_named(lang, &page.organization.name);
    view! {
        <Dialog id="take-back" opener=label look="quiet" title=title form="take-back">
            <p>{words::take_back_what(lang)}</p>
            <p>{words::who_is_told_of_mark(lang)}</p>
            <Form action=action form="take-back">
                <input type="hidden" name="organization" value=id/>
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit>{label}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}
