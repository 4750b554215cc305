//! New subscriptions by several plans, and add-ons with the subscriptions that they are for.

use tierline_app::{
    catalog::model::{LineKey, OrderLine, TypedLine},
    list::model::ListQuery,
    portal::all::*,
};
use tierline_core::{
    ids::{SkuId, SubscriptionId},
    order_request::{NewLine, Wanted},
    subscription::{Plan, Subscription, Term},
};
use uuid::Uuid;

use super::{agrees, approve, ask, bought, page, shown, world};
use crate::testing::world::{World, refused, request};

const BY_MONTH: Plan = Plan {
    term: Term::Month,
    ..Plan::DEFAULT
};

/// An add-on to the product of the world, with a price.
async fn add_on(world: &World) -> SkuId {
    let (sku, pool) = (Uuid::now_v7(), &world.state.pool);
    for statement in [
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, sort_key)
         values ($1, 'AUDIO', 'Audio Conferencing', true, 1, 300, 'audio conferencing')",
        "insert into product_price (sku_id, currency, minor) values ($1, 'TWD', 500)",
    ] {
        sqlx::query(statement)
            .bind(sku)
            .execute(pool)
            .await
            .unwrap();
    }
    sqlx::query("insert into product_tie (sku_id, tie, other_id) values ($1, 'base', $2)")
        .bind(sku)
        .bind(world.sku.into_uuid())
        .execute(pool)
        .await
        .unwrap();
    SkuId::from_uuid(sku)
}

async fn stored(world: &World) -> Vec<Subscription> {
    let bodies: Vec<sqlx::types::Json<Subscription>> =
        sqlx::query_scalar("select body from subscription order by id")
            .fetch_all(&world.state.pool)
            .await
            .unwrap();
    bodies.into_iter().map(|body| body.0).collect()
}

/// The add-on for this subscription, and the product of the world by the month.
fn both(world: &World, add_on: SkuId, base: SubscriptionId) -> Vec<NewLine> {
    vec![
        NewLine {
            base: Some(base),
            ..NewLine::of(add_on, 5)
        },
        NewLine {
            plan: BY_MONTH,
            ..NewLine::of(world.sku, 10)
        },
    ]
}

#[tokio::test]
async fn each_line_is_ordered_by_its_plan_and_for_its_base() {
    let world = world().await;
    let add_on = add_on(&world).await;
    let base = bought(&world).await;
    let lines = both(&world, add_on, base);
    let id = ask(&world, Wanted::New { lines }).await.unwrap();
    let seen = page(&world, &world.provider, id).await;
    assert_eq!(seen.problem, None);
    let bases: Vec<_> = seen.bases.iter().map(|it| (it.id, it.quantity)).collect();
    assert_eq!(bases, [(base, 25)]);
    let shown = shown(&world, id).await;
    assert_eq!(approve(&world, &world.provider, id, shown).await, Ok(()));
    let bought = stored(&world).await;
    let of = |sku| {
        let mut new = bought.iter().filter(|it| it.id != base);
        new.find(|it| it.sku == sku).unwrap()
    };
    assert_eq!(of(add_on).course.base, Some(base));
    assert_eq!(
        (of(world.sku).plan, of(world.sku).course.base),
        (BY_MONTH, None)
    );
    agrees(&world).await;
}

#[tokio::test]
async fn the_provider_changes_the_plan_of_one_line_and_no_base() {
    let world = world().await;
    let add_on = add_on(&world).await;
    let base = bought(&world).await;
    let lines = both(&world, add_on, base);
    let id = ask(
        &world,
        Wanted::New {
            lines: lines.clone(),
        },
    )
    .await
    .unwrap();
    let portal = world.portal(&world.provider);
    let mut longer = lines.clone();
    longer[1].plan = Plan::DEFAULT;
    let to = Wanted::New { lines: longer };
    let mut without = lines;
    without[0].base = None;
    let other = Wanted::New { lines: without };
    let changed = portal
        .change_order_request(id, other, None, 0, request())
        .await;
    assert_eq!(refused(changed), "not_what_was_asked");
    portal
        .change_order_request(id, to.clone(), None, 0, request())
        .await
        .unwrap();
    assert_eq!(
        page(&world, &world.reseller, id).await.request.wanted(),
        &to
    );
    let shown = shown(&world, id).await;
    assert_eq!(approve(&world, &world.provider, id, shown).await, Ok(()));
    assert!(
        stored(&world)
            .await
            .iter()
            .all(|it| it.plan == Plan::DEFAULT)
    );
    agrees(&world).await;
}

