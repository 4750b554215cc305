//! The record below its row.

use leptos::prelude::*;

/// A row over all columns.
#[component]
pub fn DetailRow(
    /// How many columns the table has.
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
