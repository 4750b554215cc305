//! The choice of a partner where there may be many: the first ones are listed, the one chosen so far among them, and a
//! search finds the others. With scripts the list follows what is typed; without, a button sends the form.

use core::time::Duration;

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    html::Input,
    prelude::*,
};

use super::{
    api::partner_choices,
    model::{Among, PartnerChoices},
    words,
};
use crate::{
    context::use_lang,
    list::{spec::Filter, view::Answers},
    ui::{Choice, Glyph, Icon, LiveFilterSelect, LiveSelect, Select},
};

/// The name of the search in addresses and forms, and the value of its button.
pub(crate) const FIND: &str = "find";

/// How long a pause in typing lasts before it is searched.
const PAUSE: Duration = Duration::from_millis(150);

/// A search among partners, as far as it has come.
#[derive(Clone, Copy)]
pub(crate) struct Finder {
    /// The partners found.
    pub(crate) found: RwSignal<PartnerChoices>,
    /// The id of the chosen one; empty for none.
    chosen: RwSignal<String>,
    among: Among,
    customer: StoredValue<String>,
    turn: StoredValue<u32>,
    input: NodeRef<Input>,
}

impl Finder {
    pub(crate) fn new(
        choices: PartnerChoices,
        among: Among,
        customer: String,
        chosen: String,
    ) -> Finder {
        Finder {
            found: RwSignal::new(choices),
            chosen: RwSignal::new(chosen),
            among,
            customer: StoredValue::new(customer),
            turn: StoredValue::new(0),
            input: NodeRef::new(),
        }
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    /// Nothing was typed since, and the page is still there.
    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    fn find(self, words: String) {
        let turn = self.next_turn();
        let (customer, chosen) = (self.customer.get_value(), self.chosen.get_untracked());
        leptos::task::spawn_local(async move {
            let among = self.among.code().to_owned();
            let answer = partner_choices(among, customer, words, chosen).await;
            if let Ok(choices) = answer
                && self.is_turn(turn)
            {
                self.found.try_set(choices);
            }
        });
    }

    fn find_typed(self) {
        if let Some(input) = self.input.get_untracked() {
            self.find(input.value());
        }
    }

    fn find_soon(self, words: String) {
        let turn = self.next_turn();
        let find = move || {
            if self.is_turn(turn) {
                self.find(words);
            }
        };
        set_timeout(find, PAUSE);
    }

    fn options(self) -> Signal<Vec<Choice>> {
        Signal::derive(move || self.found.with(options))
    }

    /// The field for the search words. Return searches at once, where the form has another purpose.
    pub(crate) fn field(self, id: &'static str, returns: bool) -> AnyView {
        let lang = use_lang();
        let words = self.found.with_untracked(|found| found.words.clone());
        let press = move |event: KeyboardEvent| {
            if returns && event.key() == "Enter" {
                event.prevent_default();
                self.find_typed();
            }
        };
        view! {
            <label for=id>{words::find_partner(lang)}</label>
            <div class="field-control">
                <Icon glyph=Glyph::Search/>
                <input
                    id=id
                    node_ref=self.input
                    type="search"
                    name=FIND
                    value=words
                    autocomplete="off"
                    on:input=move |event| self.find_soon(event_target_value(&event))
                    on:keydown=press
                />
            </div>
        }
        .into_any()
    }

    /// How much of all the list is.
    pub(crate) fn status(self) -> AnyView {
        let lang = use_lang();
        let said = move || {
            self.found.with(|found| {
                if found.is_nothing_found {
                    format!(
                        "{} {}",
                        words::none_found(lang),
                        words::none_found_why(lang)
                    )
                } else if found.has_more {
                    words::first_listed(lang, found.partners.len())
                } else {
                    words::all_listed(lang).to_owned()
                }
            })
        };
        view! { <p class="field-hint" role="status">{said}</p> }.into_any()
    }
}

fn options(choices: &PartnerChoices) -> Vec<Choice> {
    choices
        .partners
        .iter()
        .map(|choice| Choice::new(choice.id().to_string(), choice.party.name.to_string()))
        .collect()
}

/// The choice in a form. The form's server function takes `find`, `found` and `go` beside it, and asks `asks_to_find`.
#[component]
pub(crate) fn PartnerSelect(
    /// The partners to choose from.
    choices: PartnerChoices,
    /// All of them.
    among: Among,
    /// The customer that they have to serve, if any.
    #[prop(optional)]
    customer: String,
    /// The name of the server function's argument.
    name: &'static str,
    /// The label.
    label: &'static str,
    /// A hint about the choice.
    hint: &'static str,
    /// The id that is chosen so far.
    value: String,
    /// The first answer: none.
    prompt: &'static str,
) -> impl IntoView {
    if !choices.is_part() {
        let options = options(&choices);
        return view! { <Select name=name label=label hint=hint options=options value=value prompt=prompt/> }
            .into_any();
    }
    let lang = use_lang();
    let finder = Finder::new(choices, among, customer, value);
    let found = move || finder.found.with(|found| found.words.clone());
    let press = move |event: MouseEvent| {
        event.prevent_default();
        finder.find_typed();
    };
    view! {
        <LiveSelect
            name=name
            label=label
            hint=hint
            options=finder.options()
            chosen=finder.chosen
            prompt=prompt
        />
        <div class="partner-search">
            <div class="filter-field filter-search">{finder.field("find-partner", true)}</div>
            <button type="submit" class="button button-quiet" name="go" value=FIND on:click=press>{words::find(lang)}</button>
            <input type="hidden" name="found" value=found/>
            {finder.status()}
        </div>
    }
    .into_any()
}

/// The choice above a list: a filter of its own kind only where there are many.
pub(crate) fn answers(choices: PartnerChoices) -> Answers {
    if choices.is_part() {
        let found = options(&choices);
        let field = Box::new(|filter: &Filter, value| {
            let (name, label, any) = (filter.name, filter.label, filter.any);
            view! { <PartnerFilter choices=choices name=name label=label any=any value=value/> }
                .into_any()
        });
        Answers::Found(found, field)
    } else {
        options(&choices).into()
    }
}

#[component]
fn PartnerFilter(
    /// The partners to choose from.
    choices: PartnerChoices,
    /// The name of the filter.
    name: &'static str,
    /// The filter's label.
    label: &'static str,
    /// The first answer: no filter.
    any: &'static str,
    /// The id that is chosen so far.
    value: String,
) -> impl IntoView {
    let finder = Finder::new(choices, Among::All, String::new(), value);
    view! {
        <LiveFilterSelect name=name label=label any=any options=finder.options() chosen=finder.chosen/>
        <div class="filter-field filter-search">{finder.field("list-find", false)} {finder.status()}</div>
    }
}
