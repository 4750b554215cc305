//! Buttons that are not the submit button of a form, and links that look like buttons.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// A link that looks like a button: the next thing to do is on another page.
#[component]
pub fn ButtonLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// How it looks: `primary`, `quiet`, `danger`, or `plain` for no border.
    #[prop(default = "quiet")]
    look: &'static str,
    /// An icon before the words.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// Loads a whole page, or leaves the portal.
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

/// A button of the page itself, for what only a page that is alive can do. Forms have `form::Submit`.
#[component]
pub fn Button(
    /// How it looks: `primary`, `quiet`, `danger`, or `plain` for no border.
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
