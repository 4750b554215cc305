//! The form that uploads a document, and the list of documents.

use leptos::prelude::*;
use tierline_core::enrollment::{CheckKind, DocumentKind, Format};

use crate::{
    context::use_lang,
    enrollment::{
        model::{DocumentRow, MayAdd},
        words::{self as enrollment, document as words},
    },
    form::{FieldLabels, Submit, UploadForm},
    i18n::{Lang, Moment, number},
    route,
    ui::{Choice, FileField, Select, Table},
};

/// The name of the form.
const FORM: &str = "document";

/// The formats, as a browser offers them.
const ACCEPT: &str = "application/pdf,image/png,image/jpeg";

/// **Add document**.
#[component]
pub fn DocumentForm(
    /// What a document can be added for.
    may: MayAdd,
) -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let kinds: Vec<Choice> = may
        .checks
        .iter()
        .flat_map(|check| check.documents().iter().map(move |kind| (*check, *kind)))
        .map(|(check, kind)| Choice::new(kind.code(), kind_for(lang, kind, check)))
        .collect();
    view! {
        <UploadForm path=route::DOCUMENTS form=FORM under_way=words::uploading(lang)>
            <Select name="kind" label=words::shows(lang) options=kinds/>
            <FileField name="file" label=words::file(lang) hint=words::file_hint(lang, may.most) accept=ACCEPT/>
            <div class="actions">
                <Submit>{words::add(lang)}</Submit>
            </div>
        </UploadForm>
    }
}

fn kind_for(lang: Lang, kind: DocumentKind, check: CheckKind) -> String {
    words::for_check(
        lang,
        enrollment::document(lang, kind),
        enrollment::check(lang, check),
    )
}

/// The documents of an enrollment. Pictures open in the browser, which can do nothing else with them; PDFs are saved.
#[component]
pub fn DocumentTable(
    /// The documents.
    documents: Vec<DocumentRow>,
) -> impl IntoView {
    let lang = use_lang();
    if documents.is_empty() {
        return view! { <p class="muted">{words::no_documents(lang)}</p> }.into_any();
    }
    let rows = documents
        .into_iter()
        .map(|row| line(lang, row))
        .collect_view();
    view! {
        <Table caption=words::documents(lang)>
            <thead>
                <tr>
                    <th scope="col">{words::document(lang)}</th>
                    <th scope="col">{words::check(lang)}</th>
                    <th scope="col" class="numeric">{words::size(lang)}</th>
                    <th scope="col">{words::added(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn line(lang: Lang, row: DocumentRow) -> impl IntoView {
    let DocumentRow { document, is_there } = row;
    let kind = enrollment::document(lang, document.kind);
    let format = words::format(document.format);
    let name = if is_there {
        let (href, target) = (
            route::document(document.id),
            (document.format != Format::Pdf).then_some("_blank"),
        );
        view! { <a href=href rel="external noopener" target=target>{kind}</a> " " <span class="muted">{format}</span> }
            .into_any()
    } else {
        view! { {kind} " " <span class="muted">{words::is_gone(lang)}</span> }.into_any()
    };
    let kilobytes = i64::try_from(document.bytes.div_ceil(1024)).unwrap_or(i64::MAX);
    let size = words::kilobytes(lang, number(kilobytes));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-label=words::check(lang)>{enrollment::check(lang, document.check)}</td>
            <td class="numeric cell-value" data-label=words::size(lang)>{size}</td>
            <td class="cell-last" data-label=words::added(lang)>
                <Moment at=document.at day=true short=true/>
            </td>
        </tr>
    }
}
