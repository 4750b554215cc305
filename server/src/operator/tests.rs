//! Organizations through the operator's portal and PostgreSQL.

mod capability;
mod country;
mod first_admin;
mod help;
mod profile;
mod standing;

use chrono::TimeDelta;
use tierline_app::{
    error::{FieldError, FieldProblem, PortalError},
    i18n::Lang,
    list::model::ListQuery,
    operator::list::Organizations,
    portal::{NewPartner, all::*},
};
use tierline_core::{ids::OrganizationId, organization::Capability, role::Role};

use crate::{
    clock::Clock,
    testing::{
        given,
        world::{Person, World, refused, request},
    },
};

async fn change(
    world: &World,
    by: &Person,
    of: OrganizationId,
    suspend: bool,
) -> Result<(), PortalError> {
    let reason = "invoices are overdue".parse().unwrap();
    let portal = world.portal(by);
    portal
        .change_suspension(of, suspend, reason, request())
        .await
}

#[tokio::test]
async fn a_suspended_partner_does_existing_business_only_until_it_is_lifted() {
    let world = World::new().await;
    world.partners().await;
    let (by, of) = (&world.operator, world.reseller.organization);
    let before = world.portal(by).organization(of, "").await.unwrap();
    assert_eq!(before.partnerships, 1);
    assert!(before.may_suspend.is_ok() && before.may_lift.is_err());

    change(&world, by, of, true).await.unwrap();
    let stored = given::stored_organization(&world.state.pool, of).await;
    assert!(!stored.capabilities.is_active(Capability::IndirectReseller));
    assert_eq!(
        world.mailed("organization_suspended").await,
        std::slice::from_ref(&world.reseller.email)
    );
    // Its partnership stays, and the reason is in its history.
    let page = world.portal(by).organization(of, "").await.unwrap();
    assert_eq!(page.partnerships, 1);
    let entry = &page.timeline.entries[0].told;
    assert_eq!(entry.reason.as_deref(), Some("invoices are overdue"));
    assert_eq!(
        refused(change(&world, by, of, true).await),
        "nothing_to_suspend"
    );

    change(&world, by, of, false).await.unwrap();
    let stored = given::stored_organization(&world.state.pool, of).await;
    assert!(stored.capabilities.is_active(Capability::IndirectReseller));
    assert_eq!(
        refused(change(&world, by, of, false).await),
        "not_suspended"
    );
}

#[tokio::test]
async fn only_a_program_admin_suspends() {
    let world = World::new().await;
    let of = world.reseller.organization;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for by in [&reviewer, &world.provider] {
        assert_eq!(refused(change(&world, by, of, true).await), "role_missing");
        let page = world.portal(by).organization(of, "").await;
        assert_eq!(refused(page), "role_missing");
    }
    let customer = world.customer.organization;
    let answer = change(&world, &world.operator, customer, true).await;
    assert_eq!(refused(answer), "nothing_to_suspend");
}

