//! What people do to a subscription, against Postgres.

use std::{collections::BTreeSet, sync::Arc};

use tierline_app::{
    error::PortalError,
    portal::all::*,
    subscription::model::{Doing, SubscriptionPage},
};
use tierline_core::{
    ids::SubscriptionId,
    license::Losing,
    relationship,
    role::Role,
    subscription::{AutoRenew, Command, Plan, Shown, Status, Term},
};
use uuid::Uuid;

use crate::{
    check::check,
    testing::world::{Person, World, refused, request},
};

/// A world with one subscription of 25 licenses at 10 a month, ordered by the provider with the reseller of record.
pub(super) async fn bought() -> (World, SubscriptionId) {
    let world = selling("TW", "TWD", 1_000).await;
    let id = buy(&world).await;
    (world, id)
}

/// A world in this country, where the product costs so many of the currency's smallest units a month.
pub(super) async fn selling(country: &str, currency: &str, price: i64) -> World {
    let world = World::new().await;
    sqlx::query("update organization set country = $1 where country = 'TW'")
        .bind(country)
        .execute(&world.state.pool)
        .await
        .unwrap();
    world.partners().await;
    world.joint_customer().await;
    sqlx::query(
        "insert into product_price (sku_id, currency, minor) values ($1, $2, $3)
         on conflict (sku_id, currency) do update set minor = excluded.minor",
    )
    .bind(world.sku.into_uuid())
    .bind(currency)
    .bind(price)
    .execute(&world.state.pool)
    .await
    .unwrap();
    world
}

/// The provider orders 25 licenses with the reseller of record.
pub(super) async fn buy(world: &World) -> SubscriptionId {
    let of_record = Some(world.reseller.organization);
    let lines = vec![(world.sku, 25)];
    world
        .portal(&world.provider)
        .place_order(world.customer.organization, lines, of_record, request())
        .await
        .unwrap();
    let id: Uuid = sqlx::query_scalar("select id from subscription order by id desc limit 1")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    id.into()
}

/// Submits a command after its preview was shown.
pub(super) async fn submit(
    world: &World,
    person: &Person,
    id: SubscriptionId,
    command: Command,
) -> Result<(), PortalError> {
    let shown = shown(world, person, id, command).await?;
    let portal = world.portal(person);
    portal
        .change_subscription(id, command, nobody(), shown, request())
        .await
}

pub(super) async fn shown(
    world: &World,
    person: &Person,
    id: SubscriptionId,
    command: Command,
) -> Result<Shown, PortalError> {
    let portal = world.portal(person);
    let page = portal
        .subscription_change(id, Some(command), String::new())
        .await?;
    match page.problem {
        Some(problem) => Err(problem),
        None => Ok(Shown {
            version: page.page.version,
            cost: page.cost,
        }),
    }
}

pub(super) async fn page(world: &World, person: &Person, id: SubscriptionId) -> SubscriptionPage {
    world.portal(person).subscription(id).await.unwrap()
}

/// Nobody is said to lose a license.
pub(super) fn nobody() -> Losing {
    Losing::Chosen(BTreeSet::new())
}

/// The amounts of the ledger, the first line first.
pub(super) async fn amounts(world: &World) -> Vec<i64> {
    sqlx::query_scalar("select amount from charge order by subscription_id, line")
        .fetch_all(&world.state.pool)
        .await
        .unwrap()
}

/// Nothing that has a history is otherwise than it says; the world of the tests was inserted without one.
pub(super) async fn agrees(world: &World) {
    let report = check(&world.state.pool).await.unwrap();
    let (differ, not_stored) = (report.differ.count, report.not_stored.count);
    assert_eq!((differ, not_stored), (0, 0), "{report}");
    let of = |(kind, _): &(&str, _)| *kind == "subscription";
    assert!(!report.without_history.first.iter().any(of), "{report}");
}

fn days(count: i64) -> chrono::TimeDelta {
    chrono::TimeDelta::days(count)
}

#[tokio::test]
async fn more_licenses_are_charged_and_fewer_credited_as_the_preview_said() {
    let (world, id) = bought().await;
    assert_eq!(amounts(&world).await, [25_000]);
    world.state.clock.advance(days(10)).unwrap();
    let more = Command::SetQuantity { to: 35 };
    let portal = world.portal(&world.provider);
    let preview = portal
        .subscription_change(id, Some(more), String::new())
        .await
        .unwrap();
    let expected = preview.preview.unwrap().now;
    assert_eq!(expected.len(), 1);
    submit(&world, &world.provider, id, more).await.unwrap();
    // Twenty of the thirty days of the period, for ten licenses.
    assert_eq!(amounts(&world).await, [25_000, 6_667]);
    assert_eq!(expected[0].amount.minor, 6_667);
    let it = page(&world, &world.provider, id).await;
    assert_eq!(it.subscription.quantity.get(), 35);
    assert_eq!(it.charges[0], expected[0]);
    // Only what was added lately can be taken back.
    let too_few = Command::SetQuantity { to: 20 };
    assert_eq!(
        refused(submit(&world, &world.provider, id, too_few).await),
        "window_closed"
    );
    let fewer = Command::SetQuantity { to: 25 };
    submit(&world, &world.provider, id, fewer).await.unwrap();
    assert_eq!(amounts(&world).await, [25_000, 6_667, -6_667]);
    // The customer and the reseller of record are told of both.
    let mut told = vec![world.reseller.email.clone(), world.customer.email.clone()];
    told.extend(told.clone());
    told.sort();
    assert_eq!(world.mailed("subscription_changed").await, told);
    agrees(&world).await;
}

