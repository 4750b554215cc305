//! Lists of objects, in rows; on a narrow screen each row becomes a card.

mod detail;
mod expander;
mod sort_head;

pub use detail::DetailRow;
pub use expander::{RowExpander, row_id};
pub use sort_head::SortHead;

use leptos::prelude::*;

/// A table with a caption for assistive technology. Its head stays visible.
#[component]
pub fn Table(
    /// The subject of the rows.
    #[prop(into)]
    caption: String,
    /// Whether rows are closer together.
    #[prop(optional)]
    dense: bool,
    /// Further classes: `without-3` leaves the third cell of each row out.
    #[prop(optional, into)]
    without: Signal<String>,
    /// Head and body.
    children: Children,
) -> impl IntoView {
    view! {
        <table class=move || table_class(dense, &without.read())>
            <caption class="visually-hidden">{caption}</caption>
            {children()}
        </table>
    }
}

fn table_class(dense: bool, without: &str) -> String {
    let dense = if dense { " table-dense" } else { "" };
    let space = if without.is_empty() { "" } else { " " };
    format!("table{dense}{space}{without}")
}
