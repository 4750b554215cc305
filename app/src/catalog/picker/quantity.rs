//! The field for a number of licenses, with its limits beside it and checked while the user types, by core's own rule.

use leptos::{html, prelude::*};
use tierline_core::{
    catalog::check_quantity,
    money::{MoneyError, Quantity},
};

use super::{limits::limits, total::TypedQuantities};
use crate::{
    catalog::{
        model::{ChosenLine, Offered},
        told, words,
    },
    context::use_lang,
    form::use_form,
    i18n::Lang,
    route,
    shell::load::use_parameter,
};

/// The field for one line.
#[component]
pub(super) fn QuantityField(
    /// The line.
    line: ChosenLine,
) -> impl IntoView {
    let lang = use_lang();
    let key = line.key().to_string();
    let name = route::line_field(&key);
    let form = use_form();
    let id = form
        .as_ref()
        .map_or_else(|| name.clone(), |form| form.id_of(&name));
    let first = form
        .as_ref()
        .and_then(|form| form.value(&name))
        .unwrap_or_else(|| line.quantity.clone());
    let refused = form.as_ref().map(|form| form.field_error(&name));
    let hint = limits(lang, &line.product);
    let label = words::licenses_of(lang, &line.product.product.name);
    if let Some(form) = &form {
        form.label(&name, &label);
    }
    // The value typed since the page was made; before that, the server's error is shown.
    let typed = RwSignal::new(None::<String>);
    let quantities = use_context::<TypedQuantities>();
    let field = NodeRef::<html::Input>::new();
    let added = use_parameter(route::ADDED).with_untracked(|added| *added == key);
    let came_again = quantities.is_some_and(TypedQuantities::came_again);
    if added || came_again {
        when_shown(field, came_again.then(|| first.clone()), added);
    }
    let error = Signal::derive(move || match typed.get() {
        None => refused.and_then(|refused| refused.get()),
        Some(text) => wrong(lang, &line, &text),
    });
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = {
        let hint_id = (!hint.is_empty()).then(|| hint_id.clone());
        let error_id = error_id.clone();
        move || {
            let error_id = error.with(Option::is_some).then(|| error_id.clone());
            let ids: Vec<String> = error_id.into_iter().chain(hint_id.clone()).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <div class="field" data-invalid=move || error.with(Option::is_some).then_some("true")>
            <div class="field-control field-short">
                <input
                    id=id
                    name=name
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    value=first
                    aria-label=label
                    aria-describedby=described
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    autofocus=added
                    node_ref=field
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        if let Some(quantities) = quantities {
                            quantities.set(&key, text.clone());
                        }
                        typed.set(Some(text));
                    }
                />
            </div>
            {(!hint.is_empty()).then(|| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <p class="field-error" id=error_id role="status">{move || error.get()}</p>
        </div>
    }
}

/// What is wrong with a number that was typed, as far as core says it of this line alone: its limits, and its plan,
/// which may have prices for other numbers.
fn wrong(lang: Lang, line: &ChosenLine, text: &str) -> Option<String> {
    let row = &line.product;
    let asked = match Quantity::parse(text) {
        Ok(asked) => asked,
        // More than any product allows.
        Err(MoneyError::TooLarge) => {
            let (product, limits) = (&row.product.name, row.product.limits);
            let (least, most) = (limits.minimum, limits.maximum);
            return Some(told::quantity_outside(lang, product, text, least, most));
        }
        Err(_) => return Some(crate::form::words::field::not_a_number(lang).to_owned()),
    };
    let by_plan = |asked: Quantity| match &line.offered {
        Some(Offered { offer, at }) => offer.price(line.plan, asked, *at).map(drop),
        None => Ok(()),
    };
    let checked = check_quantity(&row.product, row.held, asked.get()).and_then(by_plan);
    let refusal = checked.err()?;
    Some(crate::refusal::explain(lang, &refusal.into()))
}

/// What a new page of the form needs once its rows are in place: elements of rows that stood there before keep what was
/// typed into them, which may be another product's; and the focus follows a product that was just added, because the
/// pressed button is gone.
fn when_shown(field: NodeRef<html::Input>, value: Option<String>, focus: bool) {
    Effect::new(move || {
        let value = value.clone();
        request_animation_frame(move || {
            let Some(field) = field.get_untracked() else {
                return;
            };
            if let Some(value) = value {
                field.set_value(&value);
            }
            if focus {
                // Fails only if the field has left the page again.
                let _ = field.focus();
                field.select();
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use tierline_core::{
        Timestamp,
        catalog::{Held, Kind, Limits, Offer, Product, Rate},
        ids::SkuId,
        market::Currency,
        money::Money,
        term::Plan,
    };
    use uuid::Uuid;

    use super::*;
    use crate::catalog::model::ProductRow;

    #[test]
    fn a_number_is_within_the_limits_and_has_a_price_by_the_plan() {
        let product = Product {
            sku: SkuId::from_uuid(Uuid::from_u128(1)),
            name: "Business Basic".into(),
            sold: true,
            limits: Limits {
                minimum: 1,
                maximum: 300,
                per_customer: None,
                one_per_customer: false,
            },
            price: None,
        };
        let rate = Rate {
            plan: Plan::DEFAULT,
            from: 5,
            to: None,
            starts: Timestamp::UNIX_EPOCH,
            ends: None,
            partner: Money::new(9_000, Currency::Eur),
            retail: None,
        };
        let offer = Offer {
            rates: vec![rate],
            ..Offer::of(product.clone())
        };
        let line = ChosenLine {
            product: ProductRow {
                product,
                part_number: "BASIC".into(),
                demo_figures: false,
                held: Held::default(),
                kind: Kind::License,
                plans: Vec::new(),
                goes_with: Vec::new(),
            },
            quantity: String::new(),
            plan: Plan::DEFAULT,
            offered: Some(Offered {
                offer,
                at: Timestamp::UNIX_EPOCH,
            }),
            base: String::new(),
            bases: Vec::new(),
            beside: None,
        };
        let told = |text| wrong(Lang::En, &line, text).unwrap_or_default();
        assert_eq!(told("5"), "");
        assert!(told("4").contains("this quantity with this plan"));
        assert!(told("301").contains("1 to 300"));
        assert!(told("999999999999").contains("1 to 300"));
        assert!(!told("many").is_empty());
    }
}
