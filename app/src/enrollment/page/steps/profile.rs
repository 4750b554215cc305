//! The legal business profile.

use leptos::prelude::*;
use tierline_core::enrollment::{State, Step};

use super::{buttons, step_page};
use crate::{
    enrollment::{
        api::EnterLegalProfile,
        model::{Begun, EnrollmentPage},
        words::steps as words,
    },
    form::{FilledWith, Form, Posting},
    i18n::{Lang, market},
    ui::{Fact, FactStrip, Field, TextArea},
};

/// The page at `/enroll/legal-profile`.
#[component]
pub fn LegalProfilePage() -> impl IntoView {
    let action = Posting::<EnterLegalProfile>::new();
    step_page(
        Step::LegalProfile,
        Signal::stored(0),
        move |lang, page, begun| content(lang, &page, &begun, action),
    )
}

fn content(
    lang: Lang,
    page: &EnrollmentPage,
    begun: &Begun,
    action: Posting<EnterLegalProfile>,
) -> AnyView {
    let profile = begun.enrollment.draft.profile.as_ref();
    let name = profile.map_or(&page.organization.name, |it| &it.name);
    let lines: Vec<&str> = profile
        .iter()
        .flat_map(|it| &it.address)
        .map(|line| line.as_str())
        .collect();
    let website = profile.and_then(|it| it.website.as_ref());
    let (name, address) = (name.to_string(), lines.join("\n"));
    let website = website.map(ToString::to_string).unwrap_or_default();
    let country = market::country(lang, page.organization.country);
    let again = (begun.enrollment.state != State::Draft)
        .then(|| view! { <p>{words::profile_again(lang)}</p> });
    let (mark, buttons) = (
        begun.marks.profile.clone(),
        buttons(lang, begun, Step::LegalProfile),
    );
    view! {
        <p>{words::profile_lead(lang)}</p>
        {again}
        <FactStrip>
            <Fact label=words::country(lang)>{country}</Fact>
        </FactStrip>
        <Form action=action form="legal-profile">
            <FilledWith mark=mark/>
            <Field
                name="name"
                label=words::name(lang)
                value=name
                autocomplete="organization"
                maxlength=120u32
            />
            <TextArea
                name="address"
                label=words::address(lang)
                hint=words::address_hint(lang)
                value=address
                rows=4
                maxlength=1000u32
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
