//! **Review**, with **Enroll now**.

use leptos::prelude::*;
use tierline_core::enrollment::{
    ApplicantFacts, Command, MOST_DOCUMENTS, MailDomain, Step, decide,
};

use super::{back, step_page};
use crate::{
    context::use_now,
    enrollment::{
        api::EnrollNow,
        model::{Begun, EnrollmentPage},
        page::tracker::Entries,
        words::steps as words,
    },
    form::{Form, Posting, Submit},
    i18n::Lang,
    refusal::RefusedBy,
    route,
    ui::ButtonLink,
};

/// The page at `/enroll/review`.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let action = Posting::<EnrollNow>::new();
    step_page(Step::Review, Signal::stored(0), move |lang, page, begun| {
        content(lang, page, begun, action)
    })
}

fn content(lang: Lang, page: EnrollmentPage, begun: Begun, action: Posting<EnrollNow>) -> AnyView {
    let facts = ApplicantFacts {
        enrollment: &begun.enrollment,
        organization: &page.organization,
        contact_mail: MailDomain::Own,
        most_documents: MOST_DOCUMENTS,
    };
    let allowed = decide(facts, &Command::EnrollNow, &page.actor, use_now());
    // The button finds its form around it, so it is made there.
    let button = move || {
        match allowed {
        Ok(_) => view! { <Submit>{words::enroll_now(lang)}</Submit> }.into_any(),
        Err(refusal) => view! {
            <RefusedBy label=words::enroll_now(lang) refusal=refusal look="primary" id="why-enroll"/>
        }
        .into_any(),
    }
    };
    let before = back(lang, &begun, Step::Review);
    view! {
        <p>{words::review_lead(lang)}</p>
        <Entries page=page begun=begun/>
        <Form action=action form="enroll-now">
            <div class="actions">
                {button()}
                {before}
                <ButtonLink href=route::ENROLLMENT look="plain">{words::leave(lang)}</ButtonLink>
            </div>
        </Form>
    }
    .into_any()
}
