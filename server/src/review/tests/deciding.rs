use tierline_app::{
    error::PortalError,
    form::mark::StoredField,
    portal::{ActivityPortal as _, ReviewPortal as _},
    timeline::Scope,
};
use tierline_core::{
    enrollment::{CheckKind, ReasonCode, Status},
    ids::{EnrollmentId, OrganizationId, RequestId},
    review::Command,
    role::Role,
};

use super::{APPROVE, fail, pass, submitted};
use crate::testing::{
    cases,
    world::{Person, World, refused, request},
};

async fn does(
    world: &World,
    person: &Person,
    id: EnrollmentId,
    command: Command,
) -> Result<bool, PortalError> {
    does_as(world, person, id, command, request()).await
}

async fn does_as(
    world: &World,
    person: &Person,
    id: EnrollmentId,
    command: Command,
    request: RequestId,
) -> Result<bool, PortalError> {
    let portal = world.portal(person);
    portal.change_case(id, command, None, request).await
}

#[tokio::test]
async fn a_review_from_the_first_note_to_the_approval() {
    let world = World::new().await;
    let id = submitted(&world).await;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    let note = Command::Note("called the company".parse().unwrap());
    for command in [
        Command::Take,
        note,
        Command::Rule(pass(CheckKind::Employment)),
    ] {
        assert_eq!(does(&world, &reviewer, id, command).await, Ok(false));
    }
    let failed = fail(CheckKind::Business, ReasonCode::NameUnknown);
    does(&world, &reviewer, id, Command::Rule(failed))
        .await
        .unwrap();
    let page = world.portal(&reviewer).case(id).await.unwrap();
    assert!(page.is_mine && page.reviewer.is_some());
    assert_eq!(page.notes.len(), 1);
    assert_eq!(page.tracker.status, Status::Denied);
    assert_eq!(page.deciders.len(), 2);
    assert!(
        page.timeline
            .entries
            .iter()
            .any(|it| it.by.as_deref() == Some("Anna"))
    );
    assert_eq!(does(&world, &reviewer, id, APPROVE).await, Ok(false));
    let page = world.portal(&reviewer).case(id).await.unwrap();
    assert_eq!(page.tracker.status, Status::Qualified);
    // Each change is told to the contact, and an approval once.
    let told = world.mailed("enrollment_progress").await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(world.mailed("enrollment_check_failed").await.len(), 1);
    let report = crate::check::check(&world.state.pool).await.unwrap();
    for found in [&report.differ, &report.without_history, &report.not_stored] {
        assert!(
            found.first.iter().all(|(object, _)| *object != "case"),
            "{report:?}"
        );
    }
}

#[tokio::test]
async fn the_second_of_two_is_told_what_has_changed() {
    let world = World::new().await;
    let id = submitted(&world).await;
    let first = world.colleague(&world.operator, Role::Reviewer).await;
    let second = world.colleague(&world.operator, Role::Reviewer).await;
    let seen = world
        .portal(&second)
        .decision(id, pass(CheckKind::Business))
        .await
        .unwrap();
    assert_eq!(seen.may, Ok(()));
    let failed = fail(CheckKind::Business, ReasonCode::NameUnknown);
    does(&world, &first, id, Command::Rule(failed))
        .await
        .unwrap();
    let decide = Command::Rule(pass(CheckKind::Business));
    let portal = world.portal(&second);
    let answer = portal
        .change_case(id, decide.clone(), Some(seen.mark), request())
        .await;
    let Err(PortalError::Changed(changed)) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(changed.fields, [StoredField::new("business", "Failed")]);
    // Having been told, the same decision is made.
    let again = portal
        .change_case(id, decide, Some(changed.mark), request())
        .await;
    assert_eq!(again, Ok(false));
}

#[tokio::test]
async fn whoever_decides_is_told_of_a_case_of_the_same_member_since() {
    let world = World::new().await;
    let id = submitted(&world).await;
    let portal = world.portal(&world.operator);
    let ruling = pass(CheckKind::Business);
    let seen = portal.decision(id, ruling.clone()).await.unwrap();
    let Person {
        user, organization, ..
    } = world.provider;
    let pool = &world.state.pool;
    cases::submitted(pool, organization, user, world.now()).await;
    of_one_member(&world, [world.reseller.organization, organization]).await;
    let decide = Command::Rule(ruling);
    let answer = portal
        .change_case(id, decide.clone(), Some(seen.mark), request())
        .await;
    let Err(PortalError::Changed(changed)) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(
        changed.fields,
        [StoredField::new("alike", "Contoso Distribution")]
    );
    let again = portal
        .change_case(id, decide, Some(changed.mark), request())
        .await;
    assert_eq!(again, Ok(false));
}

