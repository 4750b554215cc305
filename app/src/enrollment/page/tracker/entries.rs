//! What was entered, with a link to change each part.

use leptos::prelude::*;
use tierline_core::enrollment::{Progress, Step};

use crate::{
    context::use_lang,
    enrollment::{
        model::{Begun, EnrollmentPage},
        words::{self, steps},
    },
    i18n::{Lang, market},
    route,
    ui::{Pair, Pairs},
};

/// The entries of every step that this applicant has.
#[component]
pub(in crate::enrollment::page) fn Entries(
    /// The organization.
    page: EnrollmentPage,
    /// The enrollment.
    begun: Begun,
) -> impl IntoView {
    let lang = use_lang();
    let own = begun.steps.iter().filter(|it| {
        it.progress != Progress::NotNeeded
            && !matches!(it.step, Step::Welcome | Step::WorkAccount | Step::Review)
    });
    let shown = own.map(|it| {
        let lines = entered(lang, &page, &begun, it.step, it.progress);
        let lines = lines
            .into_iter()
            .map(|line| view! { <span class="line">{line}</span><br/> })
            .collect_view();
        view! {
            <Pair label=words::step(lang, it.step) change=route::enroll_step(it.step.code())>{lines}</Pair>
        }
    });
    let shown = shown.collect_view();
    let country = market::country(lang, page.organization.country);
    view! {
        <Pairs>
            <Pair label=steps::country(lang)>{country}</Pair>
            {shown}
        </Pairs>
    }
}

/// The lines of a step; one that says so if there is nothing.
fn entered(
    lang: Lang,
    page: &EnrollmentPage,
    begun: &Begun,
    step: Step,
    progress: Progress,
) -> Vec<String> {
    let draft = &begun.enrollment.draft;
    let mut lines: Vec<String> = Vec::new();
    match step {
        Step::MpnId => match &page.organization.mpn {
            Some(mpn) => lines.push(mpn.to_string()),
            None if progress == Progress::Postponed => {
                lines.push(steps::postponed(lang).to_owned());
            }
            None => {}
        },
        Step::LegalProfile => {
            if let Some(profile) = &draft.profile {
                lines.push(profile.name.to_string());
                lines.extend(profile.address.iter().map(ToString::to_string));
                lines.extend(profile.website.iter().map(ToString::to_string));
            }
        }
        Step::PrimaryContact => {
            if let Some(contact) = &draft.contact {
                lines.push(contact.name.to_string());
                lines.push(contact.email.to_string());
                lines.extend(contact.phone.iter().map(ToString::to_string));
                lines.push(words::language(contact.language).own_name().to_owned());
            }
        }
        Step::SupportContact => {
            if let Some(support) = &draft.support {
                lines.push(support.email.to_string());
                lines.extend(support.phone.iter().map(ToString::to_string));
                lines.extend(support.website.iter().map(ToString::to_string));
            }
        }
        Step::Welcome | Step::WorkAccount | Step::Review => {}
    }
    if lines.is_empty() {
        lines.push(steps::not_entered(lang).to_owned());
    }
    lines
}
