//! **Order history** and the page of an order: who knows of what, the filters and the pages, against Postgres.

use std::collections::{BTreeSet, HashMap};

use chrono::TimeDelta;
use sqlx::types::Json;
use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    order::{
        list::Orders,
        model::{OrderRow, OrdersPage},
    },
    portal::all::*,
};
use tierline_core::{
    access::Basis,
    ids::{CustomerGroupId, OrderId, OrganizationId},
    market::Currency,
    money::Money,
    order::{Order, Standing, is_shown_to},
    reach::{GroupSet, Reach},
    relationship::{self, Grant},
    role::Role,
    subscription::{Status, Subscription},
};
use uuid::Uuid;

use crate::{
    jobs::expiry::catch_up_subscriptions,
    relationship::store::in_force,
    store::Hold,
    testing::world::{Person, World, refused, request},
};

/// A world in which the provider orders at 10 a month, also for a second product.
async fn world() -> (World, Uuid) {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let other = Uuid::now_v7();
    sqlx::query(
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, search, sort_key)
         values ($1, 'OTHER', 'Other', true, 1, 300, ' other ', 'other')",
    )
    .bind(other)
    .execute(&world.state.pool)
    .await
    .unwrap();
    for sku in [other, world.sku.into_uuid()] {
        sqlx::query(
            "insert into product_price (sku_id, currency, minor) values ($1, 'TWD', 1000)
             on conflict (sku_id, currency) do update set minor = 1000",
        )
        .bind(sku)
        .execute(&world.state.pool)
        .await
        .unwrap();
    }
    (world, other)
}

async fn placed(
    world: &World,
    lines: &[(Uuid, u32)],
    of_record: Option<OrganizationId>,
) -> OrderId {
    let lines = lines.iter().map(|(sku, count)| ((*sku).into(), *count));
    let customer = world.customer.organization;
    world
        .portal(&world.provider)
        .place_order(customer, lines.collect(), of_record, request())
        .await
        .unwrap();
    let id: Uuid = sqlx::query_scalar("select id from customer_order order by id desc limit 1")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    id.into()
}

async fn listed(world: &World, person: &Person, query: &str) -> Result<OrdersPage, PortalError> {
    let portal = world.portal(person);
    portal.listed::<Orders>(ListQuery::parse(query)).await
}

/// All rows of the list, page by page.
async fn walked(world: &World, person: &Person, query: &str) -> Vec<OrderRow> {
    let portal = world.portal(person);
    let mut query = ListQuery::parse(query);
    let mut rows = Vec::new();
    loop {
        let page = portal.listed::<Orders>(query.clone()).await.unwrap();
        rows.extend(page.orders.rows);
        let Some(next) = page.orders.next else {
            return rows;
        };
        query.cursor = next;
    }
}

fn ids(rows: &[OrderRow]) -> Vec<OrderId> {
    rows.iter().map(|row| row.id).collect()
}

/// The stored rows are those that core asks for.
async fn agrees(world: &World) {
    let pool = &world.state.pool;
    let stored: Vec<(Uuid, Uuid, String)> =
        sqlx::query_as("select organization_id, order_id, standing from order_entry")
            .fetch_all(pool)
            .await
            .unwrap();
    let stored: BTreeSet<_> = stored.into_iter().collect();
    let orders: Vec<Json<Order>> = sqlx::query_scalar("select body from customer_order")
        .fetch_all(pool)
        .await
        .unwrap();
    let bodies: Vec<Json<Subscription>> = sqlx::query_scalar("select body from subscription")
        .fetch_all(pool)
        .await
        .unwrap();
    let statuses: HashMap<_, Status> = bodies
        .into_iter()
        .map(|Json(it)| (it.id, it.state.status()))
        .collect();
    let mut expected = BTreeSet::new();
    let mut db = pool.acquire().await.unwrap();
    for Json(order) in &orders {
        let of_lines = order.lines.iter();
        let of_lines = of_lines.filter_map(|line| statuses.get(&line.subscription).copied());
        let standing = Standing::of(of_lines).to_string();
        for person in [
            &world.provider,
            &world.other_provider,
            &world.reseller,
            &world.other_reseller,
            &world.customer,
            &world.far_customer,
        ] {
            let own = person.organization;
            let tie = in_force(&mut db, own, order.customer, (world.now(), Hold::Free))
                .await
                .unwrap();
            if is_shown_to(order, own, tie.as_ref()) {
                let row = (own.into_uuid(), order.id.into_uuid(), standing.clone());
                expected.insert(row);
            }
        }
    }
    assert_eq!(stored, expected);
}

