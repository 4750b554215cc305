//! One of a few answers, all of them visible.

use leptos::prelude::*;

use super::{
    choice::Choice,
    frame::{FieldProblem, FieldState},
};

/// A group of radio buttons.
#[component]
pub fn RadioGroup(
    /// The name of the server function's argument.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// A hint about the choice.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The answers.
    options: Vec<Choice>,
    /// The value that is chosen initially.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    let state = FieldState::of(&name, &legend, hint.is_some());
    let (described, invalid, hint_id) = (state.described(), state.invalid(), state.hint_id());
    let chosen = state.typed.clone().unwrap_or(value);
    let id = state.id.clone();
    let options = options.into_iter().enumerate().map(move |(n, option)| {
        // The error summary links to the first answer.
        let id = if n == 0 {
            id.clone()
        } else {
            format!("{id}-{n}")
        };
        let checked = option.value == chosen;
        view! { <Radio id=id name=name.clone() option=option checked=checked/> }
    });
    view! {
        <fieldset class="field" data-invalid=invalid aria-describedby=described>
            <legend>{legend}</legend>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <FieldProblem state=state/>
            <div class="field-choices">{options.collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn Radio(id: String, name: String, option: Choice, checked: bool) -> impl IntoView {
    let hint_id = format!("{id}-means");
    let described = option.hint.is_some().then(|| hint_id.clone());
    view! {
        <div class="check">
            <input
                type="radio"
                id=id.clone()
                name=name
                value=option.value
                checked=checked
                autocomplete="off"
                aria-describedby=described
            />
            <label for=id>{option.words}</label>
            {option.hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
        </div>
    }
}
