//! A yes-or-no answer.

use leptos::prelude::*;

use super::frame::{FieldProblem, FieldState};
use crate::form::use_form;

/// A box to tick, with its label at the right.
#[component]
pub fn Checkbox(
    /// The name of the server function's argument.
    #[prop(into)]
    name: String,
    /// The statement that ticking it makes.
    #[prop(into)]
    label: String,
    /// The consequence of ticking it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The value that is posted if it is ticked.
    #[prop(default = "true".to_owned(), into)]
    value: String,
    /// Whether it is ticked initially.
    #[prop(optional)]
    checked: bool,
) -> impl IntoView {
    // A statement is too long to stand before its problem.
    let mut state = FieldState::of(&name, "", hint.is_some());
    // Boxes of one list share a name, so their values keep their ids apart.
    if name.ends_with("[]") {
        state.id = format!("{}-{value}", state.id);
    }
    let checked = use_form()
        .and_then(|form| form.ticked(&name, &value))
        .unwrap_or(checked);
    let (id, described, invalid) = (state.id.clone(), state.described(), state.invalid());
    let hint_id = state.hint_id();
    view! {
        <div class="field field-check" data-invalid=invalid>
            <FieldProblem state=state/>
            <div class="check">
                <input
                    type="checkbox"
                    id=id.clone()
                    name=name
                    value=value
                    checked=checked
                    autocomplete="off"
                    aria-invalid=invalid
                    aria-describedby=described
                />
                <label for=id>{label}</label>
            </div>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
        </div>
    }
}
