//! The errors of a form, at its top, with links to the fields.

use leptos::{html, prelude::*};

use super::{ErrorNotice, use_form};
use crate::{context::use_lang, error::PortalError, form::words::form as summary};

/// The error summary of the form around it. The focus moves to it: at once if it comes with the page (`autofocus`), and
/// as soon as it appears if the form was sent in the background.
#[component]
pub fn ErrorSummary() -> impl IntoView {
    let lang = use_lang();
    let form = use_form();
    let error = form
        .as_ref()
        .map_or_else(|| Signal::stored(None), |form| form.error());
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |shown_before: Option<bool>| {
        let shown = error.with(Option::is_some);
        if shown
            && shown_before.is_some()
            && let Some(summary) = node.get()
        {
            let _ = summary.focus();
        }
        shown
    });
    let content = move |error: PortalError| match (error, form.clone()) {
        (PortalError::Invalid(fields), Some(form)) => view! {
            <h2>{summary::problem(lang)}</h2>
            <ul>
                {form
                    .in_order(fields)
                    .into_iter()
                    .map(|field| {
                        let words = match form.label_of(&field.field) {
                            Some(label) => summary::of_field(lang, label, field.words(lang)),
                            None => field.words(lang),
                        };
                        let target = format!("#{}", form.id_of(&field.field));
                        view! { <li><a href=target rel="external">{words}</a></li> }
                    })
                    .collect_view()}
            </ul>
        }
        .into_any(),
        (error, _) => view! { <ErrorNotice error=error/> }.into_any(),
    };
    move || {
        error.get().map(|error| {
            view! {
                <div class="error-summary" role="alert" tabindex="-1" autofocus=true node_ref=node>
                    {content(error)}
                </div>
            }
        })
    }
}
