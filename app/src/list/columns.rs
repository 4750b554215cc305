//! Which columns of a list are on the page: chosen by the reader, kept in this browser, or named by the address.
//!
//! Every cell is in the page, and style leaves out what was not chosen: so a choice is seen at once, and holds without
//! scripts too, by `columns=`.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{
    model::{COLUMNS, ListQuery, OF},
    spec::{Column, List, Shown},
    words,
};
use crate::{
    context::use_lang,
    route::{use_here, with_query, without_query},
    ui::NavigationForm,
};

/// A column that a page can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choosable {
    name: &'static str,
    label: &'static str,
    shown: Shown,
    fit: bool,
}

impl Choosable {
    fn of(column: &Column<()>) -> Self {
        Self {
            name: column.name,
            label: column.label,
            shown: column.shown,
            fit: column.fit,
        }
    }

    /// Is it shown, of these names; of none by default?
    fn is_in(self, chosen: &str) -> bool {
        match self.shown {
            Shown::Always => true,
            Shown::ByDefault if chosen.is_empty() => true,
            Shown::ByDefault | Shown::OnRequest => chosen.split(',').any(|name| name == self.name),
            Shown::InFile => false,
        }
    }
}

/// The columns of a list on a page.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    all: StoredValue<Vec<Choosable>>,
    /// Names with commas between; the specification's choice when empty.
    chosen: RwSignal<String>,
    path: &'static str,
    is_in_address: bool,
}

impl Columns {
    /// As the address says, or else as this browser has kept it.
    pub(super) fn of(list: &List<()>, query: &ListQuery) -> Self {
        let columns = Self {
            all: StoredValue::new(list.on_page().map(Choosable::of).collect()),
            chosen: RwSignal::new(query.columns.clone()),
            path: list.path,
            is_in_address: !query.columns.is_empty(),
        };
        if !columns.is_in_address {
            // After the page is hydrated as the server has made it.
            Effect::new(move || {
                if let Some(kept) = kept(columns.path) {
                    columns.chosen.set(kept);
                }
            });
        }
        columns
    }

    /// How many are shown.
    pub(super) fn width(self) -> Signal<usize> {
        Signal::derive(move || {
            self.chosen.with(|chosen| {
                self.all
                    .with_value(|all| all.iter().filter(|column| column.is_in(chosen)).count())
            })
        })
    }

    /// The table's classes, for each column that is left out, and for each that is as wide as its values.
    pub(super) fn classes(self) -> Signal<String> {
        Signal::derive(move || {
            self.chosen
                .with(|chosen| self.all.with_value(|all| classes(all, chosen)))
        })
    }

    /// Boxes to tick, one for each column that need not be there; nothing for a list that has none of these.
    pub(super) fn chooser(self, list: &List<()>, query: &ListQuery) -> Option<AnyView> {
        let lang = use_lang();
        let boxes: Vec<Choosable> = self.all.with_value(|all| {
            all.iter()
                .filter(|column| column.shown != Shown::Always)
                .copied()
                .collect()
        });
        if boxes.is_empty() {
            return None;
        }
        let kept = ListQuery {
            columns: String::new(),
            ..query.clone()
        };
        let reset = kept.at(list.path);
        // A column that is always shown marks a choice, even of nothing else.
        let always = self.all.with_value(|all| {
            all.iter()
                .find(|column| column.shown == Shown::Always && !column.name.is_empty())
                .map(|column| column.name)
        });
        let boxes = boxes
            .into_iter()
            .map(|column| self.tick(column))
            .collect_view();
        Some(
            view! {
                <details class="menu column-chooser">
                    <summary>{words::columns(lang)}</summary>
                    <div class="menu-panel">
                        <NavigationForm path=list.path noscroll=true>
                            {hidden(&kept)}
                            {always.map(|name| view! { <input type="hidden" name=COLUMNS value=name/> })}
                            <fieldset>
                                <legend>{words::columns_shown(lang)}</legend>
                                {boxes}
                            </fieldset>
                            <p class="field-hint">{words::columns_hint(lang)}</p>
                            <div class="cluster">
                                <button type="submit" class="button button-quiet filter-apply">{crate::ui::words::apply(lang)}</button>
                                <a
                                    class="button button-plain"
                                    href=reset
                                    data-noscroll=""
                                    on:click=move |_| {
                                        forget(self.path);
                                        self.chosen.set(String::new());
                                    }
                                >
                                    {words::columns_default(lang)}
                                </a>
                            </div>
                        </NavigationForm>
                    </div>
                </details>
            }
            .into_any(),
        )
    }

