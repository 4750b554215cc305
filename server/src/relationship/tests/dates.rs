//! Rights with an end date, against Postgres: on the very moment, after downtime, with two servers, and reminders.

use chrono::{NaiveDate, TimeDelta};
use tierline_app::{
    error::PortalError,
    form::mark::Mark,
    portal::{Granting, NewInvitation, all::*},
    relationship::model::EndDates,
};
use tierline_core::{
    ids::RelationshipId,
    relationship::{Grant, GrantSet},
    role::Role,
};

use crate::{
    jobs::expiry,
    testing::world::{World, refused, request},
};

/// The day that is so many days ahead.
fn ahead(world: &World, days: i64) -> NaiveDate {
    (world.now() + TimeDelta::days(days)).date_naive()
}

/// Has these dates set by the customer, over whatever there is.
async fn set(world: &World, id: RelationshipId, dates: EndDates) -> Result<(), PortalError> {
    let portal = world.portal(&world.customer);
    let mark = portal.end_dates(id).await?.mark;
    portal.set_end_dates(id, dates, Some(mark), request()).await
}

/// Time passes until so long before, or after, the midnight that ends the day so many days ahead.
fn pass(world: &World, to: NaiveDate, beside: TimeDelta) {
    let end = to
        .succ_opt()
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap()
        .and_utc();
    world.state.clock.set(end + beside).unwrap();
}

async fn order(world: &World) -> Result<(), PortalError> {
    let customer = world.customer.organization;
    world
        .portal(&world.provider)
        .place_order(customer, vec![(world.sku, 1)], None, request())
        .await
}

#[tokio::test]
async fn a_right_ends_on_the_moment_whether_or_not_a_job_has_run() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    let last = ahead(&world, 40);
    let dates = EndDates {
        order_on_behalf: Some(last),
        ..EndDates::default()
    };
    set(&world, with_provider, dates).await.unwrap();
    assert_eq!(
        world.mailed("end_date_set").await,
        [world.provider.email.clone()]
    );
    pass(&world, last, TimeDelta::seconds(-1));
    order(&world).await.unwrap();
    pass(&world, last, TimeDelta::zero());
    assert_eq!(refused(order(&world).await), "grant_missing");
    // The customer reads it as over too.
    let page = world.portal(&world.customer).end_dates(with_provider).await;
    let grants = page.unwrap().relationship.grants;
    assert!(!grants.in_force(Grant::OrderOnBehalf) && grants.in_force(Grant::Support));
    // Two servers write it down, once, after a long time without any.
    pass(&world, last, TimeDelta::days(9));
    let job = || expiry::expire_rights(world.state.clone());
    let (one, two) = tokio::join!(job(), job());
    assert_eq!(one.unwrap() + two.unwrap(), 1);
    let written = "select count(*) from event where body -> 'event' ->> 'type' = 'grant_expired' and user_id is null";
    assert_eq!(world.count(written).await, 1);
    let mut both = [world.provider.email.clone(), world.customer.email.clone()];
    both.sort();
    assert_eq!(world.mailed("rights_ended").await, both);
    assert_eq!(job().await.unwrap(), 0);
}

#[tokio::test]
async fn a_whole_relationship_ends_and_another_one_may_begin_before_a_job_has_run() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, with_reseller) = world.joint_customer().await;
    let last = ahead(&world, 2);
    let dates = EndDates {
        whole: Some(last),
        ..EndDates::default()
    };
    for id in [with_provider, with_reseller] {
        set(&world, id, dates).await.unwrap();
    }
    pass(&world, last, TimeDelta::zero());
    let customer = world.customer.organization;
    for partner in [&world.provider, &world.reseller] {
        let portal = world.portal(partner);
        assert_eq!(
            portal.customer(customer).await.unwrap_err(),
            PortalError::NotFound
        );
        let page = portal
            .listed::<tierline_app::customer::list::Customers>(Default::default())
            .await;
        assert!(page.unwrap().customers.rows.is_empty());
    }
    // A new invitation is accepted at once: what is over is written down with it.
    let to = world.customer.email.clone();
    let kind = NewInvitation::Joint(world.provider.organization);
    let token = world.invited(&world.reseller, kind, &to).await;
    world.accepts(&world.customer, &token).await.unwrap();
    assert_eq!(
        world
            .count("select count(*) from relationship where status = 'active'")
            .await,
        2
    );
    assert_eq!(
        world
            .count("select count(*) from relationship where status = 'ended'")
            .await,
        2
    );
    let left = expiry::expire_rights(world.state.clone()).await.unwrap();
    assert_eq!(left, 0);
    order(&world).await.unwrap();
}

