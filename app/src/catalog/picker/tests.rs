use leptos::prelude::*;
use tierline_core::{
    catalog::{Held, Limits, Product},
    ids::SkuId,
    market::Currency,
    money::Money,
};
use uuid::Uuid;

use super::{Catalog, ChosenLines, Total, TypedQuantities};
use crate::{
    catalog::model::{ChosenLine, ProductRow},
    list::model::Page,
    ui::tests::render,
};

fn product(n: u128, name: &str, sold: bool) -> ProductRow {
    ProductRow {
        product: Product {
            sku: SkuId::from_uuid(Uuid::from_u128(n)),
            name: name.to_owned(),
            sold,
            limits: Limits {
                minimum: 1,
                maximum: Limits::NO_MAXIMUM,
                per_customer: None,
                one_per_customer: false,
            },
            price: Some(Money::new(750, Currency::Eur)),
        },
        part_number: format!("PART{n}"),
        demo_figures: false,
        held: Held::default(),
    }
}

fn catalog(rows: Vec<ProductRow>) -> String {
    let products = Page {
        total: rows.len() as u64,
        rows,
        is_at_least: false,
        next: Some("on".to_owned()),
        previous: None,
    };
    render(move || view! { <Catalog products=products search=String::new() chosen=Vec::new()/> })
}

#[test]
fn what_is_not_sold_waits_behind_a_switch() {
    let html = catalog(vec![product(1, "Sold", true), product(2, "Gone", false)]);
    assert!(html.contains(r#"id="show-unsold""#), "{html}");
    assert!(html.contains("not sold right now (1)"), "{html}");
    assert_eq!(html.matches(r#"class="unsold""#).count(), 1, "{html}");
    assert!(html.contains(r#"value="page:on""#), "{html}");
}

#[test]
fn there_is_no_switch_where_it_would_show_nothing_or_hide_everything() {
    for rows in [
        vec![product(1, "Sold", true)],
        vec![product(2, "Gone", false)],
    ] {
        let html = catalog(rows);
        assert!(!html.contains("unsold"), "{html}");
    }
}

#[test]
fn lines_have_amounts_and_the_head_their_currency() {
    let line = |n, quantity: &str| ChosenLine {
        product: product(n, "Business Basic", true),
        quantity: quantity.to_owned(),
    };
    let html = render(move || {
        provide_context(TypedQuantities::new());
        let chosen = vec![line(1, "1000"), line(2, "2")];
        view! { <ChosenLines chosen=chosen.clone()/> <Total chosen=chosen/> }
    });
    for expected in [
        "Amount per month (EUR)",
        ">7.50<",
        ">7,500.00<",
        ">15.00<",
        "EUR 7,515.00",
    ] {
        assert!(html.contains(expected), "`{expected}` is not in {html}");
    }
    let html = render(move || {
        provide_context(TypedQuantities::new());
        view! { <Total chosen=vec![line(1, "many")]/> }
    });
    assert!(html.contains("Enter a number for each product"), "{html}");
}
