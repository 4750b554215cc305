//! The lines of an import: what each does, or what is wrong with it.

use leptos::prelude::*;
use tierline_core::import::Effect;

use crate::{
    context::use_lang,
    data,
    i18n::Lang,
    import::{list as spec, model::LineRow, words},
    list::{
        model::{ListQuery, Page},
        spec::List,
        view,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{Choice, EmptyState, PageHeader, StateBadge},
};

/// The page at `/imports/lines?of={id}`.
#[component]
pub fn ImportLinesPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::import_lines(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

/// The page at `/licenses/import-lines?of={id}`.
#[component]
pub fn UserImportLinesPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::user_import_lines(query.to_string()),
    );
    loaded(data, move |page| {
        let spec = spec::of_user_lines(lang);
        shown(lang, &spec, Vec::new(), page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: Page<LineRow>, query: &ListQuery) -> impl IntoView + use<> {
    let trail = vec![
        (route::IMPORTS.to_owned(), words::imports(lang).to_owned()),
        (route::import(&query.of), words::file(lang).to_owned()),
    ];
    shown(lang, &spec::of_lines(lang), trail, page, query)
}

fn shown(
    lang: Lang,
    list: &List<LineRow>,
    trail: Vec<(String, String)>,
    page: Page<LineRow>,
    query: &ListQuery,
) -> impl IntoView + use<> {
    let effects: Vec<Choice> = Effect::ALL
        .into_iter()
        .map(|effect| Choice::new(effect.code(), spec::effect(lang, effect)))
        .collect();
    let found = view::list(
        list,
        query,
        page,
        vec![effects.into()],
        || {
            view! { <EmptyState title=words::no_lines(lang) why=words::nothing_to_change(lang)/> }
                .into_any()
        },
        |row, _| line(lang, row).into_any(),
    );
    view! {
        <PageHeader trail=trail title=words::lines(lang)/>
        {found}
    }
}

/// A line, also on the page of its import.
pub(super) fn line(lang: Lang, row: LineRow) -> impl IntoView {
    let reason = spec::reason(lang, &row);
    let number = row.line.map(words::counted);
    view! {
        <tr>
            <th scope="row" class="numeric">{number}</th>
            <td class="cell-value" data-label=words::effect(lang)><StateBadge state=row.effect/></td>
            <td class="cell-second" data-label=words::subject(lang)>{row.subject}</td>
            <td data-label=words::detail(lang)>{row.detail}</td>
            <td data-label=words::before(lang)>{row.before}</td>
            <td class="cell-last" data-label=words::after(lang)>{row.after}</td>
            <td class="cell-note" data-label=words::reason(lang)>{reason}</td>
        </tr>
    }
}
