//! The frame that all fields have around their control.

use leptos::prelude::*;

use crate::{context::use_lang, form::use_form, ui::words};

/// The form's information about a field.
#[derive(Clone)]
pub(super) struct FieldState {
    /// The control's id, which the error summary links to.
    pub(super) id: String,
    /// The typed value, if the form comes back from the server.
    pub(super) typed: Option<String>,
    /// The problem with it.
    pub(super) error: Signal<Option<String>>,
    has_hint: bool,
}

impl FieldState {
    /// The state of the field of this name, which is called this.
    pub(super) fn of(name: &str, label: &str, has_hint: bool) -> FieldState {
        match use_form() {
            Some(form) => {
                if !label.is_empty() {
                    form.label(name, label);
                }
                FieldState {
                    id: form.id_of(name),
                    typed: form.value(name),
                    error: form.field_error(name),
                    has_hint,
                }
            }
            None => FieldState {
                id: name.to_owned(),
                typed: None,
                error: Signal::stored(None),
                has_hint,
            },
        }
    }

    pub(super) fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    pub(super) fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }

    /// For `aria-describedby`: the ids of the error and of the hint, if there are any.
    pub(super) fn described(&self) -> Signal<Option<String>> {
        let (error, hint) = (self.error_id(), self.has_hint.then(|| self.hint_id()));
        let wrong = self.error;
        Signal::derive(move || match (wrong.with(Option::is_some), &hint) {
            (true, Some(hint)) => Some(format!("{error} {hint}")),
            (true, None) => Some(error.clone()),
            (false, hint) => hint.clone(),
        })
    }

    /// For `aria-invalid`.
    pub(super) fn invalid(&self) -> Signal<Option<&'static str>> {
        let wrong = self.error;
        Signal::derive(move || wrong.with(Option::is_some).then_some("true"))
    }
}

/// Label, hint and error above a control.
#[component]
pub(super) fn FieldFrame(
    state: FieldState,
    label: String,
    hint: Option<String>,
    optional: bool,
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let (invalid, hint_id) = (state.invalid(), state.hint_id());
    view! {
        <div class="field" data-invalid=invalid>
            <label for=state.id.clone()>
                {label}
                {optional.then(|| view! { " " <span class="field-optional">"(" {words::optional(lang)} ")"</span> })}
            </label>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <FieldProblem state=state/>
            {children()}
        </div>
    }
}

/// The problem with a field. The style sheet draws the icon before it.
#[component]
pub(super) fn FieldProblem(state: FieldState) -> impl IntoView {
    let (error, id) = (state.error, state.error_id());
    move || {
        error
            .get()
            .map(|error| view! { <p class="field-error" id=id.clone()>{error}</p> })
    }
}
