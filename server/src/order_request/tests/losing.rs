//! Fewer licenses than users hold: the reseller proposes who loses one, and the provider says it.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use tierline_app::{error::PortalError, portal::all::*};
use tierline_core::{
    ids::{AssignmentId, OrderRequestId, SubscriptionId, UserId},
    license::Losing,
    order_request::{Loses, NewRequest, Wanted, When},
    role::Role,
};
use uuid::Uuid;

use super::{nobody, page, shown, world};
use crate::testing::world::{Person, World, refused, request};

/// A subscription of three licenses, and as many users, each of whom got one a minute after the one before.
async fn all_held() -> (World, SubscriptionId, Vec<Person>) {
    let world = world().await;
    let (customer, lines) = (world.customer.organization, vec![(world.sku, 3)]);
    world
        .portal(&world.provider)
        .place_order(
            customer,
            lines,
            Some(world.reseller.organization),
            request(),
        )
        .await
        .unwrap();
    let id: Uuid = sqlx::query_scalar("select id from subscription")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let id = SubscriptionId::from_uuid(id);
    let mut users = Vec::new();
    for _ in 0..3 {
        world.state.clock.advance(TimeDelta::minutes(1)).unwrap();
        let user = world.colleague(&world.customer, Role::User).await;
        world
            .portal(&world.customer)
            .assign_licenses(customer, id, [user.user].into_iter().collect(), request())
            .await
            .unwrap();
        users.push(user);
    }
    (world, id, users)
}

