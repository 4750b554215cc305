//! Products of the program's price sheet, which has prices by market.

use tierline_app::{
    catalog::model::{LineKey, OrderLine, TypedLine},
    error::{FieldProblem, PortalError},
    list::model::ListQuery,
    partnership::model::Finding,
    portal::all::*,
};
use tierline_core::{
    role::Role,
    subscription::Subscription,
    term::{Billing, Plan},
};

use super::plans::{line, run, stored, submit, taiwan, world};
use crate::testing::world::{Person, refused};

/// A product of the program's sheet is found by the prices of the customer's market, on their days.
#[tokio::test]
async fn a_product_of_the_sheet_is_sold_by_the_plans_of_its_market() {
    let world = world().await;
    run(
        &world,
        "update product set offer = 'CFQ7TTC0LH18:0001' where sku_id = $1",
        world.sku.into_uuid(),
    )
    .await;
    for (market, minor, from, to) in [
        ("TW", 216_000, "-10 days", "10 days"),
        ("TW", 240_000, "10 days", "100 days"),
        ("JP", 1_000, "-10 days", "10 days"),
    ] {
        let currency = if market == "TW" { "TWD" } else { "JPY" };
        sqlx::query(
            "insert into sheet_price (sku_id, market, segment, term, plan, tier_from, tier_to, currency, starts_at,
                ends_at, partner_minor, retail_minor)
             values ($1, $2, 'commercial', 'P1Y', 'annual', 1, null, $3, $4 + $5::interval, $4 + $6::interval, $7, $7)",
        )
        .bind(world.sku.into_uuid())
        .bind(market)
        .bind(currency)
        .bind(world.state.clock.now())
        .bind(from)
        .bind(to)
        .bind(i64::from(minor))
        .execute(&world.state.pool)
        .await
        .unwrap();
    }
    let annual = OrderLine {
        plan: Plan {
            billing: Billing::Annual,
            ..Plan::DEFAULT
        },
        ..line(world.sku, 1)
    };
    let answer = submit(&world, &world.provider, vec![line(world.sku, 1)]).await;
    assert_eq!(refused(answer), "plan_not_sold");
    submit(&world, &world.provider, vec![annual]).await.unwrap();
    world
        .state
        .clock
        .advance(chrono::TimeDelta::days(11))
        .unwrap();
    submit(&world, &world.provider, vec![annual]).await.unwrap();
    let mut prices: Vec<_> = stored(&world).await;
    prices.sort_by_key(|it| it.since);
    let prices: Vec<_> = prices.iter().map(Subscription::term_price).collect();
    // The first one keeps the price of its day.
    assert_eq!(prices, [Some(taiwan(216_000)), Some(taiwan(240_000))]);
}

/// A price in another market is none here, and nothing is sold for nothing.
#[tokio::test]
async fn what_the_sheet_sells_in_other_markets_alone_is_not_sold() {
    let world = world().await;
    for statement in [
        "delete from product_price where sku_id = $1",
        "update product set offer = 'CFQ7TTC0LH18:0001' where sku_id = $1",
        "insert into sheet_price (sku_id, market, segment, term, plan, tier_from, tier_to, currency, starts_at,
            ends_at, partner_minor, retail_minor)
         values ($1, 'JP', 'commercial', 'P1Y', 'monthly', 1, null, 'JPY', '2020-01-01 00:00Z', null, 1000, 1000)",
    ] {
        run(&world, statement, world.sku.into_uuid()).await;
    }
    let answer = submit(&world, &world.provider, vec![line(world.sku, 1)]).await;
    let field = format!("lines[sku-{}]", world.sku);
    assert_eq!(
        answer,
        Err(PortalError::field(&field, FieldProblem::ProductNotSold))
    );
    let page = world
        .portal(&world.provider)
        .new_subscription(
            world.customer.organization,
            ListQuery::default(),
            vec![TypedLine::from((world.sku, "1".to_owned()))],
            Finding::default(),
        )
        .await
        .unwrap();
    assert!(!page.products.rows[0].product.sold);
    assert!(!page.chosen[0].product.product.sold);
}

