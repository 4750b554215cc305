//! Lines by term and plan, the prices that they keep, and the subscriptions that add-ons are for.

use tierline_app::{
    catalog::model::{OrderLine, SoldBy, TypedLine},
    error::PortalError,
    list::model::ListQuery,
    partnership::model::Finding,
    portal::all::*,
};
use tierline_core::{
    ids::{SkuId, SubscriptionId},
    market::Currency,
    money::Money,
    order::Shown,
    subscription::Subscription,
    term::{Billing, Plan, Term},
};
use uuid::Uuid;

use crate::testing::world::{Person, World, refused, request};

const THREE_YEARS: Plan = Plan {
    term: Term::ThreeYears,
    billing: Billing::Monthly,
};

pub(super) async fn world() -> World {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    world
}

pub(super) fn taiwan(minor: i64) -> Money {
    Money::new(minor, Currency::Twd)
}

pub(super) fn line(sku: SkuId, quantity: u32) -> OrderLine {
    OrderLine::from((sku, quantity))
}

fn beside(base: Uuid, line: OrderLine) -> OrderLine {
    OrderLine {
        base: Some(SubscriptionId::from_uuid(base)),
        ..line
    }
}

pub(super) async fn submit(
    world: &World,
    by: &Person,
    lines: Vec<OrderLine>,
) -> Result<(), PortalError> {
    let customer = world.customer.organization;
    world
        .portal(by)
        .submit_order(customer, lines, None, request())
        .await
}

pub(super) async fn stored(world: &World) -> Vec<Subscription> {
    let bodies: Vec<sqlx::types::Json<Subscription>> =
        sqlx::query_scalar("select body from subscription order by id")
            .fetch_all(&world.state.pool)
            .await
            .unwrap();
    bodies.into_iter().map(|body| body.0).collect()
}

pub(super) async fn run(world: &World, statement: &'static str, id: Uuid) {
    sqlx::query(statement)
        .bind(id)
        .execute(&world.state.pool)
        .await
        .unwrap();
}

/// An add-on to the product of the world.
async fn add_on(world: &World) -> SkuId {
    let sku = Uuid::now_v7();
    run(
        world,
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, sort_key)
         values ($1, 'AUDIO', 'Audio Conferencing', true, 1, 300, 'audio conferencing')",
        sku,
    )
    .await;
    sqlx::query("insert into product_tie (sku_id, tie, other_id) values ($1, 'base', $2)")
        .bind(sku)
        .bind(world.sku.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    SkuId::from_uuid(sku)
}

#[tokio::test]
async fn one_product_is_ordered_by_two_plans() {
    let world = world().await;
    let longer = OrderLine {
        plan: THREE_YEARS,
        ..line(world.sku, 5)
    };
    submit(&world, &world.provider, vec![line(world.sku, 10), longer])
        .await
        .unwrap();
    let mut bought = stored(&world).await;
    bought.sort_by_key(|it| it.plan.term);
    let [year, three_years] = bought.as_slice() else {
        panic!("{bought:?}");
    };
    assert_eq!((year.plan, year.quantity.get()), (Plan::DEFAULT, 10));
    assert_eq!(three_years.ends, THREE_YEARS.term.end(three_years.starts));
    assert_eq!(three_years.term_price(), Some(taiwan(36 * 18_000)));
    // The first month of each is charged.
    let charged = "select sum(amount)::bigint from charge";
    assert_eq!(world.count(charged).await, 15 * 18_000);
    // The mail tells what a month costs.
    let mail: String =
        sqlx::query_scalar("select text_body from mail where kind = 'order_submitted' limit 1")
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
    assert!(mail.contains("TWD 2,700.00"), "{mail}");
    assert!(mail.contains("3 years, billed monthly"), "{mail}");
    let order: Uuid = sqlx::query_scalar("select id from customer_order")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    assert!(mail.contains(&format!("/orders/{order}")), "{mail}");
    // Together they count for the customer, who may have 300.
    let again = vec![
        line(world.sku, 200),
        OrderLine {
            quantity: 86,
            ..longer
        },
    ];
    let answer = submit(&world, &world.provider, again).await;
    assert!(matches!(answer, Err(PortalError::Invalid(_))), "{answer:?}");
    let twice = vec![line(world.sku, 1), line(world.sku, 2)];
    let answer = submit(&world, &world.provider, twice).await;
    assert_eq!(refused(answer), "product_twice");
    let annual = OrderLine {
        plan: Plan {
            billing: Billing::Annual,
            ..Plan::DEFAULT
        },
        ..line(world.sku, 1)
    };
    let answer = submit(&world, &world.provider, vec![annual]).await;
    assert_eq!(refused(answer), "plan_not_sold");
    assert_eq!(stored(&world).await.len(), 2);
}

