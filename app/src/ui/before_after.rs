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

/// A picture that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it is.
    pub label: String,
    /// The address of the one before; nothing if there was none.
    pub before: Option<String>,
    /// The address of the one after; nothing if there is none.
    pub after: Option<String>,
}

/// The list of changes, before and after side by side.
#[component]
pub fn BeforeAfter(
    /// The changes.
    changes: Vec<Change>,
    /// A picture among them.
    #[prop(optional_no_strip)]
    picture: Option<Picture>,
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
    let picture = picture.map(|picture| {
        let shown = |address: Option<String>| match address {
            Some(address) => view! { <img src=address alt=picture.label.clone()/> }.into_any(),
            None => words::nothing(lang).into_any(),
        };
        let (before, after) = (shown(picture.before), shown(picture.after));
        view! {
            <tr>
                <th scope="row">{picture.label.clone()}</th>
                <td data-label=words::before(lang)><del>{before}</del></td>
                <td data-label=words::after(lang)><ins>{after}</ins></td>
            </tr>
        }
    });
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
                {picture}
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
