//! The case of an enrollment: the facts side by side, the checks, and the work of the reviewers.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    checks::checks,
    facts::{alike, facts},
    work::{Actions, assign, assignment, notes, proposal},
};
use crate::{
    context::use_lang,
    data,
    enrollment::{page::DocumentTable, words as enrollment},
    form::{FieldLabels, changes::changes},
    i18n::{Lang, market},
    refusal::RefusedBy,
    review::{api::case, model::CasePage, state, words},
    route,
    shell::load::loaded,
    timeline::PagedTimeline,
    ui::{ButtonLink, Deadline, Fact, FactStrip, PageHeader, Section, StateBadge},
};

/// The page at `/cases/{id}`.
#[component]
pub fn CaseDetailPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    provide_context(FieldLabels(words::field));
    let actions = Actions::new();
    let done = (
        (changes(actions.change), changes(actions.assign)),
        changes(actions.note),
        changes(actions.dismiss),
    );
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (
                id,
                (done.0.0.get(), done.0.1.get()),
                done.1.get(),
                done.2.get(),
            )
        },
        |(id, ..)| case(id),
    );
    loaded(data, move |page| view(lang, page, actions).into_any())
}

pub(super) fn view(lang: Lang, page: CasePage, actions: Actions) -> impl IntoView {
    let trail = vec![(route::CASES.to_owned(), words::cases(lang).to_owned())];
    let id = page.enrollment.id;
    let (status, step, turn) = (page.tracker.status, page.tracker.step, page.tracker.turn);
    let spent = page.tracker.spent.map(|spent| {
        let (label, used) = enrollment::used(lang, &spent);
        view! {
            <Fact label=words::due(lang)><Deadline at=spent.due bare=true day=true/></Fact>
            <Fact label=label>{used}</Fact>
        }
    });
    let approve = match page.may.approve.clone() {
        Ok(()) => view! {
            <ButtonLink href=route::decision(id) look="primary">{words::approve(lang)}</ButtonLink>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::approve(lang) refusal=refusal look="primary" id="why-approve"/> }
                .into_any()
        }
    };
    let name = page.organization.name.to_string();
    let country = market::country(lang, page.organization.country);
    let (assigned, assigning, proposed) = (
        assignment(lang, &page, actions),
        assign(lang, &page, actions),
        proposal(lang, &page, actions),
    );
    let (known, checked, noted, others) = (
        facts(lang, &page),
        checks(lang, &page),
        notes(lang, &page, actions),
        alike(lang, &page),
    );
    view! {
        <PageHeader
            trail=trail
            title=name
            lead=country
            badge=move || view! { <StateBadge state=status/> }
        >
            {approve}
        </PageHeader>
        <FactStrip>
            <Fact label=words::stage(lang)>{words::step(lang, step)}</Fact>
            <Fact label=words::turn(lang)><StateBadge state=state::of_turn(turn)/></Fact>
            {spent}
            <Fact label=words::reviewer(lang)>{assigned}</Fact>
        </FactStrip>
        {proposed}
        <Section title=words::checks(lang)>{checked}</Section>
        <Section title=words::facts(lang)>{known}</Section>
        <Section title=words::documents(lang)>
            <DocumentTable documents=page.documents/>
        </Section>
        <Section title=words::alike(lang)>{others}</Section>
        {assigning}
        <Section title=words::notes(lang) lead=words::notes_lead(lang)>{noted}</Section>
        <Section title=words::history(lang)>
            <PagedTimeline history=page.timeline/>
        </Section>
    }
}
