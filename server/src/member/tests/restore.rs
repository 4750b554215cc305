//! A customer's removed users, restored by its partners and by itself.

use chrono::TimeDelta;
use tierline_app::{
    error::PortalError,
    license::{
        list::Users,
        model::{LicenseUserRow, LicenseUsersPage},
    },
    list::model::ListQuery,
    member::model::{MemberState, RemovedUserPage},
    portal::all::*,
};
use tierline_core::{
    ids::{SubscriptionId, UserId},
    license::WhyLost,
    member::{Change, Help, NewUser},
    role::{Role, RoleSet},
};
use uuid::Uuid;

use crate::{
    check::check,
    testing::world::{Person, World, refused, request},
};

const HELD: &str = "select count(*) from assignment where withdrawn_at is null";

/// A customer of reseller and provider with a subscription of so many licenses.
async fn with_licenses(quantity: u32) -> (World, SubscriptionId) {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let (customer, lines) = (world.customer.organization, vec![(world.sku, quantity)]);
    let portal = world.portal(&world.provider);
    let placed = portal.place_order(customer, lines, None, request()).await;
    placed.unwrap();
    let id: Uuid = sqlx::query_scalar("select id from subscription")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    (world, SubscriptionId::from_uuid(id))
}

fn named(world: &World, name: &str, roles: &[Role]) -> NewUser {
    let domain = world.customer.email.rsplit_once('@').unwrap().1;
    NewUser {
        name: "Tom Berg".parse().unwrap(),
        user_name: format!("{name}@{domain}").parse().unwrap(),
        roles: RoleSet::of(roles),
    }
}

async fn added(world: &World, by: &Person, new: NewUser) -> Result<UserId, PortalError> {
    let customer = world.customer.organization;
    let portal = world.portal(by);
    let added = portal.add_customer_user(customer, new, request()).await?;
    Ok(added.unwrap())
}

async fn assign(world: &World, subscription: SubscriptionId, user: UserId) {
    let customer = world.customer.organization;
    world
        .portal(&world.reseller)
        .assign_licenses(customer, subscription, [user].into(), request())
        .await
        .unwrap();
}

async fn remove(world: &World, by: &Person, user: UserId) {
    let customer = world.customer.organization;
    world
        .portal(by)
        .help_user(customer, user, Help::Remove, None, request())
        .await
        .unwrap();
}

async fn restore(world: &World, by: &Person, user: UserId) -> Result<bool, PortalError> {
    let customer = world.customer.organization;
    world
        .portal(by)
        .restore_user(customer, user, request())
        .await
}

async fn seen(world: &World, by: &Person, user: UserId) -> Result<RemovedUserPage, PortalError> {
    let customer = world.customer.organization;
    world.portal(by).removed_user(customer, user).await
}

/// The customer's users in this state.
async fn listed(world: &World, by: &Person, state: &str) -> Vec<LicenseUserRow> {
    let of = world.customer.organization;
    let query = ListQuery::parse(&format!("of={of}&state={state}"));
    let page: LicenseUsersPage = world.portal(by).listed::<Users>(query).await.unwrap();
    assert_eq!(page.users.total, page.users.rows.len() as u64);
    page.users.rows
}

