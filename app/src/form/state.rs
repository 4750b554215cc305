//! What the parts of a form know of it.

use leptos::prelude::*;

use super::FormReply;
use crate::{context::use_lang, error::PortalError};

/// The form around a field: given by [`super::Form`] and [`super::PlainForm`] through the context.
#[derive(Clone)]
pub struct FormState {
    pub(super) form: String,
    pub(super) reply: Option<FormReply>,
    pub(super) error: Signal<Option<PortalError>>,
    pub(super) pending: Signal<bool>,
}

/// The form that this component is inside of.
#[must_use]
pub fn use_form() -> Option<FormState> {
    use_context::<FormState>()
}

impl FormState {
    /// What had been typed into the field of this name, when the form comes back from the server.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<String> {
        self.reply.as_ref()?.value(name).map(str::to_owned)
    }

    /// Was this box (of this name, with this value) ticked? `None` when the form does not come back from the server.
    #[must_use]
    pub fn ticked(&self, name: &str, value: &str) -> Option<bool> {
        Some(
            self.reply
                .as_ref()?
                .values(name)
                .iter()
                .any(|ticked| ticked == value),
        )
    }

    /// What is wrong with the field of this name, in words.
    #[must_use]
    pub fn field_error(&self, name: &str) -> Signal<Option<String>> {
        let (error, name, lang) = (self.error, name.to_owned(), use_lang());
        Signal::derive(move || {
            error.with(|error| match error {
                Some(PortalError::Invalid(fields)) => fields
                    .iter()
                    .find(|field| field.field == name)
                    .map(|field| field.words(lang)),
                _ => None,
            })
        })
    }

    /// The `id` of the input of this name: what the error summary links to.
    #[must_use]
    pub fn id_of(&self, name: &str) -> String {
        if self.form.is_empty() {
            name.to_owned()
        } else {
            format!("{}-{name}", self.form)
        }
    }

    /// Why the form was not done.
    #[must_use]
    pub fn error(&self) -> Signal<Option<PortalError>> {
        self.error
    }

    /// Is the form being sent?
    #[must_use]
    pub fn pending(&self) -> Signal<bool> {
        self.pending
    }
}
