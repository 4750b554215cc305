//! What admins do to users, and to each other.

use tierline_app::{
    error::PortalError, form::mark::Mark, member::model::MemberState, portal::all::*,
};
use tierline_core::{
    actor::Actor,
    member::Change,
    role::{Role, RoleSet},
};

use super::{new, session, sessions, stored_roles};
use crate::{
    check::check,
    demo,
    member::command::{ChangeUser, InviteUser},
    pipeline::{self, Principal},
    testing::{
        self,
        world::{Person, World, refused, request},
    },
};

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
async fn a_global_admin_makes_a_user_an_admin_agent() {
    let world = World::new().await;
    let by = &world.reseller;
    let ben = world.colleague(by, Role::SalesAgent).await;
    let update = roles(&[Role::AdminAgent, Role::SalesAgent]);
    change(&world, by, &ben, update).await.unwrap();
    let stored = stored_roles(&world, ben.user, by.organization).await;
    assert_eq!(
        stored,
        Some(vec!["admin_agent".to_owned(), "sales_agent".to_owned()])
    );
    assert_eq!(
        world.mailed("access_changed").await,
        std::slice::from_ref(&ben.email)
    );
    let noted = "select count(*) from sign_in where outcome = 'access_changed'";
    assert_eq!(world.count(noted).await, 1);
    let page = world.portal(by).user(ben.user).await.unwrap();
    assert_eq!(page.state, MemberState::Active);
    let told = page.timeline.entries[0].told.what.clone();
    assert_eq!(
        told.in_language(tierline_app::i18n::Lang::En),
        "The roles of Anna were changed to: Admin agent and Sales agent"
    );
    // What is so already is no news.
    let update = roles(&[Role::AdminAgent, Role::SalesAgent]);
    change(&world, by, &ben, update).await.unwrap();
    assert_eq!(world.mailed("access_changed").await.len(), 1);
}

#[tokio::test]
async fn an_admin_agent_is_no_global_admin() {
    let world = World::new().await;
    let admin = &world.reseller;
    let agent = world.colleague(admin, Role::AdminAgent).await;
    let ben = world.colleague(admin, Role::SalesAgent).await;
    for what in [
        Change::Block,
        Change::Remove,
        Change::SendPasswordLink,
        roles(&[Role::SalesAgent]),
    ] {
        assert_eq!(
            refused(change(&world, &agent, admin, what).await),
            "role_missing"
        );
    }
    let own = roles(&[Role::GlobalAdmin]);
    assert_eq!(
        refused(change(&world, &agent, &agent, own).await),
        "role_missing"
    );
    change(&world, &agent, &ben, Change::Block).await.unwrap();
    let by_sales = change(&world, &ben, &agent, Change::Block).await;
    assert_eq!(by_sales, Err(PortalError::SignedOut), "blocked");
    let page = world.portal(&agent).user(admin.user).await.unwrap();
    assert_eq!(page.may.block.unwrap_err().code(), "role_missing");
}

#[tokio::test]
async fn a_user_of_another_organization_is_nobody() {
    let world = World::new().await;
    let of = &world.other_reseller;
    let changed = change(&world, &world.reseller, of, Change::Remove).await;
    assert_eq!(changed, Err(PortalError::NotFound));
    let page = world.portal(&world.reseller).user(of.user).await;
    assert_eq!(page.err(), Some(PortalError::NotFound));
}

#[tokio::test]
async fn the_last_admins_stay() {
    let world = World::new().await;
    let admin = &world.reseller;
    let agent = world.colleague(admin, Role::AdminAgent).await;
    let last = async |by: &Person, of: &Person, what| refused(change(&world, by, of, what).await);
    assert_eq!(last(admin, admin, Change::Remove).await, "last_in_role");
    let less = roles(&[Role::AdminAgent]);
    assert_eq!(last(admin, admin, less).await, "last_in_role");
    assert_eq!(last(admin, &agent, Change::Block).await, "last_in_role");
    assert_eq!(last(admin, &agent, Change::Remove).await, "last_in_role");
    let page = world.portal(admin).user(agent.user).await.unwrap();
    assert_eq!(page.may.remove.unwrap_err().code(), "last_in_role");

    let second = world.colleague(admin, Role::GlobalAdmin).await;
    change(&world, &second, admin, Change::Remove)
        .await
        .unwrap();
    let own = change(&world, &second, &second, Change::Remove).await;
    assert_eq!(refused(own), "last_in_role");
}

