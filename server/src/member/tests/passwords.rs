//! Another password by a mailed link, and a second factor that was lost.

use chrono::TimeDelta;
use tierline_app::{
    error::{FieldProblem, PortalError},
    portal::all::*,
};
use tierline_core::{
    member::{Change, PASSWORD_LINK_VALIDITY},
    role::Role,
};

use super::{session, sessions, token};
use crate::{
    account::password,
    testing::{
        given,
        world::{Person, World, refused, request},
    },
};

const PASSWORD: &str = "violet kettle on tuesdays";

async fn change(world: &World, of: &Person, change: Change) -> Result<(), PortalError> {
    let portal = world.portal(&world.reseller);
    portal.change_user(of.user, change, None, request()).await
}

async fn linked(world: &World, of: &Person) -> String {
    change(world, of, Change::SendPasswordLink).await.unwrap();
    token(world, "password_link").await
}

async fn choose(world: &World, link: &str) -> Result<(), PortalError> {
    world
        .nobody()
        .choose_password(link, PASSWORD, request())
        .await
}

#[tokio::test]
async fn the_user_chooses_it_and_every_session_ends() {
    let world = World::new().await;
    let ben = world.colleague(&world.reseller, Role::SalesAgent).await;
    session(&world, &ben).await;
    let link = linked(&world, &ben).await;
    assert_eq!(
        world.mailed("password_link").await,
        std::slice::from_ref(&ben.email)
    );
    assert_eq!(
        sessions(&world, ben.user).await,
        1,
        "nothing changes before that"
    );
    let page = world.nobody().password_link(&link).await.unwrap();
    assert_eq!((page.address, page.open), (ben.email.clone(), Ok(())));

    let own = format!("{} 2026", ben.email);
    let own = world.nobody().choose_password(&link, &own, request()).await;
    let problem = PortalError::field("password", FieldProblem::PasswordOwn);
    assert_eq!(own, Err(problem));
    choose(&world, &link).await.unwrap();
    let hash: Option<String> =
        sqlx::query_scalar("select password_hash from app_user where email = $1")
            .bind(&ben.email)
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
    assert!(password::verify(PASSWORD, hash).await.unwrap());
    assert_eq!(sessions(&world, ben.user).await, 0);
    assert_eq!(refused(choose(&world, &link).await), "password_link_used");
    let own =
        "select count(*) from sign_in where outcome in ('password_link_sent', 'password_changed')";
    assert_eq!(world.count(own).await, 2);
}

#[tokio::test]
async fn each_end_of_the_link_is_told() {
    let world = World::new().await;
    let ben = world.colleague(&world.reseller, Role::SalesAgent).await;
    let first = linked(&world, &ben).await;
    world
        .state
        .clock
        .set(world.now() + TimeDelta::hours(1))
        .unwrap();
    let second = linked(&world, &ben).await;
    assert_eq!(refused(choose(&world, &first).await), "link_replaced");
    change(&world, &ben, Change::Block).await.unwrap();
    assert_eq!(refused(choose(&world, &second).await), "password_link_void");
    change(&world, &ben, Change::Unblock).await.unwrap();
    world
        .state
        .clock
        .set(world.now() + PASSWORD_LINK_VALIDITY)
        .unwrap();
    assert_eq!(
        refused(choose(&world, &second).await),
        "password_link_expired"
    );
    let none = "0123456789abcdef".repeat(4);
    assert_eq!(choose(&world, &none).await, Err(PortalError::NotFound));
}

#[tokio::test]
async fn a_lost_second_factor_is_removed_by_a_colleague_and_not_by_its_owner() {
    let world = World::new().await;
    let ben = world.colleague(&world.reseller, Role::SalesAgent).await;
    let nothing = change(&world, &ben, Change::ResetSecondFactor).await;
    assert_eq!(refused(nothing), "no_second_factor");
    given::second_factor(&world.state.pool, ben.user, world.now()).await;
    session(&world, &ben).await;
    change(&world, &ben, Change::ResetSecondFactor)
        .await
        .unwrap();
    assert_eq!(sessions(&world, ben.user).await, 0);
    let left = "select count(*) from second_factor";
    assert_eq!(world.count(left).await, 0);
    assert_eq!(
        world.mailed("second_factor_turned_off").await,
        std::slice::from_ref(&ben.email)
    );
    let own = change(&world, &world.reseller, Change::ResetSecondFactor).await;
    assert_eq!(refused(own), "own_account");
}

#[tokio::test]
async fn a_guests_password_is_no_affair_of_the_host() {
    let world = World::new().await;
    let guest = &world.other_provider;
    sqlx::query(
        "insert into membership (organization_id, user_id, roles) values ($1, $2, '{sales_agent}')",
    )
    .bind(world.reseller.organization.into_uuid())
    .bind(guest.user.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    let sent = change(&world, guest, Change::SendPasswordLink).await;
    assert_eq!(refused(sent), "account_elsewhere");
    let page = world
        .portal(&world.reseller)
        .user(guest.user)
        .await
        .unwrap();
    assert_eq!(page.may.rename.unwrap_err().code(), "account_elsewhere");
    assert!(page.may.remove.is_ok());
}
