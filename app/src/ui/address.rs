//! An address: of a mailbox, a domain, or a page on the web.

use leptos::prelude::*;

/// An address, or a sentence with one. Where it does not fit on a line it breaks after its at sign, after a slash, or
/// after a dot of a long domain, and never inside a name or at a hyphen.
#[component]
pub fn Address(
    /// The address.
    #[prop(into)]
    at: String,
) -> impl IntoView {
    let mut follows = false;
    let parts = pieces(&at)
        .into_iter()
        .map(|piece| {
            let is_whole = matches!(piece, Piece::Whole(_));
            let gap = (is_whole && follows).then(|| view! { <wbr/> });
            follows = is_whole;
            match piece {
                Piece::Whole(part) => {
                    view! { {gap} <span class="unbroken">{part}</span> }.into_any()
                }
                Piece::Text(text) => text.into_any(),
            }
        })
        .collect_view();
    // One element: a cell that sets its parts apart would set those of an address apart, too.
    view! { <span class="address">{parts}</span> }
}

/// A longer part has to break somewhere: a phone has no more room.
const WHOLE: usize = 32;

/// A longer part breaks after its dots: a column of a table has no more room.
const UNDOTTED: usize = 20;

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// Breaks as any text does.
    Text(String),
    /// Stays on one line.
    Whole(String),
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        let is_address =
            bare.contains('@') || bare.contains("://") || (bare == text && bare.contains('.'));
        if !is_address {
            pieces.push(Piece::Text(word.to_owned()));
            continue;
        }
        // The slashes of `https://` are none to break after.
        let (scheme, rest) = bare
            .find("://")
            .map_or(("", bare), |at| bare.split_at(at + 3));
        let mut scheme = Some(scheme);
        for part in rest.split_inclusive(['@', '/']) {
            let part = format!("{}{part}", scheme.take().unwrap_or_default());
            let is_long = part.chars().count() > UNDOTTED;
            for part in part.split_inclusive(|sign| sign == '.' && is_long) {
                let part = part.to_owned();
                pieces.push(if part.chars().count() > WHOLE {
                    Piece::Text(part)
                } else {
                    Piece::Whole(part)
                });
            }
        }
        if bare != word {
            pieces.push(Piece::Text(" ".to_owned()));
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(part: &str) -> Piece {
        Piece::Whole(part.to_owned())
    }

    fn text(part: &str) -> Piece {
        Piece::Text(part.to_owned())
    }

    #[test]
    fn an_address_breaks_after_its_at_sign_and_its_slashes() {
        assert_eq!(
            pieces("jonas.vogel@fabrikam-distribution.example"),
            [
                whole("jonas.vogel@"),
                whole("fabrikam-distribution."),
                whole("example")
            ]
        );
        assert_eq!(
            pieces("https://nod-cloud.example/partners"),
            [
                whole("https://nod-cloud."),
                whole("example/"),
                whole("partners")
            ]
        );
        assert_eq!(pieces("nod-cloud.example"), [whole("nod-cloud.example")]);
    }

    #[test]
    fn a_sentence_around_it_breaks_between_its_words() {
        assert_eq!(
            pieces("Request to a@b.example now"),
            [
                text("Request "),
                text("to "),
                whole("a@"),
                whole("b.example"),
                text(" "),
                text("now")
            ]
        );
        assert_eq!(pieces("Woodgrove Bank"), [text("Woodgrove "), text("Bank")]);
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn an_address_is_one_element_whatever_stands_around_it() {
        let html = crate::ui::tests::render(|| view! { <Address at="kim@contoso.example"/> });
        let begins = r#"<span class="address"><span class="unbroken">kim@</span>"#;
        assert!(html.contains(begins), "{html}");
    }

    #[test]
    fn a_part_without_end_breaks_anywhere() {
        let long = "a".repeat(WHOLE + 1);
        assert_eq!(
            pieces(&format!("{long}.example")),
            [text(&format!("{long}.")), whole("example")]
        );
    }
}
