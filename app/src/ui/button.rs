//! Buttons that are not the submit button of a form, and links that look like buttons.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// A link that looks like a button: the next step is on another page.
#[component]
pub fn ButtonLink(
    /// Its target.
    #[prop(into)]
    href: String,
    /// The link's look: `primary`, `quiet`, `danger`, or `plain` for no border.
    #[prop(default = "quiet")]
    look: &'static str,
    /// An icon before the words.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// Whether it loads a whole page, or leaves the portal.
    #[prop(optional)]
    external: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=format!("button button-{look}") href=href rel=external.then_some("external")>
            {glyph.map(|glyph| view! { <Icon glyph=glyph/> })}
            <span>{children()}</span>
        </a>
    }
}

/// A button of the page itself, for actions that only a hydrated page can do. Forms have `form::Submit`.
#[component]
pub fn Button(
    /// The button's look: `primary`, `quiet`, `danger`, or `plain` for no border.
    #[prop(default = "quiet")]
    look: &'static str,
    /// An icon before the words.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <button type="button" class=format!("button button-{look}")>
            {glyph.map(|glyph| view! { <Icon glyph=glyph/> })}
            <span>{children()}</span>
        </button>
    }
}