#[tokio::test]
async fn an_add_on_is_asked_for_with_a_base_that_the_reseller_knows_of() {
    let world = world().await;
    let add_on = add_on(&world).await;
    let alone = |base| Wanted::New {
        lines: vec![NewLine {
            base,
            ..NewLine::of(add_on, 5)
        }],
    };
    assert_eq!(refused(ask(&world, alone(None)).await), "base_missing");
    let nowhere = SubscriptionId::from_uuid(Uuid::now_v7());
    let answer = ask(&world, alone(Some(nowhere))).await;
    assert_eq!(refused(answer), "base_missing");
    // Together with the product, it is for that.
    let lines = vec![NewLine::of(add_on, 5), NewLine::of(world.sku, 10)];
    let id = ask(&world, Wanted::New { lines }).await.unwrap();
    let shown = shown(&world, id).await;
    assert_eq!(approve(&world, &world.provider, id, shown).await, Ok(()));
    let bought = stored(&world).await;
    let base = bought.iter().find(|it| it.sku == world.sku).unwrap();
    let other = bought.iter().find(|it| it.sku == add_on).unwrap();
    assert_eq!(other.course.base, Some(base.id));
}

#[tokio::test]
async fn the_form_offers_bases_and_the_review_says_what_each_line_costs() {
    let world = world().await;
    let add_on = add_on(&world).await;
    let base = bought(&world).await;
    let (customer, provider) = (world.customer.organization, world.provider.organization);
    let portal = world.portal(&world.reseller);
    let typed = TypedLine {
        key: LineKey {
            sku: add_on,
            plan: Plan::DEFAULT,
        },
        quantity: "5".to_owned(),
        base: String::new(),
    };
    let form = portal
        .order_request_form(
            Some(customer),
            None,
            Some(provider),
            ListQuery::default(),
            vec![typed],
        )
        .await
        .unwrap();
    let choice = form.choice.unwrap();
    assert_eq!(choice.chosen[0].bases[0].id, base);
    // What the customer has of others is not told to whoever does not order.
    let mut offered = choice.products.rows.iter();
    assert!(offered.all(|row| row.held.licenses == 0));
    let line = OrderLine::from((add_on, 5));
    let review = async |line| {
        portal
            .review_order_request(customer, Some(provider), vec![line])
            .await
            .unwrap()
    };
    let wrong = review(line).await;
    assert!(wrong.problem.is_some() && wrong.costs.is_empty());
    assert!(wrong.now.is_empty() && wrong.later.is_empty());
    assert!(wrong.lines[0].refusal.is_some());
    let right = review(OrderLine {
        base: Some(base),
        ..line
    })
    .await;
    assert_eq!((right.problem, right.asks_customer), (None, false));
    assert!(right.lines[0].goes_with.is_some());
    assert_eq!(right.costs[0].now.minor, 5 * 500);
    // Line by line too: the first billing period, and the next one.
    let charged = right.now.iter().chain(&right.later);
    let charged: Vec<_> = charged.map(|line| line.amount.minor).collect();
    assert_eq!(charged, [5 * 500, 5 * 500]);
    // Nothing was asked for.
    assert_eq!(world.count("select count(*) from order_request").await, 0);
    let stranger = world.portal(&world.other_provider);
    let answer = stranger
        .review_order_request(customer, Some(provider), vec![line])
        .await;
    assert!(answer.is_err());
}
