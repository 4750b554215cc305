//! Placeholders that keep the layout while content is loading.

use leptos::prelude::*;

use crate::{context::use_lang, ui::words};

/// Lines in place of text.
#[component]
pub fn Skeleton(
    /// The number of lines.
    #[prop(default = 4)]
    rows: usize,
    /// Whether the page's title is still to come too.
    #[prop(optional)]
    titled: bool,
) -> impl IntoView {
    let lang = use_lang();
    let title = titled
        .then(|| view! { <span class="skeleton-line skeleton-title" aria-hidden="true"></span> });
    view! {
        <div class="skeleton">
            <span class="visually-hidden" role="status">{words::loading(lang)}</span>
            {title}
            {(0..rows).map(|_| view! { <span class="skeleton-line" aria-hidden="true"></span> }).collect_view()}
        </div>
    }
}

/// Rows in place of a list.
#[component]
pub fn SkeletonTable(
    /// The number of columns.
    #[prop(default = 4)]
    columns: usize,
    /// The number of rows.
    #[prop(default = 8)]
    rows: usize,
) -> impl IntoView {
    let lang = use_lang();
    let row = move || {
        let cells = (0..columns)
            .map(|_| view! { <span class="skeleton-line"></span> })
            .collect_view();
        view! { <div class="skeleton-row">{cells}</div> }
    };
    view! {
        <div class="skeleton skeleton-table">
            <span class="visually-hidden" role="status">{words::loading(lang)}</span>
            <div aria-hidden="true">{(0..rows).map(|_| row()).collect_view()}</div>
        </div>
    }
}
