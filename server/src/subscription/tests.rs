mod all;
mod bulk;
mod by_now;
mod dated;
mod entries;
mod history;
mod life;
mod partners;
mod reminders;
mod renewals;
mod review;
mod statement;
mod terms;
mod time;
mod together;

use std::collections::BTreeSet;

use tierline_app::portal::all::*;
use tierline_app::{
    error::PortalError, list::model::ListQuery, subscription::model::SubscriptionRow,
};
use tierline_core::{relationship, role::Role};
use uuid::Uuid;

use crate::testing::world::{Person, World, refused, request};

/// A customer with 120 subscriptions of 2 licenses each, ordered by the provider; one is without partner of record.
async fn with_many() -> World {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let (customer, of_record) = (
        world.customer.organization,
        Some(world.reseller.organization),
    );
    let portal = world.portal(&world.provider);
    for record in [of_record, None] {
        portal
            .place_order(customer, vec![(world.sku, 2)], record, request())
            .await
            .unwrap();
    }
    sqlx::query(
        "insert into subscription (customer_id, id, order_id, partner_id, partner_of_record_id, sku_id, quantity, status,
            since, starts_at, ends_at, body, version)
         select customer_id, own, order_id, partner_id, partner_of_record_id, sku_id, quantity, status, since,
            starts_at, ends_at, jsonb_set(body, '{id}', to_jsonb(own)), 1
         from subscription, generate_series(1, 118) number, lateral (select md5(number || id::text)::uuid as own) fresh
         where partner_of_record_id is not null",
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    world
}

/// All pages of the customer's subscriptions, forth and back.
async fn walked(world: &World, person: &Person) -> Vec<usize> {
    let portal = world.portal(person);
    let customer = world.customer.organization;
    let page = async |cursor: String| portal.subscriptions(customer, cursor).await.unwrap();
    let ids = |rows: &[SubscriptionRow]| -> Vec<Uuid> {
        rows.iter()
            .map(|row| row.subscription.id.into_uuid())
            .collect()
    };
    let mut current = page(String::new()).await;
    assert!(current.previous.is_none());
    let (mut sizes, mut seen) = (vec![current.rows.len()], ids(&current.rows));
    while let Some(next) = current.next {
        current = page(next).await;
        sizes.push(current.rows.len());
        seen.extend(ids(&current.rows));
    }
    let total = usize::try_from(current.total).unwrap();
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), total);
    assert_eq!(seen.len(), total);
    while let Some(previous) = current.previous {
        seen.truncate(seen.len() - current.rows.len());
        current = page(previous).await;
        assert!(seen.ends_with(&ids(&current.rows)));
    }
    assert_eq!(seen.len(), current.rows.len());
    sizes
}

#[tokio::test]
async fn every_subscription_is_on_one_page_for_whoever_may_see_it() {
    let world = with_many().await;
    assert_eq!(walked(&world, &world.provider).await, [50, 50, 20]);
    assert_eq!(walked(&world, &world.customer).await, [50, 50, 20]);
    // The reseller administers the customer's subscriptions. Without that right it sees those it earns on.
    assert_eq!(walked(&world, &world.reseller).await, [50, 50, 20]);
    let id = world.relationship(&world.reseller).await;
    world
        .portal(&world.customer)
        .change_relationship(
            id,
            relationship::Command::EndGrant(relationship::Grant::Administer),
            None,
            request(),
        )
        .await
        .unwrap();
    assert_eq!(walked(&world, &world.reseller).await, [50, 50, 19]);
}

#[tokio::test]
async fn pages_of_a_customer_have_the_first_subscriptions_and_figures_of_all() {
    let world = with_many().await;
    let customer = world.customer.organization;
    let page = world.portal(&world.provider).customer(customer).await;
    let of_partner = page.unwrap().subscriptions;
    let own = world
        .portal(&world.customer)
        .grants(ListQuery::default())
        .await;
    for seen in [of_partner, own.unwrap().subscriptions] {
        assert_eq!(seen.page.rows.len(), 50);
        assert_eq!((seen.page.total, seen.licenses), (120, 240));
        assert_eq!(seen.customer, customer);
        assert!(seen.page.next.is_some() && !seen.page.is_at_least);
    }
}

#[tokio::test]
async fn subscriptions_of_others_are_like_missing_ones() {
    let world = with_many().await;
    let ask = async |person: &Person, customer| {
        let portal = world.portal(person);
        let page = portal.subscriptions(customer, String::new()).await;
        page.map(|page| page.total)
    };
    let customer = world.customer.organization;
    let missing = Err(PortalError::NotFound);
    assert_eq!(ask(&world.other_provider, customer).await, missing);
    assert_eq!(ask(&world.far_customer, customer).await, missing);
    assert_eq!(
        ask(&world.customer, world.far_customer.organization).await,
        missing
    );
    assert_eq!(ask(&world.provider, Uuid::now_v7().into()).await, missing);
    assert_eq!(
        ask(&world.far_customer, world.far_customer.organization).await,
        Ok(0)
    );
    let user = world.colleague(&world.customer, Role::User).await;
    assert_eq!(refused(ask(&user, customer).await), "role_missing");
}