/// The list is sorted by what the log says, however long ago an organization came.
#[tokio::test]
async fn organizations_are_sorted_by_their_last_activity() {
    let world = World::new().await;
    given::time_has_passed(&world.state).await;
    world.state.clock.advance(TimeDelta::days(1)).unwrap();
    change(&world, &world.operator, world.reseller.organization, true)
        .await
        .unwrap();
    let rows = async |query: &str| {
        let portal = world.portal(&world.operator);
        let query = ListQuery::parse(query);
        let page = portal.listed::<Organizations>(query).await.unwrap();
        page.organizations.rows
    };
    // The log is read behind every transaction that runs, also one of another test.
    let mut newest = Vec::new();
    for _ in 0..300 {
        given::time_has_passed(&world.state).await;
        newest = rows("sort=-last_activity").await;
        // The operator itself is concerned by what it does.
        let mut first = newest.iter().take(2).map(|it| it.id);
        if first.any(|it| it == world.reseller.organization) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let mut first = newest.iter().take(2).map(|it| it.id);
    assert!(first.any(|it| it == world.reseller.organization));
    assert!(newest.is_sorted_by_key(|it| std::cmp::Reverse(it.last_activity)));
    let oldest = rows("sort=last_activity").await;
    assert!(oldest.is_sorted_by_key(|it| it.last_activity));
    assert_eq!(oldest.len(), newest.len());
}

#[tokio::test]
async fn the_operator_finds_organizations() {
    let world = World::new().await;
    change(&world, &world.operator, world.reseller.organization, true)
        .await
        .unwrap();
    let portal = world.portal(&world.operator);
    for (query, names) in [
        ("search=Tailspin", vec!["Tailspin"]),
        ("state=suspended", vec!["Fabrikam"]),
        (
            "capability=indirect_reseller&state=active",
            vec!["Tailspin"],
        ),
        ("capability=indirect_reseller", vec!["Fabrikam", "Tailspin"]),
        ("country=DE", vec!["Adventure Works"]),
    ] {
        let page = portal
            .listed::<Organizations>(ListQuery::parse(query))
            .await
            .unwrap();
        let rows = page.organizations.rows;
        let found: Vec<_> = rows.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(found, names, "{query}");
    }
}

/// The history goes back to its beginning, page by page, for the operator alone.
#[tokio::test]
async fn the_operator_reads_an_organizations_whole_history() {
    let world = World::new().await;
    let of = world.reseller.organization;
    let events = async || -> i64 {
        let events = "select count(*) from event where object = 'organization' and object_id = ";
        sqlx::query_scalar(sqlx::AssertSqlSafe(format!("{events}'{of}'")))
            .fetch_one(&world.state.pool)
            .await
            .unwrap()
    };
    let begun = events().await;
    for time in 0..60 {
        let answer = change(&world, &world.operator, of, time % 2 == 0).await;
        answer.unwrap();
        world.state.clock.advance(TimeDelta::seconds(1)).unwrap();
    }
    let portal = world.portal(&world.operator);
    let mut page = portal.organization(of, "").await.unwrap().timeline;
    let scope = page.scope.clone();
    let mut entries = page.entries.len();
    while let Some(before) = page.earlier {
        page = portal.earlier(page.scope, before).await.unwrap();
        entries += page.entries.len();
    }
    let events = events().await;
    // Each of them is one, and none is read twice.
    assert_eq!(
        (events, i64::try_from(entries).unwrap()),
        (begun + 60, events)
    );
    // Nobody else reads it so, the organization itself included.
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for by in [&reviewer, &world.provider, &world.reseller] {
        let answer = world.portal(by).earlier(scope.clone(), i64::MAX).await;
        assert_eq!(refused(answer), "role_missing");
    }
}

fn partner(domain: &str, admin: &str) -> NewPartner {
    NewPartner {
        name: "Lamna Distribution".parse().unwrap(),
        domain: domain.parse().unwrap(),
        country: "DE".parse().unwrap(),
        address: vec!["1 Harbour Road".parse().unwrap()],
        capabilities: vec![Capability::IndirectProvider],
        mpn: None,
        admin_name: "Mia Kern".parse().unwrap(),
        admin_user_name: admin.parse().unwrap(),
        language: Lang::En,
    }
}

/// The token in the newest mail to the first admin.
async fn token(world: &World) -> String {
    let text: String = sqlx::query_scalar(
        "select text_body from mail where kind = 'partner_added' order by created_at desc, id desc limit 1",
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    let mut words = text.split(|letter: char| !letter.is_ascii_hexdigit());
    words.rfind(|word| word.len() == 64).unwrap().to_owned()
}

#[tokio::test]
async fn a_partner_enters_by_invitation_of_its_first_admin() {
    let mut world = World::new().await;
    let portal = world.portal(&world.operator);
    let new = partner("lamna.example", "mia@lamna.example");
    let id = portal.add_partner(new, request()).await.unwrap();
    let page = portal.organization(id, "").await.unwrap();
    assert_eq!(page.awaited.unwrap().user_name, "mia@lamna.example");
    assert_eq!(page.address, ["1 Harbour Road"]);
    assert!(page.organization.mpn.is_none() && page.organization.agreement.is_none());

    let first = token(&world).await;
    world.state.clock = Clock::manual(world.now() + chrono::TimeDelta::minutes(5));
    let portal = world.portal(&world.operator);
    portal.invite_admin_again(id, request()).await.unwrap();
    let second = token(&world).await;
    let visitor = world.nobody();
    let replaced = visitor
        .choose_password(&first, "violet kettle on tuesdays", request())
        .await;
    assert_eq!(refused(replaced), "link_replaced");
    visitor
        .choose_password(&second, "violet kettle on tuesdays", request())
        .await
        .unwrap();
    let page = portal.organization(id, "").await.unwrap();
    assert_eq!(page.awaited, None);
    let again = portal.invite_admin_again(id, request()).await;
    assert_eq!(again, Err(PortalError::NotFound));
}

#[tokio::test]
async fn the_admin_of_a_customer_is_not_invited_into_the_program() {
    let world = World::new().await;
    let customer = &world.customer;
    sqlx::query("update app_user set must_change_password = true where id = $1")
        .bind(customer.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    let portal = world.portal(&world.operator);
    let page = portal
        .organization(customer.organization, "")
        .await
        .unwrap();
    assert_eq!(page.awaited, None);
    let again = portal.invite_admin_again(customer.organization, request());
    assert_eq!(again.await, Err(PortalError::NotFound));
    assert!(world.mailed("partner_added").await.is_empty());
}

#[tokio::test]
async fn what_is_wrong_with_a_partner_is_told_at_its_fields() {
    let world = World::new().await;
    let portal = world.portal(&world.operator);
    let taken = world.reseller.email.split_once('@').unwrap().1.to_owned();
    let new = partner(&taken, "mia@elsewhere.example");
    let answer = portal.add_partner(new, request()).await;
    let wrong = vec![
        FieldError::new("domain", FieldProblem::DomainTaken),
        FieldError::new("admin_user_name", FieldProblem::NotInDomain),
    ];
    assert_eq!(answer, Err(PortalError::Invalid(wrong)));
    let new = partner("lamna.example", "mia@lamna.example");
    let by_partner = world.portal(&world.provider);
    let answer = by_partner.add_partner(new, request()).await;
    assert_eq!(refused(answer), "role_missing");
}

#[tokio::test]
async fn an_organizations_page_leads_to_what_else_there_is_of_it() {
    let world = World::new().await;
    let portal = world.portal(&world.operator);
    let of = world.reseller.organization;
    let page = portal.organization(of, "").await.unwrap();
    assert_eq!((page.related.case, page.related.change), (None, None));
    let pool = &world.state.pool;
    let user = world.reseller.user;
    let case = crate::testing::cases::submitted(pool, of, user, world.now()).await;
    let page = portal.organization(of, "").await.unwrap();
    assert_eq!(page.related.case, Some(case));
}

#[tokio::test]
async fn the_list_finds_partners_that_have_not_signed() {
    let world = World::new().await;
    let portal = world.portal(&world.operator);
    let names = async |query: &str| {
        let page = portal.listed::<Organizations>(ListQuery::parse(query));
        let rows = page.await.unwrap().organizations.rows.into_iter();
        rows.map(|row| row.name).collect::<Vec<_>>()
    };
    assert_eq!(names("agreement=unsigned").await, [""; 0]);
    sqlx::query(
        "update organization set agreement = null where id = $1 or capabilities ? 'customer'",
    )
    .bind(world.reseller.organization.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(names("agreement=unsigned").await.len(), 1);
}
