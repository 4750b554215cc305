//! A form of one select and one button: the organization to act for.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::PlainForm;
use crate::error::PortalError;

/// Choose one of several, then press the button. Reloads the page.
#[component]
pub fn ChoiceForm<S>(
    /// The server function; `PhantomData` of its type.
    function: core::marker::PhantomData<S>,
    /// The name of its argument.
    name: &'static str,
    /// The label.
    label: &'static str,
    /// Values and words.
    choices: Vec<(String, String)>,
    /// The current value.
    chosen: String,
    /// The word on the button.
    button: &'static str,
) -> impl IntoView
where
    S: ServerFn<Error = PortalError> + 'static,
{
    let id = format!("choose-{name}");
    view! {
        <PlainForm function=function class="choice-form" bare=true>
            <label for=id.clone()>{label}</label>
            <select id=id name=name autocomplete="off">
                {choices
                    .into_iter()
                    .map(|(value, word)| {
                        let selected = value == chosen;
                        view! { <option value=value selected=selected>{word}</option> }
                    })
                    .collect_view()}
            </select>
            <button type="submit" class="button button-quiet">{button}</button>
        </PlainForm>
    }
}
