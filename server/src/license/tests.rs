//! Licenses in users' hands through the portal and PostgreSQL.

mod access;
mod fewer;
mod lists;
mod size;

use std::{collections::BTreeSet, sync::Arc};

use tierline_app::{
    error::PortalError,
    license::{
        list::{Licenses, OwnLicenses},
        model::LicensesRow,
    },
    list::model::ListQuery,
    portal::all::*,
};
use tierline_core::{
    ids::{AssignmentId, SubscriptionId, UserId},
    member::Change,
    role::Role,
    subscription::Status,
};
use uuid::Uuid;

use crate::{
    check::check,
    testing::world::{Person, World, refused, request},
};

/// A customer of reseller and provider, with a subscription of so many licenses.
async fn with_licenses(quantity: u32) -> (World, SubscriptionId) {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let (customer, lines) = (world.customer.organization, vec![(world.sku, quantity)]);
    world
        .portal(&world.provider)
        .place_order(customer, lines, None, request())
        .await
        .unwrap();
    let id: Uuid = sqlx::query_scalar("select id from subscription")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    (world, SubscriptionId::from_uuid(id))
}

async fn assign(
    world: &World,
    by: &Person,
    subscription: SubscriptionId,
    users: &[UserId],
) -> Result<(), PortalError> {
    let users = users.iter().copied().collect();
    world
        .portal(by)
        .assign_licenses(world.customer.organization, subscription, users, request())
        .await
}

/// What is held.
async fn held(world: &World) -> BTreeSet<AssignmentId> {
    let ids: Vec<Uuid> = sqlx::query_scalar("select id from assignment where withdrawn_at is null")
        .fetch_all(&world.state.pool)
        .await
        .unwrap();
    ids.into_iter().map(AssignmentId::from_uuid).collect()
}

/// Whether the stored licenses are those of their histories. The users of this world have been there from the
/// beginning, without one.
async fn is_consistent(world: &World) {
    world.agrees_but_for(&["user"]).await;
    has_histories(world).await;
}

/// Whether every license has one.
async fn has_histories(world: &World) {
    let report = check(&world.state.pool).await.unwrap();
    let without = report.without_history.first.iter();
    let without: Vec<_> = without.map(|(kind, _)| *kind).collect();
    assert!(!without.contains(&"assignment"), "{report}");
}

/// The address of a list that is of one thing.
fn of(id: impl std::fmt::Display) -> ListQuery {
    ListQuery::parse(&format!("of={id}"))
}

/// The licenses of the world's customer, as this person sees them.
async fn licenses(world: &World, by: &Person) -> Vec<LicensesRow> {
    let query = of(world.customer.organization);
    let page = world.portal(by).listed::<Licenses>(query).await.unwrap();
    page.licenses.rows
}

