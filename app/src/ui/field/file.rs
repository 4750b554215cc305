//! A file to upload.

use leptos::prelude::*;

use super::frame::{FieldFrame, FieldState};

/// A labeled choice of a file.
#[component]
pub fn FileField(
    /// The name of the field.
    #[prop(into)]
    name: String,
    /// The label above it.
    #[prop(into)]
    label: String,
    /// A hint about the expected file.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The media types that are offered first.
    accept: &'static str,
    /// Whether to say that it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let state = FieldState::of(&name, &label, hint.is_some());
    let (id, described, invalid) = (state.id.clone(), state.described(), state.invalid());
    view! {
        <FieldFrame state=state label=label hint=hint optional=optional>
            <div class="field-control field-full">
                <input id=id name=name type="file" accept=accept aria-invalid=invalid aria-describedby=described/>
            </div>
        </FieldFrame>
    }
}