/// One of an order's subscriptions ends at once, without what would have led to it.
async fn ends(world: &World, order: OrderId, at_most: i64) {
    sqlx::query(
        r#"update subscription set status = 'canceled',
            body = body || '{"state": {"state": "canceled", "at": "2026-12-01T00:00:00Z",
                "by": "00000000-0000-0000-0000-000000000007"}}'
         where id in (select id from subscription where order_id = $1 and status = 'active' order by id limit $2)"#,
    )
    .bind(order.into_uuid())
    .bind(at_most)
    .execute(&world.state.pool)
    .await
    .unwrap();
}

#[tokio::test]
async fn what_is_stored_is_what_core_says_whatever_happens() {
    let (world, other) = world().await;
    let basic = world.sku.into_uuid();
    let both = placed(&world, &[(basic, 5), (other, 2)], None).await;
    agrees(&world).await;
    let of_record = Some(world.reseller.organization);
    placed(&world, &[(basic, 1)], of_record).await;
    agrees(&world).await;
    ends(&world, both, 1).await;
    agrees(&world).await;
    ends(&world, both, 1).await;
    agrees(&world).await;
    let tie = world.relationship(&world.reseller).await;
    let end = relationship::Command::EndGrant(relationship::Grant::Administer);
    world
        .portal(&world.customer)
        .change_relationship(tie, end, None, request())
        .await
        .unwrap();
    agrees(&world).await;
    world.serves_too(&world.other_provider).await;
    agrees(&world).await;
    world.state.clock.advance(TimeDelta::days(400)).unwrap();
    catch_up_subscriptions(world.state.clone()).await.unwrap();
    agrees(&world).await;
}

#[tokio::test]
async fn each_sees_the_orders_that_it_may_know_of() {
    let (world, other) = world().await;
    let basic = world.sku.into_uuid();
    let first = placed(&world, &[(basic, 5), (other, 2)], None).await;
    let of_record = Some(world.reseller.organization);
    let second = placed(&world, &[(basic, 1)], of_record).await;
    for (person, seen) in [
        (&world.provider, vec![second, first]),
        (&world.reseller, vec![second, first]),
        (&world.customer, vec![second, first]),
        (&world.other_provider, vec![]),
        (&world.other_reseller, vec![]),
        (&world.far_customer, vec![]),
    ] {
        assert_eq!(ids(&walked(&world, person, "").await), seen);
        for order in [first, second] {
            let page = world.portal(person).order(order).await;
            match page {
                Ok(page) => assert!(seen.contains(&page.id)),
                Err(error) => {
                    assert!(!seen.contains(&order));
                    assert_eq!(error, PortalError::NotFound);
                }
            }
        }
    }
    // Without the right to administer, a reseller knows of what it is partner of record for.
    let tie = world.relationship(&world.reseller).await;
    let end = relationship::Command::EndGrant(relationship::Grant::Administer);
    world
        .portal(&world.customer)
        .change_relationship(tie, end, None, request())
        .await
        .unwrap();
    assert_eq!(ids(&walked(&world, &world.reseller, "").await), [second]);
    let hidden = world.portal(&world.reseller).order(first).await;
    assert_eq!(hidden.map(drop), Err(PortalError::NotFound));
    // Even a row that was left behind shows nothing without the relationship.
    for statement in [
        "alter table relationship disable trigger order_entry_updated",
        "update relationship set status = 'ended' where side = 'indirect_reseller'",
    ] {
        sqlx::query(statement)
            .execute(&world.state.pool)
            .await
            .unwrap();
    }
    assert!(walked(&world, &world.reseller, "").await.is_empty());
    let user = world.colleague(&world.customer, Role::User).await;
    assert_eq!(refused(listed(&world, &user, "").await), "role_missing");
    assert_eq!(
        refused(world.portal(&user).order(first).await),
        "role_missing"
    );
    let operator = listed(&world, &world.operator, "").await;
    assert_eq!(operator.map(drop), Err(PortalError::NotFound));
}

