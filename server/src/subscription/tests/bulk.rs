//! Many renewals that are changed at once, against Postgres.

use std::collections::BTreeSet;

use sqlx::types::Json;
use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    portal::{ChosenSubscriptions, all::*},
    subscription::{
        list::bulk::RenewalBulk,
        model::bulk::{BulkPage, BulkRow, BulkState, Phase},
    },
};
use tierline_core::{
    ids::{BulkId, SubscriptionId},
    market::Currency,
    money::Money,
    role::Role,
    subscription::{AutoRenew, Bulk, Command, Subscription},
};
use uuid::Uuid;

use super::life::{bought, submit};
use crate::{
    jobs::expiry::change_renewals,
    testing::world::{Person, World, refused, request},
};

/// Five subscriptions: one of 25 licenses, and four of 5.
async fn five() -> (World, Vec<SubscriptionId>) {
    let (world, _) = bought().await;
    let customer = world.customer.organization;
    let of_record = Some(world.reseller.organization);
    for _ in 0..4 {
        world
            .portal(&world.provider)
            .place_order(customer, vec![(world.sku, 5)], of_record, request())
            .await
            .unwrap();
    }
    let ids: Vec<Uuid> = sqlx::query_scalar("select id from subscription order by id")
        .fetch_all(&world.state.pool)
        .await
        .unwrap();
    (
        world,
        ids.into_iter().map(SubscriptionId::from_uuid).collect(),
    )
}

fn these(ids: &[SubscriptionId]) -> ChosenSubscriptions {
    ChosenSubscriptions::These(ids.iter().copied().collect())
}

fn all(query: &str) -> ChosenSubscriptions {
    ChosenSubscriptions::All(ListQuery::parse(query))
}

async fn begun(
    world: &World,
    by: &Person,
    chosen: ChosenSubscriptions,
    what: Bulk,
) -> Result<BulkId, PortalError> {
    let portal = world.portal(by);
    portal.begin_renewals(chosen, what, request()).await
}

async fn page(world: &World, by: &Person, id: BulkId) -> Result<BulkPage, PortalError> {
    let query = ListQuery::parse(&format!("of={id}"));
    world.portal(by).listed::<RenewalBulk>(query).await
}

/// The page after the job has gone on.
async fn later(world: &World, by: &Person, id: BulkId) -> BulkPage {
    change_renewals(world.state.clone()).await.unwrap();
    page(world, by, id).await.unwrap()
}

async fn run(world: &World, by: &Person, id: BulkId) -> BulkPage {
    world.portal(by).run_renewals(id, request()).await.unwrap();
    later(world, by, id).await
}

async fn stored(world: &World) -> Vec<Subscription> {
    let bodies: Vec<Json<Subscription>> =
        sqlx::query_scalar("select body from subscription order by id")
            .fetch_all(&world.state.pool)
            .await
            .unwrap();
    bodies.into_iter().map(|Json(it)| it).collect()
}

fn off(all: &[Subscription]) -> usize {
    let off = all
        .iter()
        .filter(|it| it.course.auto_renew == AutoRenew::Off);
    off.count()
}

fn codes(page: &BulkPage) -> BTreeSet<&'static str> {
    let refusals = page.rows.rows.iter().filter_map(|row| row.refusal.as_ref());
    refusals.map(|refusal| refusal.code()).collect()
}

fn row(page: &BulkPage, id: SubscriptionId) -> &BulkRow {
    let found = page.rows.rows.iter().find(|row| row.subscription == id);
    found.unwrap()
}

