//! Invitations of users who will see the customers of some groups only.

use tierline_app::{error::PortalError, member::model::JoinWay, portal::all::*};
use tierline_core::{
    group::{self, Narrowing},
    ids::CustomerGroupId,
    member::{Command, NewMember},
    role::Role,
};
use uuid::Uuid;

use super::{new, token};
use crate::{
    check::check,
    testing::world::{Person, World, refused, request},
};

const ADDRESS: &str = "mia.kern@elsewhere.example";
const PASSWORD: &str = "violet kettle on tuesdays";

async fn added(world: &World, name: &str) -> CustomerGroupId {
    let portal = world.portal(&world.provider);
    let added = portal.add_customer_group(name.parse().unwrap(), request());
    added.await.unwrap()
}

async fn removed(world: &World, group: CustomerGroupId) {
    let portal = world.portal(&world.provider);
    let remove = portal.change_customer_group(group, group::Command::Remove, request());
    remove.await.unwrap();
}

fn only(address: &str, groups: &[CustomerGroupId]) -> NewMember {
    NewMember {
        customers: Narrowing::Only(groups.iter().copied().collect()),
        ..new(address, Role::SalesAgent)
    }
}

/// The link of an invitation to these groups.
async fn invited(world: &World, address: &str, groups: &[CustomerGroupId]) -> String {
    let portal = world.portal(&world.provider);
    portal
        .invite_user(only(address, groups), request())
        .await
        .unwrap();
    token(world, "member_invited").await
}

/// The groups to which a user of the provider is narrowed, as the user's page has them.
async fn held(world: &World, email: &str) -> Vec<String> {
    let user: Uuid = sqlx::query_scalar("select id from app_user where email = $1")
        .bind(email)
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let page = world.portal(&world.provider).user(user.into()).await;
    let customers = page.unwrap().customers.unwrap();
    assert!(customers.is_narrowed);
    let groups = customers.groups.into_iter().filter(|group| group.is_held);
    groups.map(|group| group.name).collect()
}

async fn differing(world: &World) -> Vec<&'static str> {
    let report = check(&world.state.pool).await.unwrap();
    let differ = report.differ.first.into_iter().map(|(kind, _)| kind);
    // The users of this world have been there from the beginning, without a history.
    differ.filter(|kind| *kind != "user").collect()
}

#[tokio::test]
async fn whoever_is_invited_to_groups_is_narrowed_to_them_from_the_beginning() {
    let world = World::new().await;
    let (north, south) = (added(&world, "North").await, added(&world, "South").await);
    added(&world, "East").await;
    let offered = world.portal(&world.provider).new_user().await.unwrap();
    assert_eq!(offered.customers.unwrap().groups.len(), 3);
    let link = invited(&world, ADDRESS, &[north, south]).await;
    let mail = "select count(*) from mail where kind = 'member_invited' and text_body like '%only customers in North and South.%'";
    assert_eq!(world.count(mail).await, 1);
    let page = world.nobody().join_page(&link).await.unwrap();
    assert_eq!(page.groups, ["North", "South"]);
    let nobody = world.nobody();
    nobody
        .join_as_new(&link, PASSWORD, request())
        .await
        .unwrap();
    assert_eq!(held(&world, ADDRESS).await, ["North", "South"]);

    // The same for an account that there is.
    let own = &world.other_reseller;
    let link = invited(&world, &own.email, &[south]).await;
    let joined = world.portal(own).join(&link, request()).await.unwrap();
    assert_eq!(joined, world.provider.organization);
    assert_eq!(held(&world, &own.email).await, ["South"]);
    assert_eq!(differing(&world).await, Vec::<&str>::new());
}

#[tokio::test]
async fn a_group_that_was_removed_meanwhile_is_named_and_left_out() {
    let world = World::new().await;
    let (north, south) = (added(&world, "North").await, added(&world, "South").await);
    let link = invited(&world, ADDRESS, &[north, south]).await;
    removed(&world, north).await;
    let page = world.nobody().join_page(&link).await.unwrap();
    assert_eq!(page.groups, ["South"]);
    assert_eq!(page.removed_groups, ["North"]);
    assert_eq!((page.open, page.way), (Ok(()), JoinWay::ChoosePassword));
    let nobody = world.nobody();
    nobody
        .join_as_new(&link, PASSWORD, request())
        .await
        .unwrap();
    assert_eq!(held(&world, ADDRESS).await, ["South"]);
    assert_eq!(differing(&world).await, Vec::<&str>::new());
}

#[tokio::test]
async fn nobody_sees_everybody_because_every_group_was_removed() {
    let world = World::new().await;
    let north = added(&world, "North").await;
    let link = invited(&world, ADDRESS, &[north]).await;
    removed(&world, north).await;
    let page = world.nobody().join_page(&link).await.unwrap();
    assert_eq!(page.open.unwrap_err().code(), "invited_groups_removed");
    assert_eq!(page.removed_groups, ["North"]);
    let nobody = world.nobody();
    let joined = nobody.join_as_new(&link, PASSWORD, request()).await;
    assert_eq!(refused(joined), "invited_groups_removed");
    // Another link would be as useless. It can be taken back, and the address be invited anew.
    let portal = world.portal(&world.provider);
    let id: Uuid = sqlx::query_scalar("select id from member_invitation")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let resent = portal.manage_user_invitation(id.into(), Command::Resend, request());
    assert_eq!(refused(resent.await), "invited_groups_removed");
    let canceled = portal.manage_user_invitation(id.into(), Command::Cancel, request());
    canceled.await.unwrap();
}

#[tokio::test]
async fn an_invitation_is_narrowed_to_groups_that_there_are_and_never_for_a_global_admin() {
    let world = World::new().await;
    let north = added(&world, "North").await;
    let invite = async |by: &Person, new: NewMember| {
        let portal = world.portal(by);
        portal.invite_user(new, request()).await
    };
    let admin = NewMember {
        roles: [Role::GlobalAdmin].into_iter().collect(),
        ..only(ADDRESS, &[north])
    };
    let by = &world.provider;
    assert_eq!(refused(invite(by, admin).await), "global_admin_sees_all");
    let none = invite(by, only(ADDRESS, &[])).await;
    assert_eq!(refused(none), "no_group_chosen");
    // Another partner's group is none here.
    let foreign = invite(&world.reseller, only(ADDRESS, &[north])).await;
    assert_eq!(refused(foreign), "no_such_group");
    let offered = world.portal(&world.reseller).new_user().await.unwrap();
    assert_eq!(offered.customers, None);
    let customer = world.portal(&world.customer).new_user().await.unwrap();
    assert_eq!(customer.customers, None);
    let agent = world.colleague(by, Role::SalesAgent).await;
    let answer = world.portal(&agent).new_user().await;
    assert!(matches!(answer, Err(PortalError::Refused(_))));
}
