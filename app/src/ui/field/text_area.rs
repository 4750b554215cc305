//! Several lines of text: the only way to write a `<textarea>` in this portal.

use leptos::{html, prelude::*};

use super::frame::{FieldFrame, FieldState};

/// A labeled input of several lines.
///
/// Its text is set as escaped markup, because leptos 0.8 writes children of a `<textarea>` to the page unescaped.
#[component]
pub fn TextArea(
    /// The name of the server function's argument.
    #[prop(into)]
    name: String,
    /// The label above it.
    #[prop(into)]
    label: String,
    /// A hint about the expected input.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The text if nothing has been typed yet.
    #[prop(optional, into)]
    value: String,
    /// Its height in lines.
    #[prop(default = 6)]
    rows: u32,
    /// The longest text.
    #[prop(optional, into)]
    maxlength: Option<u32>,
    /// Whether to say that it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The element, for pages that read it.
    #[prop(optional)]
    area: NodeRef<html::Textarea>,
) -> impl IntoView {
    let state = FieldState::of(&name, &label, hint.is_some());
    let (id, described, invalid) = (state.id.clone(), state.described(), state.invalid());
    let text = escape(&state.typed.clone().unwrap_or(value));
    view! {
        <FieldFrame state=state label=label hint=hint optional=optional>
            <textarea
                node_ref=area
                id=id
                name=name
                rows=rows.to_string()
                maxlength=maxlength.map(|length| length.to_string())
                autocomplete="off"
                aria-invalid=invalid
                aria-describedby=described
                inner_html=text
            ></textarea>
        </FieldFrame>
    }
}

/// The markup of a text area's content.
///
/// A parser drops a line break right after the opening tag, but not at the start of `innerHTML`: so the server adds
/// another one if the text begins with one, and the browser does not.
fn escape(text: &str) -> String {
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    if cfg!(not(feature = "hydrate")) && escaped.starts_with('\n') {
        format!("\n{escaped}")
    } else {
        escaped
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_stays_text() {
        assert_eq!(
            escape("</textarea><script>&amp;"),
            "&lt;/textarea&gt;&lt;script&gt;&amp;amp;"
        );
    }

    #[cfg(not(feature = "hydrate"))]
    #[test]
    fn a_first_empty_line_survives_the_parser() {
        assert_eq!(escape("\nDear partner"), "\n\nDear partner");
    }
}
