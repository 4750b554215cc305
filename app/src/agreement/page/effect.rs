//! What a deadline means, before it is set: how many partners have to sign, and by when.

use leptos::prelude::*;

use crate::{
    agreement::words,
    form::use_form,
    i18n::{Lang, number},
};

/// The value of a field of the form around this: as it is typed with scripts, and without them once the form came back.
pub(super) fn typed(name: &str, initial: String) -> RwSignal<String> {
    let back = use_form().and_then(|form| form.value(name));
    RwSignal::new(back.unwrap_or(initial))
}

/// The effect of this deadline on so many partners that have not signed.
pub(super) fn effect(
    lang: Lang,
    partners: impl Fn() -> u64 + Send + 'static,
    by: RwSignal<String>,
) -> impl IntoView {
    let said = move || {
        let count = number(partners());
        let by = by.get();
        if by.trim().is_empty() {
            words::effect_without(lang, count)
        } else {
            words::effect_by(lang, count, by.trim())
        }
    };
    view! { <p role="status">{said}</p> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::ui::tests::render;

    fn shown(by: &'static str) -> String {
        render(move || effect(Lang::En, || 12, RwSignal::new(by.to_owned())))
    }

    #[test]
    fn how_many_have_to_sign_by_when_is_told_before() {
        let html = shown("2026-12-01");
        assert!(html.contains("have to sign by 2026-12-01: 12."), "{html}");
        let html = shown(" ");
        assert!(html.contains("without a deadline: 12."), "{html}");
    }
}
