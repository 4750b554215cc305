//! Associating the MPN ID, or leaving it for later.

use leptos::prelude::*;
use tierline_core::enrollment::{Progress, State, Step};

use super::{back, step_page};
use crate::{
    data,
    enrollment::{
        api::PostponeMpn,
        model::{Begun, EnrollmentPage},
        words::steps as words,
    },
    form::{Form, Posting, Submit},
    i18n::Lang,
    membership::{
        api::identifiers,
        page::{AssociateMpnId, Associating},
    },
    route,
    shell::load::loaded_part,
    ui::ButtonLink,
};

/// The page at `/enroll/mpn-id`.
#[component]
pub fn MpnIdPage() -> impl IntoView {
    let postpone = Posting::<PostponeMpn>::new();
    let associating = Associating::new();
    step_page(
        Step::MpnId,
        associating.version(),
        move |lang, page, begun| content(lang, &page, &begun, (postpone, associating)),
    )
}

fn content(
    lang: Lang,
    page: &EnrollmentPage,
    begun: &Begun,
    (postpone, associating): (Posting<PostponeMpn>, Associating),
) -> AnyView {
    let next = route::enroll_step(Step::LegalProfile.code());
    if let Some(mpn) = &page.organization.mpn {
        return view! {
            <p>{words::mpn_here(lang, mpn)}</p>
            {go_on(lang, begun, next, "primary")}
        }
        .into_any();
    }
    let step = begun.steps.iter().find(|it| it.step == Step::MpnId);
    if step.is_some_and(|it| it.progress == Progress::Postponed) {
        return view! {
            <p>{words::mpn_lead(lang)}</p>
            {associate(associating)}
            <p>{words::mpn_postponed(lang)}</p>
            {go_on(lang, begun, next, "quiet")}
        }
        .into_any();
    }
    let before = back(lang, begun, Step::MpnId);
    view! {
        <p>{words::mpn_lead(lang)}</p>
        {associate(associating)}
        <p>{words::mpn_postpone_lead(lang)}</p>
        <Form action=postpone form="postpone">
            <div class="actions">
                <Submit look="quiet">{words::postpone(lang)}</Submit>
                {before}
            </div>
        </Form>
    }
    .into_any()
}

/// Signing in to the membership account, and choosing a location or adding one.
fn associate(associating: Associating) -> AnyView {
    let version = associating.version();
    let known = data::load(move || version.get(), |_| identifiers());
    loaded_part(known, move |identifiers| {
        let back = route::enroll_step(Step::MpnId.code());
        view! { <AssociateMpnId identifiers=identifiers associating=associating back=back/> }
            .into_any()
    })
    .into_any()
}

/// The way to the next step, while it is a draft. It is the primary one where nothing is left to be done here.
fn go_on(lang: Lang, begun: &Begun, next: String, look: &'static str) -> Option<AnyView> {
    (begun.enrollment.state == State::Draft).then(|| {
        view! {
            <div class="actions">
                <ButtonLink href=next look=look>{words::save_and_next(lang)}</ButtonLink>
                <ButtonLink href=route::ENROLLMENT look="plain">{words::leave(lang)}</ButtonLink>
            </div>
        }
        .into_any()
    })
}