#[tokio::test]
async fn a_narrowed_user_sees_the_orders_of_its_groups_alone() {
    let (world, other) = world().await;
    let order = placed(&world, &[(other, 2)], None).await;
    let group = Uuid::now_v7();
    let only = GroupSet::of([CustomerGroupId::from_uuid(group)]).unwrap();
    let agent = Person {
        customers: Reach::Groups(only),
        ..world.colleague(&world.provider, Role::AdminAgent).await
    };
    let page = listed(&world, &agent, "").await.unwrap();
    assert!(page.orders.rows.is_empty() && page.products.is_empty() && page.partners.is_empty());
    let hidden = world.portal(&agent).order(order).await;
    assert_eq!(hidden.map(drop), Err(PortalError::NotFound));
    sqlx::query("update relationship set groups = array[$1] where side = 'indirect_provider'")
        .bind(group)
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(ids(&walked(&world, &agent, "").await), [order]);
}

#[tokio::test]
async fn a_row_and_a_page_say_what_the_order_was_made_at() {
    let (world, other) = world().await;
    let basic = world.sku.into_uuid();
    let of_record = Some(world.reseller.organization);
    let order = placed(&world, &[(basic, 5), (other, 2)], of_record).await;
    // What comes later changes nothing of it.
    sqlx::query(
        r#"update subscription set quantity = 9, body = body || '{"quantity": 9, "price": {"minor": 9000, "currency": "TWD"}}'
         where sku_id = $1"#,
    )
    .bind(basic)
    .execute(&world.state.pool)
    .await
    .unwrap();
    ends(&world, order, 1).await;
    let year = Money::new((5 + 2) * 12 * 1_000, Currency::Twd);
    let rows = walked(&world, &world.provider, "").await;
    let row = rows.first().unwrap();
    assert_eq!((row.licenses, row.standing), (7, Standing::Partly));
    assert_eq!(row.sums, [year]);
    let names: Vec<&str> = row.lines.iter().map(|it| it.product.as_str()).collect();
    assert_eq!(names, ["Business Basic", "Other"]);
    let reseller = row.reseller.as_ref().map(|it| it.id);
    assert_eq!(reseller, of_record);

    let page = world.portal(&world.provider).order(order).await.unwrap();
    assert_eq!((page.standing, page.sums), (Standing::Partly, vec![year]));
    assert_eq!(page.again, Some(Ok(())));
    let amounts: Vec<_> = page
        .lines
        .iter()
        .map(|it| it.bought.as_ref().unwrap().amount)
        .collect();
    let of = |count: i64| Some(Money::new(count * 12 * 1_000, Currency::Twd));
    assert_eq!(amounts, [of(5), of(2)]);
    // A reseller hears who orders, and a customer does not order.
    let page = world.portal(&world.reseller).order(order).await.unwrap();
    let refusal = page.again.unwrap().unwrap_err();
    assert_eq!(refusal.code(), "provider_orders");
    let page = world.portal(&world.customer).order(order).await.unwrap();
    assert!(page.is_own && page.again.is_none());
    // On whose grant it rested, which the log has too.
    let relationship = world.relationship(&world.provider).await;
    let grant = Grant::OrderOnBehalf;
    let rested = |basis| matches!(basis, Some(Basis::Grant { relationship: it, grant: of, .. }) if it == relationship && of == grant);
    assert!(rested(page.basis), "{:?}", page.basis);
    let logged =
        "select count(*) from event where version = 1 and object in ('order', 'subscription')
         and body #>> '{event,basis,grant}' = 'order_on_behalf'";
    assert_eq!(world.count(logged).await, 3);
}

