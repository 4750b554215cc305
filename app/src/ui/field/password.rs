//! A password, with a button that shows it.

use leptos::prelude::*;

use super::frame::{FieldFrame, FieldState};
use crate::{context::use_lang, ui::words};

/// A labeled password. It never comes back from the server with a value.
#[component]
pub fn PasswordField(
    /// The name of the server function's argument; it must contain `password`.
    #[prop(into)]
    name: String,
    /// The label above it.
    #[prop(into)]
    label: String,
    /// A hint about the expected input.
    #[prop(optional, into)]
    hint: Option<String>,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let state = FieldState::of(&name, &label, hint.is_some());
    let (id, described, invalid) = (state.id.clone(), state.described(), state.invalid());
    let shown = RwSignal::new(false);
    // The button can do nothing before the page is hydrated, so it is invisible until then, but keeps its place.
    let alive = RwSignal::new(false);
    Effect::new(move || alive.set(true));
    let button = move || {
        if shown.get() {
            words::hide_password(lang)
        } else {
            words::show_password(lang)
        }
    };
    view! {
        <FieldFrame state=state label=label hint=hint optional=false>
            <div class="field-control field-password">
                <input
                    id=id.clone()
                    name=name
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=invalid
                    aria-describedby=described
                />
                <button
                    type="button"
                    class="field-reveal"
                    hidden=move || !alive.get()
                    // For pages without a module, where a script swaps the words.
                    data-other=words::hide_password(lang)
                    aria-controls=id
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {button}
                </button>
            </div>
        </FieldFrame>
    }
}
