//! The record below its row.

use leptos::prelude::*;

/// A row across all columns.
#[component]
pub fn DetailRow(
    /// The number of columns of the table.
    #[prop(into)]
    columns: Signal<usize>,
    /// The record.
    children: Children,
) -> impl IntoView {
    view! {
        <tr class="table-detail">
            <td colspan=move || columns.get().to_string()>{children()}</td>
        </tr>
    }
}
