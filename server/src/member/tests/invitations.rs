//! New users: invited by mail, with an account of their own or a new one.

use chrono::TimeDelta;
use tierline_app::{
    error::{FieldProblem, PortalError},
    list::model::ListQuery,
    member::{
        list::{ROLE, STATE, Users},
        model::{JoinWay, MemberState, RowOf},
    },
    portal::all::*,
};
use tierline_core::{
    ids::MemberInvitationId,
    member::{Command, INVITATION_VALIDITY},
    role::Role,
};

use super::{new, stored_roles, token};
use crate::{
    account::password,
    testing::world::{Person, World, refused, request},
};

const ADDRESS: &str = "mia.kern@elsewhere.example";
const PASSWORD: &str = "violet kettle on tuesdays";

async fn invited(world: &World, by: &Person, address: &str, role: Role) -> String {
    let portal = world.portal(by);
    portal
        .invite_user(new(address, role), request())
        .await
        .unwrap();
    token(world, "member_invited").await
}

/// The invitation that is listed.
async fn listed(world: &World, by: &Person) -> MemberInvitationId {
    let page = world
        .portal(by)
        .listed::<Users>(ListQuery::parse("state=invited"))
        .await
        .unwrap();
    match page.users.rows.first().map(|row| row.of) {
        Some(RowOf::Invitation { id }) => id,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn somebody_new_chooses_a_password_and_is_a_user_from_then_on() {
    let world = World::new().await;
    let by = &world.reseller;
    let users = "select count(*) from app_user";
    let before = world.count(users).await;
    let link = invited(&world, by, ADDRESS, Role::SalesAgent).await;
    assert_eq!(world.mailed("member_invited").await, [ADDRESS]);

    let page = world.nobody().join_page(&link).await.unwrap();
    assert_eq!(page.way, JoinWay::ChoosePassword);
    assert_eq!(
        (page.organization.as_str(), page.open),
        ("Fabrikam", Ok(()))
    );
    assert_eq!(
        world.count(users).await,
        before,
        "opening the page changes nothing"
    );

    let short = world.nobody().join_as_new(&link, "short", request()).await;
    assert!(matches!(short, Err(PortalError::Invalid(_))), "{short:?}");
    let own = world.nobody();
    let own = own.join_as_new(&link, "Mia Kern 2026!", request()).await;
    let problem = PortalError::field("password", FieldProblem::PasswordOwn);
    assert_eq!(own, Err(problem));
    let once = request();
    let nobody = world.nobody();
    nobody.join_as_new(&link, PASSWORD, once).await.unwrap();
    nobody.join_as_new(&link, PASSWORD, once).await.unwrap();
    assert_eq!(
        world.count(users).await,
        before + 1,
        "a repeated request makes no second one"
    );
    let (id, hash): (uuid::Uuid, Option<String>) =
        sqlx::query_as("select id, password_hash from app_user where email = $1")
            .bind(ADDRESS)
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
    assert!(password::verify(PASSWORD, hash).await.unwrap());
    let roles = stored_roles(&world, id.into(), by.organization).await;
    assert_eq!(roles, Some(vec!["sales_agent".to_owned()]));

    // A link works once.
    let again = world.nobody().join_as_new(&link, PASSWORD, request()).await;
    assert_eq!(refused(again), "invitation_accepted");
    let page = world.nobody().join_page(&link).await.unwrap();
    assert_eq!(page.open.unwrap_err().code(), "invitation_accepted");
}

#[tokio::test]
async fn a_user_of_another_organization_keeps_the_one_account() {
    let world = World::new().await;
    let guest = &world.other_provider;
    let link = invited(&world, &world.reseller, &guest.email, Role::AdminAgent).await;
    let way = async |portal: crate::web::RequestPortal| portal.join_page(&link).await.unwrap().way;
    assert_eq!(way(world.nobody()).await, JoinWay::SignIn);
    assert!(matches!(
        way(world.portal(&world.customer)).await,
        JoinWay::SignOut { .. }
    ));
    assert_eq!(way(world.portal(guest)).await, JoinWay::Accept);
    // Somebody else knows a temporary password: it does not accept, and signing in once more would not help.
    let temporary = |of: &Person| {
        let mut portal = world.portal(of);
        if let Some(info) = &mut portal.caller.info {
            info.must_change_password = true;
        }
        portal
    };
    assert_eq!(way(temporary(guest)).await, JoinWay::ChangePassword);
    assert!(matches!(
        way(temporary(&world.customer)).await,
        JoinWay::SignOut { .. }
    ));

    let with_another = world.portal(&world.customer).join(&link, request()).await;
    assert_eq!(refused(with_another), "invited_another");
    let as_new = world.nobody().join_as_new(&link, PASSWORD, request()).await;
    assert_eq!(refused(as_new), "account_exists");
    let joined = world.portal(guest).join(&link, request()).await;
    assert_eq!(joined, Ok(world.reseller.organization));
    let there = stored_roles(&world, guest.user, world.reseller.organization).await;
    assert_eq!(there, Some(vec!["admin_agent".to_owned()]));
    let at_home = stored_roles(&world, guest.user, guest.organization).await;
    assert_eq!(at_home, Some(vec!["global_admin".to_owned()]));

    // How a guest signs in is the affair of the organization at home.
    let by_host = world.portal(&world.reseller);
    assert_eq!(by_host.user(guest.user).await.unwrap().signing_in, None);
    let users = by_host.listed::<Users>(ListQuery::default()).await.unwrap();
    let row = users
        .users
        .rows
        .into_iter()
        .find(|row| row.is_guest)
        .unwrap();
    assert_eq!(row.of, RowOf::User { id: guest.user });
    assert_eq!((row.second_factor, row.signed_in), (None, None));
    let at_home = world.portal(guest).user(guest.user).await.unwrap();
    assert!(at_home.signing_in.is_some());
}

#[tokio::test]
async fn a_new_link_replaces_the_older_and_the_end_is_told() {
    let world = World::new().await;
    let by = &world.reseller;
    let first = invited(&world, by, ADDRESS, Role::SalesAgent).await;
    let id = listed(&world, by).await;
    let hour = TimeDelta::hours(1);
    world.state.clock.set(world.now() + hour).unwrap();
    let portal = world.portal(by);
    portal
        .manage_user_invitation(id, Command::Resend, request())
        .await
        .unwrap();
    let second = token(&world, "member_invited").await;
    let end = async |link: &str| {
        let page = world.nobody().join_page(link).await.unwrap();
        page.open.map_err(|refusal| refusal.code())
    };
    assert_eq!(end(&first).await, Err("link_replaced"));
    assert_eq!(end(&second).await, Ok(()));

    let late = world.now() + INVITATION_VALIDITY;
    world.state.clock.set(late).unwrap();
    assert_eq!(end(&second).await, Err("invitation_expired"));
    let expired = portal
        .listed::<Users>(ListQuery::parse("state=expired"))
        .await
        .unwrap();
    assert_eq!(expired.users.rows[0].state, MemberState::Expired);

    portal
        .manage_user_invitation(id, Command::Cancel, request())
        .await
        .unwrap();
    assert_eq!(end(&second).await, Err("invitation_canceled"));
    let as_new = world
        .nobody()
        .join_as_new(&second, PASSWORD, request())
        .await;
    assert_eq!(refused(as_new), "invitation_canceled");
}

#[tokio::test]
async fn nobody_is_invited_twice_or_without_a_right_to_it() {
    let world = World::new().await;
    let by = &world.reseller;
    invited(&world, by, ADDRESS, Role::SalesAgent).await;
    let invite = async |person: &Person, address: &str, role| {
        let portal = world.portal(person);
        portal.invite_user(new(address, role), request()).await
    };
    let role = Role::SalesAgent;
    assert_eq!(
        refused(invite(by, ADDRESS, role).await),
        "user_already_invited"
    );
    let colleague = world.colleague(by, Role::AdminAgent).await;
    assert_eq!(
        refused(invite(by, &colleague.email, role).await),
        "already_member"
    );
    let other = "another@elsewhere.example";
    assert_eq!(
        refused(invite(by, other, Role::BillingAdmin).await),
        "role_elsewhere"
    );
    assert_eq!(
        refused(invite(&colleague, other, Role::GlobalAdmin).await),
        "role_missing"
    );
    let helpdesk = world.colleague(by, Role::HelpdeskAgent).await;
    assert_eq!(
        refused(invite(&helpdesk, other, role).await),
        "role_missing"
    );
    invite(&colleague, other, role).await.unwrap();

    // Another organization's admin knows of none of them.
    let id = listed(&world, by).await;
    let elsewhere = world.portal(&world.other_reseller);
    let managed = elsewhere
        .manage_user_invitation(id, Command::Cancel, request())
        .await;
    assert_eq!(managed, Err(PortalError::NotFound));
}

#[tokio::test]
async fn mails_keep_the_pace_of_invitations() {
    let mut world = World::new().await;
    let config = crate::testing::config(&["--demo", "--resend-minutes", "5"]);
    world.state.config = std::sync::Arc::new(config);
    let by = &world.reseller;
    invited(&world, by, ADDRESS, Role::SalesAgent).await;
    let id = listed(&world, by).await;
    let portal = world.portal(by);
    let again = portal
        .manage_user_invitation(id, Command::Resend, request())
        .await;
    assert_eq!(refused(again), "sent_recently");
    portal
        .manage_user_invitation(id, Command::Cancel, request())
        .await
        .unwrap();
    let anew = portal
        .invite_user(new(ADDRESS, Role::SalesAgent), request())
        .await;
    assert_eq!(refused(anew), "sent_recently", "canceling is no way around");
}

#[tokio::test]
async fn the_list_is_searched_filtered_and_sorted() {
    let world = World::new().await;
    let by = &world.reseller;
    world.colleague(by, Role::HelpdeskAgent).await;
    invited(&world, by, ADDRESS, Role::SalesAgent).await;
    let portal = world.portal(by);
    let found = async |query: String| {
        let page = portal
            .listed::<Users>(ListQuery::parse(&query))
            .await
            .unwrap();
        let names = page.users.rows.into_iter().map(|row| row.name);
        (names.collect::<Vec<_>>().join(", "), page.users.total)
    };
    assert_eq!(
        found(String::new()).await,
        ("Anna, Anna, Mia Kern".to_owned(), 3)
    );
    assert_eq!(
        found("sort=-name".to_owned()).await.0,
        "Mia Kern, Anna, Anna"
    );
    assert_eq!(
        found("search=kern".to_owned()).await,
        ("Mia Kern".to_owned(), 1)
    );
    assert_eq!(found("search=elsew".to_owned()).await.1, 1);
    assert_eq!(found(format!("{ROLE}=helpdesk_agent")).await.1, 1);
    assert_eq!(found(format!("{STATE}=active")).await.1, 2);
    assert_eq!(found(format!("{STATE}=invited")).await.1, 1);
    let agent = world.colleague(by, Role::SalesAgent).await;
    let refusal = world
        .portal(&agent)
        .listed::<Users>(ListQuery::default())
        .await;
    assert_eq!(refused(refusal), "role_missing");
}
