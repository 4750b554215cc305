//! The primary contact.

use leptos::prelude::*;
use tierline_core::enrollment::{State, Step};

use super::{buttons, step_page};
use crate::{
    enrollment::{
        api::EnterPrimaryContact,
        model::Begun,
        words::{self as own, steps as words},
    },
    form::{FilledWith, Form, Posting},
    i18n::Lang,
    ui::{Choice, Field, Select},
};

/// The page at `/enroll/primary-contact`.
#[component]
pub fn PrimaryContactPage() -> impl IntoView {
    let action = Posting::<EnterPrimaryContact>::new();
    step_page(
        Step::PrimaryContact,
        Signal::stored(0),
        move |lang, _, begun| content(lang, &begun, action),
    )
}

fn content(lang: Lang, begun: &Begun, action: Posting<EnterPrimaryContact>) -> AnyView {
    let contact = begun.enrollment.draft.contact.as_ref();
    let name = contact.map(|it| it.name.to_string()).unwrap_or_default();
    let email = contact.map(|it| it.email.to_string()).unwrap_or_default();
    let phone = contact.and_then(|it| it.phone.as_ref());
    let phone = phone.map(ToString::to_string).unwrap_or_default();
    let language = contact.map_or(lang, |it| own::language(it.language));
    let languages = Lang::ALL.map(|lang| Choice::new(lang.tag(), lang.own_name()));
    let again = (begun.enrollment.state != State::Draft)
        .then(|| view! { <p>{words::contact_again(lang)}</p> });
    let (mark, buttons) = (
        begun.marks.contact.clone(),
        buttons(lang, begun, Step::PrimaryContact),
    );
    view! {
        <p>{words::contact_lead(lang)}</p>
        <p>{words::contact_asked(lang)}</p>
        {again}
        <Form action=action form="primary-contact">
            <FilledWith mark=mark/>
            <Field
                name="name"
                label=words::person(lang)
                value=name
                autocomplete="name"
                maxlength=80u32
            />
            <Field
                name="email"
                kind="email"
                label=words::email(lang)
                hint=words::email_hint(lang)
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
            <Select
                name="language"
                label=words::language(lang)
                options=languages.to_vec()
                value=language.tag().to_owned()
                width="medium"
            />
            {buttons}
        </Form>
    }
    .into_any()
}