#[tokio::test]
async fn of_two_admins_who_remove_each_other_at_once_one_stays() {
    let world = World::new().await;
    for what in [Change::Remove, Change::Block, roles(&[Role::SalesAgent])] {
        let one = world.colleague(&world.customer, Role::GlobalAdmin).await;
        let other = world.colleague(&world.customer, Role::GlobalAdmin).await;
        // The founder of the customer would be a third.
        sqlx::query(
            "delete from membership where organization_id = $1 and user_id not in ($2, $3)",
        )
        .bind(one.organization.into_uuid())
        .bind(one.user.into_uuid())
        .bind(other.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
        let what = match what {
            // Of a customer's roles.
            Change::Roles { .. } => roles(&[Role::User]),
            what => what,
        };
        let (first, second) = tokio::join!(
            change(&world, &one, &other, what.clone()),
            change(&world, &other, &one, what.clone()),
        );
        assert!(first.is_ok() != second.is_ok(), "{first:?}, {second:?}");
        let left: i64 = sqlx::query_scalar(
            "select count(*) from membership
             where organization_id = $1 and blocked_at is null and 'global_admin' = any(roles)",
        )
        .bind(one.organization.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
        assert_eq!(left, 1, "{what:?}");
    }
}

#[tokio::test]
async fn whoever_is_blocked_or_removed_is_out_at_once_and_here_alone() {
    let world = World::new().await;
    let admin = &world.reseller;
    for what in [Change::Block, Change::Remove] {
        let ben = world.colleague(admin, Role::SalesAgent).await;
        // A guest of the provider, too.
        sqlx::query("insert into membership (organization_id, user_id, roles) values ($1, $2, '{sales_agent}')")
            .bind(world.provider.organization.into_uuid())
            .bind(ben.user.into_uuid())
            .execute(&world.state.pool)
            .await
            .unwrap();
        let mut elsewhere = ben.clone();
        elsewhere.organization = world.provider.organization;
        session(&world, &ben).await;
        session(&world, &elsewhere).await;
        change(&world, admin, &ben, what).await.unwrap();
        assert_eq!(sessions(&world, ben.user).await, 1);
        let acting = change(&world, &ben, &ben, Change::Block).await;
        assert_eq!(acting, Err(PortalError::SignedOut));
        let there = stored_roles(&world, ben.user, elsewhere.organization).await;
        assert_eq!(there, Some(vec!["sales_agent".to_owned()]));
    }
}

#[tokio::test]
async fn a_blocked_user_comes_back_with_the_same_roles() {
    let world = World::new().await;
    let admin = &world.reseller;
    let ben = world.colleague(admin, Role::SalesAgent).await;
    change(&world, admin, &ben, Change::Block).await.unwrap();
    let page = world.portal(admin).user(ben.user).await.unwrap();
    assert_eq!(page.state, MemberState::Blocked);
    assert_eq!(
        page.may.send_password_link.unwrap_err().code(),
        "member_blocked"
    );
    change(&world, admin, &ben, Change::Unblock).await.unwrap();
    let page = world.portal(admin).user(ben.user).await.unwrap();
    assert_eq!(page.state, MemberState::Active);
    assert!(page.roles.contains(Role::SalesAgent));
}

#[tokio::test]
async fn nobody_saves_roles_or_names_over_unseen_ones() {
    let world = World::new().await;
    let admin = &world.reseller;
    let ben = world.colleague(admin, Role::SalesAgent).await;
    let portal = world.portal(admin);
    let page = portal.user(ben.user).await.unwrap();
    let name = |name: &str| Change::Rename {
        name: name.parse().unwrap(),
    };
    let save = async |what, mark: Mark| {
        portal
            .change_user(ben.user, what, Some(mark), request())
            .await
    };
    save(name("Ben Lee"), page.name_mark.clone()).await.unwrap();
    let late = save(name("Benjamin"), page.name_mark).await;
    assert!(matches!(late, Err(PortalError::Changed(_))), "{late:?}");
    save(roles(&[Role::HelpdeskAgent]), page.roles_mark.clone())
        .await
        .unwrap();
    let late = save(roles(&[Role::ReportViewer]), page.roles_mark).await;
    assert!(matches!(late, Err(PortalError::Changed(_))), "{late:?}");
    assert_eq!(portal.user(ben.user).await.unwrap().name, "Ben Lee");
}

#[tokio::test]
async fn the_history_of_users_makes_what_is_stored() {
    let database = testing::demo_database().await;
    let state = demo::test_state(&database.pool);
    let row: (uuid::Uuid, uuid::Uuid) = sqlx::query_as(
        "select m.user_id, m.organization_id from membership m join organization o on o.id = m.organization_id
         where 'global_admin' = any(m.roles) and o.capabilities ? 'indirect_provider' order by 1 limit 1",
    )
    .fetch_one(&database.pool)
    .await
    .unwrap();
    let actor = Actor {
        user: row.0.into(),
        organization: row.1.into(),
        roles: RoleSet::EMPTY,
        customers: Default::default(),
    };
    let principal = Principal::User(actor.user, actor.organization);
    let mia = new("mia.kern@elsewhere.example", Role::SalesAgent);
    let invite = InviteUser {
        address: mia.address,
        name: mia.name,
        roles: mia.roles,
        customers: mia.customers,
        language: tierline_app::i18n::Lang::En,
    };
    pipeline::run(&state, principal, None, &invite)
        .await
        .unwrap();
    let link: String =
        sqlx::query_scalar("select text_body from mail where kind = 'member_invited'")
            .fetch_one(&database.pool)
            .await
            .unwrap();
    let link = link
        .split(|letter: char| !letter.is_ascii_hexdigit())
        .find(|word| word.len() == 64)
        .unwrap();
    let call = pipeline::Call {
        state: state.clone(),
        principal: Principal::Anyone,
        reader: None,
        first: Ok(()),
        language: tierline_app::i18n::Lang::En,
    };
    let joined =
        crate::member::command::join_as_new(&call, link, "violet kettle on tuesdays", request())
            .await;
    let user = joined.unwrap().unwrap();
    for change in [
        Change::Rename {
            name: "Mia Berg".parse().unwrap(),
        },
        roles(&[Role::HelpdeskAgent]),
        Change::SendPasswordLink,
        Change::Block,
        Change::Unblock,
        Change::Remove,
    ] {
        let what = ChangeUser {
            user,
            change,
            filled_with: None,
        };
        pipeline::run(&state, principal, None, &what).await.unwrap();
        let report = check(&database.pool).await.unwrap();
        assert!(report.is_good(), "{report}");
    }
}
