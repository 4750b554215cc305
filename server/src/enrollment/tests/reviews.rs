//! The operator's decisions, and what follows from them.

use chrono::TimeDelta;
use tierline_app::{list::model::ListQuery, operator::list::Organizations, portal::all::*};
use tierline_core::{
    enrollment::{CheckKind, Command, REJECTED_FOR, ReasonCode, Status, Verdict},
    organization::{Capability, CapabilityState, SuspendedBy},
    program::Setting,
    role::Role,
};

use super::{confirmed, enroll, profile, review, ruling, stored, submitted};
use crate::{
    organization::query,
    testing::{
        given,
        settings::set,
        world::{Person, World, refused, request},
    },
};

fn fail(reason: ReasonCode) -> Verdict {
    Verdict::Fail {
        reason,
        note: Some("no such name".parse().unwrap()),
    }
}

async fn capability(world: &World, person: &Person) -> Option<CapabilityState> {
    let mut read = world.portal(person).read().await.unwrap();
    let organization = query::organization(&mut read, person.organization).await;
    organization
        .unwrap()
        .capabilities
        .state(Capability::IndirectReseller)
}

/// Whom the operator's list shows as suspended.
async fn suspended(world: &World) -> Vec<String> {
    let portal = world.portal(&world.operator);
    let query = ListQuery::parse("state=suspended");
    let found = portal.listed::<Organizations>(query).await.unwrap();
    let rows = found.organizations.rows.into_iter();
    rows.map(|row| row.name).collect()
}

#[tokio::test]
async fn a_company_is_qualified_when_every_check_is_passed() {
    let world = World::new().await;
    let person = submitted(&world, "Adventure Cloud").await;
    let id = stored(&world, &person).await.id;
    let early = review(&world, id, CheckKind::Business, Verdict::Pass).await;
    assert_eq!(refused(early), "contact_unconfirmed");
    let link = super::token(&world).await;
    world
        .nobody()
        .answer_confirmation(&link, Some(super::BOTH), request())
        .await
        .unwrap();
    for check in CheckKind::ALL {
        assert_eq!(
            capability(&world, &person).await,
            Some(CapabilityState::Enrolling)
        );
        review(&world, id, check, Verdict::Pass).await.unwrap();
    }
    assert_eq!(
        capability(&world, &person).await,
        Some(CapabilityState::Qualified)
    );
    // Each change was mailed to the primary contact in its language: confirmed, three checks, and the
    // last one as the approval that it is.
    let mailed = world.mailed("enrollment_progress").await;
    assert_eq!(mailed, vec!["anna@adventure.example"; 5]);
    let language = world.count(
        "select count(*) from mail where kind = 'enrollment_progress' and text_body like '%已通過%'",
    );
    assert_eq!(language.await, 4);
    let again = review(&world, id, CheckKind::Business, Verdict::Pass).await;
    assert_eq!(refused(again), "check_decided");
}

