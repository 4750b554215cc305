//! The effect of a change.

use leptos::prelude::*;

use crate::{context::use_lang, ui::words};

/// One value that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The name of the value.
    pub label: String,
    /// Its value before; empty for none.
    pub before: String,
    /// Its value after; empty for none.
    pub after: String,
}

/// The list of changes, before and after side by side.
#[component]
pub fn BeforeAfter(
    /// The changes.
    changes: Vec<Change>,
) -> impl IntoView {
    let lang = use_lang();
    // What was not there is neither struck nor marked.
    let nothing = move || view! { <span class="muted">{words::nothing(lang)}</span> }.into_any();
    let before = move |value: String| {
        if value.is_empty() {
            nothing()
        } else {
            view! { <del>{value}</del> }.into_any()
        }
    };
    let after = move |value: String| {
        if value.is_empty() {
            nothing()
        } else {
            view! { <ins>{value}</ins> }.into_any()
        }
    };
    view! {
        <table class="table before-after">
            <thead>
                <tr>
                    <th scope="col">{words::changed_what(lang)}</th>
                    <th scope="col">{words::before(lang)}</th>
                    <th scope="col">{words::after(lang)}</th>
                </tr>
            </thead>
            <tbody>
                {changes
                    .into_iter()
                    .map(|change| {
                        view! {
                            <tr>
                                <th scope="row">{change.label}</th>
                                <td data-label=words::before(lang)>{before(change.before)}</td>
                                <td data-label=words::after(lang)>{after(change.after)}</td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}
