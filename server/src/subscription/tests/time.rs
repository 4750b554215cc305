//! What time brings, against Postgres.

use chrono::TimeDelta;
use tierline_app::portal::all::*;
use tierline_core::{
    catalog::Limits,
    ids::SubscriptionId,
    market::Currency,
    money::Money,
    role::Role,
    subscription::{AutoRenew, Command, Status},
};
use uuid::Uuid;

use super::life::{agrees, amounts, bought, page, submit};
use crate::{
    catalog::{Listed, store::import},
    jobs::expiry::catch_up_subscriptions,
    subscription::store::family::{Due, due, due_bases},
    testing::world::{World, request},
};

async fn caught_up(world: &World) -> u64 {
    catch_up_subscriptions(world.state.clone()).await.unwrap()
}

/// Further subscriptions of 25 licenses.
async fn more(world: &World, count: usize) {
    let portal = world.portal(&world.provider);
    for _ in 0..count {
        portal
            .place_order(
                world.customer.organization,
                vec![(world.sku, 25)],
                None,
                request(),
            )
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn after_a_month_without_a_server_nothing_is_lost_or_doubled() {
    let (world, id) = bought().await;
    let (other, _) = bought().await;
    // One server looks every week or so, the other after thirteen months.
    for day in 1..=400 {
        world.state.clock.advance(TimeDelta::days(1)).unwrap();
        if day % 8 == 0 {
            caught_up(&world).await;
        }
    }
    other.state.clock.advance(TimeDelta::days(400)).unwrap();
    assert_eq!(caught_up(&other).await, 1);
    assert_eq!(caught_up(&other).await, 0);
    assert_eq!(amounts(&world).await, vec![25_000; 14]);
    assert_eq!(amounts(&other).await, amounts(&world).await);
    let renewals = "select count(*) from event where body -> 'event' ->> 'type' = 'renewed'";
    for world in [&world, &other] {
        assert_eq!(world.count(renewals).await, 1);
        agrees(world).await;
    }
    let it = page(&world, &world.provider, id).await.subscription;
    assert_eq!(it.starts, it.since + TimeDelta::days(365));
}

/// How many families so many servers record at once, each a few at a time.
async fn at_once(world: &World, servers: usize) -> u64 {
    let servers: Vec<_> = (0..servers)
        .map(|_| {
            let state = world.state.clone();
            tokio::spawn(async move {
                let mut done = 0;
                let step = crate::subscription::command::CatchUp {
                    due: Due::AllBut(Vec::new()),
                    at_most: 2,
                };
                for _ in 0..12 {
                    let job = crate::pipeline::Principal::Job;
                    done += crate::pipeline::run(&state, job, None, &step)
                        .await
                        .unwrap();
                }
                done
            })
        })
        .collect();
    let mut done = 0;
    for server in servers {
        done += server.await.unwrap();
    }
    done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_servers_share_what_is_due_and_nobody_does_it_twice() {
    let (world, _) = bought().await;
    more(&world, 11).await;
    world.state.clock.advance(TimeDelta::days(35)).unwrap();
    assert_eq!(at_once(&world, 4).await + caught_up(&world).await, 12);
    assert_eq!(amounts(&world).await, vec![25_000; 24]);
    agrees(&world).await;
}

/// A month without a server, in which a term ended; then two are started.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_that_were_down_for_a_month_renew_each_once() {
    let (world, _) = bought().await;
    more(&world, 11).await;
    world.state.clock.advance(TimeDelta::days(350)).unwrap();
    assert_eq!(caught_up(&world).await, 12);
    let renewals = "select count(*) from event where body -> 'event' ->> 'type' = 'renewed'";
    assert_eq!(world.count(renewals).await, 0);
    world.state.clock.advance(TimeDelta::days(35)).unwrap();
    assert_eq!(at_once(&world, 2).await + caught_up(&world).await, 12);
    assert_eq!(world.count(renewals).await, 12);
    // Twelve months, and the first of the next term.
    assert_eq!(amounts(&world).await, vec![25_000; 12 * 13]);
    agrees(&world).await;
}

#[tokio::test]
async fn what_somebody_is_changing_is_left_for_later() {
    let (world, id) = bought().await;
    world.state.clock.advance(TimeDelta::days(35)).unwrap();
    let mut somebody = world.state.pool.begin().await.unwrap();
    sqlx::query("select from subscription where id = $1 for update")
        .bind(id.into_uuid())
        .fetch_all(&mut *somebody)
        .await
        .unwrap();
    assert_eq!(caught_up(&world).await, 0);
    somebody.rollback().await.unwrap();
    assert_eq!(caught_up(&world).await, 1);
}

#[tokio::test]
async fn it_expires_is_deleted_and_everybody_is_told_of_the_first() {
    let (world, id) = bought().await;
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    submit(&world, &world.provider, id, off).await.unwrap();
    world.state.clock.advance(TimeDelta::days(365)).unwrap();
    let before = world.mailed("subscription_changed").await;
    caught_up(&world).await;
    let status = async || {
        let it = page(&world, &world.provider, id).await;
        it.subscription.state.status()
    };
    assert_eq!(status().await, Status::Expired);
    let mut told = vec![
        world.provider.email.clone(),
        world.reseller.email.clone(),
        world.customer.email.clone(),
    ];
    told.extend(before);
    told.sort();
    assert_eq!(world.mailed("subscription_changed").await, told);
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    caught_up(&world).await;
    assert_eq!(status().await, Status::Deleted);
    assert_eq!(
        world
            .count("select count(*) from subscription where due_at is not null")
            .await,
        0
    );
    agrees(&world).await;
}

/// What was scheduled is not sold on the day of the renewal: whoever scheduled it is told, and nobody else; where
/// nothing is sold any more, everybody is, each once.
#[tokio::test]
async fn whoever_scheduled_what_is_not_sold_is_told() {
    for is_sold in [true, false] {
        let (world, id) = bought().await;
        let target = Uuid::now_v7();
        for statement in [
            "insert into product (sku_id, part_number, name, sold, minimum, maximum, sort_key)
             values ($1, 'BP', 'Business Premium', true, 1, 300, 'business premium')",
            "insert into product_price (sku_id, currency, minor) values ($1, 'TWD', 2000)",
            "insert into product_tie (sku_id, tie, other_id) select sku_id, 'upgrade', $1::uuid from subscription",
        ] {
            let done = sqlx::query(statement).bind(target);
            done.execute(&world.state.pool).await.unwrap();
        }
        let agent = world.colleague(&world.provider, Role::SalesAgent).await;
        let upgrade = Command::Schedule {
            quantity: None,
            upgrade: Some(target.into()),
            plan: None,
        };
        submit(&world, &agent, id, upgrade).await.unwrap();
        sqlx::query("update product set sold = false where sku_id = $1 or not $2")
            .bind(target)
            .bind(is_sold)
            .execute(&world.state.pool)
            .await
            .unwrap();
        world.state.clock.advance(TimeDelta::days(365)).unwrap();
        let mut told = world.mailed("subscription_changed").await;
        caught_up(&world).await;
        told.push(agent.email.clone());
        if !is_sold {
            let all = [&world.provider, &world.reseller, &world.customer];
            told.extend(all.map(|it| it.email.clone()));
        }
        let mut mailed = world.mailed("subscription_changed").await;
        told.sort();
        mailed.sort();
        assert_eq!(mailed, told);
        let it = page(&world, &world.provider, id).await.subscription;
        let status = if is_sold {
            Status::Active
        } else {
            Status::Expired
        };
        assert_eq!((it.state.status(), it.course.pending), (status, None));
        agrees(&world).await;
    }
}

/// The server was down on the day of the renewal, and a simple list with other prices came before it was recorded.
#[tokio::test]
async fn a_renewal_that_is_recorded_late_costs_the_price_of_its_day() {
    let (world, id) = bought().await;
    let costs = async || {
        let page = page(&world, &world.provider, id).await;
        page.subscription.term_price().map(|price| price.minor)
    };
    world.state.clock.advance(TimeDelta::days(370)).unwrap();
    let dearer = Listed {
        sku: world.sku.into_uuid(),
        part_number: "DEARER".to_owned(),
        name: "Dearer".to_owned(),
        sold: true,
        limits: Limits {
            minimum: 1,
            maximum: 300,
            per_customer: None,
            one_per_customer: false,
        },
        prices: vec![Money::new(3_000, Currency::Twd)],
    };
    let now = world.state.clock.now();
    let mut db = world.state.pool.acquire().await.unwrap();
    // Once more, and nothing is different from what it was a moment ago.
    for _ in 0..2 {
        import(&mut db, std::slice::from_ref(&dearer), now)
            .await
            .unwrap();
    }
    drop(db);
    let kept = "select count(*) from product_earlier";
    assert_eq!(world.count(kept).await, 1);
    // The page knows it before it is recorded.
    assert_eq!(costs().await, Some(12_000));
    caught_up(&world).await;
    assert_eq!(costs().await, Some(12_000));
    world.state.clock.advance(TimeDelta::days(365)).unwrap();
    caught_up(&world).await;
    assert_eq!(costs().await, Some(36_000));
    agrees(&world).await;
}

/// An add-on follows its base, also when both are due at the same moment.
#[tokio::test]
async fn an_add_on_expires_with_its_base() {
    let (world, id) = bought().await;
    more(&world, 1).await;
    let add_on: Uuid = sqlx::query_scalar("select id from subscription where id <> $1")
        .bind(id.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let terms = serde_json::json!({ "kind": "license", "price": null, "base": id });
    // Ordered for its base: in its event, and so in its state.
    sqlx::query("alter table event disable trigger event_is_final")
        .execute(&world.state.pool)
        .await
        .unwrap();
    sqlx::query(
        "update event set body = jsonb_set(body, '{event,terms}', $2) where object_id = $1",
    )
    .bind(add_on)
    .bind(&terms)
    .execute(&world.state.pool)
    .await
    .unwrap();
    sqlx::query(
        "update subscription set base_id = $2,
             body = jsonb_set(body, '{course}', jsonb_build_object('base', $2)) where id = $1",
    )
    .bind(add_on)
    .bind(id.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    let page = page(&world, &world.provider, id).await;
    assert_eq!(page.add_ons.len(), 1);
    submit(&world, &world.provider, id, Command::Suspend)
        .await
        .unwrap();
    let add_on = SubscriptionId::from_uuid(add_on);
    let refused = submit(&world, &world.provider, add_on, Command::Reactivate).await;
    assert_eq!(crate::testing::world::refused(refused), "base_not_active");
    world.state.clock.advance(TimeDelta::days(366)).unwrap();
    caught_up(&world).await;
    assert_eq!(
        world
            .count("select count(*) from subscription where status = 'expired'")
            .await,
        2
    );
    agrees(&world).await;
}

/// Somebody is changing the base: the add-on, which is due as well, is not held up meanwhile, so that nobody who has
/// one of them waits for the other.
#[tokio::test]
async fn an_add_on_is_not_locked_without_its_base() {
    let (world, id) = bought().await;
    more(&world, 1).await;
    sqlx::query("update subscription set base_id = $1 where id <> $1")
        .bind(id.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    world.state.clock.advance(TimeDelta::days(35)).unwrap();
    let (mut somebody, mut server) = (
        world.state.pool.begin().await.unwrap(),
        world.state.pool.begin().await.unwrap(),
    );
    sqlx::query("select from subscription where id = $1 for update")
        .bind(id.into_uuid())
        .fetch_all(&mut *somebody)
        .await
        .unwrap();
    let all = Due::AllBut(Vec::new());
    let found = due(&mut server, world.state.clock.now(), &all, 10)
        .await
        .unwrap();
    assert!(found.is_empty());
    // Both are due, and are one family.
    let now = world.state.clock.now();
    let bases = due_bases(&mut server, now, &[], 10).await.unwrap();
    assert_eq!(bases, [id.into_uuid()]);
    assert!(
        due_bases(&mut server, now, &[id], 10)
            .await
            .unwrap()
            .is_empty()
    );
    let both = sqlx::query("select from subscription for update nowait")
        .fetch_all(&mut *somebody)
        .await;
    assert_eq!(both.unwrap().len(), 2);
}

/// What was bought before there was a ledger is charged by the migration as core charges it.
#[tokio::test]
async fn what_was_stored_before_is_charged_and_due() {
    let (world, id) = bought().await;
    let due = "select count(*) from subscription where due_at = timestamptz '2026-12-21T09:00:00Z'";
    assert_eq!(world.count(due).await, 1);
    let before = [
        "delete from charge",
        "update subscription set due_at = null",
    ];
    for statement in before {
        sqlx::query(statement)
            .execute(&world.state.pool)
            .await
            .unwrap();
    }
    let migration = include_str!("../../../migrations/0095_subscription_life.sql");
    let (_, backfill) = migration.split_once("-- backfill\n").unwrap();
    sqlx::raw_sql(backfill)
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(world.count(due).await, 1);
    assert_eq!(amounts(&world).await, [25_000]);
    let lines = page(&world, &world.provider, id).await.charges;
    assert_eq!((lines[0].days, lines[0].period.of), (30, 12));
    agrees(&world).await;
}

#[tokio::test]
async fn one_that_fails_does_not_stop_the_others() {
    let (world, id) = bought().await;
    more(&world, 3).await;
    world.state.clock.advance(TimeDelta::days(35)).unwrap();
    sqlx::raw_sql(
        "create function broken() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$",
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!(
        "create trigger broken before update on subscription for each row when (old.id = '{id}')
         execute function broken()"
    )))
    .execute(&world.state.pool)
    .await
    .unwrap();
    let outcome = catch_up_subscriptions(world.state.clone()).await;
    assert!(outcome.is_err(), "what fails is told");
    let left: i64 = sqlx::query_scalar("select count(*) from subscription where due_at <= $1")
        .bind(world.state.clock.now())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(left, 1, "only that one is left");
}
