//! A customer's users, looked after by its partners.

use tierline_app::{
    error::PortalError, form::mark::Mark, member::model::MemberState, portal::all::*,
    timeline::Scope,
};
use tierline_core::{
    ids::UserId,
    member::{Help, NewUser},
    role::{Role, RoleSet},
};

use crate::{
    check::check,
    testing::world::{Person, World, refused, request},
};

/// A customer of reseller and provider.
async fn with_customer() -> World {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    world
}

/// Tom, in the customer's domain.
fn tom(world: &World, roles: &[Role]) -> NewUser {
    let domain = world.customer.email.rsplit_once('@').unwrap().1;
    NewUser {
        name: "Tom Berg".parse().unwrap(),
        user_name: format!("tom@{domain}").parse().unwrap(),
        roles: RoleSet::of(roles),
    }
}

async fn help(world: &World, by: &Person, user: UserId, what: Help) -> Result<(), PortalError> {
    let customer = world.customer.organization;
    world
        .portal(by)
        .help_user(customer, user, what, None, request())
        .await
}

/// Whether the history of this user gives the stored one. The other users of this world have none.
async fn is_replayed(world: &World, user: UserId) {
    let report = check(&world.state.pool).await.unwrap();
    let wrong = [&report.differ, &report.without_history, &report.not_stored];
    let user = ("user", user.into_uuid());
    assert!(
        wrong.iter().all(|all| !all.first.contains(&user)),
        "{report}"
    );
}

