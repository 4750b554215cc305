//! The steps of enrolling, one page each. After **Enroll now** the same pages change what was entered.

mod contact;
mod mpn;
mod profile;
mod review;
mod support;

pub use contact::PrimaryContactPage;
pub use mpn::MpnIdPage;
pub use profile::LegalProfilePage;
pub use review::ReviewPage;
pub use support::SupportContactPage;

use leptos::prelude::*;
use tierline_core::enrollment::{Progress, State, Step};

use crate::{
    context::use_lang,
    data,
    enrollment::{
        api::enrollment,
        model::{Begun, EnrollmentPage},
        page::tracker::is_reseller,
        words::{self, steps, tracker},
    },
    form::{FieldLabels, Submit},
    i18n::Lang,
    refusal::page::RefusalPanel,
    route,
    shell::load::loaded,
    ui::{ButtonLink, Notice, PageHeader, Stepper, Tone},
};

/// A step's page: with the enrollment, if one has begun and has this step. It is loaded again when `version` changes.
fn step_page(
    step: Step,
    version: Signal<usize>,
    show: impl Fn(Lang, EnrollmentPage, Begun) -> AnyView + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(steps::field));
    let data = data::load(move || version.get(), |_| enrollment());
    loaded(data, move |page: EnrollmentPage| {
        let Some(begun) = page.begun.clone() else {
            return not_begun(lang, page);
        };
        let needed = begun.steps.iter().find(|it| it.step == step);
        let is_needed = needed.is_some_and(|it| it.progress != Progress::NotNeeded);
        let head = head(lang, &begun, step);
        let content = if is_needed {
            show(lang, page, begun)
        } else {
            view! {
                <Notice tone=Tone::Info>{steps::not_needed(lang)}</Notice>
                <div class="actions">
                    <ButtonLink href=route::ENROLLMENT>{tracker::title(lang)}</ButtonLink>
                </div>
            }
            .into_any()
        };
        view! { <div class="narrow">{head}{content}</div> }.into_any()
    })
}

/// Nothing has begun: why not, or the page where it does.
fn not_begun(lang: Lang, page: EnrollmentPage) -> AnyView {
    if is_reseller(&page) {
        return view! {
            <div class="narrow">
                <PageHeader title=steps::enroll_as(lang) lead=tracker::joined_before(lang)/>
            </div>
        }
        .into_any();
    }
    let way = match page.may_begin {
        Ok(()) => {
            view! { <ButtonLink href=route::ENROLLMENT look="primary">{tracker::begin(lang)}</ButtonLink> }
                .into_any()
        }
        Err(refusal) => view! { <RefusalPanel refusal=refusal/> }.into_any(),
    };
    view! {
        <div class="narrow">
            <PageHeader title=steps::enroll_as(lang) lead=tracker::none_lead(lang)/>
            {way}
        </div>
    }
    .into_any()
}

/// The steps that this applicant has, in order.
fn own_steps(begun: &Begun) -> Vec<(Step, Progress)> {
    let steps = begun.steps.iter();
    steps
        .filter(|it| it.progress != Progress::NotNeeded && it.step != Step::WorkAccount)
        .map(|it| (it.step, it.progress))
        .collect()
}

/// The title, with every step and which of them are open; after **Enroll now**, the way back to the tracker.
fn head(lang: Lang, begun: &Begun, step: Step) -> AnyView {
    let title = title(lang, step);
    if begun.enrollment.state != State::Draft {
        let trail = vec![(
            route::ENROLLMENT.to_owned(),
            tracker::title(lang).to_owned(),
        )];
        return view! { <PageHeader trail=trail title=title/> }.into_any();
    }
    let own = own_steps(begun);
    let current = own.iter().position(|(it, _)| *it == step);
    let shown = own.iter().map(|(it, progress)| {
        let done = matches!(progress, Progress::Done | Progress::Postponed);
        crate::ui::Step::new(words::step(lang, *it))
            .href(route::enroll_step(it.code()))
            .done(done)
    });
    let shown: Vec<crate::ui::Step> = shown.collect();
    view! {
        <PageHeader caption=steps::enroll_as(lang) title=title/>
        <Stepper
            label=steps::enroll_as(lang)
            steps=shown
            current=current.unwrap_or_default()
        />
    }
    .into_any()
}

fn title(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::MpnId => steps::mpn_title(lang),
        Step::LegalProfile => steps::profile_title(lang),
        Step::PrimaryContact => steps::contact_title(lang),
        Step::SupportContact => steps::support_title(lang),
        Step::Review => steps::review_title(lang),
        Step::Welcome | Step::WorkAccount => words::step(lang, step),
    }
}

/// The buttons of a step's form, and the way back without it.
fn buttons(lang: Lang, begun: &Begun, step: Step) -> AnyView {
    if begun.enrollment.state != State::Draft {
        return view! {
            <div class="actions">
                <Submit>{steps::save(lang)}</Submit>
                <ButtonLink href=route::ENROLLMENT look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
            </div>
        }
        .into_any();
    }
    let before = back(lang, begun, step);
    view! {
        <div class="actions">
            <Submit>{steps::save_and_next(lang)}</Submit>
            {before}
            <ButtonLink href=route::ENROLLMENT look="plain">{steps::leave(lang)}</ButtonLink>
        </div>
        <p class="muted">{steps::kept_hint(lang)}</p>
    }
    .into_any()
}

/// The link to the step before this one, for an applicant that has one with something to enter.
fn back(lang: Lang, begun: &Begun, step: Step) -> Option<AnyView> {
    let own = own_steps(begun).into_iter().rev();
    let (before, _) = own
        .filter(|(it, _)| *it != Step::Welcome)
        .find(|(it, _)| *it < step)?;
    let href = route::enroll_step(before.code());
    Some(view! { <ButtonLink href=href>{steps::back(lang)}</ButtonLink> }.into_any())
}
