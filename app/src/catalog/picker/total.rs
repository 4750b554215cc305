//! The total for a month and the price of each line, of what the fields say now.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tierline_core::{
    money::{Money, Quantity},
    term::Plan,
};

use super::amount::paid;
use crate::{
    catalog::{model::ChosenLine, words},
    context::use_lang,
    form::use_form,
    i18n::{Lang, money},
    route,
    ui::Amount,
};

/// The quantities typed since the form was filled.
#[derive(Clone, Copy)]
pub(crate) struct TypedQuantities {
    typed: RwSignal<BTreeMap<String, String>>,
    /// How often the form was filled: again after each product added or removed.
    filled: StoredValue<usize>,
}

impl TypedQuantities {
    /// Nothing was typed yet.
    pub(crate) fn new() -> TypedQuantities {
        TypedQuantities {
            typed: RwSignal::new(BTreeMap::new()),
            filled: StoredValue::new(0),
        }
    }

    /// The form is being filled with the server's lines.
    pub(crate) fn fill(self) {
        self.typed.set(BTreeMap::new());
        self.filled.update_value(|filled| *filled += 1);
    }

    /// Whether the form was filled before on this page.
    pub(super) fn came_again(self) -> bool {
        self.filled.get_value() > 1
    }

    /// This text stands in the field of this line.
    pub(super) fn set(self, key: &str, text: String) {
        self.typed.update(|typed| {
            typed.insert(key.to_owned(), text);
        });
    }

    /// The lines as the fields say them.
    fn of(self, lines: &[ChosenLine]) -> Vec<ChosenLine> {
        self.typed.with(|typed| {
            let line = |line: &ChosenLine| {
                let text = typed.get(&line.key().to_string());
                ChosenLine {
                    quantity: text.unwrap_or(&line.quantity).clone(),
                    ..line.clone()
                }
            };
            lines.iter().map(line).collect()
        })
    }
}

/// What the field of this line says when the form comes back with an error.
fn replied(line: ChosenLine) -> ChosenLine {
    let quantity = use_form().and_then(|form| form.value(&route::line_field(line.key())));
    ChosenLine {
        quantity: quantity.unwrap_or(line.quantity),
        ..line
    }
}

/// The total, which follows what is typed.
#[component]
pub(crate) fn Total(
    /// The lines as the page came with them.
    chosen: Vec<ChosenLine>,
) -> impl IntoView {
    let lang = use_lang();
    let typed = use_context::<TypedQuantities>().unwrap_or_else(TypedQuantities::new);
    let chosen: Vec<ChosenLine> = chosen.into_iter().map(replied).collect();
    let is_empty = chosen.is_empty();
    let lines = Memo::new(move |_| typed.of(&chosen));
    let total = move || match lines.with(|lines| sum(lines)) {
        Some(total) => view! { <Amount money=total/> }.into_any(),
        None if is_empty => {
            view! { <span class="muted">{words::nothing_chosen(lang)}</span> }.into_any()
        }
        None => view! { <span class="muted">{words::no_sum(lang)}</span> }.into_any(),
    };
    view! {
        <dl class="task-total">
            <dt>{words::sum(lang)}</dt>
            <dd>{total}</dd>
        </dl>
        {(!is_empty)
            .then(|| {
                view! {
                    <button type="submit" class="button button-quiet task-update" name="go" value="update">{words::update(lang)}</button>
                }
            })}
    }
}

/// What one line costs for a month, following what is typed; nothing while that is no number.
#[component]
pub(super) fn LineAmount(
    /// The line as the page came with it.
    line: ChosenLine,
) -> impl IntoView {
    let typed = use_context::<TypedQuantities>().unwrap_or_else(TypedQuantities::new);
    let line = replied(line);
    move || {
        typed
            .of(std::slice::from_ref(&line))
            .first()
            .and_then(ChosenLine::amount)
            .map(|amount| view! { <Amount money=amount bare=true/> })
    }
}

/// What a license of one line costs for a month and for the term, following what is typed.
#[component]
pub(super) fn LinePrice(
    /// The line as the page came with it.
    line: ChosenLine,
) -> impl IntoView {
    let lang = use_lang();
    let typed = use_context::<TypedQuantities>().unwrap_or_else(TypedQuantities::new);
    let line = replied(line);
    move || {
        let lines = typed.of(std::slice::from_ref(&line));
        let counted = |line: &&ChosenLine| Quantity::parse(&line.quantity).is_ok();
        // Where the field has no number, there is nothing to say.
        let line = lines.first().filter(counted)?;
        let whole = line.price().map(|price| for_term(lang, price, line.plan));
        let month = match line.month() {
            Some(month) => view! { <Amount money=month bare=true/> }.into_any(),
            None => view! { <span class="muted">{words::no_price(lang)}</span> }.into_any(),
        };
        Some(view! {
            {month}
            {whole.map(|whole| view! { <div class="muted">{whole}</div> })}
            {paid(lang, line.partner_price(), line.plan)}
        })
    }
}

/// A price for a whole term, in words.
pub(super) fn for_term(lang: Lang, price: Money, plan: Plan) -> String {
    let decimals = u32::from(price.currency.minor_units());
    let amount = money(price.currency.code(), price.minor, decimals);
    words::for_term(lang, amount, words::term(lang, plan.term))
}

/// The lines' total for a month, if every quantity is a number and every price is in one currency.
fn sum(lines: &[ChosenLine]) -> Option<Money> {
    let mut total: Option<Money> = None;
    for line in lines {
        let amount = line.amount()?;
        total = Some(match total {
            Some(total) => total.plus(amount).ok()?,
            None => amount,
        });
    }
    total
}