#[tokio::test]
async fn a_removed_user_comes_back_with_roles_and_licenses() {
    let (world, subscription) = with_licenses(1).await;
    let agent = world.colleague(&world.reseller, Role::HelpdeskAgent).await;
    let roles = [Role::BillingAdmin, Role::User];
    let tom = added(&world, &agent, named(&world, "tom", &roles)).await;
    let tom = tom.unwrap();
    assign(&world, subscription, tom).await;
    let before = world.now();
    remove(&world, &agent, tom).await;
    assert_eq!(world.count(HELD).await, 0);

    for by in [&agent, &world.customer] {
        let rows = listed(&world, by, "removed").await;
        let [row] = rows.as_slice() else {
            panic!("one was removed: {rows:?}")
        };
        assert_eq!((row.id, row.state), (tom, MemberState::Removed));
        assert_eq!(row.roles, RoleSet::of(&roles));
        let until = row.until.unwrap();
        assert!(until >= before + TimeDelta::days(30));
        let active = listed(&world, by, "").await;
        assert!(
            active
                .iter()
                .all(|row| row.id != tom && row.until.is_none())
        );
        let page = seen(&world, by, tom).await.unwrap();
        assert_eq!(page.until, until);
        assert_eq!(page.own, by.organization == world.customer.organization);
        assert_eq!((page.given.len(), page.lost.len()), (1, 0));
        assert_eq!(page.may, Ok(()));
    }

    assert_eq!(restore(&world, &agent, tom).await, Ok(true));
    assert_eq!(world.count(HELD).await, 1);
    let customer = world.customer.organization;
    let page = world.portal(&agent).customer_user(customer, tom).await;
    assert_eq!(page.unwrap().roles, RoleSet::of(&roles));
    assert!(listed(&world, &agent, "removed").await.is_empty());
    let gone = seen(&world, &agent, tom).await;
    assert_eq!(gone.err(), Some(PortalError::NotFound));
    // Removed, and restored.
    assert_eq!(world.mailed("access_changed").await.len(), 2);
    let on_behalf = "select count(*) from event where body #>> '{event,partner}' is not null
         and (body #>> '{event,type}' = 'member_restored' or body #>> '{event,restored}' = 'true')";
    assert_eq!(world.count(on_behalf).await, 2);
    // What is so already is no news.
    assert_eq!(restore(&world, &agent, tom).await, Ok(true));
    assert_eq!(world.mailed("access_changed").await.len(), 2);
    let report = check(&world.state.pool).await.unwrap();
    let wrong = [&report.differ, &report.without_history, &report.not_stored];
    let tom = ("user", tom.into_uuid());
    assert!(
        wrong.iter().all(|all| !all.first.contains(&tom)),
        "{report}"
    );
}

#[tokio::test]
async fn a_license_that_somebody_else_has_is_not_given_back() {
    let (world, subscription) = with_licenses(1).await;
    let by = &world.reseller;
    let tom = added(&world, by, named(&world, "tom", &[Role::User])).await;
    let tom = tom.unwrap();
    assign(&world, subscription, tom).await;
    // By the customer's own page of users it is the same.
    world
        .portal(&world.customer)
        .change_user(tom, Change::Remove, None, request())
        .await
        .unwrap();
    let mia = world.colleague(&world.customer, Role::User).await;
    assign(&world, subscription, mia.user).await;
    let page = seen(&world, by, tom).await.unwrap();
    assert_eq!(page.given, Vec::<String>::new());
    let why: Vec<_> = page.lost.iter().map(|lost| lost.why).collect();
    assert_eq!(why, [WhyLost::NoneLeft]);
    assert_eq!(restore(&world, by, tom).await, Ok(false));
    assert_eq!(world.count(HELD).await, 1);
}

#[tokio::test]
async fn whoever_adds_a_removed_user_again_is_told_and_after_thirty_days_it_is_over() {
    let (world, _) = with_licenses(1).await;
    let by = &world.reseller;
    let new = || named(&world, "tom", &[Role::User]);
    let tom = added(&world, by, new()).await.unwrap();
    assert_eq!(refused(added(&world, by, new()).await), "address_taken");
    remove(&world, by, tom).await;
    for by in [by, &world.customer] {
        assert_eq!(
            refused(added(&world, by, new()).await),
            "address_of_removed"
        );
    }
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    assert_eq!(refused(added(&world, by, new()).await), "address_taken");
    assert!(listed(&world, by, "removed").await.is_empty());
    let page = seen(&world, by, tom).await.unwrap();
    assert_eq!(page.may.unwrap_err().code(), "restore_over");
    assert_eq!(refused(restore(&world, by, tom).await), "restore_over");
}

#[tokio::test]
async fn who_may_not_help_restores_nobody() {
    let (world, _) = with_licenses(1).await;
    let own = &world.customer;
    let eve = added(&world, own, named(&world, "eve", &[Role::GlobalAdmin])).await;
    let eve = eve.unwrap();
    remove(&world, own, eve).await;
    // Whoever helps a customer does not take it over.
    let page = seen(&world, &world.reseller, eve).await.unwrap();
    assert_eq!(page.may.unwrap_err().code(), "role_missing");
    let answer = restore(&world, &world.reseller, eve).await;
    assert_eq!(refused(answer), "role_missing");
    let sales = world.colleague(&world.reseller, Role::SalesAgent).await;
    let user = world.colleague(own, Role::User).await;
    for by in [&sales, &user] {
        assert_eq!(refused(restore(&world, by, eve).await), "role_missing");
        assert_eq!(refused(seen(&world, by, eve).await), "role_missing");
    }
    let answer = seen(&world, &world.provider, eve).await;
    assert_eq!(refused(answer), "grant_missing");
    let answer = restore(&world, &world.other_reseller, eve).await;
    assert_eq!(answer, Err(PortalError::NotFound));
    // Of another organization's users, nothing is kept here.
    let stranger = world.far_customer.user;
    let answer = restore(&world, own, stranger).await;
    assert_eq!(answer, Err(PortalError::NotFound));
    assert_eq!(restore(&world, own, eve).await, Ok(true));
}
