//! The stages, and each check with its reason, its remedies and the way to appeal.

use leptos::prelude::*;
use tierline_core::enrollment::{CheckKind, CheckState, Remedy, State, Step};

use crate::{
    enrollment::{
        api::Appeal,
        model::{Begun, EnrollmentPage},
        words::{self, tracker},
    },
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment},
    route,
    ui::{Badge, Disclosure, Glyph, Pair, Pairs, Section, TextArea, Tone},
};

pub(super) fn checks(
    lang: Lang,
    page: &EnrollmentPage,
    begun: &Begun,
    appeal: Posting<Appeal>,
) -> impl IntoView + use<> {
    let stages = CheckKind::ALL.map(|check| {
        let state = badge(lang, begun.enrollment.checks.get(check));
        view! { <Pair label=words::check(lang, check)>{state}</Pair> }
    });
    let failed = begun
        .enrollment
        .checks
        .iter()
        .filter_map(|(check, state)| failed(lang, check, state, appeal))
        .collect_view();
    let (signed, tone) = match (begun.enrollment.state, &page.organization.agreement) {
        (State::Active { .. }, _) => (tracker::stage_done(lang), Tone::Success),
        (State::Qualified { .. }, _) => (tracker::stage_open(lang), Tone::Info),
        _ => (tracker::stage_waiting(lang), Tone::Neutral),
    };
    view! {
        <Section title=tracker::stages(lang)>
            <Pairs>
                <Pair label=tracker::entry(lang)>
                    <Badge tone=Tone::Success>{tracker::stage_done(lang)}</Badge>
                </Pair>
                {stages.collect_view()}
                <Pair label=tracker::agreement(lang)>
                    <Badge tone=tone>{signed}</Badge>
                </Pair>
            </Pairs>
        </Section>
        {failed}
    }
}

fn badge(lang: Lang, state: &CheckState) -> impl IntoView + use<> {
    let (tone, glyph, word, since) = match state {
        CheckState::Pending { since } => (
            Tone::Neutral,
            Glyph::Clock,
            tracker::stage_open(lang),
            *since,
        ),
        CheckState::Passed { at, .. } => (
            Tone::Success,
            Glyph::Check,
            tracker::check_passed(lang),
            *at,
        ),
        CheckState::Failed { at, .. } => {
            (Tone::Danger, Glyph::Cross, tracker::check_failed(lang), *at)
        }
        CheckState::Appealed { at, .. } => {
            (Tone::Info, Glyph::Undo, tracker::check_appealed(lang), *at)
        }
    };
    view! {
        <Badge tone=tone glyph=glyph>{word}</Badge>
        " "
        <span class="muted"><Moment at=since day=true/></span>
    }
}

/// A failed check, or one that was objected to.
fn failed(
    lang: Lang,
    check: CheckKind,
    state: &CheckState,
    appeal: Posting<Appeal>,
) -> Option<AnyView> {
    let (reason, note, objection) = match state {
        CheckState::Failed { reason, note, .. } => (*reason, note.as_ref(), None),
        CheckState::Appealed {
            reason, statement, ..
        } => (*reason, None, Some(statement.as_ref())),
        _ => return None,
    };
    let wanted = words::documents(lang, reason.documents(check));
    let note = note.map(ToString::to_string).map(|note| {
        view! { <Pair label=tracker::note(lang)><span class="as-typed">{note}</span></Pair> }
    });
    let said = objection.flatten().map(ToString::to_string).map(|text| {
        view! { <Pair label=tracker::objection(lang)><span class="as-typed">{text}</span></Pair> }
    });
    let wanted =
        (!wanted.is_empty()).then(|| view! { <Pair label=tracker::wanted(lang)>{wanted}</Pair> });
    let remedies = objection.is_none().then(|| {
        let all = reason.remedies().iter().map(|it| remedy(lang, *it));
        let all = all.collect_view();
        view! {
            <Pair label=tracker::remedies(lang)>
                <ul class="links">{all}</ul>
            </Pair>
        }
    });
    let form = objection.is_none().then(|| {
        view! {
            <Disclosure summary=tracker::appeal(lang)>
                <p>{tracker::appeal_lead(lang)}</p>
                <Form action=appeal form=format!("appeal-{}", check.code())>
                    <input type="hidden" name="check" value=check.code()/>
                    <TextArea
                        name="statement"
                        label=tracker::statement(lang)
                        rows=4
                        maxlength=500u32
                    />
                    <div class="actions">
                        <Submit>{tracker::appeal(lang)}</Submit>
                    </div>
                </Form>
            </Disclosure>
        }
    });
    Some(
        view! {
            <Section title=words::check(lang, check)>
                <Pairs>
                    <Pair label=tracker::reason(lang)>{words::reason(lang, reason)}</Pair>
                    {note}
                    {said}
                    {remedies}
                    {wanted}
                </Pairs>
                {form}
            </Section>
        }
        .into_any(),
    )
}

/// A remedy, with the page where it is done.
fn remedy(lang: Lang, remedy: Remedy) -> impl IntoView {
    let label = words::remedy(lang, remedy);
    let page = match remedy {
        Remedy::ChangeContact => Some(route::enroll_step(Step::PrimaryContact.code())),
        Remedy::ChangeProfile => Some(route::enroll_step(Step::LegalProfile.code())),
        Remedy::SendAgain | Remedy::UploadDocument => None,
    };
    let words = match page {
        Some(href) => view! { <a href=href>{label}</a> }.into_any(),
        None => label.into_any(),
    };
    view! { <li>{words}</li> }
}
