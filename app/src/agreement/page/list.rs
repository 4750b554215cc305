//! **Agreements**, for the operator: the versions of each, and how many have signed.

use leptos::prelude::*;
use tierline_core::agreement::AgreementKind;

use crate::{
    agreement::{
        api::agreements,
        model::{AgreementsPage, VersionRow, VersionState},
        told, words,
    },
    context::use_lang,
    data,
    i18n::{Lang, Moment},
    route,
    shell::load::loaded,
    ui::{Badge, ButtonLink, Count, EmptyState, PageHeader, Section, Table, Tone},
};

/// The page.
#[component]
pub fn AgreementListPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| agreements());
    loaded(data, move |page| view(lang, page).into_any())
}

fn view(lang: Lang, page: AgreementsPage) -> impl IntoView {
    let sections = AgreementKind::ALL
        .into_iter()
        .map(|kind| {
            let versions: Vec<VersionRow> = page
                .versions
                .iter()
                .filter(|row| row.kind == kind)
                .cloned()
                .collect();
            view! { <Section title=told::kind(lang, kind)>{table(lang, kind, versions)}</Section> }
        })
        .collect_view();
    view! {
        <PageHeader title=words::agreements(lang) lead=words::agreements_lead(lang)>
            <ButtonLink href=route::NEW_AGREEMENT look="primary">{words::new_version(lang)}</ButtonLink>
        </PageHeader>
        {sections}
    }
}

fn table(lang: Lang, kind: AgreementKind, versions: Vec<VersionRow>) -> AnyView {
    if versions.is_empty() {
        return view! {
            <EmptyState title=words::no_version(lang) why=words::no_version_why(lang)/>
        }
        .into_any();
    }
    let rows = versions
        .into_iter()
        .map(|row| self::row(lang, row))
        .collect_view();
    view! {
        <Table caption=told::kind(lang, kind)>
            <thead>
                <tr>
                    <th scope="col">{words::version(lang)}</th>
                    <th scope="col">{words::state(lang)}</th>
                    <th scope="col">{words::effective(lang)}</th>
                    <th scope="col">{words::must_be_signed_by(lang)}</th>
                    <th scope="col" class="numeric">{words::signed(lang)}</th>
                    <th scope="col" class="numeric">{words::not_signed(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn row(lang: Lang, row: VersionRow) -> impl IntoView {
    let by = match row.must_be_signed_by {
        Some(at) => view! { <Moment at=at day=true short=true/> }.into_any(),
        None => view! { <span class="muted">{words::never(lang)}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a href=route::agreement_version(row.id)>{row.version}</a></th>
            <td class="cell-value" data-label=words::state(lang)>{badge(lang, row.state)}</td>
            <td data-label=words::effective(lang)><Moment at=row.effective day=true short=true/></td>
            <td class="cell-last" data-label=words::must_be_signed_by(lang)>{by}</td>
            <td class="numeric" data-label=words::signed(lang)><Count n=row.signed/></td>
            <td class="cell-second numeric" data-label=words::not_signed(lang)><Count n=row.unsigned/></td>
        </tr>
    }
}

/// What a version is now.
pub(super) fn badge(lang: Lang, state: VersionState) -> AnyView {
    let (tone, word) = match state {
        VersionState::Scheduled => (Tone::Info, words::scheduled(lang)),
        VersionState::InForce => (Tone::Success, words::in_force(lang)),
        VersionState::Replaced => (Tone::Neutral, words::replaced(lang)),
    };
    view! { <Badge tone=tone>{word}</Badge> }.into_any()
}
