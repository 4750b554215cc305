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
    /// Head and body.
    children: Children,
) -> impl IntoView {
    view! {
        <table class="table" class:table-dense=dense>
            <caption class="visually-hidden">{caption}</caption>
            {children()}
        </table>
    }
}
