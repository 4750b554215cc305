//! One line of text.

use leptos::prelude::*;

use super::{
    affix::Affix,
    frame::{FieldFrame, FieldState},
};

/// A labeled input of one line.
#[component]
pub fn Field(
    /// The name of the server function's argument.
    #[prop(into)]
    name: String,
    /// The label above it.
    #[prop(into)]
    label: String,
    /// A hint about the expected input.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The input's type: `text`, `email`, `date`, `tel`, `url`, `search`, `number`.
    #[prop(default = "text")]
    kind: &'static str,
    /// The value if nothing has been typed yet.
    #[prop(optional, into)]
    value: String,
    /// The kind of value that browsers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The kind of keyboard that a phone shows.
    #[prop(optional, into)]
    inputmode: Option<&'static str>,
    /// Whether to say that it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The expected length of an answer: `short`, `medium` or `full`.
    #[prop(default = "full")]
    width: &'static str,
    /// Fixed words before the input.
    #[prop(optional, into)]
    prefix: Option<String>,
    /// Fixed words after the input.
    #[prop(optional, into)]
    suffix: Option<String>,
    /// The least value of a date or number.
    #[prop(optional, into)]
    min: Option<String>,
    /// The greatest value of a date or number.
    #[prop(optional, into)]
    max: Option<String>,
    /// The longest text.
    #[prop(optional, into)]
    maxlength: Option<u32>,
) -> impl IntoView {
    let state = FieldState::of(&name, &label, hint.is_some());
    let (id, described, invalid) = (state.id.clone(), state.described(), state.invalid());
    let value = state.typed.clone().unwrap_or(value);
    view! {
        <FieldFrame state=state label=label hint=hint optional=optional>
            <Affix width=width prefix=prefix suffix=suffix>
                <input
                    id=id
                    name=name
                    type=kind
                    value=value
                    autocomplete=autocomplete
                    inputmode=inputmode
                    min=min
                    max=max
                    maxlength=maxlength.map(|length| length.to_string())
                    aria-invalid=invalid
                    aria-describedby=described
                />
            </Affix>
        </FieldFrame>
    }
}
