//! What was typed into a form and not sent, kept in this browser only and offered back.

use std::collections::BTreeMap;

use leptos::{html, prelude::*};

use crate::{
    context::use_lang,
    form::{use_form, words::form as words},
    ui::{Button, Notice, Tone},
};

/// The typed values by field.
type Typed = BTreeMap<String, String>;

/// Keeps what is typed into the form around it, and offers it back when the form comes empty again. It stands first in
/// the form, and never replaces anything by itself.
#[component]
pub(crate) fn KeepUnsent(
    /// The key under which it is kept: one for each form and organization.
    key: String,
) -> impl IntoView {
    let lang = use_lang();
    let key = StoredValue::new(key);
    let place = NodeRef::<html::Div>::new();
    let offered = RwSignal::new(None::<Typed>);
    Effect::new(move || {
        if let Some(place) = place.get() {
            let fields = place.clone();
            // Content that waited for its data is in the document by the next frame, and its fields have their values.
            request_animation_frame(move || {
                let kept = key.try_with_value(|key| page::kept(key)).flatten();
                let now = page::read(&fields);
                // The page may have been left by then.
                let _ = offered.try_set(kept.filter(|kept| differs(kept, &now)));
            });
            page::on_input(&place, move |now| {
                // What was kept before is not overwritten until it is restored or discarded.
                if offered.try_with_untracked(Option::is_none) == Some(true) {
                    key.with_value(|key| page::keep(key, &now));
                }
            });
        }
    });
    if let Some(pending) = use_form().map(|form| form.pending()) {
        Effect::new(move || {
            if pending.get()
                && offered.with_untracked(Option::is_some)
                && let Some(place) = place.get_untracked()
            {
                offered.set(None);
                key.with_value(|key| page::keep(key, &page::read(&place)));
            }
        });
    }
    let restore = move |_| {
        if let (Some(typed), Some(place)) = (offered.get_untracked(), place.get_untracked()) {
            page::write(&place, &typed);
        }
        offered.set(None);
    };
    let discard = move |_| {
        key.with_value(|key| page::forget(key));
        offered.set(None);
    };
    view! {
        <div role="status" node_ref=place>
            {move || {
                offered
                    .with(Option::is_some)
                    .then(|| {
                        view! {
                            <Notice tone=Tone::Info title=words::unsent_title(lang)>
                                <p>{words::unsent(lang)}</p>
                                <div class="cluster">
                                    <Button on:click=restore>{words::restore(lang)}</Button>
                                    <Button look="plain" on:click=discard>{words::discard(lang)}</Button>
                                </div>
                            </Notice>
                        }
                    })
            }}
        </div>
    }
}

/// Forgets what was typed, which is on the server now.
pub(crate) fn forget_unsent(key: &str) {
    page::forget(key);
}

/// Forgets what was typed if it is what the server has: values by the names of fields. What was typed into another form
/// of that kind stays.
pub(crate) fn forget_saved(key: &str, saved: &[(&'static str, String)]) {
    let saved: Typed = saved
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    if page::kept(key).is_some_and(|kept| !differs(&kept, &saved)) {
        page::forget(key);
    }
}

/// Forgets what was typed when the form around it is sent: that of giving it up.
#[component]
pub(crate) fn ForgetUnsent(
    /// The key under which it is kept.
    key: String,
) -> impl IntoView {
    if let Some(pending) = use_form().map(|form| form.pending()) {
        Effect::new(move || {
            if pending.get() {
                page::forget(&key);
            }
        });
    }
}

/// Whether something was typed that does not stand in the form now.
fn differs(kept: &Typed, now: &Typed) -> bool {
    kept.iter().any(|(name, value)| {
        !value.trim().is_empty() && now.get(name).map(|now| now.trim()) != Some(value.trim())
    })
}

/// The form's fields in the page. Those of passwords and hidden ones are not among them.
#[cfg(feature = "hydrate")]
mod page {
    use leptos::{ev, prelude::*};
    use wasm_bindgen::JsCast as _;
    use web_sys::{
        Element, FormData, HtmlFormElement,
        js_sys::{Array, Reflect},
    };

    use super::Typed;

    const FIELDS: &str =
        ":is(input:not([type=hidden], [type=password], [type=search]), select, textarea)";

    fn form(place: &Element) -> Option<HtmlFormElement> {
        place.closest("form").ok()??.dyn_into().ok()
    }

    fn field(form: &HtmlFormElement, name: &str) -> Option<Element> {
        form.query_selector(&format!("{FIELDS}[name=\"{name}\"]"))
            .ok()?
    }

    pub(super) fn read(place: &Element) -> Typed {
        let Some(form) = form(place) else {
            return Typed::new();
        };
        let Ok(posted) = FormData::new_with_form(&form) else {
            return Typed::new();
        };
        Array::from(&posted)
            .iter()
            .filter_map(|pair| {
                let pair = Array::from(&pair);
                Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
            })
            .filter(|(name, _)| field(&form, name).is_some())
            .collect()
    }

    pub(super) fn write(place: &Element, typed: &Typed) {
        let Some(form) = form(place) else { return };
        for (name, value) in typed {
            if let Some(field) = field(&form, name) {
                // An input has it as a list has.
                let _ = Reflect::set(&field, &"value".into(), &value.as_str().into());
                say_typed(&field);
            }
        }
    }

    /// Who follows what is typed must know of it.
    fn say_typed(field: &Element) {
        if let Ok(event) = document().create_event("Event") {
            event.init_event_with_bubbles("input", true);
            // Nothing here cancels it.
            let _ = field.dispatch_event(&event);
        }
    }

    pub(super) fn on_input(place: &Element, typed: impl Fn(Typed) + 'static) {
        let place = place.clone();
        let handle = window_event_listener(ev::input, move |event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let of = target.and_then(|target| form(&target));
            if of.is_some() && of == form(&place) {
                typed(read(&place));
            }
        });
        on_cleanup(move || handle.remove());
    }

    pub(super) fn kept(key: &str) -> Option<Typed> {
        tierline_core::read::json(&crate::storage::kept(key)?).ok()
    }

    pub(super) fn keep(key: &str, typed: &Typed) {
        crate::storage::keep(key, typed);
    }

    pub(super) fn forget(key: &str) {
        crate::storage::forget(key);
    }
}

/// The server keeps nothing.
#[cfg(not(feature = "hydrate"))]
mod page {
    use leptos::web_sys::Element;

    use super::Typed;

    pub(super) fn read(_place: &Element) -> Typed {
        Typed::new()
    }

    pub(super) fn write(_place: &Element, _typed: &Typed) {}

    pub(super) fn on_input(_place: &Element, _typed: impl Fn(Typed) + 'static) {}

    pub(super) fn kept(_key: &str) -> Option<Typed> {
        None
    }

    pub(super) fn keep(_key: &str, _typed: &Typed) {}

    pub(super) fn forget(_key: &str) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(values: &[(&str, &str)]) -> Typed {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        values.iter().map(own).collect()
    }

    #[test]
    fn only_what_would_be_lost_is_offered() {
        let now = typed(&[("name", ""), ("country", "TW")]);
        assert!(differs(&typed(&[("name", "Adventure Works")]), &now));
        assert!(!differs(&typed(&[("name", " "), ("country", "TW")]), &now));
        assert!(!differs(&now.clone(), &now));
        assert!(!differs(&typed(&[("country", "TW ")]), &now));
        assert!(!differs(&Typed::new(), &now));
    }
}