async fn held_by(world: &World, user: &Person) -> AssignmentId {
    let id: Uuid = sqlx::query_scalar("select id from assignment where user_id = $1")
        .bind(user.user.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    AssignmentId::from_uuid(id)
}

async fn holders(world: &World) -> BTreeSet<UserId> {
    let ids: Vec<Uuid> =
        sqlx::query_scalar("select user_id from assignment where withdrawn_at is null")
            .fetch_all(&world.state.pool)
            .await
            .unwrap();
    ids.into_iter().map(UserId::from_uuid).collect()
}

/// The reseller asks for two licenses of three, and proposes these to lose one.
async fn propose(
    world: &World,
    by: &Person,
    subscription: SubscriptionId,
    losing: BTreeSet<AssignmentId>,
) -> Result<OrderRequestId, PortalError> {
    let wanted = Wanted::Quantity {
        subscription,
        from: 3,
        to: 2,
        when: When::Now,
    };
    let new = NewRequest {
        losing,
        ..NewRequest::of(wanted)
    };
    world
        .portal(by)
        .ask_for_order(world.customer.organization, None, new, request())
        .await
}

async fn approve(world: &World, id: OrderRequestId, loses: Loses) -> Result<(), PortalError> {
    let shown = shown(world, id).await;
    world
        .portal(&world.provider)
        .approve_order_request(id, shown, loses, request())
        .await
}

#[tokio::test]
async fn the_provider_follows_the_proposal() {
    let (world, subscription, users) = all_held().await;
    let first = held_by(&world, &users[0]).await;
    let id = propose(&world, &world.reseller, subscription, [first].into())
        .await
        .unwrap();
    // The reseller administers the users, and reads their names; who only orders reads how many they are.
    let seen = page(&world, &world.reseller, id).await;
    assert_eq!((seen.proposed.len(), seen.losing), (1, None));
    let seen = page(&world, &world.provider, id).await;
    assert_eq!((seen.too_many, seen.proposed.len()), (1, 0));
    assert_eq!((seen.request.losing.len(), seen.losing), (1, None));
    // Nobody loses one before it is said who.
    let unsaid = approve(&world, id, nobody()).await;
    assert_eq!(refused(unsaid), "too_many_assigned");
    let named = Loses::Said(Losing::Chosen([first].into()));
    assert_eq!(refused(approve(&world, id, named).await), "grant_missing");
    assert_eq!(holders(&world).await.len(), 3);
    assert_eq!(approve(&world, id, Loses::Proposed).await, Ok(()));
    let left = BTreeSet::from([users[1].user, users[2].user]);
    assert_eq!(holders(&world).await, left);
    world.agrees_but_for(&["user"]).await;
}

#[tokio::test]
async fn the_provider_leaves_it_to_the_rule_and_others_since_are_refused() {
    let (world, subscription, users) = all_held().await;
    let id = propose(&world, &world.reseller, subscription, BTreeSet::new())
        .await
        .unwrap();
    let before = page(&world, &world.provider, id).await;
    let latest = Loses::Said(Losing::Shown(before.lost));
    // Whoever got the last one gives it up, and somebody else gets it.
    let last = held_by(&world, &users[2]).await;
    let (customer, by) = (world.customer.organization, world.portal(&world.customer));
    by.withdraw_licenses(customer, [last].into_iter().collect(), request())
        .await
        .unwrap();
    let other = world.colleague(&world.customer, Role::User).await;
    by.assign_licenses(
        customer,
        subscription,
        [other.user].into_iter().collect(),
        request(),
    )
    .await
    .unwrap();
    assert_eq!(refused(approve(&world, id, latest).await), "others_lose");
    assert_eq!(holders(&world).await.len(), 3);
    let now = page(&world, &world.provider, id).await;
    let latest = Loses::Said(Losing::Shown(now.lost));
    assert_eq!(approve(&world, id, latest).await, Ok(()));
    let left = BTreeSet::from([users[0].user, users[1].user]);
    assert_eq!(holders(&world).await, left);
}

#[tokio::test]
async fn a_provider_that_administers_sees_the_proposal_and_changes_it() {
    let (world, subscription, users) = all_held().await;
    sqlx::query(
        "update relationship set body = jsonb_set(body, '{grants,administer}', body #> '{grants,order_on_behalf}')
         where partner_id = $1",
    )
    .bind(world.provider.organization.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    let first = held_by(&world, &users[0]).await;
    let id = propose(&world, &world.reseller, subscription, [first].into())
        .await
        .unwrap();
    let seen = page(&world, &world.provider, id).await;
    assert_eq!((seen.too_many, seen.proposed.len()), (1, 1));
    let choice = seen.losing.unwrap();
    assert_eq!((choice.holders.len(), choice.latest.len()), (3, 1));
    let second = held_by(&world, &users[1]).await;
    let chosen = Loses::Said(Losing::Chosen([second].into()));
    assert_eq!(approve(&world, id, chosen).await, Ok(()));
    let left = BTreeSet::from([users[0].user, users[2].user]);
    assert_eq!(holders(&world).await, left);
}

#[tokio::test]
async fn a_proposal_names_as_many_as_are_too_many_and_needs_the_right() {
    let (world, subscription, users) = all_held().await;
    let first = held_by(&world, &users[0]).await;
    let sales = world.colleague(&world.reseller, Role::SalesAgent).await;
    let by_sales = propose(&world, &sales, subscription, [first].into()).await;
    assert_eq!(refused(by_sales), "role_missing");
    let nowhere = AssignmentId::from_uuid(Uuid::now_v7());
    let nobody_holds_it = propose(&world, &world.reseller, subscription, [nowhere].into()).await;
    assert_eq!(refused(nobody_holds_it), "too_many_assigned");
    // The form lists who holds one, for those who may name them.
    let form = async |by: &Person| {
        let portal = world.portal(by);
        portal
            .order_request_form(
                None,
                Some(subscription),
                None,
                Default::default(),
                Vec::new(),
            )
            .await
            .unwrap()
    };
    let listed = form(&world.reseller).await.losing.unwrap();
    assert_eq!(listed.holders.len(), 3);
    assert_eq!(form(&sales).await.losing, None);
    // Whom it proposed has given it up since: there is room, and nobody loses one.
    let id = propose(&world, &world.reseller, subscription, [first].into())
        .await
        .unwrap();
    world
        .portal(&world.customer)
        .withdraw_licenses(
            world.customer.organization,
            [first].into_iter().collect(),
            request(),
        )
        .await
        .unwrap();
    assert_eq!(page(&world, &world.provider, id).await.too_many, 0);
    assert_eq!(approve(&world, id, Loses::Proposed).await, Ok(()));
    assert_eq!(holders(&world).await.len(), 2);
}
