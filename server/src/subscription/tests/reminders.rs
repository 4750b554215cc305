//! Reminders before the end of a term, against Postgres.

use chrono::TimeDelta;
use tierline_app::portal::all::*;
use tierline_core::subscription::{AutoRenew, Command};

use super::life::{bought, submit};
use crate::{
    jobs::expiry::{catch_up_subscriptions, remind_of_renewals},
    testing::world::{World, request},
};

/// A day passes, or many, and both jobs run.
async fn after(world: &World, days: i64) {
    world.state.clock.advance(TimeDelta::days(days)).unwrap();
    catch_up_subscriptions(world.state.clone()).await.unwrap();
    remind_of_renewals(world.state.clone()).await.unwrap();
}

/// How many reminders were sent, each to the provider that ordered and to the partner of record.
async fn sent(world: &World) -> usize {
    let mailed = world.mailed("renewal_reminder").await;
    let mut expected = Vec::new();
    for _ in 0..mailed.len() / 2 {
        expected.extend([world.provider.email.clone(), world.reseller.email.clone()]);
    }
    expected.sort();
    assert_eq!(mailed, expected);
    mailed.len() / 2
}

#[tokio::test]
async fn each_is_sent_on_its_day_and_once_in_a_term() {
    let (world, _) = bought().await;
    let mut day = 0;
    for (next, count) in [
        (0, 0),
        (334, 0),
        (335, 1),
        (336, 1),
        (357, 1),
        (358, 2),
        (364, 3),
        (365, 3),
        // Of the next term, which has a day in February more.
        (365 + 335, 3),
        (365 + 336, 4),
        (365 + 359, 5),
        (365 + 365, 6),
    ] {
        after(&world, next - day).await;
        day = next;
        assert_eq!(sent(&world).await, count, "day {next}");
        // Nobody is told twice, also when a change has it looked at again.
        sqlx::query("update subscription set quantity = quantity")
            .execute(&world.state.pool)
            .await
            .unwrap();
        after(&world, 0).await;
        assert_eq!(sent(&world).await, count, "again on day {next}");
    }
}

#[tokio::test]
async fn after_a_long_time_without_a_server_the_last_one_is_sent_alone() {
    let (world, id) = bought().await;
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    submit(&world, &world.provider, id, off).await.unwrap();
    after(&world, 360).await;
    assert_eq!(sent(&world).await, 1);
    after(&world, 4).await;
    assert_eq!(sent(&world).await, 2);
    // It has expired: there is nothing to remind of any more.
    after(&world, 2).await;
    assert_eq!(sent(&world).await, 2);
    let left = "select count(*) from renewal_reminder where look_at is not null";
    assert_eq!(world.count(left).await, 0);
}

#[tokio::test]
async fn several_servers_share_them() {
    let (world, _) = bought().await;
    let portal = world.portal(&world.provider);
    let of_record = Some(world.reseller.organization);
    for _ in 0..9 {
        let lines = vec![(world.sku, 1)];
        portal
            .place_order(world.customer.organization, lines, of_record, request())
            .await
            .unwrap();
    }
    world.state.clock.advance(TimeDelta::days(340)).unwrap();
    catch_up_subscriptions(world.state.clone()).await.unwrap();
    let job = || remind_of_renewals(world.state.clone());
    let (one, two, three) = tokio::join!(job(), job(), job());
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 10);
    assert_eq!(sent(&world).await, 10);
}
