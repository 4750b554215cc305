//! The browser's half: takes over the page that the server rendered.

use std::panic;

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast as _, prelude::wasm_bindgen};
use web_sys::{Event, HtmlElement};

/// Called by the page once this module and the file of words are loaded. Returns whether the page is hydrated.
#[wasm_bindgen]
pub async fn hydrate(words: String) -> bool {
    panic::set_hook(Box::new(|panic| {
        // In the browser's console, where it happened.
        console_error_panic_hook::hook(panic);
        tell_page();
    }));
    tierline_app::i18n::dictionary::take(words);
    // Without the area of its page nothing is hydrated: the page works as the server rendered it.
    let alive = tierline_app::app::arrive().await;
    if alive {
        let Some(root) = app_root() else { return false };
        leptos::mount::hydrate_from(root, tierline_app::app::App).forget();
    }
    alive
}

/// Called with the words that the first page did without, before the module of another one starts.
#[wasm_bindgen]
pub fn take_words(words: String) {
    tierline_app::i18n::dictionary::take(words);
}

/// The element that the server rendered the application into.
fn app_root() -> Option<HtmlElement> {
    let root = document().get_element_by_id("app")?;
    root.dyn_into().ok()
}

/// Tells the page that this half has stopped, so that it goes on without.
fn tell_page() {
    if let Ok(event) = Event::new("tierline:panic") {
        let _ = window().dispatch_event(&event);
    }
}
