//! Fixed words before and after a one-line control.

use leptos::prelude::*;

/// A control between fixed words, like the domain after a user name.
#[component]
pub(super) fn Affix(
    width: &'static str,
    prefix: Option<String>,
    suffix: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("field-control field-{width}")>
            {prefix.map(|words| view! { <span class="field-affix">{words}</span> })}
            {children()}
            {suffix.map(|words| view! { <span class="field-affix">{words}</span> })}
        </div>
    }
}
