//! Further actions, behind one button.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// A menu of links and buttons. It is a native popover, so that it needs no script: Escape and a press elsewhere close
/// it, and Tab goes through its actions. Nothing around it cuts it off.
#[component]
pub fn Menu(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The subject of its actions; read aloud, and shown unless the icon stands alone.
    #[prop(into)]
    label: String,
    /// Whether to show the words instead of three dots.
    #[prop(optional)]
    words: bool,
    /// The actions, each in its `<li>`.
    children: Children,
) -> impl IntoView {
    let (spoken, shown) = if words {
        (None, Some(label))
    } else {
        (Some(label), None)
    };
    let glyph = if words {
        Glyph::ChevronDown
    } else {
        Glyph::More
    };
    view! {
        <span class="menu-anchor">
            <button type="button" class="button button-plain" popovertarget=id.clone() aria-label=spoken>
                {shown.map(|shown| view! { <span>{shown}</span> })}
                <Icon glyph=glyph/>
            </button>
            <div class="popover popover-menu" popover="auto" id=id>
                <ul>{children()}</ul>
            </div>
        </span>
    }
}
