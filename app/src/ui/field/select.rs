//! One of many answers.

use leptos::prelude::*;

use super::{
    choice::Choice,
    frame::{FieldFrame, FieldState},
};

/// A labeled list of answers, of which one is chosen.
#[component]
pub fn Select(
    /// The name of the server function's argument.
    #[prop(into)]
    name: String,
    /// The label above it.
    #[prop(into)]
    label: String,
    /// A hint about the choice.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The answers.
    options: Vec<Choice>,
    /// The value that is chosen initially.
    #[prop(optional, into)]
    value: String,
    /// A first line that stands for no answer.
    #[prop(optional, into)]
    prompt: Option<String>,
    /// Whether to say that it may stay unanswered.
    #[prop(optional)]
    optional: bool,
    /// The length of its answers: `short`, `medium` or `full`.
    #[prop(default = "full")]
    width: &'static str,
) -> impl IntoView {
    let state = FieldState::of(&name, &label, hint.is_some());
    let (id, described, invalid) = (state.id.clone(), state.described(), state.invalid());
    let chosen = state.typed.clone().unwrap_or(value);
    view! {
        <FieldFrame state=state label=label hint=hint optional=optional>
            <div class=format!("field-control field-{width}")>
                <select id=id name=name autocomplete="off" aria-invalid=invalid aria-describedby=described>
                    {prompt.map(|prompt| view! { <option value="" selected=chosen.is_empty()>{prompt}</option> })}
                    {options
                        .into_iter()
                        .map(|option| {
                            let selected = option.value == chosen;
                            view! { <option value=option.value selected=selected>{option.words}</option> }
                        })
                        .collect_view()}
                </select>
            </div>
        </FieldFrame>
    }
}

/// The same with answers that change while the page is shown. The chosen one stays chosen, if it is among them.
#[component]
pub fn LiveSelect(
    /// The name of the server function's argument.
    name: &'static str,
    /// The label above it.
    #[prop(into)]
    label: String,
    /// A hint about the choice.
    #[prop(into)]
    hint: String,
    /// The answers.
    options: Signal<Vec<Choice>>,
    /// The chosen value.
    chosen: RwSignal<String>,
    /// A first line that stands for no answer.
    #[prop(into)]
    prompt: String,
) -> impl IntoView {
    let state = FieldState::of(name, &label, true);
    let (id, described, invalid) = (state.id.clone(), state.described(), state.invalid());
    if let Some(typed) = &state.typed {
        chosen.set(typed.clone());
    }
    view! {
        <FieldFrame state=state label=label hint=Some(hint) optional=false>
            <div class="field-control field-full">
                <select
                    id=id
                    name=name
                    autocomplete="off"
                    aria-invalid=invalid
                    aria-describedby=described
                    on:change=move |event| chosen.set(event_target_value(&event))
                >
                    {live_options(options, chosen, prompt)}
                </select>
            </div>
        </FieldFrame>
    }
}

/// Answers that change. Each has an element of its own, so that the chosen one keeps its element while others come and
/// go.
pub(in crate::ui) fn live_options(
    options: Signal<Vec<Choice>>,
    chosen: RwSignal<String>,
    prompt: String,
) -> impl IntoView {
    let is_chosen = move |value: &str| chosen.with_untracked(|chosen| chosen == value);
    view! {
        <option value="" selected=is_chosen("")>{prompt}</option>
        <For
            each=move || options.get()
            key=|option| option.value.clone()
            children=move |option| {
                let selected = is_chosen(&option.value);
                view! { <option value=option.value selected=selected>{option.words}</option> }
            }
        />
    }
}