/// Gives each of these organizations an MPN ID of one member.
async fn of_one_member(world: &World, organizations: [OrganizationId; 2]) {
    let pool = &world.state.pool;
    let member = uuid::Uuid::now_v7();
    sqlx::query(
        "insert into registry_member (id, operator_id, account, name, is_active, locations, countries, since, body, sort_key,
            search)
         values ($1, $2, 'mpn@one.example', 'One', true, 2, '{}', now(), '{}', 'one', ' one ')",
    )
    .bind(member)
    .bind(world.operator.organization.into_uuid())
    .execute(pool)
    .await
    .unwrap();
    for organization in organizations {
        let mpn = crate::testing::given::new_mpn();
        sqlx::query("insert into registry_mpn (mpn, member_id, name, is_active) values ($1, $2, 'One', true)")
            .bind(mpn.as_str())
            .bind(member)
            .execute(pool)
            .await
            .unwrap();
        sqlx::query("update organization set mpn = $2 where id = $1")
            .bind(organization.into_uuid())
            .bind(mpn.as_str())
            .execute(pool)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn two_who_decide_at_once_decide_once() {
    let world = World::new().await;
    let id = submitted(&world).await;
    let first = world.colleague(&world.operator, Role::Reviewer).await;
    let second = world.colleague(&world.operator, Role::Reviewer).await;
    let command = || Command::Rule(pass(CheckKind::Business));
    let (one, other) = tokio::join!(
        does(&world, &first, id, command()),
        does(&world, &second, id, command())
    );
    let refused = [one, other].into_iter().filter_map(Result::err);
    let codes: Vec<_> = refused.map(|it| refused_code(&it)).collect();
    assert_eq!(codes, ["check_decided"]);
}

fn refused_code(error: &PortalError) -> &'static str {
    match error {
        PortalError::Refused(refusal) => refusal.code(),
        _ => "another error",
    }
}

#[tokio::test]
async fn nobody_else_sees_or_decides_a_case() {
    let world = World::new().await;
    let id = submitted(&world).await;
    let helpdesk = world.colleague(&world.reseller, Role::HelpdeskAgent).await;
    for person in [&world.reseller, &world.provider, &world.customer, &helpdesk] {
        let portal = world.portal(person);
        assert_eq!(refused(portal.case(id).await), "role_missing");
        let preview = portal.decision(id, pass(CheckKind::Business)).await;
        assert_eq!(refused(preview), "role_missing");
        for command in [Command::Take, APPROVE, Command::Agree] {
            let answer = does(&world, person, id, command).await;
            assert_eq!(refused(answer), "role_missing");
        }
        let scope = Scope::Case(id.into_uuid());
        let history = portal.earlier(scope, i64::MAX).await.unwrap();
        assert!(history.entries.is_empty());
    }
    // A reviewer of what is not there finds nothing.
    let missing = EnrollmentId::from_uuid(uuid::Uuid::now_v7());
    let answer = world.portal(&world.operator).case(missing).await;
    assert_eq!(answer.err(), Some(PortalError::NotFound));
}

#[tokio::test]
async fn notes_are_in_nobody_elses_history() {
    let world = World::new().await;
    let id = submitted(&world).await;
    let note = Command::Note("sounds odd".parse().unwrap());
    does(&world, &world.operator, id, note).await.unwrap();
    let seen = world
        .count(
            "select count(*) from event e join event_audience a on a.event_id = e.id
                join organization o on o.id = a.organization_id
                where e.object = 'case' and o.capabilities ->> 'operator' is null",
        )
        .await;
    assert_eq!(seen, 0);
}

#[tokio::test]
async fn the_mail_that_is_shown_is_the_one_that_is_sent() {
    let world = World::new().await;
    let id = submitted(&world).await;
    let ruling = fail(CheckKind::Business, ReasonCode::NameUnknown);
    let shown = world
        .portal(&world.operator)
        .decision(id, ruling.clone())
        .await
        .unwrap();
    assert_eq!(world.mailed("enrollment_check_failed").await.len(), 0);
    does(&world, &world.operator, id, Command::Rule(ruling))
        .await
        .unwrap();
    let sent: Vec<(String, String, String)> = sqlx::query_as(
        "select to_address, subject, text_body from mail where kind = 'enrollment_check_failed'",
    )
    .fetch_all(&world.state.pool)
    .await
    .unwrap();
    let shown: Vec<_> = shown
        .mails
        .into_iter()
        .map(|it| (it.to, it.subject, it.text))
        .collect();
    assert_eq!(shown, sent);
}

#[tokio::test]
async fn a_draft_of_the_same_domain_is_no_other_case() {
    let world = World::new().await;
    let id = submitted(&world).await;
    let Person {
        user, organization, ..
    } = world.provider;
    let pool = &world.state.pool;
    let other = cases::submitted(pool, organization, user, world.now()).await;
    sqlx::query(
        "update enrollment set mail_domain = (select mail_domain from enrollment where id = $1) where id = $2",
    )
    .bind(id.into_uuid())
    .bind(other.into_uuid())
    .execute(pool)
    .await
    .unwrap();
    let page = world.portal(&world.operator).case(id).await.unwrap();
    let alike: Vec<EnrollmentId> = page.alike.iter().map(|it| it.enrollment).collect();
    assert_eq!(alike, [other]);
    let all = async |before| {
        world
            .portal(&world.operator)
            .alike(id, before)
            .await
            .unwrap()
    };
    let (first, next) = (all(None).await, all(Some(other)).await);
    assert_eq!((first.alike.len(), first.more), (1, None));
    assert!(next.alike.is_empty(), "the next page goes on behind it");
    sqlx::query("update enrollment set status = 'initialized' where id = $1")
        .bind(other.into_uuid())
        .execute(pool)
        .await
        .unwrap();
    let page = world.portal(&world.operator).case(id).await.unwrap();
    assert_eq!(page.alike.len(), 0);
}