/// What was shown is ordered, or nothing; and what was ordered keeps its price.
#[tokio::test]
async fn a_price_that_changes_before_the_submission_is_refused() {
    let world = world().await;
    let shown = |minor| OrderLine {
        shown: Some(Shown {
            price: Some(taiwan(minor)),
        }),
        ..line(world.sku, 10)
    };
    let customer = world.customer.organization;
    let portal = world.portal(&world.provider);
    let review = portal
        .review_order(customer, vec![line(world.sku, 10)], None)
        .await
        .unwrap();
    assert_eq!(review.problem, None);
    assert_eq!(review.lines[0].price, Some(taiwan(12 * 18_000)));
    assert_eq!(review.costs[0].now, taiwan(10 * 18_000));
    // The same line by line: the first billing period with all its days, and the next one.
    let told = [&review.now, &review.later].map(|lines| {
        let each = lines.iter();
        each.map(|line| (line.amount, line.days == line.period.days()))
            .collect::<Vec<_>>()
    });
    assert_eq!(told, [0, 1].map(|_| vec![(taiwan(10 * 18_000), true)]));
    assert_eq!(review.now[0].period.ends, review.later[0].from);
    let dearer = "update product_price set minor = 20000 where sku_id = $1";
    run(&world, dearer, world.sku.into_uuid()).await;
    let answer = submit(&world, &world.provider, vec![shown(12 * 18_000)]).await;
    assert_eq!(refused(answer), "price_changed");
    assert_eq!(world.count("select count(*) from customer_order").await, 0);
    submit(&world, &world.provider, vec![shown(12 * 20_000)])
        .await
        .unwrap();
    let dearer = "update product_price set minor = 30000 where sku_id = $1";
    run(&world, dearer, world.sku.into_uuid()).await;
    let bought = stored(&world).await;
    assert_eq!(bought[0].term_price(), Some(taiwan(12 * 20_000)));
}

#[tokio::test]
async fn an_add_on_is_for_an_active_subscription_of_the_customer() {
    let world = world().await;
    let add_on = add_on(&world).await;
    let five = line(add_on, 5);
    let answer = submit(&world, &world.provider, vec![five]).await;
    assert_eq!(refused(answer), "base_missing");
    submit(&world, &world.provider, vec![line(world.sku, 10)])
        .await
        .unwrap();
    let base = stored(&world).await[0].id;
    // It has to be chosen among what the customer has.
    let answer = submit(&world, &world.provider, vec![five]).await;
    assert_eq!(refused(answer), "base_missing");
    let unknown = beside(Uuid::now_v7(), five);
    let answer = submit(&world, &world.provider, vec![unknown]).await;
    assert_eq!(refused(answer), "base_missing");
    let chosen = beside(base.into_uuid(), five);
    submit(&world, &world.provider, vec![chosen]).await.unwrap();
    let tied = "select count(*) from subscription where base_id is not null";
    assert_eq!(world.count(tied).await, 1);
    // Its term is over, and nobody has recorded that yet: it is as it is now.
    let over =
        "update subscription set body = jsonb_set(body, '{course}', '{\"auto_renew\": \"off\"}')
                where id = $1";
    run(&world, over, base.into_uuid()).await;
    world
        .state
        .clock
        .advance(chrono::TimeDelta::days(366))
        .unwrap();
    let answer = submit(&world, &world.provider, vec![chosen]).await;
    assert_eq!(refused(answer), "base_not_active");
}

#[tokio::test]
async fn an_add_on_of_another_partner_finds_no_base() {
    let world = world().await;
    world.serves_too(&world.other_provider).await;
    let add_on = add_on(&world).await;
    submit(&world, &world.provider, vec![line(world.sku, 10)])
        .await
        .unwrap();
    let base = stored(&world).await[0].id;
    let chosen = beside(base.into_uuid(), line(add_on, 5));
    let answer = submit(&world, &world.other_provider, vec![chosen]).await;
    assert_eq!(refused(answer), "base_missing");
    // Nor is it offered to it.
    for (person, offered) in [(&world.provider, 1), (&world.other_provider, 0)] {
        let typed = vec![TypedLine::from((add_on, "5".to_owned()))];
        let page = world
            .portal(person)
            .new_subscription(
                world.customer.organization,
                ListQuery::default(),
                typed,
                Finding::default(),
            )
            .await
            .unwrap();
        assert_eq!(page.chosen[0].bases.len(), offered);
        assert_eq!(page.chosen[0].product.goes_with, ["Business Basic"]);
    }
}

#[tokio::test]
async fn an_add_on_goes_with_a_line_of_the_same_order() {
    let world = world().await;
    let add_on = add_on(&world).await;
    let lines = vec![line(add_on, 5), line(world.sku, 10)];
    let review = world
        .portal(&world.provider)
        .review_order(world.customer.organization, lines.clone(), None)
        .await
        .unwrap();
    assert_eq!(review.problem, None);
    assert_eq!(review.lines[0].goes_with.as_deref(), Some("Business Basic"));
    submit(&world, &world.provider, lines).await.unwrap();
    let tied = "select count(*) from subscription a join subscription b on b.id = a.base_id";
    assert_eq!(world.count(tied).await, 1);
}

