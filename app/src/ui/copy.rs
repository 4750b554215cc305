//! Text to copy.

use leptos::prelude::*;

use super::{Glyph, Icon};
use crate::{context::use_lang, ui::words};

/// The state of copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copying {
    Idle,
    Done,
    #[cfg_attr(
        not(feature = "hydrate"),
        expect(dead_code, reason = "only a browser copies")
    )]
    Failed,
}

/// The button **Copy to clipboard**. For a while, it shows a confirmation beside itself.
#[component]
pub fn CopyButton(
    /// The text to copy.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let lang = use_lang();
    let state = RwSignal::new(Copying::Idle);
    // Copying needs a hydrated page: until then the button is invisible, but keeps its place.
    let alive = RwSignal::new(false);
    Effect::new(move || alive.set(true));
    let confirmation = move || match state.get() {
        Copying::Idle => "",
        Copying::Done => words::copied(lang),
        Copying::Failed => words::copy_failed(lang),
    };
    view! {
        <span class="copy" data-copy=move || (state.get() == Copying::Done).then_some("done")>
            <button
                type="button"
                class="button button-quiet"
                class:is-waiting=move || !alive.get()
                on:click=move |_| copy(text.get_untracked(), state)
            >
                <Icon glyph=Glyph::Copy/>
                <span>{words::copy(lang)}</span>
            </button>
            <span class="copy-state" role="status">{confirmation}</span>
        </span>
    }
}

/// A text to copy, in a field that can be selected but not changed.
#[component]
pub fn CopyField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The name of the text.
    #[prop(into)]
    label: String,
    /// The text.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    view! {
        <div class="field copy-field">
            <label for=id.clone()>{label}</label>
            <div class="copy-row">
                <input id=id type="text" readonly=true value=value.clone() autocomplete="off" spellcheck="false"/>
                <CopyButton text=Signal::stored(value)/>
            </div>
        </div>
    }
}

#[cfg(feature = "hydrate")]
fn copy(text: String, state: RwSignal<Copying>) {
    let Some(clipboard) = web_sys::window().map(|window| window.navigator().clipboard()) else {
        return state.set(Copying::Failed);
    };
    // A page without TLS has no clipboard, and using it would throw.
    if wasm_bindgen::JsValue::from(clipboard.clone()).is_undefined() {
        return state.set(Copying::Failed);
    }
    leptos::task::spawn_local(async move {
        let copied = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await;
        // The page may be gone by now, and the signal with it: then there is no one to tell.
        if copied.is_err() {
            let _ = state.try_set(Copying::Failed);
            return;
        }
        let _ = state.try_set(Copying::Done);
        let forget = move || {
            let _ = state.try_set(Copying::Idle);
        };
        set_timeout(forget, core::time::Duration::from_secs(6));
    });
}

#[cfg(not(feature = "hydrate"))]
fn copy(_text: String, _state: RwSignal<Copying>) {}
