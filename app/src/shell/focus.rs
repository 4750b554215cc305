//! The focus, when the element that had it is gone.

use leptos::prelude::*;

/// The message about what was done.
pub(super) const DONE: &str = "done-notice";

/// If nothing has the focus, gives it to the message about what was done, or else to the page's title: who works by
/// keyboard, or is read to, goes on from there and not from the top of the window.
pub(super) fn keep() {
    // By the next frame, what was pressed is removed.
    request_animation_frame(element::keep);
}

#[cfg(feature = "hydrate")]
mod element {
    use leptos::prelude::document;
    use wasm_bindgen::JsCast as _;
    use web_sys::{
        HtmlElement,
        js_sys::{Function, Object, Reflect},
    };

    use super::DONE;

    pub(super) fn keep() {
        let document = document();
        let held = document.active_element();
        if held.is_some_and(|held| held.tag_name() != "BODY") {
            return;
        }
        let title = || document.query_selector("h1").ok().flatten();
        if let Some(next) = document.get_element_by_id(DONE).or_else(title)
            && let Ok(next) = next.dyn_into::<HtmlElement>()
        {
            focus(&next);
        }
    }

    /// Without moving the page, which may show just what a list was filtered for.
    fn focus(element: &HtmlElement) {
        let how = Object::new();
        let put = Reflect::set(&how, &"preventScroll".into(), &true.into());
        let focus =
            Reflect::get(element, &"focus".into()).and_then(|focus| focus.dyn_into::<Function>());
        if put.is_ok()
            && let Ok(focus) = focus
        {
            // An element that was removed again takes no focus.
            drop(focus.call1(element, &how));
        }
    }
}

#[cfg(not(feature = "hydrate"))]
mod element {
    pub(super) fn keep() {}
}
