//! The list of settings.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// Settings below each other, each a [`setting`].
#[component]
pub fn Settings(
    /// The settings.
    children: Children,
) -> impl IntoView {
    view! { <ul class="settings">{children()}</ul> }
}

/// A setting: its name leads to its page. Beside it stand what it is for, and its state in words.
#[component]
pub fn Setting(
    /// Its page.
    #[prop(into)]
    href: String,
    /// Its name.
    #[prop(into)]
    name: String,
    /// What it is for, where the name does not say it.
    #[prop(optional, into)]
    about: Option<String>,
    /// Its state.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let state = children.map(|children| children());
    view! {
        <li class="setting">
            <p class="setting-what">
                <a href=href>{name}</a>
                {about.map(|about| view! { <span class="muted">{about}</span> })}
            </p>
            <p class="setting-state">{state}</p>
            <Icon glyph=Glyph::ChevronRight/>
        </li>
    }
}

/// A state that asks for nothing.
pub fn quiet(words: impl Into<String>) -> AnyView {
    let words = words.into();
    view! { <span class="muted">{words}</span> }.into_any()
}
