//! What the list of all subscriptions is read from, against Postgres.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use sqlx::types::Json;
use tierline_app::portal::all::*;
use tierline_core::{
    relationship,
    subscription::{AutoRenew, Command, Sides, Status, Subscription, is_shown_to},
};
use uuid::Uuid;

use super::{
    all::{OFF, walked},
    life::{bought, buy, submit},
    renewals::with_relatives,
};
use crate::{
    jobs::expiry::catch_up_subscriptions,
    relationship::store::in_force,
    store::Hold,
    testing::world::{World, request},
};

/// What stands beside a row.
type Beside = (Uuid, Uuid, String, String, Option<String>, i64);

/// The stored rows are those that core asks for.
pub(super) async fn agrees(world: &World) {
    let pool = &world.state.pool;
    let stored: Vec<Beside> = sqlx::query_as(
        "select organization_id, subscription_id, status, kind, auto_renew, licenses from subscription_entry",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let stored: BTreeSet<_> = stored.into_iter().collect();
    let all: Vec<Json<Subscription>> = sqlx::query_scalar("select body from subscription")
        .fetch_all(pool)
        .await
        .unwrap();
    let mut expected = BTreeSet::new();
    let mut db = pool.acquire().await.unwrap();
    for Json(it) in &all {
        let status = it.state.status();
        let goes_on = matches!(status, Status::Active | Status::Suspended);
        let auto_renew = match it.course.auto_renew {
            _ if !goes_on || !it.course.kind.renews() => None,
            AutoRenew::On => Some("on".to_owned()),
            AutoRenew::Off => Some("off".to_owned()),
        };
        for person in [
            &world.provider,
            &world.other_provider,
            &world.reseller,
            &world.other_reseller,
            &world.customer,
            &world.far_customer,
        ] {
            let own = person.organization;
            let tie = in_force(&mut db, own, it.customer, (world.now(), Hold::Free))
                .await
                .unwrap();
            let sides = Sides {
                customer: it.customer,
                partner: it.partner,
                of_record: it.partner_of_record,
                support: it.support_contact,
            };
            if is_shown_to(sides, own, tie.as_ref()) {
                expected.insert((
                    own.into_uuid(),
                    it.id.into_uuid(),
                    status.code().to_owned(),
                    it.course.kind.code().to_owned(),
                    auto_renew.clone(),
                    i64::from(it.quantity.get()),
                ));
            }
        }
    }
    assert_eq!(stored, expected);
}

#[tokio::test]
async fn what_is_stored_is_what_core_says_whatever_happens() {
    let (world, id) = bought().await;
    agrees(&world).await;
    with_relatives(&world, id).await;
    agrees(&world).await;
    let canceled = buy(&world).await;
    let more = Command::SetQuantity { to: 30 };
    for (id, command) in [
        (id, more),
        (id, OFF),
        (id, Command::Suspend),
        (id, Command::Reactivate),
        (canceled, Command::Cancel),
    ] {
        submit(&world, &world.provider, id, command).await.unwrap();
        agrees(&world).await;
    }
    world.serves_too(&world.other_provider).await;
    agrees(&world).await;
    let tie = world.relationship(&world.reseller).await;
    let end = relationship::Command::EndGrant(relationship::Grant::Administer);
    world
        .portal(&world.customer)
        .change_relationship(tie, end, None, request())
        .await
        .unwrap();
    agrees(&world).await;
    for days in [366, 31] {
        world.state.clock.advance(TimeDelta::days(days)).unwrap();
        catch_up_subscriptions(world.state.clone()).await.unwrap();
        agrees(&world).await;
    }
}

/// While a hundred thousand renew, nothing of this list is written.
#[tokio::test]
async fn a_renewal_leaves_the_rows_as_they_are() {
    let (world, id) = bought().await;
    let written = "select sum(xmin::text::bigint)::bigint from subscription_entry";
    let before = world.count(written).await;
    let ends = walked(&world, &world.provider, "").await[0].ends;
    world.state.clock.advance(TimeDelta::days(366)).unwrap();
    catch_up_subscriptions(world.state.clone()).await.unwrap();
    let row = walked(&world, &world.provider, "").await.remove(0);
    assert!(row.id == id && row.status == Status::Active && row.ends > ends);
    assert_eq!(world.count(written).await, before);
}
