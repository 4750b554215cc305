//! The fields of a form once what they hold has been saved.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlFormElement, HtmlInputElement, HtmlOptionElement, HtmlTextAreaElement};

/// Takes the values of the fields as those that the page has: what it reads next is shown in them, as if nothing had
/// ever been typed.
pub(super) fn accept(form: &HtmlFormElement) {
    let Ok(fields) = form.query_selector_all("input, option, textarea") else {
        return;
    };
    for at in 0..fields.length() {
        let Some(field) = fields.get(at) else {
            continue;
        };
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                // A hidden field has no other value than its default, and a password stays out of the document.
                "hidden" | "password" | "file" => {}
                "checkbox" | "radio" => input.set_default_checked(input.checked()),
                _ => input.set_default_value(&input.value()),
            }
        } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            // Its error would be that there is no text.
            let _ = area.set_default_value(&area.value());
        } else if let Some(option) = field.dyn_ref::<HtmlOptionElement>() {
            option.set_default_selected(option.selected());
        }
    }
    form.reset();
}
