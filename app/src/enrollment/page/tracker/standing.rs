//! Where it stands: a sentence on what comes next, whose turn it is, and the promised time.

use leptos::prelude::*;
use tierline_core::enrollment::{Confirmation, Status, Turn};

use crate::{
    enrollment::{
        api::ResendConfirmation,
        model::{Begun, EnrollmentPage},
        words,
        words::tracker,
    },
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment},
    refusal::RefusedBy,
    route,
    shell::words as shell,
    ui::{ButtonLink, Fact, FactStrip, Notice, Tone},
};

pub(super) fn standing(
    lang: Lang,
    page: &EnrollmentPage,
    begun: &Begun,
    resend: Posting<ResendConfirmation>,
) -> impl IntoView + use<> {
    let state = &begun.tracker;
    let spent = state.spent.map(|spent| {
        let promise = spent.promise;
        let (label, used) = words::used(lang, &spent);
        view! {
            <Fact label=tracker::promised(lang)>
                {tracker::promised_days(lang, promise.from, promise.to)}
            </Fact>
            <Fact label=label>{used}</Fact>
            <Fact label=tracker::due(lang)><Moment at=spent.due day=true/></Fact>
        }
    });
    let suspends = state
        .suspends_at
        .map(|at| view! { <Fact label=tracker::suspends(lang)><Moment at=at day=true/></Fact> });
    let turn = words::turn(lang, state.turn);
    let (lead, waits) = (lead(lang, page, begun), waits(lang, begun, resend));
    view! {
        {lead}
        <FactStrip>
            <Fact label=tracker::turn(lang)>{turn}</Fact>
            {spent}
            {suspends}
        </FactStrip>
        {waits}
    }
}

/// What comes next, in a sentence; a warning where something is wrong.
fn lead(lang: Lang, page: &EnrollmentPage, begun: &Begun) -> AnyView {
    let state = &begun.tracker;
    let denied = matches!(begun.enrollment.confirmation, Confirmation::Denied { .. });
    let late = state.spent.is_some_and(|spent| spent.is_late);
    let warning = match state.status {
        Status::Suspended => tracker::suspended_lead(lang),
        Status::Denied => tracker::failed_lead(lang),
        _ if denied && state.turn == Turn::Applicant => tracker::contact_denied(lang),
        _ if late => return too_late(lang, page),
        Status::Initialized => return view! { <p>{tracker::draft_lead(lang)}</p> }.into_any(),
        Status::Qualified => {
            return view! {
                <p>{tracker::qualified_lead(lang)}</p>
                <div class="actions">
                    <ButtonLink href=route::OVERVIEW>{shell::go_to_overview(lang)}</ButtonLink>
                </div>
            }
            .into_any();
        }
        _ if state.turn == Turn::Operator => {
            return view! { <p>{tracker::with_operator(lang)}</p> }.into_any();
        }
        Status::Active => return view! { <p>{tracker::active_lead(lang)}</p> }.into_any(),
        Status::PendingQualification => return ().into_any(),
    };
    view! { <Notice tone=Tone::Warning><p>{warning}</p></Notice> }.into_any()
}

/// The promise is broken: what there is to do about it, and whom to write to.
fn too_late(lang: Lang, page: &EnrollmentPage) -> AnyView {
    let domain = &page.organization.domain;
    let whom = match page.contact.clone() {
        Some(address) => {
            let href = format!("mailto:{}", route::encode(&address).replace("%40", "@"));
            view! { <p>{tracker::late_write(lang, domain)} " " <a href=href>{address}</a></p> }
                .into_any()
        }
        None => view! { <p>{tracker::late_urgent(lang, domain)}</p> }.into_any(),
    };
    view! {
        <Notice tone=Tone::Warning>
            <p>{tracker::late(lang)}</p>
            {whom}
        </Notice>
    }
    .into_any()
}

/// Whom the mail went to, and the button to send it again.
fn waits(lang: Lang, begun: &Begun, resend: Posting<ResendConfirmation>) -> Option<AnyView> {
    if !begun.enrollment.awaits_contact() {
        return None;
    }
    let contact = begun.enrollment.draft.contact.as_ref()?;
    let label = tracker::resend(lang);
    let button = match begun.may_resend.clone() {
        Ok(()) => view! {
            <Form action=resend form="resend">
                <Submit look="quiet">{label}</Submit>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=label refusal=refusal id="why-resend"/> }.into_any()
        }
    };
    let asked = tracker::waits_for_contact(lang, &contact.name, &contact.email);
    Some(
        view! {
            <p>{asked}</p>
            <div class="actions">{button}</div>
        }
        .into_any(),
    )
}