#[tokio::test]
async fn nobody_but_the_operator_decides_a_check() {
    let world = World::new().await;
    let person = confirmed(&world, "Adventure Cloud").await;
    let id = stored(&world, &person).await.id;
    let auditor = world.colleague(&world.operator, Role::HelpdeskAgent).await;
    let passes = || ruling(CheckKind::Business, Verdict::Pass);
    for other in [&person, &world.provider, &world.customer, &auditor] {
        let portal = world.portal(other);
        let decided = portal.change_case(id, passes(), None, request()).await;
        let unknown = portal
            .change_case(uuid::Uuid::now_v7().into(), passes(), None, request())
            .await;
        assert!(decided.is_err());
        assert_eq!(decided, unknown, "tells whether there is one");
    }
    review(&world, id, CheckKind::Business, Verdict::Pass)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_failed_check_is_told_with_its_remedy_and_can_be_appealed() {
    let world = World::new().await;
    let person = confirmed(&world, "Adventure Cloud").await;
    let id = stored(&world, &person).await.id;
    review(
        &world,
        id,
        CheckKind::Business,
        fail(ReasonCode::NameUnknown),
    )
    .await
    .unwrap();
    assert_eq!(
        world.mailed("enrollment_check_failed").await,
        ["anna@adventure.example"]
    );
    let empty = Command::Appeal {
        check: CheckKind::Business,
        statement: None,
    };
    let answer = world.portal(&person).enroll(empty, None, request()).await;
    assert_eq!(refused(answer), "appeal_empty");
    let appeal = Command::Appeal {
        check: CheckKind::Business,
        statement: Some("we are registered under this name".parse().unwrap()),
    };
    enroll(&world, &person, appeal).await;
    assert_eq!(
        world
            .count("select count(*) from enrollment where appealed_since is not null")
            .await,
        1
    );
    // The remedy: the profile as it is registered. The check begins again.
    enroll(
        &world,
        &person,
        profile("Adventure Holding", "1 Harbour Road"),
    )
    .await;
    assert_eq!(
        world
            .count("select count(*) from enrollment where appealed_since is not null")
            .await,
        0
    );
}

#[tokio::test]
async fn whoever_is_rejected_for_thirty_days_is_suspended_to_the_moment() {
    let world = World::new().await;
    let person = confirmed(&world, "Adventure Cloud").await;
    let id = stored(&world, &person).await.id;
    review(
        &world,
        id,
        CheckKind::Business,
        fail(ReasonCode::NameUnknown),
    )
    .await
    .unwrap();
    world
        .state
        .clock
        .advance(REJECTED_FOR - TimeDelta::seconds(1))
        .unwrap();
    assert_eq!(
        capability(&world, &person).await,
        Some(CapabilityState::Enrolling)
    );
    assert!(suspended(&world).await.is_empty());
    world.state.clock.advance(TimeDelta::seconds(1)).unwrap();
    // No job has run yet.
    assert_eq!(
        capability(&world, &person).await,
        Some(CapabilityState::Suspended)
    );
    assert_eq!(suspended(&world).await, ["Adventure Cloud"]);
    given::time_has_passed(&world.state).await;
    given::time_has_passed(&world.state).await;
    assert_eq!(
        world
            .count("select count(*) from event where body -> 'event' ->> 'type' = 'suspended'")
            .await,
        1
    );
    let after = stored(&world, &person).await;
    assert_eq!(after.status(world.now()), Status::Suspended);
    // Passing what is left makes it what it would have been.
    for check in CheckKind::ALL {
        review(&world, id, check, Verdict::Pass).await.unwrap();
    }
    assert_eq!(
        capability(&world, &person).await,
        Some(CapabilityState::Qualified)
    );
    let report = crate::check::check(&world.state.pool).await.unwrap();
    let differing: Vec<_> = report.differ.first.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(differing, Vec::<&str>::new());
}

/// The day that was told stays, and the next rejection goes by what is set then.
#[tokio::test]
async fn the_operator_sets_how_long_a_failed_check_may_stay() {
    let world = World::new().await;
    let operator = world.portal(&world.operator);
    let person = confirmed(&world, "Adventure Cloud").await;
    let id = stored(&world, &person).await.id;
    let mut told = Vec::new();
    for (check, reason, days) in [
        (CheckKind::Business, ReasonCode::NameUnknown, 40),
        (CheckKind::Employment, ReasonCode::EmploymentUnproven, 10),
    ] {
        let shorter = set(&[(Setting::RejectedDays, days)]);
        operator
            .change_settings(shorter, None, request())
            .await
            .unwrap();
        review(&world, id, check, fail(reason)).await.unwrap();
        told.push(stored(&world, &person).await.suspends_at().unwrap() - world.now());
    }
    assert_eq!(told, [40, 10].map(TimeDelta::days));
    world.state.clock.advance(TimeDelta::days(10)).unwrap();
    given::time_has_passed(&world.state).await;
    assert_eq!(
        capability(&world, &person).await,
        Some(CapabilityState::Suspended)
    );
}

/// What the operator has suspended for another reason stays so, whatever the checks say.
#[tokio::test]
async fn passing_the_last_check_leaves_what_the_operator_has_suspended() {
    let world = World::new().await;
    let person = confirmed(&world, "Adventure Cloud").await;
    let id = stored(&world, &person).await.id;
    let failed = fail(ReasonCode::NameUnknown);
    review(&world, id, CheckKind::Business, failed)
        .await
        .unwrap();
    world.state.clock.advance(REJECTED_FOR).unwrap();
    given::time_has_passed(&world.state).await;
    let portal = world.portal(&world.operator);
    let reason = "invoices are overdue".parse().unwrap();
    portal
        .change_suspension(person.organization, true, reason, request())
        .await
        .unwrap();
    let both = [SuspendedBy::Enrollment, SuspendedBy::Operator];
    assert_eq!(suspended_by(&world, &person).await, both);
    for check in CheckKind::ALL {
        review(&world, id, check, Verdict::Pass).await.unwrap();
    }
    assert_eq!(suspended_by(&world, &person).await, [SuspendedBy::Operator]);
    let told = "select count(*) from mail where kind = 'enrollment_progress' and text_body like '%計畫營運者因其他原因暫停了%'";
    assert_eq!(world.count(told).await, 1);
    let reason = "invoices are paid".parse().unwrap();
    portal
        .change_suspension(person.organization, false, reason, request())
        .await
        .unwrap();
    assert_eq!(
        capability(&world, &person).await,
        Some(CapabilityState::Qualified)
    );
    let report = crate::check::check(&world.state.pool).await.unwrap();
    let differing: Vec<_> = report.differ.first.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(differing, Vec::<&str>::new());
}

async fn suspended_by(world: &World, person: &Person) -> Vec<SuspendedBy> {
    let stored = given::stored_organization(&world.state.pool, person.organization).await;
    stored.suspended_by(Capability::IndirectReseller)
}
