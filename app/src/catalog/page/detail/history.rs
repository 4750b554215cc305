//! What was decided about a product, and what imports did to its prices.

use leptos::prelude::*;

use crate::{
    catalog::{
        model::{CatalogProduct, ImportOfPrices, PriceChange},
        words::sale as words,
    },
    i18n::{Lang, Moment, number},
    timeline::PagedTimeline,
    ui::{Section, StateBadge, Table},
};

/// Both parts of the page.
pub(super) fn history(lang: Lang, page: &CatalogProduct) -> AnyView {
    let decided = if page.timeline.entries.is_empty() {
        view! { <p class="muted">{words::nothing_decided(lang)}</p> }.into_any()
    } else {
        view! { <PagedTimeline history=page.timeline.clone()/> }.into_any()
    };
    let imports = if page.imports.is_empty() {
        view! { <p class="muted">{words::no_imports(lang)}</p> }.into_any()
    } else {
        let imports = page.imports.clone().into_iter();
        imports
            .map(|it| import(lang, it))
            .collect::<Vec<_>>()
            .into_any()
    };
    view! {
        <Section title=words::history(lang)>{decided}</Section>
        <Section title=words::imports(lang) lead=words::imports_lead(lang)>{imports}</Section>
    }
    .into_any()
}

/// An import, with the first of the prices that it changed.
fn import(lang: Lang, import: ImportOfPrices) -> AnyView {
    let rows = import
        .changes
        .into_iter()
        .map(|change| line(lang, change))
        .collect_view();
    let more = (import.more > 0).then(|| {
        view! { <p class="muted">{words::more_changes(lang, number(i64::from(import.more)))}</p> }
    });
    let caption = words::imported_by(lang, import.by);
    view! {
        <h3>{caption.clone()} " · " <Moment at=import.at/></h3>
        <Table caption=caption dense=true>
            <thead>
                <tr>
                    <th scope="col">{words::price(lang)}</th>
                    <th scope="col">{words::effect(lang)}</th>
                    <th scope="col" class="numeric">{words::before(lang)}</th>
                    <th scope="col" class="numeric">{words::after(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        {more}
    }
    .into_any()
}

fn line(lang: Lang, change: PriceChange) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{change.detail}</th>
            <td class="cell-second" data-label=words::effect(lang)>
                <StateBadge state=change.effect/>
            </td>
            <td class="numeric cell-value" data-label=words::before(lang)>{change.before}</td>
            <td class="numeric cell-last" data-label=words::after(lang)>{change.after}</td>
        </tr>
    }
}
