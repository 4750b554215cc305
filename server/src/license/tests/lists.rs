//! Lists of users and of who holds what.

use std::collections::BTreeSet;

use tierline_app::{
    error::PortalError,
    license::list::{Holders, Users},
    list::model::ListQuery,
    member::model::MemberState,
    portal::all::*,
};
use tierline_core::{
    ids::{OrganizationId, UserId},
    member::Change,
    role::Role,
};
use uuid::Uuid;

use super::{assign, of, with_licenses};
use crate::testing::world::{Person, request};

#[tokio::test]
async fn the_users_are_found_by_what_they_are_and_hold() {
    let (world, subscription) = with_licenses(2).await;
    let admin = &world.customer;
    let mia = world.colleague(admin, Role::User).await;
    let tom = world.colleague(admin, Role::BillingAdmin).await;
    assign(&world, admin, subscription, &[mia.user])
        .await
        .unwrap();
    let portal = world.portal(admin);
    portal
        .change_user(tom.user, Change::Block, None, request())
        .await
        .unwrap();
    let found = async |by: &Person, more: &str| -> BTreeSet<UserId> {
        let query = ListQuery::parse(&format!("of={}{more}", admin.organization));
        let page = world.portal(by).listed::<Users>(query).await.unwrap();
        assert_eq!(page.users.total, page.users.rows.len() as u64);
        page.users.rows.into_iter().map(|row| row.id).collect()
    };
    for by in [admin, &world.reseller] {
        assert_eq!(
            found(by, "").await,
            BTreeSet::from([admin.user, mia.user, tom.user])
        );
        assert_eq!(
            found(by, "&state=blocked").await,
            BTreeSet::from([tom.user])
        );
        assert_eq!(found(by, "&holds=any").await, BTreeSet::from([mia.user]));
        assert_eq!(
            found(by, "&holds=none&state=active").await,
            BTreeSet::from([admin.user])
        );
        let search = format!("&search={}", mia.email);
        assert_eq!(found(by, &search).await, BTreeSet::from([mia.user]));
    }
    // Without a name in the address it is the own organization.
    let page = portal.listed::<Users>(ListQuery::default()).await.unwrap();
    assert!(page.of.own);
    let row = page.users.rows.iter().find(|row| row.id == mia.user);
    let row = row.unwrap();
    assert_eq!((row.licenses, row.state), (1, MemberState::Active));
    assert_eq!(row.products, ["Business Basic"]);
    let holders = portal.listed::<Holders>(of(subscription)).await.unwrap();
    assert_eq!((holders.licenses.bought, holders.licenses.assigned), (2, 1));
    let users: Vec<_> = holders.holders.rows.iter().map(|row| row.user).collect();
    assert_eq!(users, [mia.user]);
    let unknown = portal.listed::<Holders>(of(Uuid::now_v7())).await;
    assert_eq!(unknown.map(drop), Err(PortalError::NotFound));
}

#[tokio::test]
async fn many_users_are_on_pages_that_follow_each_other() {
    let (world, _) = with_licenses(1).await;
    for _ in 0..55 {
        world.colleague(&world.customer, Role::User).await;
    }
    let portal = world.portal(&world.reseller);
    let customer: OrganizationId = world.customer.organization;
    let mut query = of(customer);
    let mut seen = BTreeSet::new();
    loop {
        let page = portal.listed::<Users>(query.clone()).await.unwrap().users;
        assert_eq!(page.total, 56);
        seen.extend(page.rows.iter().map(|row| row.id));
        let Some(next) = page.next else { break };
        query.cursor = next;
    }
    assert_eq!(seen.len(), 56);
}
