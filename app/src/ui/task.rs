//! A task of several parts, and beside it the summary with its buttons, which stays in sight.

use leptos::prelude::*;

/// The parts below each other; among them the [`TaskSummary`], which stands at their right, or at the bottom of a
/// narrow screen.
#[component]
pub fn Task(
    /// The parts.
    children: Children,
) -> impl IntoView {
    view! { <div class="task stack">{children()}</div> }
}

/// What the task has come to, and the buttons to go on or to give it up.
#[component]
pub fn TaskSummary(
    /// The name of the summary.
    #[prop(into)]
    label: String,
    /// Facts, and the buttons in a line of `actions`.
    children: Children,
) -> impl IntoView {
    view! { <div class="task-summary" role="group" aria-label=label>{children()}</div> }
}