/// What the ordering partner pays is in the answers to it, and in nobody else's.
#[tokio::test]
async fn what_the_partner_pays_is_told_to_whoever_pays_it() {
    let world = world().await;
    for statement in [
        "delete from product_price where sku_id = $1",
        "update product set offer = 'CFQ7TTC0LH18:0001' where sku_id = $1",
        "insert into sheet_price (sku_id, market, segment, term, plan, tier_from, tier_to, currency, starts_at,
            ends_at, partner_minor, retail_minor)
         values ($1, 'TW', 'commercial', 'P1Y', 'annual', 1, null, 'TWD', '2020-01-01 00:00Z', null, 171717, 216000)",
    ] {
        run(&world, statement, world.sku.into_uuid()).await;
    }
    let annual = Plan {
        billing: Billing::Annual,
        ..Plan::DEFAULT
    };
    let customer = world.customer.organization;
    let key = LineKey {
        sku: world.sku,
        plan: annual,
    };
    let typed = || TypedLine {
        key,
        quantity: "3".to_owned(),
        base: String::new(),
    };
    let picked = async |by: &Person| {
        let found = (ListQuery::default(), Finding::default());
        let portal = world.portal(by);
        let page = portal.new_subscription(customer, found.0, vec![typed()], found.1);
        page.await.unwrap()
    };
    let page = picked(&world.provider).await;
    let paid = Some(taiwan(171_717));
    let sold = page.products.rows[0].plans[0];
    assert_eq!((sold.price, sold.partner), (Some(taiwan(216_000)), paid));
    assert_eq!(page.chosen[0].partner_price(), paid);
    let line = OrderLine {
        plan: annual,
        ..line(world.sku, 3)
    };
    let portal = world.portal(&world.provider);
    let review = portal.review_order(customer, vec![line], None).await;
    let review = review.unwrap();
    let reviewed = &review.lines[0];
    assert_eq!(
        (reviewed.price, reviewed.partner),
        (Some(taiwan(216_000)), paid)
    );
    let products = async |by: &Person| {
        let portal = world.portal(by);
        let page = portal.products("TW", ListQuery::default()).await;
        page.map(|page| serde_json::to_string(&page).unwrap())
    };
    let told = products(&world.provider).await.unwrap();
    assert!(told.contains("171717"), "{told}");

    // A reseller reads the catalog and what a customer is charged, and not what its provider pays.
    let told = serde_json::to_string(&picked(&world.reseller).await).unwrap();
    assert!(
        told.contains("216000") && !told.contains("171717"),
        "{told}"
    );
    let told = products(&world.reseller).await.unwrap();
    assert!(
        told.contains("216000") && !told.contains("171717"),
        "{told}"
    );
    let portal = world.portal(&world.reseller);
    let answer = portal.review_order(customer, vec![line], None).await;
    assert_eq!(refused(answer), "provider_orders");
    // Nor where it asks its provider for an order.
    let (typed, provider) = (typed(), world.provider.organization);
    let form = portal.order_request_form(
        Some(customer),
        None,
        Some(provider),
        ListQuery::default(),
        vec![typed],
    );
    let form = form.await.unwrap();
    let review = portal.review_order_request(customer, Some(provider), vec![line]);
    let told = serde_json::to_string(&(form, review.await.unwrap())).unwrap();
    assert!(
        told.contains("216000") && !told.contains("171717"),
        "{told}"
    );
    // Nor does somebody of the provider who orders nothing.
    let helper = world.colleague(&world.provider, Role::HelpdeskAgent).await;
    let told = serde_json::to_string(&picked(&helper).await).unwrap();
    assert!(!told.contains("171717"), "{told}");
    // The customer has no catalog, and its subscription and order say what it is charged.
    assert!(products(&world.customer).await.is_err());
    submit(&world, &world.provider, vec![line]).await.unwrap();
    let bought = stored(&world).await.remove(0);
    for by in [&world.customer, &world.reseller] {
        let portal = world.portal(by);
        let page = portal.subscription(bought.id).await.unwrap();
        let order = portal.order(bought.order).await.unwrap();
        let told = serde_json::to_string(&(page, order)).unwrap();
        assert!(
            told.contains("216000") && !told.contains("171717"),
            "{told}"
        );
    }
}
