//! The record below its row.

use leptos::prelude::*;

/// A row over all columns.
#[component]
pub fn DetailRow(
    /// How many columns the table has.
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
