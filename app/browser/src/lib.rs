//! The browser's half: takes over the page that the server rendered.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page once this module is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    // A fault of this half says in the browser's console where it happened.
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(tierline_app::app::App);
}