#[tokio::test]
async fn a_stale_form_and_another_cost_are_refused_by_name() {
    let (world, id) = bought().await;
    let more = Command::SetQuantity { to: 30 };
    let seen = shown(&world, &world.provider, id, more).await.unwrap();
    let portal = world.portal(&world.provider);
    // A day later the same form would cost less.
    world.state.clock.advance(days(1)).unwrap();
    let late = portal
        .change_subscription(id, more, nobody(), seen.clone(), request())
        .await;
    assert_eq!(refused(late), "cost_changed");
    // Somebody else changes it.
    let seen = shown(&world, &world.provider, id, more).await.unwrap();
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    submit(&world, &world.reseller, id, off).await.unwrap();
    let late = portal
        .change_subscription(id, more, nobody(), seen, request())
        .await;
    assert_eq!(refused(late), "subscription_changed");
    assert_eq!(amounts(&world).await, [25_000]);
    // The price changes between preview and submission.
    let upgrade = Command::RenewNow;
    let seen = shown(&world, &world.provider, id, upgrade).await.unwrap();
    sqlx::query("update product_price set minor = 1100")
        .execute(&world.state.pool)
        .await
        .unwrap();
    let late = portal
        .change_subscription(id, upgrade, nobody(), seen, request())
        .await;
    assert_eq!(refused(late), "cost_changed");
    submit(&world, &world.provider, id, upgrade).await.unwrap();
    agrees(&world).await;
}

