//! Users of other organizations whom the operator helps in again, and partners whose missing data it enters.

use tierline_app::{
    error::FieldError, form::mark::Mark, operator::model::OrganizationUserPage,
    portal::CompletedPartner,
};
use tierline_core::{ids::UserId, member::Restore};

use super::*;
use crate::check::check;

async fn help(world: &World, by: &Person, of: &Person, what: Restore) -> Result<(), PortalError> {
    let reason = "called, and named the last invoice".parse().unwrap();
    world
        .portal(by)
        .restore_access(of.organization, of.user, what, reason, request())
        .await
}

async fn user_page(world: &World, of: &Person) -> OrganizationUserPage {
    let portal = world.portal(&world.operator);
    let page = portal.organization_user(of.organization, of.user).await;
    page.unwrap()
}

async fn newest(world: &World) -> String {
    sqlx::query_scalar(
        "select text_body from mail where kind = 'access_restored' order by created_at desc, id desc limit 1",
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap()
}

async fn set(world: &World, user: UserId, what: &str) {
    sqlx::query(sqlx::AssertSqlSafe(format!(
        "update app_user set {what} where id = $1"
    )))
    .bind(user.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
}

#[tokio::test]
async fn the_only_global_admin_chooses_a_password_by_a_mailed_link() {
    let mut world = World::new().await;
    let config = crate::testing::config(&["--demo", "--resend-minutes", "5"]);
    world.state.config = std::sync::Arc::new(config);
    let of = &world.reseller;
    assert!(!user_page(&world, of).await.colleagues_can_help);
    help(&world, &world.operator, of, Restore::SendPasswordLink)
        .await
        .unwrap();
    assert_eq!(
        world.mailed("access_restored").await,
        std::slice::from_ref(&of.email)
    );
    let text = newest(&world).await;
    assert!(
        text.contains("called, and named the last invoice"),
        "{text}"
    );
    let mut words = text.split(|letter: char| !letter.is_ascii_hexdigit());
    let link = words.rfind(|word| word.len() == 64).unwrap();
    // Nobody sends another one right away.
    let again = help(&world, &world.operator, of, Restore::SendPasswordLink).await;
    assert_eq!(refused(again), "sent_recently");
    world
        .nobody()
        .choose_password(link, "violet kettle on tuesdays", request())
        .await
        .unwrap();

    // In the history of the organization, once, with the operator's user and the reason.
    let portal = world.portal(&world.operator);
    let page = portal.organization(of.organization, "").await.unwrap();
    let entry = &page.timeline.entries[0];
    assert_eq!(
        entry.told.reason.as_deref(),
        Some("called, and named the last invoice")
    );
    assert!(entry.by.is_some());
    let overview = world.portal(of).overview().await.unwrap();
    let told = overview
        .recent
        .iter()
        .filter(|it| it.told.reason.as_deref() == Some("called, and named the last invoice"));
    assert_eq!(told.count(), 1);
    // On the page of the user, too.
    let user = world.portal(of).user(of.user).await.unwrap();
    assert!(
        user.timeline
            .entries
            .iter()
            .any(|it| it.told.reason.is_some())
    );
}

#[tokio::test]
async fn a_lost_second_factor_is_removed_and_a_blocked_account_is_unblocked() {
    let world = World::new().await;
    let of = &world.customer;
    let none = help(&world, &world.operator, of, Restore::ResetSecondFactor).await;
    assert_eq!(refused(none), "no_second_factor");
    set(&world, of.user, "has_second_factor = true").await;
    help(&world, &world.operator, of, Restore::ResetSecondFactor)
        .await
        .unwrap();
    assert!(!user_page(&world, of).await.user.second_factor);
    set(&world, of.user, "blocked_at = now()").await;
    let page = user_page(&world, of).await;
    assert!(page.is_account_blocked && page.may_unblock.is_ok());
    // Nobody is let in again as a side effect.
    let link = help(&world, &world.operator, of, Restore::SendPasswordLink).await;
    assert_eq!(refused(link), "member_blocked");
    help(&world, &world.operator, of, Restore::Unblock)
        .await
        .unwrap();
    assert!(user_page(&world, of).await.user.is_active);
    assert_eq!(world.mailed("access_restored").await.len(), 2);
    let noted =
        "select count(*) from sign_in where outcome in ('second_factor_reset', 'access_changed')";
    assert_eq!(world.count(noted).await, 2);
}

#[tokio::test]
async fn only_a_program_admin_helps_and_never_itself() {
    let world = World::new().await;
    let of = &world.reseller;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for by in [&reviewer, &world.provider, of] {
        let answer = help(&world, by, of, Restore::SendPasswordLink).await;
        assert_eq!(refused(answer), "role_missing");
        let page = world.portal(by);
        let page = page.organization_user(of.organization, of.user).await;
        assert_eq!(refused(page), "role_missing");
    }
    let own = help(
        &world,
        &world.operator,
        &world.operator,
        Restore::SendPasswordLink,
    );
    assert_eq!(refused(own.await), "own_account");
    // A user of another organization is nobody there.
    let mut elsewhere = of.clone();
    elsewhere.organization = world.provider.organization;
    let answer = help(&world, &world.operator, &elsewhere, Restore::Unblock).await;
    assert_eq!(answer, Err(PortalError::NotFound));
}

#[tokio::test]
async fn users_are_those_who_lead_or_those_who_are_found() {
    let world = World::new().await;
    let of = &world.reseller;
    let sales = world.colleague(of, Role::SalesAgent).await;
    let portal = world.portal(&world.operator);
    let found = async |find: &str| {
        let page = portal.organization(of.organization, find).await.unwrap();
        let users = page.people.users.into_iter();
        users.map(|it| it.address).collect::<Vec<_>>()
    };
    assert_eq!(found("").await, std::slice::from_ref(&of.email));
    assert!(found("anna").await.contains(&sales.email));
    assert!(found("nobody").await.is_empty());
}

fn entry(mpn: Option<&str>, agreement: Option<&str>) -> CompletedPartner {
    CompletedPartner {
        mpn: mpn.map(|it| it.parse().unwrap()),
        agreement: agreement.map(|it| it.parse().unwrap()),
        reason: "signed on paper".parse().unwrap(),
    }
}

#[tokio::test]
async fn a_partner_gets_what_it_is_missing() {
    let world = World::new().await;
    let portal = world.portal(&world.operator);
    let new = partner("lamna.example", "mia@lamna.example");
    let id = portal.add_partner(new, request()).await.unwrap();
    let mark = portal.organization(id, "").await.unwrap().entry_mark;
    portal
        .complete(
            id,
            entry(Some("7654321"), Some("1")),
            Some(mark.clone()),
            request(),
        )
        .await
        .unwrap();
    let page = portal.organization(id, "").await.unwrap();
    assert_eq!(page.organization.mpn.unwrap().to_string(), "7654321");
    assert_eq!(page.organization.agreement.unwrap().version, "1");
    let told = &page.timeline.entries[0];
    assert_eq!(told.told.reason.as_deref(), Some("signed on paper"));
    assert!(told.by.is_some());

    // Somebody else has filled the form before that.
    let late = portal
        .complete(id, entry(Some("7654322"), None), Some(mark), request())
        .await;
    assert!(matches!(late, Err(PortalError::Changed(_))), "{late:?}");
    // What is entered again changes nothing.
    let events = "select count(*) from event where object = 'organization'";
    let before = world.count(events).await;
    let same = entry(Some("7654321"), Some("1"));
    portal.complete(id, same, None, request()).await.unwrap();
    assert_eq!(world.count(events).await, before);
}

#[tokio::test]
async fn an_mpn_id_belongs_to_one_partner() {
    let world = World::new().await;
    let portal = world.portal(&world.operator);
    let (one, other) = (&world.reseller, &world.other_reseller);
    let enter = async |of: &Person| {
        let portal = world.portal(&world.operator);
        portal
            .complete(
                of.organization,
                entry(Some("7654321"), None),
                None::<Mark>,
                request(),
            )
            .await
    };
    let (first, second) = tokio::join!(enter(one), enter(other));
    let taken = vec![FieldError::new("mpn", FieldProblem::MpnTaken)];
    let mut answers = [first, second];
    answers.sort_by_key(Result::is_err);
    assert_eq!(answers, [Ok(()), Err(PortalError::Invalid(taken))]);
    let customer = world.customer.organization;
    let answer = portal
        .complete(customer, entry(Some("7654329"), None), None, request())
        .await;
    assert_eq!(answer, Err(PortalError::NotFound));
    let by_partner = world.portal(&world.provider);
    let answer = by_partner
        .complete(one.organization, entry(None, Some("9")), None, request())
        .await;
    assert_eq!(refused(answer), "role_missing");
}

/// What is stored is what the history makes of it.
#[tokio::test]
async fn the_history_of_help_makes_what_is_stored() {
    let database = crate::testing::demo_database().await;
    let state = crate::demo::test_state(&database.pool);
    let of_operator: (uuid::Uuid, uuid::Uuid) = sqlx::query_as(
        "select m.user_id, m.organization_id from membership m where 'program_admin' = any(m.roles) order by 1 limit 1",
    )
    .fetch_one(&database.pool)
    .await
    .unwrap();
    let reseller: (uuid::Uuid, uuid::Uuid) = sqlx::query_as(
        "select m.user_id, m.organization_id from membership m join organization o on o.id = m.organization_id
         where 'global_admin' = any(m.roles) and o.capabilities ? 'indirect_reseller' order by 1 limit 1",
    )
    .fetch_one(&database.pool)
    .await
    .unwrap();
    let principal = crate::pipeline::Principal::User(of_operator.0.into(), of_operator.1.into());
    let help = crate::operator::command::RestoreAccess {
        organization: reseller.1.into(),
        user: reseller.0.into(),
        what: Restore::SendPasswordLink,
        reason: "called".parse().unwrap(),
    };
    crate::pipeline::run(&state, principal, None, &help)
        .await
        .unwrap();
    let report = check(&database.pool).await.unwrap();
    assert!(report.is_good(), "{report}");
}
