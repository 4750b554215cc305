//! The form that an import begins with, and the imports before it: a part of an area's page.

use leptos::prelude::*;
use tierline_core::import::Kind;

use super::{
    api,
    model::{ImportRow, ImportStart},
    words,
};
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, Submit, UploadForm},
    i18n::{Lang, Moment},
    route,
    shell::load::loaded_part,
    ui::{ButtonLink, FileField, Notice, Section, StateBadge, Table, Tone},
};

/// The name of the form.
const FORM: &str = "import";

/// What a browser offers first.
const ACCEPT: &str = ".csv,text/csv";

/// Choosing a file of a kind. Another import that is open has to be done first.
#[component]
pub(crate) fn StartImport(
    /// What the file holds.
    kind: Kind,
    /// What the area asks for beside the file.
    fields: fn(Lang) -> AnyView,
) -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let data = data::load(|| (), move |()| api::import_start(kind.code().to_owned()));
    loaded_part(data, move |start| show(lang, (kind, None), start, fields))
}

/// Choosing a file of users of a customer.
#[component]
pub(super) fn StartUserImport(
    /// The customer's id.
    customer: String,
    /// What stands above the file.
    fields: fn(Lang) -> AnyView,
) -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let of = customer.clone();
    let data = data::load(move || of.clone(), api::user_import_start);
    loaded_part(data, move |start| {
        show(lang, (Kind::Users, Some(customer.clone())), start, fields)
    })
}

/// The form with what stands around it.
pub(super) fn show(
    lang: Lang,
    (kind, customer): (Kind, Option<String>),
    start: ImportStart,
    fields: fn(Lang) -> AnyView,
) -> AnyView {
    // The list of all imports is the operator's.
    let all = customer
        .is_none()
        .then(|| format!("{}?kind={}", route::IMPORTS, kind.code()));
    let about = customer.map(|id| view! { <input type="hidden" name="customer" value=id/> });
    let begin = match start.open {
        Some(open) => view! {
            <Notice tone=Tone::Warning>
                <p>{words::open_first(lang)}</p>
                <div class="actions">
                    <ButtonLink href=open.page()>{words::open_it(lang)}</ButtonLink>
                </div>
            </Notice>
        }
        .into_any(),
        None => view! {
            <UploadForm path=route::IMPORT_FILES form=FORM under_way=words::uploading(lang)>
                <input type="hidden" name="kind" value=kind.code()/>
                {about}
                {fields(lang)}
                <FileField name="file" label=words::file(lang) hint=words::file_hint(lang) accept=ACCEPT/>
                <div class="actions">
                    <Submit>{words::begin(lang)}</Submit>
                </div>
            </UploadForm>
        }
        .into_any(),
    };
    let earlier = earlier(lang, start.earlier);
    view! {
        {begin}
        <Section
            title=words::earlier(lang)
            action=move || all.map(|all| view! { <a href=all>{words::all_imports(lang)}</a> })
        >
            {earlier}
        </Section>
    }
    .into_any()
}

fn earlier(lang: Lang, rows: Vec<ImportRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="muted">{words::no_earlier(lang)}</p> }.into_any();
    }
    let rows = rows
        .into_iter()
        .map(|row| {
            let (result, page) = (words::result_of(lang, &row), row.page());
            view! {
                <tr>
                    <th scope="row"><a href=page>{row.file}</a></th>
                    <td class="cell-second" data-label=words::result(lang)>{result}</td>
                    <td class="cell-value" data-label=words::status(lang)><StateBadge state=row.status/></td>
                    <td data-label=words::by(lang)>{row.by}</td>
                    <td class="cell-last" data-label=words::at(lang)><Moment at=row.at short=true/></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Table caption=words::earlier(lang)>
            <thead>
                <tr>
                    <th scope="col">{words::file(lang)}</th>
                    <th scope="col">{words::result(lang)}</th>
                    <th scope="col">{words::status(lang)}</th>
                    <th scope="col">{words::by(lang)}</th>
                    <th scope="col">{words::at(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
