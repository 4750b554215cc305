use leptos::prelude::*;
use tierline_core::{
    catalog::{Held, Kind, Limits, Offer, Product, Rate},
    ids::{SkuId, SubscriptionId},
    market::Currency,
    money::Money,
    term::{Plan, Term},
    testing::day,
};
use uuid::Uuid;

use super::{Catalog, ChosenLines, PlanFilter, Total, TypedQuantities};
use crate::{
    catalog::model::{BaseChoice, ChosenLine, Offered, ProductRow, SoldBy},
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
        kind: Kind::License,
        plans: Vec::new(),
        goes_with: Vec::new(),
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

fn line(product: ProductRow, quantity: &str) -> ChosenLine {
    ChosenLine {
        product,
        quantity: quantity.to_owned(),
        plan: Plan::DEFAULT,
        offered: None,
        base: String::new(),
        bases: Vec::new(),
        beside: None,
    }
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
    let line = |n, quantity: &str| line(product(n, "Business Basic", true), quantity);
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

#[test]
fn a_product_is_added_by_each_of_its_plans() {
    let month = Plan {
        term: Term::Month,
        ..Plan::DEFAULT
    };
    let euro = |minor| Some(Money::new(minor, Currency::Eur));
    let row = ProductRow {
        plans: vec![
            SoldBy {
                plan: month,
                fewest: 5,
                price: euro(800),
                partner: None,
            },
            SoldBy {
                plan: Plan::DEFAULT,
                fewest: 1,
                price: euro(9_000),
                partner: euro(7_200),
            },
        ],
        goes_with: vec!["Business Basic".to_owned()],
        ..product(1, "Audio Conferencing", true)
    };
    let sku = row.product.sku;
    let html = render(move || {
        let products = Page {
            total: 1,
            rows: vec![row],
            is_at_least: false,
            next: None,
            previous: None,
        };
        let filter = PlanFilter {
            term: "month".to_owned(),
            ..PlanFilter::default()
        };
        view! { <Catalog products=products search=String::new() chosen=Vec::new() filter=filter/> }
    });
    for expected in [
        format!(r#"value="add:{sku}:1""#).as_str(),
        format!(r#"value="add:{sku}.month-monthly:5""#).as_str(),
        "5 or more",
        "Add Audio Conferencing (1 month, billed monthly)",
        "EUR 90.00 for 1 year",
        "You pay EUR 72.00 for 1 year",
        ">7.50<",
        "Other terms and billing plans (1)",
        "Add-on to Business Basic",
        r#"id="product-term""#,
    ] {
        assert!(html.contains(expected), "`{expected}` is not in {html}");
    }
}

#[test]
fn a_line_costs_what_its_plan_and_number_cost() {
    let rate = |from, to, minor| Rate {
        plan: Plan::DEFAULT,
        from,
        to,
        starts: day(0),
        ends: None,
        partner: Money::new(minor, Currency::Eur),
        retail: None,
    };
    let row = product(1, "Business Basic", true);
    let offer = Offer {
        rates: vec![rate(1, Some(9), 12_000), rate(10, None, 9_600)],
        ..Offer::of(row.product.clone())
    };
    let few = ChosenLine {
        offered: Some(Offered { offer, at: day(1) }),
        ..line(row, "9")
    };
    let many = ChosenLine {
        quantity: "10".to_owned(),
        ..few.clone()
    };
    let euro = |minor| Some(Money::new(minor, Currency::Eur));
    assert_eq!((few.price(), few.amount()), (euro(12_000), euro(9_000)));
    assert_eq!((many.price(), many.amount()), (euro(9_600), euro(8_000)));
    let html = render(move || {
        provide_context(TypedQuantities::new());
        view! { <ChosenLines chosen=vec![few.clone()]/> <Total chosen=vec![few]/> }
    });
    for expected in ["EUR 120.00 for 1 year", "1 year, billed monthly"] {
        assert!(html.contains(expected), "`{expected}` is not in {html}");
    }
    assert!(!html.contains("You pay"), "{html}");
}

/// Beside what the customer is charged, who pays another price reads that one.
#[test]
fn a_line_says_what_the_reader_pays() {
    let row = product(1, "Business Basic", true);
    let rate = Rate {
        plan: Plan::DEFAULT,
        from: 1,
        to: None,
        starts: day(0),
        ends: None,
        partner: Money::new(9_600, Currency::Eur),
        retail: Some(Money::new(12_000, Currency::Eur)),
    };
    let offer = Offer {
        rates: vec![rate],
        ..Offer::of(row.product.clone())
    };
    let shown = |offer: Offer| {
        let line = ChosenLine {
            offered: Some(Offered { offer, at: day(1) }),
            ..line(row.clone(), "9")
        };
        render(move || {
            provide_context(TypedQuantities::new());
            view! { <ChosenLines chosen=vec![line]/> }
        })
    };
    let html = shown(offer.clone());
    assert!(html.contains("EUR 120.00 for 1 year"), "{html}");
    assert!(html.contains("You pay EUR 96.00 for 1 year"), "{html}");
    let html = shown(offer.without_partner_prices());
    assert!(html.contains("EUR 120.00 for 1 year"), "{html}");
    assert!(!html.contains("You pay"), "{html}");
}

#[test]
fn an_add_on_asks_for_its_base() {
    let row = ProductRow {
        goes_with: vec!["Business Basic".to_owned()],
        ..product(1, "Audio Conferencing", true)
    };
    let alone = line(row, "1");
    let base = BaseChoice {
        id: SubscriptionId::from_uuid(Uuid::from_u128(60)),
        product: "Business Basic".to_owned(),
        quantity: 25,
        ends: day(365),
    };
    let with_one = ChosenLine {
        bases: vec![base],
        ..alone.clone()
    };
    let beside = ChosenLine {
        beside: Some("Business Basic".to_owned()),
        ..alone.clone()
    };
    let shown = |line: ChosenLine| {
        render(move || {
            provide_context(TypedQuantities::new());
            view! { <ChosenLines chosen=vec![line]/> }
        })
    };
    assert!(shown(alone).contains("Also add one of these products to the order: Business Basic"));
    let html = shown(with_one);
    assert!(html.contains("Choose a subscription"), "{html}");
    assert!(html.contains("25 × Business Basic"), "{html}");
    assert!(html.contains(r#"name="bases[sku-"#), "{html}");
    assert!(shown(beside).contains("Business Basic in this order"));
}