#[tokio::test]
async fn many_are_shown_first_and_then_changed_step_by_step() {
    let (world, ids) = five().await;
    let by = &world.provider;
    let id = begun(&world, by, all(""), Bulk::AutoRenewOff)
        .await
        .unwrap();
    let shown = page(&world, by, id).await.unwrap();
    assert_eq!(shown.phase, Phase::Looking);
    assert_eq!(
        (shown.counts.chosen(), shown.counts.can),
        (5, 2),
        "the first step is made before the answer"
    );
    let shown = later(&world, by, id).await;
    assert_eq!((shown.phase, shown.counts.can), (Phase::Shown, 5));
    // Nothing renews, so nothing costs anything.
    assert!(shown.sums.is_empty());
    assert_eq!(off(&stored(&world).await), 0, "nothing is changed yet");

    let once = request();
    for _ in 0..2 {
        world.portal(by).run_renewals(id, once).await.unwrap();
    }
    let done = later(&world, by, id).await;
    assert_eq!((done.phase, done.counts.done), (Phase::Done, 5));
    assert_eq!(off(&stored(&world).await), ids.len());
    // What is over is not run again, and what is so already is not changed.
    let done = run(&world, by, id).await;
    assert_eq!(done.counts.done, 5);
    let id = begun(&world, by, these(&ids[..2]), Bulk::AutoRenewOff)
        .await
        .unwrap();
    let same = page(&world, by, id).await.unwrap();
    assert_eq!((same.phase, same.counts.same), (Phase::Shown, 2));
}

#[tokio::test]
async fn the_sum_is_that_of_the_next_terms() {
    let (world, ids) = five().await;
    let by = &world.provider;
    let id = begun(&world, by, all(""), Bulk::RenewNow).await.unwrap();
    let shown = later(&world, by, id).await;
    let year = |licenses: i64| Money::new(licenses * 12 * 1_000, Currency::Twd);
    assert_eq!(shown.sums, [year(25 + 4 * 5)]);
    let largest = row(&shown, ids[0]);
    assert_eq!(
        (largest.next_licenses, largest.next_term),
        (Some(25), Some(year(25)))
    );
    assert_eq!(largest.state, BulkState::Can);
    let done = run(&world, by, id).await;
    assert_eq!((done.counts.done, done.sums), (5, shown.sums));
    let renewed = stored(&world).await.into_iter();
    let mut renewed = renewed.filter_map(|it| it.course.pending);
    assert!(renewed.all(|pending| pending.renewed));
}

#[tokio::test]
async fn those_that_are_ticked_are_changed_and_no_others() {
    let (world, ids) = five().await;
    let by = &world.provider;
    let foreign = SubscriptionId::from_uuid(Uuid::now_v7());
    let chosen = these(&[ids[1], ids[3], foreign]);
    let id = begun(&world, by, chosen, Bulk::AutoRenewOff).await.unwrap();
    let done = run(&world, by, id).await;
    assert_eq!((done.counts.chosen(), done.counts.done), (2, 2));
    let stored = stored(&world).await;
    let changed = stored
        .iter()
        .filter(|it| it.course.auto_renew == AutoRenew::Off);
    let changed: Vec<_> = changed.map(|it| it.id).collect();
    assert_eq!(changed, [ids[1], ids[3]]);
    for nobody in [these(&[foreign]), these(&[]), all("search=tailspin")] {
        let answer = begun(&world, by, nobody, Bulk::AutoRenewOff).await;
        assert_eq!(refused(answer), "no_subscription_chosen");
    }
}

#[tokio::test]
async fn each_that_cannot_is_told_why_and_tried_again() {
    let (world, ids) = five().await;
    let by = &world.provider;
    submit(&world, by, ids[2], Command::Suspend).await.unwrap();
    let id = begun(&world, by, all(""), Bulk::RenewNow).await.unwrap();
    let shown = later(&world, by, id).await;
    assert_eq!((shown.counts.can, shown.counts.cannot), (4, 1));
    assert_eq!(codes(&shown), ["wrong_state"].into());
    let only = ListQuery::parse(&format!("of={id}&state=cannot"));
    let only = world.portal(by).listed::<RenewalBulk>(only).await;
    assert_eq!(only.unwrap().rows.rows.len(), 1);
    let done = run(&world, by, id).await;
    assert_eq!((done.phase, done.counts.done), (Phase::Done, 4));

    submit(&world, by, ids[2], Command::Reactivate)
        .await
        .unwrap();
    world
        .portal(by)
        .retry_renewals(id, request())
        .await
        .unwrap();
    let shown = later(&world, by, id).await;
    assert_eq!((shown.phase, shown.counts.can), (Phase::Shown, 1));
    let done = run(&world, by, id).await;
    assert_eq!((done.counts.done, done.counts.cannot), (5, 0));
    // Nobody holds a license, and of nothing there is no renewal; what was renewed ahead stays as it is.
    let id = begun(&world, by, all(""), Bulk::FitAssigned).await.unwrap();
    let shown = later(&world, by, id).await;
    assert_eq!((shown.counts.can, shown.counts.cannot), (0, 5));
    assert_eq!(codes(&shown), ["renewed_already"].into());
}

