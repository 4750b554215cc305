//! The page on paper.

use leptos::prelude::*;

use crate::{context::use_lang, ui::words};

/// The button **Print**. Without WASM only its place is kept: browsers can print by themselves.
#[component]
pub fn PrintButton() -> impl IntoView {
    let lang = use_lang();
    let alive = RwSignal::new(false);
    Effect::new(move || alive.set(true));
    view! {
        <button
            type="button"
            class="button button-quiet"
            class:is-waiting=move || !alive.get()
            on:click=move |_| print()
        >
            {words::print(lang)}
        </button>
    }
}

#[cfg(feature = "hydrate")]
fn print() {
    if let Some(window) = web_sys::window() {
        // No browser outside a sandbox refuses this, and inside one there is nothing to do about it.
        drop(window.print());
    }
}

#[cfg(not(feature = "hydrate"))]
fn print() {}