#[tokio::test]
async fn filtered_pages_are_what_the_filter_leaves_of_the_whole() {
    let (world, other) = world().await;
    let basic = world.sku.into_uuid();
    let both = placed(&world, &[(basic, 5), (other, 2)], None).await;
    ends(&world, both, 1).await;
    let over = placed(&world, &[(other, 1)], None).await;
    ends(&world, over, 1).await;
    let of_record = Some(world.reseller.organization);
    let plain = placed(&world, &[(basic, 3)], of_record).await;
    // Of many more orders, one on each day before.
    sqlx::query(
        "insert into customer_order (customer_id, id, partner_id, partner_of_record_id, at, body, version)
         select customer_id, own, partner_id, partner_of_record_id, at - number * interval '1 day',
            body || jsonb_build_object('id', own, 'at', at - number * interval '1 day'), 1
         from customer_order, generate_series(1, 117) number,
            lateral (select md5(number || id::text)::uuid as own) fresh
         where id = $1",
    )
    .bind(plain.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    let all = walked(&world, &world.provider, "").await;
    assert_eq!(all.len(), 120);
    assert!(all.is_sorted_by(|a, b| a.at >= b.at));
    let check = async |query: &str, leaves: &dyn Fn(&OrderRow) -> bool| {
        let left: Vec<_> = all.iter().filter(|row| leaves(row)).cloned().collect();
        let found = walked(&world, &world.provider, query).await;
        assert_eq!(ids(&found), ids(&left), "{query}");
    };
    let day = |row: &OrderRow| row.at.format("%Y-%m-%d").to_string();
    let (from, to) = (
        (world.now() - TimeDelta::days(60))
            .format("%Y-%m-%d")
            .to_string(),
        (world.now() - TimeDelta::days(10))
            .format("%Y-%m-%d")
            .to_string(),
    );
    check(&format!("from={from}"), &|row| day(row) >= from).await;
    check(&format!("to={to}"), &|row| day(row) <= to).await;
    check(&format!("from={from}&to={to}"), &|row| {
        day(row) >= from && day(row) <= to
    })
    .await;
    check("state=partly", &|row| row.id == both).await;
    check("state=over", &|row| row.id == over).await;
    check(&format!("product={other}"), &|row| {
        [both, over].contains(&row.id)
    })
    .await;
    let reseller = format!("filter={}", world.reseller.organization);
    check(&reseller, &|row| row.reseller.is_some()).await;
    let provider = format!("partner={}", world.provider.organization);
    check(&provider, &|_| true).await;
    let customer = format!("of={}", world.customer.organization);
    check(&customer, &|_| true).await;
    let nobody = format!("partner={}", world.other_provider.organization);
    let nothing = [
        "from=soon",
        "to=x",
        "product=x",
        "state=lost",
        "search=tailspin",
    ];
    for query in nothing.into_iter().chain([nobody.as_str()]) {
        check(query, &|_| false).await;
    }
    check("search=northw", &|_| true).await;
    let mut reversed = ids(&walked(&world, &world.provider, "sort=ordered").await);
    reversed.reverse();
    assert_eq!(reversed, ids(&all));
    let by_licenses = walked(&world, &world.provider, "sort=-licenses").await;
    assert!(by_licenses.is_sorted_by(|a, b| a.licenses >= b.licenses));
    // A customer finds its own by product.
    let own = walked(&world, &world.customer, "search=other").await;
    assert_eq!(ids(&own), [over, both]);
    // Another's customer is not there.
    let far = format!("of={}", world.far_customer.organization);
    let answer = listed(&world, &world.provider, &far).await;
    assert_eq!(answer.map(drop), Err(PortalError::NotFound));
    let page = listed(&world, &world.provider, &customer).await.unwrap();
    assert_eq!((page.products.len(), page.partners.len()), (2, 1));
    assert_eq!(
        page.customer.map(|it| it.id),
        Some(world.customer.organization)
    );
}