/// The products that a user holds by its own page.
async fn own(world: &World, user: &Person) -> Vec<(String, Status)> {
    let portal = world.portal(user);
    let page = portal.listed::<OwnLicenses>(ListQuery::default()).await;
    let rows = page.unwrap().licenses.rows.into_iter();
    rows.map(|row| (row.product, row.status)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_who_want_the_last_license_one_gets_it() {
    let (world, subscription) = with_licenses(1).await;
    let mut users = Vec::new();
    for _ in 0..50 {
        users.push(world.colleague(&world.customer, Role::User).await.user);
    }
    let world = Arc::new(world);
    let asking: Vec<_> = users
        .into_iter()
        .enumerate()
        .map(|(number, user)| {
            let world = world.clone();
            tokio::spawn(async move {
                // The customer and its reseller at once.
                let by = if number % 2 == 0 {
                    &world.customer
                } else {
                    &world.reseller
                };
                assign(&world, by, subscription, &[user]).await
            })
        })
        .collect();
    let mut assigned = 0;
    for answer in asking {
        match answer.await.unwrap() {
            Ok(()) => assigned += 1,
            refusal => assert_eq!(refused(refusal), "no_license_left"),
        }
    }
    assert_eq!(assigned, 1);
    assert_eq!(held(&world).await.len(), 1);
    is_consistent(&world).await;
}

#[tokio::test]
async fn the_database_itself_assigns_no_more_than_were_bought() {
    let (world, subscription) = with_licenses(1).await;
    let (mia, tom) = (
        world.colleague(&world.customer, Role::User).await,
        world.colleague(&world.customer, Role::User).await,
    );
    let insert = async |user: UserId| {
        sqlx::query(
            "insert into assignment (customer_id, id, subscription_id, user_id, since, body)
             values ($1, $2, $3, $4, now(), '{}')",
        )
        .bind(world.customer.organization.into_uuid())
        .bind(Uuid::now_v7())
        .bind(subscription.into_uuid())
        .bind(user.into_uuid())
        .execute(&world.state.pool)
        .await
    };
    insert(mia.user).await.unwrap();
    let refusal = insert(tom.user).await.unwrap_err();
    let refusal = refusal.as_database_error().unwrap();
    assert!(refusal.is_check_violation(), "{refusal}");
}

#[tokio::test]
async fn a_helpdesk_agent_assigns_and_withdraws_on_the_resellers_behalf() {
    let (world, subscription) = with_licenses(2).await;
    let customer = world.customer.organization;
    let agent = world.colleague(&world.reseller, Role::HelpdeskAgent).await;
    let mia = world.colleague(&world.customer, Role::User).await;
    assign(&world, &agent, subscription, &[mia.user])
        .await
        .unwrap();
    // Whoever holds one needs no other.
    assign(&world, &agent, subscription, &[mia.user])
        .await
        .unwrap();
    let [row] = licenses(&world, &agent).await.try_into().unwrap();
    assert_eq!((row.bought, row.assigned, row.free), (2, 1, 1));
    let expected = ("Business Basic".to_owned(), Status::Active);
    assert_eq!(own(&world, &mia).await, [expected]);

    let portal = world.portal(&agent);
    portal
        .withdraw_licenses(customer, held(&world).await, request())
        .await
        .unwrap();
    assert!(own(&world, &mia).await.is_empty());
    let on_behalf: Vec<Option<String>> = sqlx::query_scalar(
        "select body -> 'event' ->> 'partner' from event where object = 'assignment' order by id",
    )
    .fetch_all(&world.state.pool)
    .await
    .unwrap();
    let reseller = Some(world.reseller.organization.to_string());
    assert_eq!(on_behalf, [reseller.clone(), reseller]);
    // The customer reads who did it, and for whom.
    let portal = world.portal(&world.customer);
    let page = portal.license_user(customer, mia.user, String::new()).await;
    let told = page.unwrap().timeline.entries;
    assert_eq!(told.len(), 2);
    for entry in told {
        let by = entry.organization.unwrap();
        assert_eq!(by.id, world.reseller.organization);
    }
    is_consistent(&world).await;
}

#[tokio::test]
async fn all_of_the_selected_users_get_one_or_none_of_them() {
    let (world, subscription) = with_licenses(2).await;
    let admin = &world.customer;
    let mut users = Vec::new();
    for _ in 0..3 {
        users.push(world.colleague(admin, Role::User).await.user);
    }
    let answer = assign(&world, admin, subscription, &users).await;
    assert_eq!(refused(answer), "no_license_left");
    assert_eq!(held(&world).await.len(), 0);
    let answer = assign(&world, admin, subscription, &[]).await;
    assert_eq!(refused(answer), "nobody_selected");
    assign(&world, admin, subscription, &users[..2])
        .await
        .unwrap();
    assert_eq!(held(&world).await.len(), 2);
    // Both lose theirs at once, and a third gets one.
    let portal = world.portal(admin);
    portal
        .withdraw_licenses(admin.organization, held(&world).await, request())
        .await
        .unwrap();
    assign(&world, admin, subscription, &users[2..])
        .await
        .unwrap();
    is_consistent(&world).await;
}

#[tokio::test]
async fn a_repeated_request_does_it_once() {
    let (world, subscription) = with_licenses(2).await;
    let mia = world.colleague(&world.customer, Role::User).await;
    let (portal, customer) = (world.portal(&world.customer), world.customer.organization);
    let (again, users) = (request(), BTreeSet::from([mia.user]));
    for _ in 0..2 {
        portal
            .assign_licenses(customer, subscription, users.clone(), again)
            .await
            .unwrap();
    }
    let events = "select count(*) from event where object = 'assignment'";
    assert_eq!(world.count(events).await, 1);
}

#[tokio::test]
async fn what_a_removed_user_held_is_free() {
    let (world, subscription) = with_licenses(1).await;
    let mia = world.colleague(&world.customer, Role::User).await;
    let tom = world.colleague(&world.customer, Role::User).await;
    let admin = &world.customer;
    assign(&world, admin, subscription, &[mia.user])
        .await
        .unwrap();
    let answer = assign(&world, admin, subscription, &[tom.user]).await;
    assert_eq!(refused(answer), "no_license_left");
    let portal = world.portal(admin);
    // A blocked user keeps it.
    portal
        .change_user(mia.user, Change::Block, None, request())
        .await
        .unwrap();
    assert_eq!(held(&world).await.len(), 1);
    portal
        .change_user(mia.user, Change::Remove, None, request())
        .await
        .unwrap();
    assert_eq!(held(&world).await.len(), 0);
    assign(&world, admin, subscription, &[tom.user])
        .await
        .unwrap();
    is_consistent(&world).await;
}

#[tokio::test]
async fn nothing_is_assigned_of_a_subscription_out_of_use() {
    let (world, subscription) = with_licenses(2).await;
    let (mia, admin) = (
        world.colleague(&world.customer, Role::User).await,
        &world.customer,
    );
    assign(&world, admin, subscription, &[mia.user])
        .await
        .unwrap();
    sqlx::query(
        r#"update subscription set status = 'expired',
               body = body || '{"state": {"state": "expired", "at": "2026-11-21T09:00:00Z"}}'"#,
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    let answer = assign(&world, admin, subscription, &[admin.user]).await;
    assert_eq!(refused(answer), "subscription_not_in_use");
    // The page says it in advance.
    let customer = admin.organization;
    let portal = world.portal(admin);
    let page = portal.license_user(customer, admin.user, String::new());
    let [row] = page.await.unwrap().licenses.rows.try_into().unwrap();
    assert_eq!(row.assign.unwrap_err().code(), "subscription_not_in_use");
    // What is assigned stays shown, and can be withdrawn.
    assert_eq!(own(&world, &mia).await[0].1, Status::Expired);
    portal
        .withdraw_licenses(customer, held(&world).await, request())
        .await
        .unwrap();
    assert_eq!(held(&world).await.len(), 0);
}