#[tokio::test]
async fn a_repeated_request_changes_it_once() {
    let (world, id) = bought().await;
    let more = Command::SetQuantity { to: 30 };
    let seen = shown(&world, &world.provider, id, more).await.unwrap();
    let (portal, once) = (world.portal(&world.provider), request());
    for _ in 0..2 {
        portal
            .change_subscription(id, more, nobody(), seen.clone(), once)
            .await
            .unwrap();
    }
    assert_eq!(amounts(&world).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_people_at_one_form_one_is_told() {
    let (world, id) = bought().await;
    let world = Arc::new(world);
    let more = Command::SetQuantity { to: 30 };
    let seen = shown(&world, &world.provider, id, more).await.unwrap();
    let both: Vec<_> = (0..2)
        .map(|_| {
            let (world, seen) = (world.clone(), seen.clone());
            tokio::spawn(async move {
                let portal = world.portal(&world.provider);
                portal
                    .change_subscription(id, more, nobody(), seen, request())
                    .await
            })
        })
        .collect();
    let mut codes = Vec::new();
    for answer in both {
        codes.push(match answer.await.unwrap() {
            Ok(()) => "done",
            other => refused(other),
        });
    }
    codes.sort_unstable();
    assert_eq!(codes, ["done", "unchanged"]);
    assert_eq!(amounts(&world).await.len(), 2);
    agrees(&world).await;
}

#[tokio::test]
async fn each_partner_does_what_it_may_and_is_told_why_not() {
    let (world, id) = bought().await;
    let reseller = page(&world, &world.reseller, id).await;
    let why = |page: &SubscriptionPage, what| {
        let possible = page.possible(what).unwrap();
        possible.refusal.as_ref().map(|refusal| refusal.code())
    };
    assert_eq!(why(&reseller, Doing::Cancel), Some("another_partner"));
    assert_eq!(why(&reseller, Doing::Suspend), Some("another_partner"));
    assert_eq!(why(&reseller, Doing::AutoRenewOff), None);
    assert_eq!(why(&reseller, Doing::Schedule), None);
    let provider = page(&world, &world.provider, id).await;
    for possible in &provider.actions {
        assert_eq!(possible.refusal, None, "{:?}", possible.what);
    }
    let customer = page(&world, &world.customer, id).await;
    assert!(customer.is_own && customer.actions.is_empty());
    assert_eq!(customer.charges.len(), 1);
    let cancel = submit(&world, &world.reseller, id, Command::Cancel).await;
    assert_eq!(refused(cancel), "another_partner");
    // Without the right to administer, the reseller of record still sees what it earns on.
    let tie = world.relationship(&world.reseller).await;
    let end = relationship::Command::EndGrant(relationship::Grant::Administer);
    let portal = world.portal(&world.customer);
    portal
        .change_relationship(tie, end, None, request())
        .await
        .unwrap();
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    assert_eq!(
        refused(submit(&world, &world.reseller, id, off).await),
        "grant_missing"
    );
    for stranger in [&world.other_provider, &world.far_customer] {
        let seen = world.portal(stranger).subscription(id).await;
        assert_eq!(seen.unwrap_err(), PortalError::NotFound);
    }
    let user = world.colleague(&world.customer, Role::User).await;
    let seen = world.portal(&user).subscription(id).await;
    assert_eq!(refused(seen), "role_missing");
}

#[tokio::test]
async fn what_is_scheduled_is_undone_or_happens_and_its_author_is_told() {
    let (world, id) = bought().await;
    let later = Command::Schedule {
        quantity: Some(10),
        upgrade: None,
        plan: Some(Plan {
            term: Term::Month,
            ..Plan::DEFAULT
        }),
    };
    submit(&world, &world.reseller, id, later).await.unwrap();
    let it = page(&world, &world.provider, id).await;
    assert!(it.scheduled_by.is_some());
    assert_eq!(
        it.subscription
            .course
            .pending
            .unwrap()
            .change
            .quantity
            .get(),
        10
    );
    submit(&world, &world.provider, id, Command::Unschedule)
        .await
        .unwrap();
    assert_eq!(
        refused(submit(&world, &world.provider, id, Command::Unschedule).await),
        "nothing_scheduled"
    );
    submit(&world, &world.reseller, id, later).await.unwrap();
    let before = world.mailed("subscription_changed").await.len();
    world.state.clock.advance(days(366)).unwrap();
    crate::jobs::expiry::catch_up_subscriptions(world.state.clone())
        .await
        .unwrap();
    let it = page(&world, &world.provider, id).await;
    assert_eq!(it.subscription.quantity.get(), 10);
    assert_eq!(it.subscription.plan.term, Term::Month);
    assert!(it.subscription.course.pending.is_none());
    let mails = world.mailed("subscription_changed").await;
    assert_eq!(mails.len(), before + 1);
    let last: String = sqlx::query_scalar(
        "select to_address from mail where kind = 'subscription_changed' order by id desc limit 1",
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(last, world.reseller.email);
    agrees(&world).await;
}

#[tokio::test]
async fn suspended_expired_brought_back_and_canceled() {
    let (world, id) = bought().await;
    let provider = &world.provider;
    let status = async || page(&world, provider, id).await.subscription.state.status();
    submit(&world, provider, id, Command::Suspend)
        .await
        .unwrap();
    assert_eq!(status().await, Status::Suspended);
    submit(&world, provider, id, Command::Reactivate)
        .await
        .unwrap();
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    submit(&world, provider, id, off).await.unwrap();
    world.state.clock.advance(days(370)).unwrap();
    // Before the job has run, it is so already.
    assert_eq!(status().await, Status::Expired);
    submit(&world, provider, id, Command::BringBack)
        .await
        .unwrap();
    assert_eq!(status().await, Status::Active);
    // Twelve months and the first of the new term.
    assert_eq!(amounts(&world).await, vec![25_000; 13]);
    submit(&world, provider, id, Command::Cancel).await.unwrap();
    assert_eq!(amounts(&world).await.last(), Some(&-25_000));
    world.state.clock.advance(days(31)).unwrap();
    assert_eq!(status().await, Status::Deleted);
    agrees(&world).await;
}

#[tokio::test]
async fn an_upgrade_goes_to_a_listed_target_with_all_licenses() {
    let (world, id) = bought().await;
    let target = Uuid::now_v7();
    sqlx::query(
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, sort_key)
         values ($1, 'BP', 'Business Premium', true, 1, 300, 'business premium')",
    )
    .bind(target)
    .execute(&world.state.pool)
    .await
    .unwrap();
    sqlx::query("insert into product_price (sku_id, currency, minor) values ($1, 'TWD', 2000)")
        .bind(target)
        .execute(&world.state.pool)
        .await
        .unwrap();
    let upgrade = Command::Upgrade { to: target.into() };
    assert_eq!(
        refused(submit(&world, &world.provider, id, upgrade).await),
        "no_upgrade"
    );
    sqlx::query("insert into product_tie (sku_id, tie, other_id) values ($1, 'upgrade', $2)")
        .bind(world.sku.into_uuid())
        .bind(target)
        .execute(&world.state.pool)
        .await
        .unwrap();
    let it = page(&world, &world.provider, id).await;
    assert_eq!(it.targets.len(), 1);
    submit(&world, &world.provider, id, upgrade).await.unwrap();
    assert_eq!(amounts(&world).await, [25_000, -25_000, 50_000]);
    let it = page(&world, &world.provider, id).await;
    assert_eq!(it.product, "Business Premium");
    agrees(&world).await;
}
