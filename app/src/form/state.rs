//! The state of a form, shared with its parts.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;

use super::FormReply;
use crate::{
    context::use_lang,
    error::{FieldError, PortalError},
};

/// The form around a field: given by [`super::Form`] and [`super::PlainForm`] through the context.
#[derive(Clone)]
pub struct FormState {
    pub(super) form: String,
    pub(super) reply: Option<FormReply>,
    pub(super) error: Signal<Option<PortalError>>,
    pub(super) pending: Signal<bool>,
    pub(super) labels: Labels,
}

/// What the fields of a form are called, in the order of the page. Each tells it when it is made, before an error is
/// shown.
#[derive(Clone, Default)]
pub(super) struct Labels(Arc<Mutex<Vec<(String, String)>>>);

impl Labels {
    fn held(&self) -> MutexGuard<'_, Vec<(String, String)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The form around this component.
#[must_use]
pub fn use_form() -> Option<FormState> {
    use_context::<FormState>()
}

impl FormState {
    /// The state of a form that becomes an address: nothing of it comes back from the server but the problem with what
    /// the address says. Its name tells the fields apart from those of the page's other forms.
    #[must_use]
    pub fn of_address(form: &str, problem: Option<PortalError>) -> FormState {
        FormState {
            form: form.to_owned(),
            reply: None,
            error: Signal::stored(problem),
            pending: Signal::stored(false),
            labels: Labels::default(),
        }
    }

    /// The value typed into the field of this name, if the form comes back from the server.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<String> {
        self.reply.as_ref()?.value(name).map(str::to_owned)
    }

    /// Whether this box (of this name, with this value) was ticked. `None` if the form does not come back from the
    /// server.
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

    /// The problem with the field of this name, in words.
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

    /// The field of this name is called this.
    pub fn label(&self, name: &str, label: &str) {
        let mut labels = self.labels.held();
        match labels.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => label.clone_into(known),
            None => labels.push((name.to_owned(), label.to_owned())),
        }
    }

    /// What the field of this name is called.
    pub(super) fn label_of(&self, name: &str) -> Option<String> {
        let labels = self.labels.held();
        let (_, label) = labels.iter().find(|(known, _)| known == name)?;
        Some(label.clone())
    }

    /// The wrong fields in the order of the page; those that it does not name come last.
    pub(super) fn in_order(&self, mut fields: Vec<FieldError>) -> Vec<FieldError> {
        let labels = self.labels.held();
        let place = |field: &FieldError| labels.iter().position(|(name, _)| *name == field.field);
        fields.sort_by_key(|field| place(field).unwrap_or(usize::MAX));
        fields
    }

    /// The `id` of the input of this name, which the error summary links to.
    #[must_use]
    pub fn id_of(&self, name: &str) -> String {
        if self.form.is_empty() {
            name.to_owned()
        } else {
            format!("{}-{name}", self.form)
        }
    }

    /// The reason why the form was not done.
    #[must_use]
    pub fn error(&self) -> Signal<Option<PortalError>> {
        self.error
    }

    /// Whether the form is being sent.
    #[must_use]
    pub fn pending(&self) -> Signal<bool> {
        self.pending
    }
}
