//! Search and filters above a list.

use leptos::prelude::*;

use super::{Choice, Glyph, Icon, NavigationForm, field::live_options};
use crate::{context::use_lang, ui::words};

/// The form above a list: its fields become the list's address.
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
    /// The fields.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let keep = keep.into_iter().filter(|(_, value)| !value.is_empty());
    view! {
        <search class="filter-bar">
            <NavigationForm path=path>
                {keep.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()}
                {children()}
                <div class="filter-actions">
                    <button type="submit" class="button button-quiet">{words::apply(lang)}</button>
                    {clear.map(|clear| view! { <a class="button button-plain" href=clear>{words::clear(lang)}</a> })}
                </div>
            </NavigationForm>
        </search>
    }
}

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
    view! {
        <div class="filter-field filter-search">
            <label for="list-search">{label}</label>
            <div class="field-control">
                <Icon glyph=Glyph::Search/>
                <input id="list-search" type="search" name="search" value=value autocomplete="off"/>
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
    view! {
        <div class="filter-field">
            <label for=id.clone()>{label}</label>
            <select id=id name=name autocomplete="off">
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
    view! {
        <div class="filter-field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                name=name
                autocomplete="off"
                on:change=move |event| chosen.set(event_target_value(&event))
            >
                {live_options(options, chosen, any)}
            </select>
        </div>
    }
}
