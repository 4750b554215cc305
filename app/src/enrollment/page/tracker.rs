//! How far the own enrollment is: stages, whose turn it is, the promised time, and what helps.

mod checks;
mod entries;
mod standing;
#[cfg(all(test, feature = "ssr"))]
pub(super) mod tests;

pub(super) use entries::Entries;

use leptos::prelude::*;
use tierline_core::{
    enrollment::{Progress, State, Status, Step},
    organization::Capability,
};

use crate::{
    context::use_lang,
    data,
    enrollment::{
        api::{Appeal, BeginEnrollment, ResendConfirmation, enrollment},
        model::{Begun, EnrollmentPage},
        page::{DocumentForm, DocumentTable},
        words::{document, tracker as words},
    },
    form::{Form, Posting, Submit, changes::changes},
    i18n::Lang,
    refusal::page::RefusalPanel,
    route,
    shell::load::loaded,
    timeline::PagedTimeline,
    ui::{ButtonLink, PageHeader, Section, StateBadge},
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    begin: Posting<BeginEnrollment>,
    resend: Posting<ResendConfirmation>,
    appeal: Posting<Appeal>,
}

/// The page at `/enrollment`.
#[component]
pub fn EnrollmentTrackerPage() -> impl IntoView {
    let actions = Actions {
        begin: Posting::new(),
        resend: Posting::new(),
        appeal: Posting::new(),
    };
    let lang = use_lang();
    let done = (changes(actions.resend), changes(actions.appeal));
    let data = data::load(move || (done.0.get(), done.1.get()), |_| enrollment());
    loaded(data, move |page: EnrollmentPage| match page.begun.clone() {
        Some(begun) => view(lang, page, begun, actions).into_any(),
        None => not_begun(lang, page, actions),
    })
}

/// Nothing has begun: the way to begin, or why there is none.
fn not_begun(lang: Lang, page: EnrollmentPage, actions: Actions) -> AnyView {
    if is_reseller(&page) {
        return view! { <PageHeader title=words::title(lang) lead=words::joined_before(lang)/> }
            .into_any();
    }
    let way = match page.may_begin {
        Ok(()) => view! {
            <Form action=actions.begin form="begin-enrollment">
                <div class="actions">
                    <Submit>{words::begin(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => view! { <RefusalPanel refusal=refusal/> }.into_any(),
    };
    view! {
        <PageHeader title=words::title(lang) lead=words::none_lead(lang)/>
        {way}
    }
    .into_any()
}

/// Whether it is a reseller that joined in another way, so that there is nothing to enroll.
pub(super) fn is_reseller(page: &EnrollmentPage) -> bool {
    let capabilities = &page.organization.capabilities;
    capabilities.state(Capability::IndirectReseller).is_some()
}

fn view(lang: Lang, page: EnrollmentPage, begun: Begun, actions: Actions) -> impl IntoView {
    let status = begun.tracker.status;
    let timeline = begun.timeline.clone();
    let is_draft = begun.enrollment.state == State::Draft;
    let (standing, go_on) = (
        standing::standing(lang, &page, &begun, actions.resend),
        (status == Status::Initialized).then(|| go_on(lang, &begun)),
    );
    let checks = (!is_draft).then(|| checks::checks(lang, &page, &begun, actions.appeal));
    let documents = (!is_draft).then(|| documents(lang, &begun));
    view! {
        <PageHeader
            title=words::title(lang)
            badge=move || view! { <StateBadge state=status/> }
        />
        {standing}
        {go_on}
        {checks}
        {documents}
        <Section title=words::entered(lang)>
            <Entries page=page begun=begun/>
        </Section>
        <Section title=words::history(lang)>
            <PagedTimeline history=timeline/>
        </Section>
    }
}

/// The documents, and the form for another one, as long as one helps.
fn documents(lang: Lang, begun: &Begun) -> AnyView {
    let (documents, may) = (begun.documents.clone(), begun.may_add.clone());
    let form = (!may.checks.is_empty()).then(|| view! { <DocumentForm may=may/> });
    view! {
        <Section title=document::documents(lang)>
            <DocumentTable documents=documents/>
            {form}
        </Section>
    }
    .into_any()
}

/// The first open step.
fn go_on(lang: Lang, begun: &Begun) -> impl IntoView + use<> {
    let open = begun
        .steps
        .iter()
        .find(|it| it.progress == Progress::Open)
        .map_or(Step::Review, |it| it.step);
    view! {
        <div class="actions">
            <ButtonLink href=route::enroll_step(open.code()) look="primary">{words::go_on(lang)}</ButtonLink>
        </div>
    }
}
