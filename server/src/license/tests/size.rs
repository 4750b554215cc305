//! A customer with 2,000 users who hold 5,000 licenses: its lists page, and a page asks the database no more often than
//! that of a few users.

use std::{collections::BTreeSet, ops::RangeInclusive};

use tierline_app::{
    license::list::{Holders, Licenses, Users},
    list::model::ListQuery,
    portal::all::*,
};
use tierline_core::ids::{SubscriptionId, UserId};
use uuid::Uuid;

use super::{assign, held, is_consistent, of};
use crate::testing::{
    statements::sent_by,
    world::{World, refused, request},
};

/// A customer of reseller and provider, with so many licenses in each subscription; the largest first.
async fn with_subscriptions(quantities: [u32; 3]) -> (World, Vec<SubscriptionId>) {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    sqlx::query("update product set maximum = 10000, per_customer = null")
        .execute(&world.state.pool)
        .await
        .unwrap();
    for quantity in quantities {
        let lines = vec![(world.sku, quantity)];
        world
            .portal(&world.provider)
            .place_order(world.customer.organization, lines, None, request())
            .await
            .unwrap();
    }
    let ids: Vec<Uuid> =
        sqlx::query_scalar("select id from subscription order by quantity desc, id")
            .fetch_all(&world.state.pool)
            .await
            .unwrap();
    let ids = ids.into_iter().map(SubscriptionId::from_uuid);
    (world, ids.collect())
}

/// Users of the customer with these numbers.
async fn users(world: &World, numbers: RangeInclusive<i32>) -> Vec<UserId> {
    let ids: Vec<Uuid> = sqlx::query_scalar(
        "with added as (
            insert into app_user (id, email, name, created_at, sort_key, search)
            select gen_random_uuid(), 'user.' || number || '@northwind.example', 'User ' || number, $2,
               'user ' || number, ' user ' || number || ' '
            from generate_series($3::integer, $4::integer) number
            returning id
         ), members as (
            insert into membership (organization_id, user_id, roles) select $1, id, '{user}' from added
         )
         select id from added",
    )
    .bind(world.customer.organization.into_uuid())
    .bind(world.now())
    .bind(numbers.start())
    .bind(numbers.end())
    .fetch_all(&world.state.pool)
    .await
    .unwrap();
    ids.into_iter().map(UserId::from_uuid).collect()
}

/// How many statements the first page of each list sends.
async fn statements(world: &World, subscription: SubscriptionId) -> [usize; 3] {
    let portal = world.portal(&world.reseller);
    let customer = world.customer.organization;
    let (page, of_users) = sent_by(portal.listed::<Users>(of(customer))).await;
    assert_eq!(page.unwrap().users.rows.len(), 50);
    let (page, of_holders) = sent_by(portal.listed::<Holders>(of(subscription))).await;
    assert_eq!(page.unwrap().holders.rows.len(), 50);
    let (page, of_licenses) = sent_by(portal.listed::<Licenses>(of(customer))).await;
    assert_eq!(page.unwrap().licenses.rows.len(), 3);
    [of_users, of_holders, of_licenses]
}

#[tokio::test]
async fn two_thousand_users_with_five_thousand_licenses_page() {
    let (world, subscriptions) = with_subscriptions([2_000, 2_000, 1_000]).await;
    let (first, customer) = (subscriptions[0], world.customer.organization);
    let mut all = users(&world, 1..=60).await;
    assign(&world, &world.reseller, first, &all).await.unwrap();
    // What is asked of a database once for all is asked before.
    statements(&world, first).await;
    let few = statements(&world, first).await;
    all.extend(users(&world, 61..=2_000).await);
    // A thousand at once; those who hold one keep it.
    for (subscription, holders) in [
        (first, &all[..1_000]),
        (first, &all[1_000..]),
        (subscriptions[1], &all[..1_000]),
        (subscriptions[1], &all[1_000..]),
        (subscriptions[2], &all[..1_000]),
    ] {
        assign(&world, &world.reseller, subscription, holders)
            .await
            .unwrap();
    }
    assert_eq!(held(&world).await.len(), 5_000);
    let last = assign(&world, &world.customer, first, &[world.customer.user]).await;
    assert_eq!(refused(last), "no_license_left");
    sqlx::raw_sql("analyze assignment; analyze membership; analyze app_user")
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(statements(&world, first).await, few);

    let portal = world.portal(&world.reseller);
    let (mut query, mut seen, mut pages) = (of(customer), BTreeSet::new(), 0);
    loop {
        let page = portal.listed::<Users>(query.clone()).await.unwrap().users;
        assert_eq!(page.total, 2_001);
        seen.extend(page.rows.iter().map(|row| row.id));
        pages += 1;
        let Some(next) = page.next else { break };
        query.cursor = next;
    }
    assert_eq!((seen.len(), pages), (2_001, 41));
    let (mut query, mut seen, mut pages) = (of(first), BTreeSet::new(), 0);
    loop {
        let page = portal.listed::<Holders>(query.clone()).await.unwrap();
        let licenses = &page.licenses;
        let counted = (licenses.bought, licenses.assigned, licenses.free);
        assert_eq!(counted, (2_000, 2_000, 0));
        seen.extend(page.holders.rows.iter().map(|row| row.user));
        pages += 1;
        let Some(next) = page.holders.next else { break };
        query.cursor = next;
    }
    assert_eq!((seen.len(), pages), (2_000, 40));
    let one = ListQuery::parse(&format!("of={customer}&search=user+1999"));
    let found = portal.listed::<Users>(one).await.unwrap().users;
    let licenses: Vec<_> = found.rows.iter().map(|row| row.licenses).collect();
    assert_eq!(licenses, [2]);
    is_consistent(&world).await;
}