    fn tick(self, column: Choosable) -> impl IntoView {
        let is_shown = move || self.chosen.with(|chosen| column.is_in(chosen));
        let here = use_here();
        let navigate = use_navigate();
        let choose = move |_| {
            let chosen = self.chosen.with_untracked(|chosen| {
                self.all
                    .with_value(|all| other_way_round(all, chosen, column))
            });
            keep(self.path, &chosen);
            self.chosen.set(chosen.clone());
            // An address that names columns goes before what is kept.
            if self.is_in_address {
                let to = with_query(&without_query(&here, "open"), COLUMNS, &chosen);
                let options = NavigateOptions {
                    replace: true,
                    scroll: false,
                    ..NavigateOptions::default()
                };
                navigate(&to, options);
            }
        };
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    name=COLUMNS
                    value=column.name
                    checked=is_shown()
                    prop:checked=is_shown
                    autocomplete="off"
                    on:change=choose
                />
                <span>{column.label}</span>
            </label>
        }
    }
}

/// A query without its page, as hidden fields.
fn hidden(query: &ListQuery) -> impl IntoView + use<> {
    let own = [
        (OF, query.of.clone()),
        ("search", query.search.clone()),
        ("sort", query.sort.clone()),
    ];
    own.into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .chain(query.filters.clone())
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
}

/// The choice with this column taken out, or put in.
fn other_way_round(all: &[Choosable], chosen: &str, turned: Choosable) -> String {
    let names: Vec<&str> = all
        .iter()
        .filter(|column| !column.name.is_empty())
        .filter(|column| column.is_in(chosen) != (column.name == turned.name))
        .map(|column| column.name)
        .collect();
    names.join(",")
}

/// `without-3`: the third cell of each row is left out. `fit-4`: the fourth is as wide as what is in it. `ends-5`: the
/// fifth is the last that is shown, and others come after it.
fn classes(all: &[Choosable], chosen: &str) -> String {
    let is_shown = |column: &Choosable| column.is_in(chosen);
    let last = all.iter().rposition(is_shown).map(|index| index + 1);
    let ends = last.filter(|place| *place < all.len());
    (1..)
        .zip(all)
        .filter_map(|(place, column)| {
            if !column.is_in(chosen) {
                Some(format!("without-{place}"))
            } else {
                column.fit.then(|| format!("fit-{place}"))
            }
        })
        .chain(ends.map(|place| format!("ends-{place}")))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(feature = "hydrate")]
fn key(path: &str) -> String {
    format!("tierline.columns.{path}")
}

/// The choice that this browser has kept. A browser without room or permission keeps none.
#[cfg(feature = "hydrate")]
fn kept(path: &str) -> Option<String> {
    tierline_core::read::json(&crate::storage::kept(&key(path))?).ok()
}

#[cfg(feature = "hydrate")]
fn keep(path: &str, chosen: &str) {
    crate::storage::keep(&key(path), &chosen);
}

#[cfg(feature = "hydrate")]
fn forget(path: &str) {
    crate::storage::forget(&key(path));
}

#[cfg(not(feature = "hydrate"))]
fn kept(_path: &str) -> Option<String> {
    None
}

#[cfg(not(feature = "hydrate"))]
fn keep(_path: &str, _chosen: &str) {}

#[cfg(not(feature = "hydrate"))]
fn forget(_path: &str) {}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Choosable; 4] = [
        column("", Shown::Always, false),
        column("name", Shown::Always, false),
        column("since", Shown::ByDefault, true),
        column("id", Shown::OnRequest, false),
    ];

    const fn column(name: &'static str, shown: Shown, fit: bool) -> Choosable {
        Choosable {
            name,
            label: "",
            shown,
            fit,
        }
    }

    #[test]
    fn what_was_not_chosen_is_left_out() {
        for (chosen, left_out) in [
            ("", "fit-3 without-4 ends-3"),
            ("name", "without-3 without-4 ends-2"),
            ("id,since", "fit-3"),
            ("nothing,there", "without-3 without-4 ends-2"),
        ] {
            assert_eq!(classes(&ALL, chosen), left_out, "{chosen}");
        }
    }

    #[test]
    fn a_press_turns_one_column_round_and_another_turns_it_back() {
        let [_, _, since, id] = ALL;
        let more = other_way_round(&ALL, "", id);
        assert_eq!(more, "name,since,id");
        let less = other_way_round(&ALL, &more, since);
        assert_eq!(less, "name,id");
        assert_eq!(other_way_round(&ALL, &less, id), "name");
        assert_eq!(classes(&ALL, "name"), "without-3 without-4 ends-2");
    }
}
