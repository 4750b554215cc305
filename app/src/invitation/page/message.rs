//! The current fields of the message editor in the page.

use super::unsent::Unsent;

/// The ids of the three fields' elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) recipient: String,
    pub(super) subject: String,
    pub(super) text: String,
}

impl Fields {
    /// The current values.
    pub(super) fn read(&self) -> Unsent {
        Unsent {
            recipient: element::read(&self.recipient),
            subject: element::read(&self.subject),
            text: element::read(&self.text),
        }
    }

    /// Replaces the values.
    pub(super) fn write(&self, unsent: &Unsent) {
        element::write(&self.recipient, &unsent.recipient);
        element::write(&self.subject, &unsent.subject);
        element::write(&self.text, &unsent.text);
    }
}

#[cfg(feature = "hydrate")]
mod element {
    use wasm_bindgen::JsCast;
    use web_sys::{HtmlInputElement, HtmlTextAreaElement};

    fn find(id: &str) -> Option<web_sys::Element> {
        web_sys::window()?.document()?.get_element_by_id(id)
    }

    pub(super) fn read(id: &str) -> String {
        let Some(element) = find(id) else {
            return String::new();
        };
        match element.dyn_ref::<HtmlInputElement>() {
            Some(input) => input.value(),
            None => element
                .dyn_ref::<HtmlTextAreaElement>()
                .map(HtmlTextAreaElement::value)
                .unwrap_or_default(),
        }
    }

    pub(super) fn write(id: &str, value: &str) {
        let Some(element) = find(id) else { return };
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            input.set_value(value);
        } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(value);
        }
    }
}

#[cfg(not(feature = "hydrate"))]
mod element {
    pub(super) fn read(_id: &str) -> String {
        String::new()
    }

    pub(super) fn write(_id: &str, _value: &str) {}
}
