//! Loading an area as soon as a link to one of its pages is pointed at or has the focus.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlAnchorElement};

use super::Area;

/// Watches the links of the whole document.
pub(super) fn watch_links(areas: &'static [Area]) {
    let _ = window_event_listener(ev::pointerover, move |event| prefetch(areas, &event));
    let _ = window_event_listener(ev::focusin, move |event| prefetch(areas, &event));
}

fn prefetch(areas: &[Area], event: &Event) {
    let Some(link) = link(event) else { return };
    if link.origin() != location().origin().unwrap_or_default() {
        return;
    }
    let path = link.pathname();
    if let Some(area) = areas.iter().find(|area| area.has(&path)) {
        let coming = (area.load)();
        // Not by the library's executor: that is set up with the page, and a link may be pointed at before.
        wasm_bindgen_futures::spawn_local(async move {
            // A visit to the page asks again, and reports an error.
            let _ = coming.await;
        });
    }
}

fn link(event: &Event) -> Option<HtmlAnchorElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("a[href]").ok()??.dyn_into().ok()
}
