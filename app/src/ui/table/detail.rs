//! The record below its row.

use leptos::prelude::*;

/// A row across all columns.
#[component]
pub fn DetailRow(
    /// The number of columns of the table.
    columns: usize,
    /// The record.
    children: Children,
) -> impl IntoView {
    view! {
        <tr class="table-detail">
            <td colspan=columns.to_string()>{children()}</td>
        </tr>
    }
}