#[tokio::test]
async fn a_helpdesk_agent_adds_a_user_and_sees_its_password_once() {
    let world = with_customer().await;
    let agent = world.colleague(&world.reseller, Role::HelpdeskAgent).await;
    let customer = world.customer.organization;
    let (portal, again) = (world.portal(&agent), request());
    let new = tom(&world, &[Role::User]);
    let added = portal.add_customer_user(customer, new.clone(), again).await;
    let added = added.unwrap().unwrap();
    let shown = portal.user_password(customer, added).await.unwrap();
    assert_eq!(shown.user_name, new.user_name.to_string());
    assert!(shown.password.is_some());
    let shown = portal.user_password(customer, added).await.unwrap();
    assert_eq!(shown.password, None, "once");
    // The same request again has made nobody, and shows nothing.
    let repeated = world.portal(&agent);
    let answer = repeated.add_customer_user(customer, new.clone(), again);
    assert_eq!(answer.await.unwrap(), None);
    let answer = portal.add_customer_user(customer, new, request()).await;
    assert_eq!(refused(answer), "address_taken");

    let page = portal.customer_user(customer, added).await.unwrap();
    assert_eq!(page.state, MemberState::Active);
    assert_eq!(page.roles, RoleSet::of(&[Role::User]));
    let to_change =
        "select count(*) from app_user where name = 'Tom Berg' and must_change_password";
    assert_eq!(world.count(to_change).await, 1);
    let on_behalf: Option<String> = sqlx::query_scalar(
        "select body -> 'event' ->> 'partner' from event
         where body -> 'event' ->> 'type' = 'added_by_admin'",
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(on_behalf, Some(world.reseller.organization.to_string()));
    is_replayed(&world, added).await;
}

#[tokio::test]
async fn who_may_not_help_adds_nobody() {
    let world = with_customer().await;
    let customer = world.customer.organization;
    let add = async |by: &Person, new: NewUser| {
        let portal = world.portal(by);
        portal.add_customer_user(customer, new, request()).await
    };
    let user = || tom(&world, &[Role::User]);
    let sales = world.colleague(&world.reseller, Role::SalesAgent).await;
    assert_eq!(refused(add(&sales, user()).await), "role_missing");
    assert_eq!(refused(add(&world.provider, user()).await), "grant_missing");
    let answer = add(&world.other_reseller, user()).await;
    assert_eq!(answer, Err(PortalError::NotFound));
    // Whoever helps a customer does not take it over.
    let admin = tom(&world, &[Role::GlobalAdmin]);
    assert_eq!(refused(add(&world.reseller, admin).await), "role_missing");
    let elsewhere = NewUser {
        user_name: "tom@elsewhere.example".parse().unwrap(),
        ..user()
    };
    let answer = add(&world.reseller, elsewhere).await;
    assert_eq!(refused(answer), "address_elsewhere");
    let answer = add(&world.reseller, tom(&world, &[])).await;
    assert_eq!(refused(answer), "no_role");
    let answer = help(&world, &world.reseller, world.customer.user, Help::Block).await;
    assert_eq!(refused(answer), "role_missing");
    assert_eq!(
        world
            .count("select count(*) from app_user where name = 'Tom Berg'")
            .await,
        0
    );
}

#[tokio::test]
async fn a_reseller_blocks_unblocks_and_removes_a_customers_user() {
    let world = with_customer().await;
    let (customer, reseller) = (world.customer.organization, &world.reseller);
    let mia = world.colleague(&world.customer, Role::User).await;
    let portal = world.portal(reseller);
    let state = async || {
        let page = portal.customer_user(customer, mia.user).await;
        page.map(|page| page.state)
    };
    help(&world, reseller, mia.user, Help::Block).await.unwrap();
    assert_eq!(state().await, Ok(MemberState::Blocked));
    // Of the users of customers, those read in the log who may help them.
    let read = async |by: &Person| {
        let scope = Scope::Objects(vec![mia.user.into_uuid()]);
        let page = world.portal(by).earlier(scope, i64::MAX).await;
        page.unwrap().entries.len()
    };
    let helpdesk = world.colleague(reseller, Role::HelpdeskAgent).await;
    let sales = world.colleague(reseller, Role::SalesAgent).await;
    assert_eq!((read(&helpdesk).await, read(&sales).await), (1, 0));
    let page = portal.customer_user(customer, mia.user).await.unwrap();
    assert_eq!(
        page.may.reset_password.unwrap_err().code(),
        "member_blocked"
    );
    help(&world, reseller, mia.user, Help::Unblock)
        .await
        .unwrap();
    assert_eq!(state().await, Ok(MemberState::Active));
    help(&world, reseller, mia.user, Help::ResetPassword)
        .await
        .unwrap();
    help(&world, reseller, mia.user, Help::Remove)
        .await
        .unwrap();
    assert_eq!(state().await, Err(PortalError::NotFound));
    let answer = help(&world, reseller, mia.user, Help::Unblock).await;
    assert_eq!(answer, Err(PortalError::NotFound));
    // The user was told each time.
    assert_eq!(world.mailed("access_changed").await.len(), 3);
}

#[tokio::test]
async fn a_helpdesk_agent_corrects_name_and_roles_and_overwrites_nothing_unseen() {
    let world = with_customer().await;
    let agent = world.colleague(&world.reseller, Role::HelpdeskAgent).await;
    let customer = world.customer.organization;
    let mia = world.colleague(&world.customer, Role::User).await;
    let portal = world.portal(&agent);
    let page = portal.customer_user(customer, mia.user).await.unwrap();
    assert_eq!((&page.may.rename, &page.may.roles), (&Ok(()), &Ok(())));
    let save = async |what, mark: &Mark| {
        portal
            .help_user(customer, mia.user, what, Some(mark.clone()), request())
            .await
    };
    let name = |name: &str| Help::Rename {
        name: name.parse().unwrap(),
    };
    let roles = |roles: &[Role]| Help::Roles {
        roles: RoleSet::of(roles),
    };
    save(name("Mia Kern"), &page.name_mark).await.unwrap();
    let late = save(name("Mia K."), &page.name_mark).await;
    assert!(matches!(late, Err(PortalError::Changed(_))), "{late:?}");
    let both = [Role::BillingAdmin, Role::User];
    save(roles(&both), &page.roles_mark).await.unwrap();
    let late = save(roles(&[Role::BillingAdmin]), &page.roles_mark).await;
    assert!(matches!(late, Err(PortalError::Changed(_))), "{late:?}");
    let page = portal.customer_user(customer, mia.user).await.unwrap();
    assert_eq!(page.name, "Mia Kern");
    assert_eq!(page.roles, RoleSet::of(&both));
    // Of the name the user reads on every page; of the roles it is told.
    assert_eq!(world.mailed("access_changed").await.len(), 1);
    let noted = "select count(*) from sign_in where outcome = 'access_changed'";
    assert_eq!(world.count(noted).await, 1);
    let on_behalf = "select count(*) from event where body -> 'event' ->> 'partner' is not null
         and body -> 'event' ->> 'type' in ('renamed', 'roles_changed')";
    assert_eq!(world.count(on_behalf).await, 2);

    let taking_over = save(roles(&[Role::GlobalAdmin]), &page.roles_mark).await;
    assert_eq!(refused(taking_over), "role_missing");
    let none = save(roles(&[]), &page.roles_mark).await;
    assert_eq!(refused(none), "no_role");
    let admin = world.customer.user;
    let page = portal.customer_user(customer, admin).await.unwrap();
    let codes = [page.may.rename, page.may.roles].map(|may| may.unwrap_err().code());
    assert_eq!(codes, ["role_missing"; 2]);
    let answer = help(&world, &agent, admin, name("Somebody")).await;
    assert_eq!(refused(answer), "role_missing");
}

#[tokio::test]
async fn a_customers_own_admin_sees_a_temporary_password_once() {
    let world = with_customer().await;
    let customer = world.customer.organization;
    let mia = world.colleague(&world.customer, Role::User).await;
    let portal = world.portal(&world.customer);
    let page = portal.user(mia.user).await.unwrap();
    assert_eq!(page.may.reset_password, Some(Ok(())));
    portal
        .help_user(customer, mia.user, Help::ResetPassword, None, request())
        .await
        .unwrap();
    let shown = portal.user_password(customer, mia.user).await.unwrap();
    assert!(shown.own && shown.password.is_some());
    let shown = portal.user_password(customer, mia.user).await.unwrap();
    assert_eq!(shown.password, None, "once");
    let itself = portal.user(world.customer.user).await.unwrap();
    let own_account = itself.may.reset_password.unwrap().unwrap_err();
    assert_eq!(own_account.code(), "own_account");
    let other = world.colleague(&world.customer, Role::User).await;
    let by_other = world.portal(&other).user_password(customer, mia.user).await;
    assert_eq!(refused(by_other), "role_missing");
    // A partner has no customers among its own users.
    let partner = world.portal(&world.reseller);
    let page = partner.user(world.reseller.user).await.unwrap();
    assert_eq!(page.may.reset_password, None);
}
