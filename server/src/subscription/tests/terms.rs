//! Terms from a month's end or a leap day on, and a currency without a smaller unit, against Postgres.

use chrono::TimeDelta;
use tierline_app::{
    list::model::ListQuery, portal::all::*, subscription::list::statement::StatementLines,
};
use tierline_core::{Timestamp, market::Currency, money::Money, subscription::Command};

use super::life::{agrees, amounts, buy, page, selling, submit};
use crate::{jobs::expiry::catch_up_subscriptions, testing::world::World};

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// It is this moment now, and what it brings is recorded.
async fn at(world: &World, text: &str) {
    let passed: TimeDelta = moment(text) - world.now();
    world.state.clock.advance(passed).unwrap();
    catch_up_subscriptions(world.state.clone()).await.unwrap();
}

/// The day on which each billing period began, and how many days it has.
async fn periods(world: &World) -> Vec<(String, i32)> {
    sqlx::query_as(
        "select to_char(period_starts at time zone 'UTC', 'YYYY-MM-DD'), days from charge
         order by subscription_id, line",
    )
    .fetch_all(&world.state.pool)
    .await
    .unwrap()
}

#[tokio::test]
async fn a_term_from_a_months_end_comes_back_to_it_after_each_shorter_month() {
    let world = selling("TW", "TWD", 1_000).await;
    at(&world, "2027-01-31T23:30:00Z").await;
    let id = buy(&world).await;
    at(&world, "2028-03-31T23:30:00Z").await;
    let expected = [
        ("2027-01-31", 28),
        ("2027-02-28", 31),
        ("2027-03-31", 30),
        ("2027-04-30", 31),
        ("2027-05-31", 30),
        ("2027-06-30", 31),
        ("2027-07-31", 31),
        ("2027-08-31", 30),
        ("2027-09-30", 31),
        ("2027-10-31", 30),
        ("2027-11-30", 31),
        ("2027-12-31", 31),
        // The next term, in a leap year.
        ("2028-01-31", 29),
        ("2028-02-29", 31),
        ("2028-03-31", 30),
    ];
    let expected = expected.map(|(day, days)| (day.to_owned(), days));
    assert_eq!(periods(&world).await, expected);
    assert_eq!(amounts(&world).await, vec![25_000; 15]);
    let it = page(&world, &world.provider, id).await.subscription;
    let term = ["2028-01-31T23:30:00Z", "2029-01-31T23:30:00Z"].map(moment);
    assert_eq!([it.starts, it.ends], term);
    agrees(&world).await;
}

#[tokio::test]
async fn a_year_from_a_leap_day_comes_back_to_it() {
    let world = selling("TW", "TWD", 1_000).await;
    at(&world, "2028-02-29T09:00:00Z").await;
    let id = buy(&world).await;
    for (now, starts) in [
        ("2029-02-28T08:59:59Z", "2028-02-29T09:00:00Z"),
        ("2029-02-28T09:00:00Z", "2029-02-28T09:00:00Z"),
        // Two years without a server.
        ("2031-03-01T00:00:00Z", "2031-02-28T09:00:00Z"),
        ("2032-02-29T08:59:59Z", "2031-02-28T09:00:00Z"),
        ("2032-02-29T09:00:00Z", "2032-02-29T09:00:00Z"),
    ] {
        at(&world, now).await;
        let it = page(&world, &world.provider, id).await.subscription;
        assert_eq!(it.starts, moment(starts), "{now}");
    }
    let renewals = "select count(*) from event where body -> 'event' ->> 'type' = 'renewed'";
    assert_eq!(world.count(renewals).await, 4);
    assert_eq!(amounts(&world).await, vec![25_000; 4 * 12 + 1]);
    agrees(&world).await;
}

/// Yen have no smaller unit: everything is rounded to whole ones, and told so.
#[tokio::test]
async fn a_currency_without_minor_units_is_bought_changed_renewed_and_stated() {
    let world = selling("JP", "JPY", 1_001).await;
    let yen = |minor| Money::new(minor, Currency::Jpy);
    let id = buy(&world).await;
    at(&world, "2026-12-01T09:00:00Z").await;
    // Twenty of the thirty days, for five licenses: 3,336.67.
    for to in [30, 25] {
        let change = Command::SetQuantity { to };
        submit(&world, &world.provider, id, change).await.unwrap();
    }
    let mut expected = vec![25_025, 3_337, -3_337];
    assert_eq!(amounts(&world).await, expected);
    for person in [&world.provider, &world.reseller, &world.customer] {
        let portal = world.portal(person);
        let december = ListQuery::parse("month=2026-12");
        let page = portal.listed::<StatementLines>(december).await.unwrap();
        let told: Vec<_> = page
            .totals
            .iter()
            .map(|it| (it.charged, it.credited, it.due))
            .collect();
        assert_eq!(told, [(yen(3_337), yen(-3_337), yen(0))]);
    }
    let at_renewal = page(&world, &world.provider, id).await;
    assert_eq!(at_renewal.subscription.term_price(), Some(yen(12_012)));
    at(&world, "2027-11-21T09:00:00Z").await;
    expected.extend([25_025; 12]);
    assert_eq!(amounts(&world).await, expected);
    let it = page(&world, &world.provider, id).await.subscription;
    assert_eq!(
        (it.starts, it.term_price()),
        (world.now(), Some(yen(12_012)))
    );
    let renewed = "select count(*) from charge where reason = 'renewal' and currency = 'JPY' and price = 12012";
    assert_eq!(world.count(renewed).await, 1);
    agrees(&world).await;
}
