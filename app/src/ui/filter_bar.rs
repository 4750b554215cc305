//! Search and filters above a list.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use leptos::{html, prelude::*};

use super::{Choice, Glyph, Icon, NavigationForm, field::live_options};
use crate::{context::use_lang, ui::words};

/// A filter that is set: a link takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The filter with its value, such as "State: Sent".
    pub label: String,
    /// The address of the list without it.
    pub href: String,
}

/// The form above a list: its fields become the list's address.
///
/// A filter applies as soon as it is chosen (`menus.js`), and a search by Return; a button is there for pages without
/// scripts. Where there is no room the filters are behind one button, with their number.
#[component]
pub fn FilterBar(
    /// The list's path.
    #[prop(into)]
    path: String,
    /// The address of the unfiltered list, if a filter is set.
    #[prop(optional_no_strip)]
    clear: Option<String>,
    /// Hidden query parameters to keep, like the order of the list.
    #[prop(optional)]
    keep: Vec<(&'static str, String)>,
    /// The search.
    #[prop(optional, into)]
    search: ViewFnOnce,
    /// What stands at the end of the bar and is no part of its form.
    #[prop(optional, into)]
    beside: ViewFnOnce,
    /// The filters that are set.
    #[prop(optional)]
    chips: Vec<Chip>,
    /// How many of them are filters and no search.
    #[prop(optional)]
    set: usize,
    /// The filters, if there are any.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let lang = use_lang();
    let keep = keep.into_iter().filter(|(_, value)| !value.is_empty());
    let count = (set > 0).then(|| view! { " " <span class="tab-count">{set}</span> });
    let filters = children.map(|children| {
        view! {
            <details class="filter-fold">
                <summary class="button button-quiet">{words::filters(lang)} {count}</summary>
                <div class="filter-fields">{children()}</div>
            </details>
        }
    });
    view! {
        <search class="filter-bar">
            <NavigationForm path=path>
                {keep.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()}
                {search.run()}
                {filters}
                <button type="submit" class="button button-quiet filter-apply">{words::apply(lang)}</button>
            </NavigationForm>
            {beside.run()}
        </search>
        {clear.map(|clear| chip_row(chips, clear))}
    }
}

fn chip_row(chips: Vec<Chip>, clear: String) -> AnyView {
    let lang = use_lang();
    let chips = chips
        .into_iter()
        .map(|Chip { label, href }| {
            let spoken = words::take_away(lang, &label);
            view! { <li><a class="chip" href=href aria-label=spoken data-noscroll="">{label} <Icon glyph=Glyph::Cross/></a></li> }
        })
        .collect_view();
    view! {
        <ul class="chips" aria-label=words::filters_set(lang)>
            {chips}
            <li><a href=clear data-noscroll="">{words::clear(lang)}</a></li>
        </ul>
    }
    .into_any()
}

/// What the browser keeps of the bar while the list is made anew: by a field's id what it showed last, and the filter
/// that was chosen.
struct Kept {
    shown: BTreeMap<String, String>,
    chosen: Option<String>,
}

static KEPT: Mutex<Kept> = Mutex::new(Kept {
    shown: BTreeMap::new(),
    chosen: None,
});

fn kept() -> MutexGuard<'static, Kept> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Kept {
    /// Whether a field has another value than before. Its element may be the same, with what was typed in it.
    fn is_another(&mut self, id: &str, value: &str) -> bool {
        let before = self.shown.insert(id.to_owned(), value.to_owned());
        before.is_some_and(|before| before != value)
    }
}

/// The element of a filter: it shows this value, and keeps the focus if it was chosen.
fn filter_element(id: &str, value: String) -> NodeRef<html::Select> {
    let select = NodeRef::<html::Select>::new();
    let id = id.to_owned();
    Effect::new(move || {
        let Some(select) = select.get() else { return };
        if kept().is_another(&id, &value) {
            select.set_value(&value);
        }
        if kept().chosen.take_if(|chosen| *chosen == id).is_some() {
            request_animation_frame(move || {
                let _ = select.focus();
            });
        }
    });
    select
}

/// The id of the search.
const SEARCH: &str = "list-search";

/// The search words of a list.
#[component]
pub fn SearchField(
    /// The current words.
    #[prop(optional, into)]
    value: String,
    /// The searched fields, like "Name or domain".
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let label = label.unwrap_or_else(|| words::search(use_lang()).to_owned());
    let input = NodeRef::<html::Input>::new();
    let words = value.clone();
    Effect::new(move || {
        if let Some(input) = input.get()
            && kept().is_another(SEARCH, &words)
        {
            input.set_value(&words);
        }
    });
    view! {
        <div class="filter-field filter-search">
            <label for=SEARCH>{label}</label>
            <div class="field-control">
                <Icon glyph=Glyph::Search/>
                <input
                    id=SEARCH
                    node_ref=input
                    type="search"
                    name="search"
                    value=value
                    autocomplete="off"
                    enterkeyhint="search"
                />
            </div>
        </div>
    }
}

/// One filter of a list.
#[component]
pub fn FilterSelect(
    /// Its name in the address.
    #[prop(default = "filter")]
    name: &'static str,
    /// The filter's label.
    #[prop(into)]
    label: String,
    /// The first answer: no filter.
    #[prop(into)]
    any: String,
    /// The answers.
    options: Vec<Choice>,
    /// The current value.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    let id = format!("list-{name}");
    let select = filter_element(&id, value.clone());
    let own = id.clone();
    view! {
        <div class="filter-field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                name=name
                autocomplete="off"
                node_ref=select
                on:change=move |_| kept().chosen = Some(own.clone())
            >
                <option value="" selected=value.is_empty()>{any}</option>
                {options
                    .into_iter()
                    .map(|option| {
                        let selected = option.value == value;
                        view! { <option value=option.value selected=selected>{option.words}</option> }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

/// The same with answers that change while the page is shown.
#[component]
pub fn LiveFilterSelect(
    /// Its name in the address.
    name: &'static str,
    /// The filter's label.
    label: &'static str,
    /// The first answer: no filter.
    #[prop(into)]
    any: String,
    /// The answers.
    options: Signal<Vec<Choice>>,
    /// The current value.
    chosen: RwSignal<String>,
) -> impl IntoView {
    let id = format!("list-{name}");
    let select = filter_element(&id, chosen.get_untracked());
    let own = id.clone();
    view! {
        <div class="filter-field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                name=name
                autocomplete="off"
                node_ref=select
                on:change=move |event| {
                    chosen.set(event_target_value(&event));
                    kept().chosen = Some(own.clone());
                }
            >
                {live_options(options, chosen, any)}
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_follows_the_address_and_not_what_was_typed_before_it_was_first_shown() {
        let mut kept = Kept {
            shown: BTreeMap::new(),
            chosen: None,
        };
        assert!(!kept.is_another("search", "a"));
        assert!(!kept.is_another("search", "a"));
        assert!(kept.is_another("search", ""));
        assert!(!kept.is_another("other", "a"));
    }
}
