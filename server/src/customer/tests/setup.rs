//! **Setup info**: the first administrator's temporary password.

use tierline_app::account::model::password;
use tierline_app::portal::all::*;
use tierline_core::role::Role;

use super::customers::submitted;
use crate::{
    account::password as hashing,
    testing::world::{World, refused, request},
};

#[tokio::test]
async fn setup_info_is_shown_once_and_the_password_is_in_no_mail() {
    let world = World::new().await;
    world.partners().await;
    let (portal, _, customer) = submitted(&world).await;
    let info = portal.setup_info(customer).await.unwrap().unwrap();
    assert_eq!(info.user_name, "admin@wideworld.tierline.example");
    assert_eq!(password::check(&info.temporary_password), Ok(()));
    assert_eq!(portal.setup_info(customer).await, Ok(None));
    let stored: Option<String> =
        sqlx::query_scalar("select password_hash from app_user where email = $1")
            .bind(&info.user_name)
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
    assert!(
        hashing::verify(&info.temporary_password, stored)
            .await
            .unwrap()
    );
    let told = sqlx::query_scalar::<_, i64>(
        "select count(*) from mail where text_body like '%' || $1 || '%'",
    )
    .bind(&info.temporary_password);
    assert_eq!(told.fetch_one(&world.state.pool).await.unwrap(), 0);
}

#[tokio::test]
async fn a_lost_temporary_password_is_replaced_until_the_admin_has_signed_in() {
    let world = World::new().await;
    world.partners().await;
    let (portal, _, customer) = submitted(&world).await;
    let first = portal.setup_info(customer).await.unwrap().unwrap();
    let once = request();
    portal.renew_setup_password(customer, once).await.unwrap();
    let second = portal.setup_info(customer).await.unwrap().unwrap();
    assert_ne!(first.temporary_password, second.temporary_password);
    portal.renew_setup_password(customer, once).await.unwrap();
    assert_eq!(
        portal.setup_info(customer).await,
        Ok(None),
        "a repeated request makes no new one"
    );
    // The reseller manages the customer's users.
    world
        .portal(&world.reseller)
        .renew_setup_password(customer, request())
        .await
        .unwrap();
    sqlx::query("update app_user set signed_in_at = now() where email = $1")
        .bind(&first.user_name)
        .execute(&world.state.pool)
        .await
        .unwrap();
    for portal in [&portal, &world.portal(&world.reseller)] {
        let answer = portal.renew_setup_password(customer, request()).await;
        assert_eq!(refused(answer), "setup_over");
    }
    assert_eq!(portal.setup_info(customer).await, Ok(None));
}

#[tokio::test]
async fn a_second_admin_is_none_of_the_partners_business_once_the_first_was_here() {
    let world = World::new().await;
    world.partners().await;
    let (portal, _, customer) = submitted(&world).await;
    let first = portal.setup_info(customer).await.unwrap().unwrap();
    let mut of_customer = world.customer.clone();
    of_customer.organization = customer;
    of_customer.email = first.user_name.clone();
    let second = world.colleague(&of_customer, Role::GlobalAdmin).await;
    let waiting =
        "update app_user set must_change_password = true, signed_in_at = null where id = $1";
    sqlx::query(waiting)
        .bind(second.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    // Neither admin has signed in: the first admin's password is renewed.
    portal
        .renew_setup_password(customer, request())
        .await
        .unwrap();
    let renewed = portal.setup_info(customer).await.unwrap().unwrap();
    assert_eq!(renewed.user_name, first.user_name);
    for blocked in ["null", "now()"] {
        let here = format!(
            "update app_user set signed_in_at = now(), blocked_at = {blocked} where email = $1"
        );
        sqlx::query(sqlx::AssertSqlSafe(here))
            .bind(&first.user_name)
            .execute(&world.state.pool)
            .await
            .unwrap();
        let answer = portal.renew_setup_password(customer, request()).await;
        assert_eq!(refused(answer), "setup_over", "blocked: {blocked}");
        let page = portal.customer(customer).await.unwrap();
        assert_eq!(page.admin_pending, None, "blocked: {blocked}");
    }
    let unchanged: String = sqlx::query_scalar("select password_hash from app_user where id = $1")
        .bind(second.user.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(unchanged, "nobody signs in with this");
}

#[tokio::test]
async fn setup_is_over_once_any_of_many_admins_has_arrived() {
    let world = World::new().await;
    world.partners().await;
    let (portal, _, customer) = submitted(&world).await;
    sqlx::query(
        "with admins as (
            insert into app_user (id, email, name, must_change_password, created_at)
            select gen_random_uuid(), n || '@many.example', 'Admin', true, now() from generate_series(1, 40) n
            returning id)
         insert into membership (organization_id, user_id, roles) select $1, id, '{global_admin}' from admins",
    )
    .bind(customer.as_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    let renew = || portal.renew_setup_password(customer, request());
    renew().await.unwrap();
    let arrive = "update app_user set signed_in_at = now() where id =
            (select id from app_user where email like '%@many.example' order by id desc limit 1)";
    sqlx::query(arrive)
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(refused(renew().await), "setup_over");
}

#[tokio::test]
async fn setup_info_is_offered_and_told_to_whom_core_lets_renew_it() {
    let world = World::new().await;
    world.partners().await;
    let (portal, _, customer) = submitted(&world).await;
    let reader = world.colleague(&world.provider, Role::ReportViewer).await;
    let offered = portal.customer(customer).await.unwrap().admin_pending;
    assert!(offered.is_some());
    let of_reader = world.portal(&reader);
    let page = of_reader.customer(customer).await.unwrap();
    assert_eq!(page.admin_pending, None);
    assert_eq!(of_reader.setup_info(customer).await, Ok(None));
    let answer = of_reader.renew_setup_password(customer, request()).await;
    assert_eq!(refused(answer), "role_missing");
}
