//! Boxes in the rows of a list. They stay ticked while the list is searched, although its rows come and go.

use std::collections::BTreeMap;

use leptos::{ev::Event, prelude::*};

use crate::{
    context::use_reply,
    form::{Posting, changes::changes},
    i18n::{Lang, number},
    license::words,
};

/// What is ticked: the value of each box with the name of whom it is about. The boxes belong to a form that stands
/// elsewhere on the page.
#[derive(Clone, Copy)]
pub(crate) struct Ticks {
    /// The id of the form.
    form: &'static str,
    /// The name of the field.
    field: &'static str,
    ticked: RwSignal<BTreeMap<String, String>>,
}

impl Ticks {
    /// What was ticked before an error without scripts. What is done is not ticked any more.
    pub(crate) fn of<S>(
        form: &'static str,
        field: &'static str,
        (function, action): (&str, Posting<S>),
    ) -> Ticks {
        let reply = use_reply().filter(|reply| reply.function == function);
        let kept = reply.map_or_else(Vec::new, |reply| reply.values(field));
        let kept = kept.into_iter().map(|value| (value, String::new()));
        let ticked = RwSignal::new(kept.collect::<BTreeMap<_, _>>());
        let done = changes(action);
        Effect::new(move |before: Option<usize>| {
            let now = done.get();
            if before.is_some_and(|before| before != now) {
                ticked.set(BTreeMap::new());
            }
            now
        });
        Ticks {
            form,
            field,
            ticked,
        }
    }

    /// How many are ticked.
    pub(crate) fn count(self) -> u32 {
        whole(self.ticked.with(BTreeMap::len))
    }

    /// Whether anything is, when a page is made.
    pub(crate) fn are_some(self) -> bool {
        self.ticked.with_untracked(|ticked| !ticked.is_empty())
    }

    /// The box of a row, about this user.
    pub(crate) fn tick(self, lang: Lang, value: String, name: &str) -> AnyView {
        let label = words::select_user(lang, name);
        let (at_first, is_ticked, turn) = self.follow(value.clone(), name.to_owned());
        view! {
            <input
                type="checkbox"
                class="row-tick"
                name=self.field
                value=value
                form=self.form
                checked=at_first
                prop:checked=is_ticked
                autocomplete="off"
                aria-label=label
                on:change=turn
            />
            " "
        }
        .into_any()
    }

    /// A box with its label, where there are no rows.
    pub(crate) fn labeled(self, value: String, label: String, hint: String) -> AnyView {
        let (at_first, is_ticked, turn) = self.follow(value.clone(), label.clone());
        let id = format!("{}-{value}", self.form);
        let hint_id = format!("{id}-hint");
        view! {
            <div class="field field-check">
                <div class="check">
                    <input
                        type="checkbox"
                        id=id.clone()
                        name=self.field
                        value=value
                        form=self.form
                        checked=at_first
                        prop:checked=is_ticked
                        autocomplete="off"
                        aria-describedby=hint_id.clone()
                        on:change=turn
                    />
                    <label for=id>{label}</label>
                </div>
                <p class="field-hint" id=hint_id>{hint}</p>
            </div>
        }
        .into_any()
    }

    /// Whether a box is ticked when it is made, whether it is later, and what follows when it is pressed. An element of
    /// a row may become one of another row: what is ticked is said by the signal alone.
    fn follow(
        self,
        value: String,
        name: String,
    ) -> (
        bool,
        impl Fn() -> bool + Send + 'static,
        impl FnMut(Event) + Send + 'static,
    ) {
        let ticked = self.ticked;
        let at_first = ticked.with_untracked(|ticked| ticked.contains_key(&value));
        let key = value.clone();
        let is_ticked = move || ticked.with(|ticked| ticked.contains_key(&key));
        let turn = move |event: Event| {
            ticked.update(|ticked| {
                if event_target_checked(&event) {
                    ticked.insert(value.clone(), name.clone());
                } else {
                    ticked.remove(&value);
                }
            });
        };
        (at_first, is_ticked, turn)
    }

    /// Those that are ticked and not among these rows, for the form: who they are, and a way to leave them out.
    pub(crate) fn elsewhere(self, lang: Lang, shown: Vec<String>) -> AnyView {
        let ticked = self.ticked;
        let (form, field) = (self.form, self.field);
        let others = Memo::new(move |_| {
            ticked.with(|ticked| {
                let others = ticked.iter().filter(|(value, _)| !shown.contains(value));
                let others = others.map(|(value, name)| (value.clone(), name.clone()));
                others.collect::<Vec<_>>()
            })
        });
        let leave_out = move |_| {
            let others = others.get_untracked();
            ticked.update(|ticked| {
                ticked.retain(|value, _| others.iter().all(|(other, _)| other != value));
            });
        };
        let said = move || {
            let others = others.get();
            if others.is_empty() {
                return None;
            }
            let names = others.iter().map(|(_, name)| name.as_str());
            let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
            let says = words::selected_too(lang, number(whole(others.len())), names.join(", "));
            let fields = others.into_iter().map(|(value, _)| {
                view! { <input type="hidden" name=field value=value form=form/> }
            });
            Some(view! {
                {fields.collect_view()}
                <p>{says}</p>
                <div class="actions">
                    <button type="button" class="button button-quiet" on:click=leave_out>
                        {words::leave_out(lang)}
                    </button>
                </div>
            })
        };
        view! { {said} }.into_any()
    }
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::{license::api::WithdrawLicenses, ui::tests::render};

    fn ticks(ticked: &[(&str, &str)]) -> Ticks {
        let action = Posting::<WithdrawLicenses>::new();
        let ticks = Ticks::of("withdraw", "assignments[]", ("/none", action));
        let ticked = ticked
            .iter()
            .map(|(value, name)| ((*value).to_owned(), (*name).to_owned()));
        ticks.ticked.set(ticked.collect());
        ticks
    }

    #[test]
    fn a_box_is_ticked_as_it_was_before_the_search() {
        let html =
            render(|| ticks(&[("a", "Mia Kern")]).tick(Lang::En, "a".to_owned(), "Mia Kern"));
        assert!(
            html.contains("checked") && html.contains("Select Mia Kern"),
            "{html}"
        );
        let html =
            render(|| ticks(&[("a", "Mia Kern")]).tick(Lang::En, "b".to_owned(), "Tom Berg"));
        assert!(!html.contains("checked"), "{html}");
    }

    #[test]
    fn what_is_ticked_and_not_listed_is_named_and_sent() {
        let all = [("a", "Mia Kern"), ("b", "Tom Berg")];
        let html = render(move || ticks(&all).elsewhere(Lang::En, vec!["a".to_owned()]));
        assert!(
            html.contains(r#"value="b""#) && html.contains("Tom Berg"),
            "{html}"
        );
        assert!(!html.contains("Mia Kern"), "{html}");
        let all = ["a", "b"].map(str::to_owned).to_vec();
        let none = render(move || ticks(&[("a", "Mia Kern")]).elsewhere(Lang::En, all.clone()));
        assert!(!none.contains("hidden"), "{none}");
    }
}
