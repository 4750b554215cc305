//! The hidden field for the mark of the values that a form was filled with.

use leptos::prelude::*;

use super::use_form;
use crate::{error::PortalError, form::mark::Mark};

/// The name of the field.
pub(crate) const FILLED_WITH: &str = "filled_with";

/// Carries the mark of the values that the form around it was filled with. Once its user was told what another user has
/// saved, it carries the mark of that: the next submit saves over it knowingly.
#[component]
pub fn FilledWith(
    /// The mark that came with the values.
    mark: Mark,
) -> impl IntoView {
    let form = use_form();
    let first = form
        .as_ref()
        .and_then(|form| form.value(FILLED_WITH))
        .unwrap_or_else(|| mark.to_string());
    let error = form.map_or_else(|| Signal::stored(None), |form| form.error());
    let value = Memo::new(move |before: Option<&String>| {
        error.with(|error| match error {
            Some(PortalError::Changed(changed)) => changed.mark.to_string(),
            _ => before.unwrap_or(&first).clone(),
        })
    });
    view! { <input type="hidden" name=FILLED_WITH value=move || value.get()/> }
}
