//! What somebody who opens the demo finds in it.

use tierline_app::{overview::model::Waiting, portal::all::*};
use tierline_core::order_request;

use super::*;

#[tokio::test]
async fn everything_that_there_is_to_see_is_there() {
    let (database, state) = world().await;
    let pool = &database.pool;
    let now = state.clock.now();
    let invitations = bodies::<Invitation>(pool, "invitation").await;
    for kind in [true, false] {
        let of_kind = invitations
            .iter()
            .filter(|(_, it)| it.kind.partners().is_empty() == kind);
        let statuses: BTreeSet<Status> = of_kind.clone().map(|(_, it)| it.status(now)).collect();
        assert_eq!(
            statuses.len(),
            Status::ALL.len(),
            "partnership: {kind}, only {statuses:?}"
        );
        assert!(
            of_kind.clone().any(|(_, it)| it.link > 1),
            "one was sent again"
        );
    }
    let partnerships = bodies::<Partnership>(pool, "partnership").await;
    let states: BTreeSet<&str> = partnerships
        .iter()
        .map(|(_, it)| match it.state {
            tierline_core::partnership::State::Active => "active",
            tierline_core::partnership::State::Ending { .. } => "ending",
            tierline_core::partnership::State::Ended { .. } => "ended",
        })
        .collect();
    assert_eq!(states.len(), 3);
    assert!(
        partnerships
            .iter()
            .any(|(_, it)| it.is_active(now) && !it.has_tenant_admin(now))
    );
    let relationships = bodies::<Relationship>(pool, "relationship").await;
    assert!(
        relationships
            .iter()
            .any(|(_, it)| it.is_active() && !it.is_complete()),
        "a narrowed one"
    );
    assert!(
        relationships.iter().any(|(_, it)| !it.is_active()),
        "an ended one"
    );
    assert!(
        relationships
            .iter()
            .any(|(_, it)| it.is_active_at(now) && it.next_end().is_some()),
        "one with an end date"
    );
    let mut with_platform = 0;
    for (_, it) in &relationships {
        let mut db = pool.acquire().await.unwrap();
        let has = crate::relationship::store::has_platform(&mut db, it.customer, now).await;
        let is_reseller = it.side == tierline_core::relationship::Side::IndirectReseller;
        with_platform += u32::from(is_reseller && has.unwrap());
    }
    assert!(with_platform > 0, "a reseller that can be tenant owner");
    let regions: BTreeSet<String> = organizations::ALL
        .iter()
        .map(|it| {
            tierline_core::market::Country::parse(it.country)
                .unwrap()
                .region()
                .code()
                .to_owned()
        })
        .collect();
    assert!(regions.len() >= 3, "{regions:?}");
    let dead: i64 = sqlx::query_scalar("select count(*) from mail where status = 'dead'")
        .fetch_one(pool)
        .await
        .unwrap();
    assert_eq!(dead, 1);
    let later: i64 = sqlx::query_scalar("select count(*) from event where at > $1")
        .bind(now)
        .fetch_one(pool)
        .await
        .unwrap();
    assert_eq!(later, 0, "nothing happens in the future");
    for email in accounts() {
        let hash: Option<String> =
            sqlx::query_scalar("select password_hash from app_user where email = $1")
                .bind(&email)
                .fetch_one(pool)
                .await
                .unwrap();
        assert!(hash.is_some(), "{email}");
    }
    // One costs the time of a sign-in; all have the same.
    let one: Option<String> =
        sqlx::query_scalar("select password_hash from app_user where email = $1")
            .bind(accounts().remove(0))
            .fetch_one(pool)
            .await
            .unwrap();
    assert!(password::verify(PASSWORD, one).await.unwrap());
    assert_tallies_are_right(pool).await;
    assert_as_decided(pool, now).await;
}

#[tokio::test]
async fn requests_for_orders_wait_for_each_side_and_were_answered_both_ways() {
    let (database, state) = world().await;
    let pool = &database.pool;
    let now = state.clock.now();
    let requests = bodies::<OrderRequest>(pool, "order_request").await;
    let mut statuses: Vec<_> = requests.iter().map(|(_, it)| it.status(now)).collect();
    statuses.sort_unstable();
    assert_eq!(
        statuses,
        [
            order_request::Status::WaitingForCustomer,
            order_request::Status::WaitingForProvider,
            order_request::Status::Approved,
            order_request::Status::Declined,
        ]
    );
    // Each waits on the first page of whoever acts next.
    for person in ["許雅婷", "Pieter Visser"] {
        let overview = portal_of(&state, person).overview().await.unwrap();
        let for_us = overview.for_us.iter();
        let waiting = for_us.filter(|it| matches!(it, Waiting::OrderRequestForUs { .. }));
        assert_eq!(waiting.count(), 1, "{person}");
    }
    let approved: i64 = sqlx::query_scalar(
        "select count(*) from order_request q join customer_order o on o.id = (q.body #>> '{state,order}')::uuid
         join subscription s on s.customer_id = q.customer_id and s.partner_of_record_id = q.reseller_id
            and s.quantity = 10",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    assert_eq!(approved, 1, "the approval is an order of the provider");
    let said: i64 = sqlx::query_scalar("select count(*) from order_request_message")
        .fetch_one(pool)
        .await
        .unwrap();
    assert_eq!(said, 1);
}