/// Each line is told by itself what is wrong with it.
#[tokio::test]
async fn a_review_says_which_line_is_wrong() {
    let world = world().await;
    let annual = OrderLine {
        plan: Plan {
            billing: Billing::Annual,
            ..Plan::DEFAULT
        },
        ..line(world.sku, 1)
    };
    let review = world
        .portal(&world.provider)
        .review_order(
            world.customer.organization,
            vec![line(world.sku, 10), annual],
            None,
        )
        .await
        .unwrap();
    // What the other one costs is shown: it can be ordered by itself.
    assert!(review.is_in_part());
    assert_eq!(review.costs[0].now, taiwan(10 * 18_000));
    let wrong: Vec<_> = review
        .lines
        .iter()
        .map(|line| line.refusal.as_ref().map(|refusal| refusal.code()))
        .collect();
    assert_eq!(wrong, [None, Some("plan_not_sold")]);
    // Submitted as they are, neither is ordered.
    let both = vec![line(world.sku, 10), annual];
    let answer = submit(&world, &world.provider, both).await;
    assert_eq!(refused(answer), "plan_not_sold");
    assert_eq!(world.count("select count(*) from customer_order").await, 0);
}

/// An add-on fails with the line that it was to go with, and where nothing is left, the order is refused.
#[tokio::test]
async fn a_review_of_lines_that_all_fail_is_a_refusal() {
    let world = world().await;
    let add_on = add_on(&world).await;
    let review = world
        .portal(&world.provider)
        .review_order(
            world.customer.organization,
            vec![line(add_on, 5), line(world.sku, 301)],
            None,
        )
        .await
        .unwrap();
    assert!(!review.is_in_part() && review.costs.is_empty());
    assert!(review.problem.is_some());
    let wrong: Vec<_> = review
        .lines
        .iter()
        .map(|line| line.refusal.as_ref().map(|refusal| refusal.code()))
        .collect();
    assert_eq!(wrong, [Some("base_missing"), Some("quantity_outside")]);
}

#[tokio::test]
async fn a_customer_under_review_buys_nothing_new() {
    let world = world().await;
    sqlx::query(
        "insert into customer_review (customer_id, since, reason, by) values ($1, now(), 'to be verified', $2)",
    )
    .bind(world.customer.organization.into_uuid())
    .bind(world.provider.user.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    let answer = submit(&world, &world.provider, vec![line(world.sku, 1)]).await;
    assert_eq!(refused(answer), "customer_under_review");
    assert_eq!(world.count("select count(*) from customer_order").await, 0);
}

/// The review begins in a transaction that holds the customer, and ends while an order waits for it.
#[tokio::test]
async fn a_review_that_an_order_has_waited_for_counts() {
    let world = world().await;
    let customer = world.customer.organization.into_uuid();
    let mut holder = world.state.pool.begin().await.unwrap();
    for statement in [
        "select from organization where id = $1 and $2::uuid is not null for no key update",
        "insert into customer_review (customer_id, since, reason, by) values ($1, now(), 'to be verified', $2)",
    ] {
        sqlx::query(statement)
            .bind(customer)
            .bind(world.provider.user.into_uuid())
            .execute(&mut *holder)
            .await
            .unwrap();
    }
    let committed = async {
        while world
            .count(
                "select count(*) from pg_stat_activity
                 where datname = current_database() and wait_event_type = 'Lock'",
            )
            .await
            == 0
        {
            tokio::task::yield_now().await;
        }
        holder.commit().await.unwrap();
    };
    let lines = vec![line(world.sku, 1)];
    let (answer, ()) = tokio::join!(submit(&world, &world.provider, lines), committed);
    assert_eq!(refused(answer), "customer_under_review");
}

#[tokio::test]
async fn the_catalog_is_filtered_by_term_billing_plan_and_kind() {
    let world = world().await;
    let found = async |filters: &str| {
        let portal = world.portal(&world.provider);
        let page = portal
            .new_subscription(
                world.customer.organization,
                ListQuery::parse(filters),
                Vec::new(),
                Finding::default(),
            )
            .await
            .unwrap();
        (page.products.total, page.products.rows)
    };
    let (total, rows) = found("").await;
    assert_eq!((total, rows[0].plans.len()), (1, 3));
    let (total, rows) = found("term=three-years").await;
    let expected = SoldBy {
        plan: THREE_YEARS,
        fewest: 1,
        price: Some(taiwan(36 * 18_000)),
        partner: None,
    };
    assert_eq!((total, rows[0].plans.as_slice()), (1, &[expected][..]));
    assert_eq!(found("billing=annual").await.0, 0);
    assert_eq!(found("kind=license&billing=monthly").await.0, 1);
    assert_eq!(found("kind=software").await.0, 0);
    // What there is not filters nothing.
    assert_eq!(found("kind=hats&term=forever").await.0, 1);
}
