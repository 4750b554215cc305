//! The customer-support contact.

use leptos::prelude::*;
use tierline_core::enrollment::Step;

use super::{buttons, step_page};
use crate::{
    enrollment::{api::EnterSupportContact, model::Begun, words::steps as words},
    form::{FilledWith, Form, Posting},
    i18n::Lang,
    ui::Field,
};

/// The page at `/enroll/support-contact`.
#[component]
pub fn SupportContactPage() -> impl IntoView {
    let action = Posting::<EnterSupportContact>::new();
    step_page(
        Step::SupportContact,
        Signal::stored(0),
        move |lang, _, begun| content(lang, &begun, action),
    )
}

fn content(lang: Lang, begun: &Begun, action: Posting<EnterSupportContact>) -> AnyView {
    let support = begun.enrollment.draft.support.as_ref();
    let email = support.map(|it| it.email.to_string()).unwrap_or_default();
    let phone = support.and_then(|it| it.phone.as_ref());
    let phone = phone.map(ToString::to_string).unwrap_or_default();
    let website = support.and_then(|it| it.website.as_ref());
    let website = website.map(ToString::to_string).unwrap_or_default();
    let (mark, buttons) = (
        begun.marks.support.clone(),
        buttons(lang, begun, Step::SupportContact),
    );
    view! {
        <p>{words::support_lead(lang)}</p>
        <Form action=action form="support-contact">
            <FilledWith mark=mark/>
            <Field
                name="email"
                kind="email"
                label=words::email(lang)
                value=email
                autocomplete="email"
                maxlength=254u32
            />
            <Field
                name="phone"
                kind="tel"
                label=words::phone(lang)
                value=phone
                autocomplete="tel"
                optional=true
                width="medium"
                maxlength=40u32
            />
            <Field
                name="website"
                kind="url"
                label=words::website(lang)
                value=website
                autocomplete="url"
                optional=true
                maxlength=300u32
            />
            {buttons}
        </Form>
    }
    .into_any()
}
