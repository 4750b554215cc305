//! What is over and not written down yet, against Postgres: it counts nowhere.

use std::collections::HashMap;

use chrono::TimeDelta;
use sqlx::types::Json;
use tierline_app::{
    customer::list::Customers, error::PortalError, list::model::ListQuery, order::list::Orders,
    portal::all::*, subscription::list::renewals::Renewals,
};
use tierline_core::{
    ids::SubscriptionId,
    order::Standing,
    subscription::{AutoRenew, Command, Outlook, Status, Subscription},
};
use uuid::Uuid;

use super::life::{bought, buy, submit};
use crate::{
    subscription::store::overtaken,
    testing::world::{World, refused, request},
};

const OFF: Command = Command::SetAutoRenew {
    auto_renew: AutoRenew::Off,
};

/// Every status, as the database says it for this moment.
async fn said(world: &World, days: i64) -> HashMap<SubscriptionId, Status> {
    let said: Vec<(Uuid, String)> =
        sqlx::query_as("select id, subscription_status(s, $1) from subscription s")
            .bind(world.now() + TimeDelta::days(days))
            .fetch_all(&world.state.pool)
            .await
            .unwrap();
    let said = said.into_iter();
    said.map(|(id, status)| (id.into(), status.parse().unwrap()))
        .collect()
}

/// The same, as core says it.
async fn known(world: &World, days: i64) -> HashMap<SubscriptionId, Status> {
    let stored: Vec<Json<Subscription>> = sqlx::query_scalar("select body from subscription")
        .fetch_all(&world.state.pool)
        .await
        .unwrap();
    let mut db = world.state.pool.acquire().await.unwrap();
    let customer = world.customer.organization.into_uuid();
    let at = world.now() + TimeDelta::days(days);
    let by_now = overtaken(&mut db, &[customer], at).await.unwrap();
    let stored = stored.into_iter();
    stored
        .map(|Json(it)| (it.id, by_now.get(&it.id).unwrap_or(&it).state.status()))
        .collect()
}

#[tokio::test]
async fn the_database_says_the_status_of_a_moment_as_core_does() {
    let (world, _renews) = bought().await;
    let mut others = Vec::new();
    for _ in 0..6 {
        others.push(buy(&world).await);
    }
    let [ends, suspended, canceled, ahead, base, add_on] = others[..] else {
        panic!("six were bought");
    };
    for (id, command) in [
        (ends, OFF),
        (suspended, Command::Suspend),
        (canceled, Command::Cancel),
        (ahead, OFF),
        (ahead, Command::RenewNow),
        (base, OFF),
    ] {
        submit(&world, &world.provider, id, command).await.unwrap();
    }
    sqlx::query(
        "update subscription set base_id = $2,
             body = jsonb_set(body, '{course}', jsonb_build_object('base', $2)) where id = $1",
    )
    .bind(add_on.into_uuid())
    .bind(base.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    let mut seen = Vec::new();
    for days in [
        0, 29, 30, 31, 364, 365, 366, 394, 395, 396, 729, 730, 731, 761, 762, 1_200,
    ] {
        let said = said(&world, days).await;
        assert_eq!(said, known(&world, days).await, "after {days} days");
        seen.extend(said.into_values());
    }
    for status in Status::ALL {
        assert!(seen.contains(&status), "{status}");
    }
}

#[tokio::test]
async fn a_term_that_is_over_counts_nowhere_before_it_is_written_down() {
    let (world, id) = bought().await;
    submit(&world, &world.provider, id, OFF).await.unwrap();
    let customer = world.customer.organization;
    let counted = async || {
        let mut counts = Vec::new();
        for person in [&world.provider, &world.reseller, &world.customer] {
            let overview = world.portal(person).overview().await.unwrap();
            counts.push(overview.figures.subscriptions.unwrap());
        }
        let portal = world.portal(&world.provider);
        let customers = portal.listed::<Customers>(ListQuery::default());
        let row = customers.await.unwrap().customers.rows.remove(0);
        let page = portal.customer(customer).await.unwrap().subscriptions;
        let status = page.page.rows[0].subscription.state.status();
        counts.extend([row.subscriptions, row.licenses]);
        (counts, status, page.monthly.len())
    };
    world.state.clock.advance(TimeDelta::days(364)).unwrap();
    assert_eq!(counted().await, (vec![1, 1, 1, 1, 25], Status::Active, 1));
    world.state.clock.advance(TimeDelta::days(1)).unwrap();
    assert_eq!(counted().await, (vec![0; 5], Status::Expired, 0));
    let stored = "select count(*) from subscription where status = 'active'";
    assert_eq!(world.count(stored).await, 1, "nobody has written it down");
}

#[tokio::test]
async fn an_order_is_over_once_all_of_it_is() {
    let (world, id) = bought().await;
    submit(&world, &world.provider, id, OFF).await.unwrap();
    let portal = world.portal(&world.provider);
    let listed = async |query: &str| -> Result<Vec<Standing>, PortalError> {
        let page = portal.listed::<Orders>(ListQuery::parse(query)).await?;
        Ok(page.orders.rows.iter().map(|row| row.standing).collect())
    };
    assert_eq!(listed("state=running").await.unwrap(), [Standing::Running]);
    world.state.clock.advance(TimeDelta::days(365)).unwrap();
    assert_eq!(listed("").await.unwrap(), [Standing::Over]);
    assert!(listed("state=running").await.unwrap().is_empty());
}

/// A renewal with other licenses that nobody has written down counts with those.
#[tokio::test]
async fn licenses_are_those_that_there_are_by_now() {
    let (world, id) = bought().await;
    let fewer = Command::Schedule {
        quantity: Some(10),
        upgrade: None,
        plan: None,
    };
    submit(&world, &world.provider, id, fewer).await.unwrap();
    world.state.clock.advance(TimeDelta::days(365)).unwrap();
    let portal = world.portal(&world.provider);
    let customers = portal.listed::<Customers>(ListQuery::default());
    let row = customers.await.unwrap().customers.rows.remove(0);
    let customer = world.customer.organization;
    let page = portal.customer(customer).await.unwrap().subscriptions;
    assert_eq!(
        (row.subscriptions, row.licenses, page.licenses),
        (1, 10, 10)
    );
    assert_eq!(page.page.rows[0].subscription.quantity.get(), 10);
    let renewals = portal.listed::<Renewals>(ListQuery::default());
    let row = renewals.await.unwrap().renewals.rows.remove(0);
    assert_eq!((row.licenses, row.outlook), (10, Outlook::Renews));
    assert!(row.ends > world.now());
}

/// What a customer may have is counted by what it has, and not by what is written down.
#[tokio::test]
async fn what_has_ended_is_not_in_the_way_of_an_order() {
    let (world, id) = bought().await;
    submit(&world, &world.provider, id, OFF).await.unwrap();
    sqlx::query("update product set per_customer = 30")
        .execute(&world.state.pool)
        .await
        .unwrap();
    let order = async || {
        let portal = world.portal(&world.provider);
        let lines = vec![(world.sku, 25)];
        portal
            .place_order(world.customer.organization, lines, None, request())
            .await
    };
    world.state.clock.advance(TimeDelta::days(364)).unwrap();
    assert_eq!(refused(order().await), "customer_maximum");
    world.state.clock.advance(TimeDelta::days(1)).unwrap();
    order().await.unwrap();
    // What goes on is counted whether it was written down or not, once.
    world.state.clock.advance(TimeDelta::days(40)).unwrap();
    assert_eq!(refused(order().await), "customer_maximum");
}
