//! The total for a month, of what the fields say now.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tierline_core::{
    ids::SkuId,
    money::{Money, Quantity},
};

use crate::{
    catalog::{model::ChosenLine, words},
    context::use_lang,
    form::use_form,
    route,
    ui::{Amount, Fact, FactStrip},
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

/// The total, which follows what is typed. The form posts the lines it was made from: an order of others is shown again
/// with its own total before it is placed.
#[component]
pub(crate) fn Total(
    /// The lines as the page came with them.
    chosen: Vec<ChosenLine>,
) -> impl IntoView {
    let lang = use_lang();
    let typed = use_context::<TypedQuantities>().unwrap_or_else(TypedQuantities::new);
    // What the fields say when the form comes back with an error.
    let chosen: Vec<ChosenLine> = match use_form() {
        None => chosen,
        Some(form) => chosen
            .into_iter()
            .map(|line| ChosenLine {
                quantity: form
                    .value(&route::line_field(line.product.product.sku))
                    .unwrap_or(line.quantity),
                product: line.product,
            })
            .collect(),
    };
    let lines = Memo::new(move |_| typed.of(&chosen));
    let counted = move || {
        let quantity =
            |line: &ChosenLine| (line.product.product.sku.to_string(), line.quantity.clone());
        route::lines(&lines.with(|lines| lines.iter().map(quantity).collect()))
    };
    view! {
        <input type="hidden" name="counted" value=counted/>
        <FactStrip>
            <Fact label=words::sum(lang)>
                {move || match lines.with(|lines| sum(lines)) {
                    Some(total) => view! { <Amount money=total/> }.into_any(),
                    None => view! { <span class="muted">{words::no_sum(lang)}</span> }.into_any(),
                }}
            </Fact>
        </FactStrip>
    }
}

/// The lines' total for a month, if every quantity is a number and every price is in one currency.
fn sum(lines: &[ChosenLine]) -> Option<Money> {
    let mut total: Option<Money> = None;
    for line in lines {
        let amount = line
            .product
            .product
            .price?
            .times(Quantity::parse(&line.quantity).ok()?)
            .ok()?;
        total = Some(match total {
            Some(total) => total.plus(amount).ok()?,
            None => amount,
        });
    }
    total
}
