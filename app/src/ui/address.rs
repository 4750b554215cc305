//! An email address.

use leptos::prelude::*;

/// An email address. Where it does not fit on a line it breaks after its at sign, and not inside a word.
#[component]
pub fn Address(
    /// The address.
    #[prop(into)]
    at: String,
) -> impl IntoView {
    match at.split_once('@') {
        Some((name, host)) => {
            let name = format!("{name}@");
            view! { {name} <wbr/> {host.to_owned()} }.into_any()
        }
        None => at.into_any(),
    }
}
