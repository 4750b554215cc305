//! Who manages licenses, and for whom a customer is not there.

use std::collections::BTreeSet;

use tierline_app::{
    error::PortalError,
    license::list::{Holders, Licenses, OwnLicenses, Users},
    list::model::ListQuery,
    portal::all::*,
};
use tierline_core::{
    group::Narrowing,
    reach::{GroupSet, Reach},
    relationship::{Command, Grant},
    role::Role,
};

use super::{assign, held, of, with_licenses};
use crate::testing::world::{Person, refused, request};

#[tokio::test]
async fn who_may_not_administer_is_refused_and_others_see_nothing() {
    let (world, subscription) = with_licenses(2).await;
    let customer = world.customer.organization;
    let mia = world.colleague(&world.customer, Role::User).await;
    let try_it = async |by: &Person| assign(&world, by, subscription, &[mia.user]).await;
    let look = async |by: &Person| {
        let portal = world.portal(by);
        portal
            .license_user(customer, mia.user, String::new())
            .await
            .map(drop)
    };
    let sales = world.colleague(&world.reseller, Role::SalesAgent).await;
    for answer in [try_it(&world.provider).await, look(&world.provider).await] {
        assert_eq!(refused(answer), "grant_missing");
    }
    for by in [&mia, &sales] {
        assert_eq!(refused(try_it(by).await), "role_missing");
        assert_eq!(refused(look(by).await), "role_missing");
    }
    let missing = Err(PortalError::NotFound);
    for by in [&world.other_reseller, &world.far_customer, &world.operator] {
        let answers = (try_it(by).await, look(by).await);
        assert_eq!(answers, (missing.clone(), missing.clone()));
    }
    // A user of another organization is nobody here.
    let stranger = world.far_customer.user;
    let answer = assign(&world, &world.customer, subscription, &[stranger]).await;
    assert_eq!(answer, missing);
    let portal = world.portal(&world.customer);
    let page = portal.license_user(customer, stranger, String::new()).await;
    assert_eq!(page.map(drop), missing);
    // Without the right, the lists are closed too.
    let relationship = world.relationship(&world.reseller).await;
    let end = Command::EndGrant(Grant::Administer);
    portal
        .change_relationship(relationship, end, None, request())
        .await
        .unwrap();
    assert_eq!(refused(try_it(&world.reseller).await), "grant_missing");
    let portal = world.portal(&world.reseller);
    let users = portal.listed::<Users>(of(customer)).await;
    assert_eq!(refused(users), "grant_missing");
    let holders = portal.listed::<Holders>(of(subscription)).await;
    assert_eq!(refused(holders), "grant_missing");
    // A partner is no customer of its own.
    let own = portal.listed::<Licenses>(ListQuery::default()).await;
    assert_eq!(own.map(drop), Err(PortalError::NotFound));
    let own = portal.listed::<OwnLicenses>(ListQuery::default()).await;
    assert_eq!(refused(own), "role_missing");
    assert_eq!(held(&world).await.len(), 0);
}

#[tokio::test]
async fn a_customer_out_of_reach_is_not_there() {
    let (world, subscription) = with_licenses(1).await;
    let (admin, customer) = (&world.reseller, world.customer.organization);
    let mia = world.colleague(&world.customer, Role::User).await;
    let agent = world.colleague(admin, Role::HelpdeskAgent).await;
    let portal = world.portal(admin);
    let north = portal.add_customer_group("North".parse().unwrap(), request());
    let north = north.await.unwrap();
    // Nobody is in the group to which the agent is narrowed.
    let only = Narrowing::Only(BTreeSet::from([north]));
    portal
        .narrow_user(agent.user, only, None, request())
        .await
        .unwrap();
    let agent = Person {
        customers: Reach::Groups(GroupSet::of([north]).unwrap()),
        ..agent
    };
    let missing = Err(PortalError::NotFound);
    let answer = assign(&world, &agent, subscription, &[mia.user]).await;
    assert_eq!(answer, missing);
    let portal = world.portal(&agent);
    let page = portal.listed::<Users>(of(customer)).await;
    assert_eq!(page.map(drop), missing);
    let page = portal.listed::<Holders>(of(subscription)).await;
    assert_eq!(page.map(drop), missing);
    let page = portal.license_user(customer, mia.user, String::new()).await;
    assert_eq!(page.map(drop), missing);
    let page = portal.customer_user(customer, mia.user).await;
    assert_eq!(page.map(drop), missing);
}
