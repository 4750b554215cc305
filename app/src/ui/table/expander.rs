//! The down arrow that opens a row's record below it.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    route::{use_here, with_query, without_query},
    ui::{Glyph, Icon, words},
};

/// The id of the row of this record, to which a page without WASM scrolls back.
#[must_use]
pub fn row_id(record: &str) -> String {
    format!("row-{record}")
}

/// A link that opens or closes the record below a row, by `?open=`.
#[component]
pub fn RowExpander(
    /// The record's id.
    #[prop(into)]
    record: String,
    /// The record's name.
    #[prop(into)]
    name: String,
    /// Whether it is open.
    open: bool,
) -> impl IntoView {
    let lang = use_lang();
    let here = use_here();
    let to = if open {
        without_query(&here, "open")
    } else {
        with_query(&here, "open", &record)
    };
    let label = if open {
        words::collapse(lang, name)
    } else {
        words::expand(lang, name)
    };
    // A whole page load must come back to the row; a navigation in the page stays there by itself.
    let href = RwSignal::new(format!("{to}#{}", row_id(&record)));
    Effect::new(move || href.set(to.clone()));
    view! {
        <a
            class="expander"
            href=move || href.get()
            aria-expanded=if open { "true" } else { "false" }
            aria-label=label
            data-noscroll=""
        >
            <Icon glyph=Glyph::ChevronDown/>
        </a>
    }
}
