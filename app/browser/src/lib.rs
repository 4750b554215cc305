//! The browser's half: takes over the page that the server rendered.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page once this module and the file of words are loaded. Returns whether the page is hydrated.
#[wasm_bindgen]
pub async fn hydrate(words: String) -> bool {
    // A panic of this half says in the browser's console where it happened.
    console_error_panic_hook::set_once();
    tierline_app::i18n::dictionary::take(words);
    // Without the area of its page nothing is hydrated: the page works as the server rendered it.
    let alive = tierline_app::app::arrive().await;
    if alive {
        leptos::mount::hydrate_body(tierline_app::app::App);
    }
    alive
}