#[tokio::test]
async fn another_price_than_was_shown_is_not_paid() {
    let (world, ids) = five().await;
    let by = &world.provider;
    let id = begun(&world, by, these(&ids[..2]), Bulk::RenewNow)
        .await
        .unwrap();
    assert_eq!(page(&world, by, id).await.unwrap().counts.can, 2);
    sqlx::query("update product_price set minor = 1100 where currency = 'TWD'")
        .execute(&world.state.pool)
        .await
        .unwrap();
    let failed = run(&world, by, id).await;
    assert_eq!((failed.phase, failed.counts.failed), (Phase::Done, 2));
    assert_eq!(codes(&failed), ["cost_changed"].into());
    world
        .portal(by)
        .retry_renewals(id, request())
        .await
        .unwrap();
    let shown = page(&world, by, id).await.unwrap();
    assert_eq!(
        shown.sums,
        [Money::new((25 + 5) * 12 * 1_100, Currency::Twd)]
    );
    assert_eq!(run(&world, by, id).await.counts.done, 2);
}

#[tokio::test]
async fn whoever_loses_the_right_changes_no_more() {
    let (world, _) = five().await;
    let agent = world.colleague(&world.provider, Role::AdminAgent).await;
    let id = begun(&world, &agent, all(""), Bulk::AutoRenewOff)
        .await
        .unwrap();
    later(&world, &agent, id).await;
    world
        .portal(&agent)
        .run_renewals(id, request())
        .await
        .unwrap();
    let before = off(&stored(&world).await);
    assert!(before < 5);
    sqlx::query("update membership set roles = array['sales_agent'] where user_id = $1")
        .bind(agent.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    change_renewals(world.state.clone()).await.unwrap();
    let stopped: Vec<(String, bool)> = sqlx::query_as("select phase, is_stopped from renewal_bulk")
        .fetch_all(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(stopped, [("done".to_owned(), true)]);
    assert_eq!(off(&stored(&world).await), before);
}

#[tokio::test]
async fn nobody_else_sees_what_was_chosen() {
    let (world, ids) = five().await;
    let by = &world.provider;
    let id = begun(&world, by, these(&ids), Bulk::AutoRenewOff)
        .await
        .unwrap();
    let colleague = world.colleague(by, Role::AdminAgent).await;
    for person in [&colleague, &world.other_provider, &world.reseller] {
        assert_eq!(
            page(&world, person, id).await.map(drop),
            Err(PortalError::NotFound)
        );
        let portal = world.portal(person);
        assert_eq!(
            portal.run_renewals(id, request()).await,
            Err(PortalError::NotFound)
        );
        assert_eq!(
            portal.retry_renewals(id, request()).await,
            Err(PortalError::NotFound)
        );
    }
    let seller = world.colleague(by, Role::SalesAgent).await;
    for person in [&seller, &world.customer] {
        assert_eq!(refused(page(&world, person, id).await), "role_missing");
        let answer = begun(&world, person, these(&ids), Bulk::AutoRenewOff).await;
        assert_eq!(refused(answer), "role_missing");
    }
    // A reseller with the right to administer changes renewals, unless another one is partner of record.
    let id = begun(
        &world,
        &world.reseller,
        these(&ids[..1]),
        Bulk::AutoRenewOff,
    )
    .await
    .unwrap();
    assert_eq!(run(&world, &world.reseller, id).await.counts.done, 1);
}
