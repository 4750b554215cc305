//! The total for a month, of what the fields say now.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tierline_core::{ids::SkuId, money::Money};

use crate::{
    catalog::{model::ChosenLine, words},
    context::use_lang,
    form::use_form,
    route,
    ui::Amount,
};

/// The quantities typed since the form was filled.
#[derive(Clone, Copy)]
pub(crate) struct TypedQuantities {
    typed: RwSignal<BTreeMap<SkuId, String>>,
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

    /// This text stands in the field of this product.
    pub(super) fn set(self, sku: SkuId, text: String) {
        self.typed.update(|typed| {
            typed.insert(sku, text);
        });
    }

    /// The lines as the fields say them.
    fn of(self, lines: &[ChosenLine]) -> Vec<ChosenLine> {
        self.typed.with(|typed| {
            let line = |line: &ChosenLine| {
                let sku = line.product.product.sku;
                ChosenLine {
                    product: line.product.clone(),
                    quantity: typed.get(&sku).unwrap_or(&line.quantity).clone(),
                }
            };
            lines.iter().map(line).collect()
        })
    }
}

/// What the field of this line says when the form comes back with an error.
fn replied(line: ChosenLine) -> ChosenLine {
    let quantity =
        use_form().and_then(|form| form.value(&route::line_field(line.product.product.sku)));
    ChosenLine {
        quantity: quantity.unwrap_or(line.quantity),
        ..line
    }
}

/// The total, which follows what is typed. The form posts the lines it was made from: an order of others is shown again
/// with its own total before it is placed.
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
    let counted = move || {
        let quantity =
            |line: &ChosenLine| (line.product.product.sku.to_string(), line.quantity.clone());
        route::lines(&lines.with(|lines| lines.iter().map(quantity).collect()))
    };
    let total = move || match lines.with(|lines| sum(lines)) {
        Some(total) => view! { <Amount money=total/> }.into_any(),
        None if is_empty => {
            view! { <span class="muted">{words::nothing_chosen(lang)}</span> }.into_any()
        }
        None => view! { <span class="muted">{words::no_sum(lang)}</span> }.into_any(),
    };
    view! {
        <input type="hidden" name="counted" value=counted/>
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
