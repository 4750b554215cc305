//! The operator's own users: the same **User management**.

use tierline_app::{error::PortalError, member::list::Users, portal::all::*};
use tierline_core::{
    member::Change,
    role::{Role, RoleSet},
};

use super::{new, stored_roles, token};
use crate::testing::world::{Person, World, refused, request};

async fn change(
    world: &World,
    by: &Person,
    of: &Person,
    change: Change,
) -> Result<(), PortalError> {
    let portal = world.portal(by);
    portal.change_user(of.user, change, None, request()).await
}

fn roles(roles: &[Role]) -> Change {
    Change::Roles {
        roles: RoleSet::of(roles),
    }
}

#[tokio::test]
async fn a_reviewer_is_invited_and_becomes_a_program_admin() {
    let world = World::new().await;
    let admin = &world.operator;
    let portal = world.portal(admin);
    let mia = new("mia.kern@elsewhere.example", Role::Reviewer);
    portal.invite_user(mia, request()).await.unwrap();
    let link = token(&world, "member_invited").await;
    world
        .nobody()
        .join_as_new(&link, "violet kettle on tuesdays", request())
        .await
        .unwrap();
    let page = portal.listed::<Users>(Default::default()).await.unwrap();
    let found = page
        .users
        .rows
        .iter()
        .find(|row| row.address == "mia.kern@elsewhere.example");
    let tierline_app::member::model::RowOf::User { id } = found.unwrap().of else {
        panic!("still an invitation");
    };
    let update = roles(&[Role::ProgramAdmin]);
    portal
        .change_user(id, update, None, request())
        .await
        .unwrap();
    let stored = stored_roles(&world, id, admin.organization).await;
    assert_eq!(stored, Some(vec!["program_admin".to_owned()]));
    // Roles of partners are none of the operator's.
    let elsewhere = roles(&[Role::GlobalAdmin]);
    let answer = portal.change_user(id, elsewhere, None, request()).await;
    assert_eq!(refused(answer), "role_elsewhere");
}

#[tokio::test]
async fn reviewers_manage_nobody_and_the_last_program_admin_stays() {
    let world = World::new().await;
    let admin = &world.operator;
    let reviewer = world.colleague(admin, Role::Reviewer).await;
    let answer = change(&world, &reviewer, admin, Change::Block).await;
    assert_eq!(refused(answer), "role_missing");
    let seen = world
        .portal(&reviewer)
        .listed::<Users>(Default::default())
        .await;
    assert_eq!(refused(seen), "role_missing");
    for what in [Change::Remove, roles(&[Role::Reviewer])] {
        let answer = change(&world, admin, admin, what).await;
        assert_eq!(refused(answer), "last_in_role");
    }
    let second = world.colleague(admin, Role::ProgramAdmin).await;
    change(&world, &second, admin, Change::Block).await.unwrap();
    let own = change(&world, &second, &second, Change::Remove).await;
    assert_eq!(refused(own), "last_in_role");
    change(&world, &second, &reviewer, Change::SendPasswordLink)
        .await
        .unwrap();
    assert_eq!(
        world.mailed("password_link").await,
        std::slice::from_ref(&reviewer.email)
    );
}

#[tokio::test]
async fn of_two_program_admins_who_remove_each_other_at_once_one_stays() {
    let world = World::new().await;
    for what in [Change::Remove, Change::Block, roles(&[Role::Reviewer])] {
        let one = world.colleague(&world.operator, Role::ProgramAdmin).await;
        let other = world.colleague(&world.operator, Role::ProgramAdmin).await;
        sqlx::query(
            "delete from membership where organization_id = $1 and user_id not in ($2, $3)",
        )
        .bind(one.organization.into_uuid())
        .bind(one.user.into_uuid())
        .bind(other.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
        let (first, second) = tokio::join!(
            change(&world, &one, &other, what.clone()),
            change(&world, &other, &one, what.clone()),
        );
        assert!(first.is_ok() != second.is_ok(), "{first:?}, {second:?}");
        let left: i64 = sqlx::query_scalar(
            "select count(*) from membership
             where organization_id = $1 and blocked_at is null and 'program_admin' = any(roles)",
        )
        .bind(one.organization.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
        assert_eq!(left, 1, "{what:?}");
    }
}
