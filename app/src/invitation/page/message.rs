//! The text of the message in the page.

#[cfg(feature = "hydrate")]
mod element {
    use leptos::prelude::document;
    use wasm_bindgen::JsCast;
    use web_sys::HtmlTextAreaElement;

    fn area(id: &str) -> Option<HtmlTextAreaElement> {
        document().get_element_by_id(id)?.dyn_into().ok()
    }

    pub(in super::super) fn read(id: &str) -> Option<String> {
        area(id).map(|area| area.value())
    }

    /// As if it were typed: what is typed is kept.
    pub(in super::super) fn write(id: &str, text: &str) {
        let Some(area) = area(id) else { return };
        area.set_value(text);
        if let Ok(event) = document().create_event("Event") {
            event.init_event_with_bubbles("input", true);
            // Nothing here cancels it.
            let _ = area.dispatch_event(&event);
        }
    }
}

#[cfg(not(feature = "hydrate"))]
mod element {
    pub(in super::super) fn read(_id: &str) -> Option<String> {
        None
    }

    pub(in super::super) fn write(_id: &str, _text: &str) {}
}

pub(super) use element::{read, write};