#[tokio::test]
async fn dates_are_given_with_the_acceptance() {
    let world = World::new().await;
    let to = world.customer.email.clone();
    let kind = NewInvitation::Relationship;
    let token = world.invited(&world.reseller, kind, &to).await;
    let (partner, last) = (world.reseller.organization, ahead(&world, 10));
    let granting = |day| Granting {
        grants: vec![(partner, GrantSet::EMPTY.with(Grant::Administer))],
        ends: vec![(partner, Some(Grant::Administer), day)],
    };
    let portal = world.portal(&world.customer);
    let past = portal
        .accept_until(&token, true, granting(ahead(&world, 0)), request())
        .await;
    assert_eq!(refused(past), "end_date_out_of_range");
    portal
        .accept_until(&token, true, granting(last), request())
        .await
        .unwrap();
    let id = world.relationship(&world.reseller).await;
    let page = portal.end_dates(id).await.unwrap();
    assert_eq!(EndDates::of(&page.relationship).administer, Some(last));
}

#[tokio::test]
async fn both_sides_are_reminded_once_30_7_and_1_days_before() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    let last = ahead(&world, 60);
    let dates = EndDates {
        support: Some(last),
        ..EndDates::default()
    };
    set(&world, with_provider, dates).await.unwrap();
    for (days, count) in [
        (31, 0),
        (30, 1),
        (29, 1),
        (8, 1),
        (7, 2),
        (2, 2),
        (1, 3),
        (0, 3),
    ] {
        pass(&world, last, TimeDelta::days(-days));
        // Two servers at once, and once more.
        let job = || expiry::remind_of_ends(world.state.clone());
        let (one, two) = tokio::join!(job(), job());
        one.unwrap();
        two.unwrap();
        job().await.unwrap();
        let mut expected = Vec::new();
        for _ in 0..count {
            expected.extend([world.provider.email.clone(), world.customer.email.clone()]);
        }
        expected.sort();
        assert_eq!(world.mailed("rights_ending").await, expected, "{days}");
    }
}

#[tokio::test]
async fn an_unchanged_date_reminds_nobody_again_and_a_later_one_does() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    let (first, second) = (ahead(&world, 60), ahead(&world, 120));
    let whole = |day| EndDates {
        whole: Some(day),
        ..EndDates::default()
    };
    let job = || expiry::remind_of_ends(world.state.clone());
    set(&world, with_provider, whole(first)).await.unwrap();
    // Nobody looked for long: the last one is sent alone.
    pass(&world, first, TimeDelta::days(-5));
    job().await.unwrap();
    assert_eq!(world.mailed("rights_ending").await.len(), 2);
    set(&world, with_provider, whole(first)).await.unwrap();
    job().await.unwrap();
    assert_eq!(world.mailed("rights_ending").await.len(), 2);
    set(&world, with_provider, whole(second)).await.unwrap();
    pass(&world, second, TimeDelta::days(-30));
    job().await.unwrap();
    assert_eq!(world.mailed("rights_ending").await.len(), 4);
    // Without an end there is nothing to remind of.
    set(&world, with_provider, EndDates::default())
        .await
        .unwrap();
    pass(&world, second, TimeDelta::days(-1));
    job().await.unwrap();
    assert_eq!(world.mailed("rights_ending").await.len(), 4);
}

#[tokio::test]
async fn nobody_saves_over_dates_that_were_not_seen() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    let portal = world.portal(&world.customer);
    let mark = portal.end_dates(with_provider).await.unwrap().mark;
    let dates = |days| EndDates {
        support: Some(ahead(&world, days)),
        ..EndDates::default()
    };
    set(&world, with_provider, dates(20)).await.unwrap();
    let over = portal
        .set_end_dates(with_provider, dates(30), Some(mark), request())
        .await;
    assert!(matches!(over, Err(PortalError::Changed(_))), "{over:?}");
    // Values that are stored already are always fine.
    let stale = Some(Mark::new("another"));
    portal
        .set_end_dates(with_provider, dates(20), stale, request())
        .await
        .unwrap();
}

#[tokio::test]
async fn dates_are_the_business_of_the_customers_global_admins() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    let dates = EndDates {
        support: Some(ahead(&world, 20)),
        ..EndDates::default()
    };
    let clerk = world.colleague(&world.customer, Role::BillingAdmin).await;
    let of_clerk = world.portal(&clerk);
    assert!(of_clerk.end_dates(with_provider).await.is_ok());
    for person in [&clerk, &world.provider] {
        let outcome = world
            .portal(person)
            .set_end_dates(with_provider, dates, None, request())
            .await;
        assert_eq!(refused(outcome), "role_missing");
    }
    let stranger = world.portal(&world.far_customer);
    for outcome in [
        stranger.end_dates(with_provider).await.map(drop),
        stranger
            .set_end_dates(with_provider, dates, None, request())
            .await,
    ] {
        assert_eq!(outcome.unwrap_err(), PortalError::NotFound);
    }
}
