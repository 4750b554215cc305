//! Publishing: what is asked of whom, and what stays.

use tierline_app::{agreement::model::VersionState, error::PortalError};
use tierline_core::{agreement::Command, role::Role};

use super::*;
use crate::testing::world::refused;

#[tokio::test]
async fn the_operator_sees_which_version_is_signed_by_how_many() {
    let world = World::new().await;
    let portal = world.portal(&world.operator);
    assert!(portal.agreements().await.unwrap().versions.is_empty());
    let id = publish(&world, version("2")).await;
    let next = NewVersion {
        effective: Some(day(&world, 10)),
        must_be_signed_by: Some(day(&world, 40)),
        ..version("3")
    };
    publish(&world, next).await;
    sign(&world, &world.reseller).await;

    let page = portal.agreements().await.unwrap();
    let told: Vec<_> = page
        .versions
        .iter()
        .map(|row| (row.version.as_str(), row.state, row.signed, row.unsigned))
        .collect();
    assert_eq!(
        told,
        [
            ("3", VersionState::Scheduled, 0, 4),
            ("2", VersionState::InForce, 1, 3)
        ]
    );
    let version = portal.agreement_version(id, None).await.unwrap();
    let names: Vec<_> = version
        .unsigned
        .iter()
        .map(|party| party.name.as_str())
        .collect();
    assert_eq!(names, ["Contoso Distribution", "Tailspin", "Wide World"]);
    assert_eq!(version.text.words, ENGLISH);
    assert_eq!(version.timeline.entries.len(), 1);

    world.state.clock.advance(TimeDelta::days(10)).unwrap();
    let page = portal.agreements().await.unwrap();
    assert_eq!(page.versions[1].state, VersionState::Replaced);
}

#[tokio::test]
async fn a_name_is_given_once_and_english_is_never_missing() {
    let world = World::new().await;
    publish(&world, version("2")).await;
    let portal = world.portal(&world.operator);
    let again = portal.publish(version("2"), request()).await;
    assert_eq!(refused(again), "agreement_version_taken");
    let chinese = NewVersion {
        texts: vec![(Language::TraditionalChinese, CHINESE.to_owned())],
        ..version("3")
    };
    let answer = portal.publish(chinese, request()).await;
    assert_eq!(refused(answer), "agreement_texts");
    let backward = NewVersion {
        effective: Some(day(&world, 10)),
        must_be_signed_by: Some(day(&world, 9)),
        ..version("3")
    };
    let answer = portal.publish(backward, request()).await;
    assert_eq!(refused(answer), "agreement_dates");
    // A name that another agreement has is free.
    let other = NewVersion {
        kind: AgreementKind::IndirectResellerAgreement,
        ..version("2")
    };
    portal.publish(other, request()).await.unwrap();
}

#[tokio::test]
async fn the_deadline_moves_and_the_text_does_not() {
    let world = World::new().await;
    let by = day(&world, 5);
    let id = publish(
        &world,
        NewVersion {
            must_be_signed_by: Some(by),
            ..version("2")
        },
    )
    .await;
    let portal = world.portal(&world.operator);
    let later = Command::MoveDeadline {
        must_be_signed_by: Some(by + TimeDelta::days(45)),
    };
    portal.change_agreement(id, later, request()).await.unwrap();
    world.state.clock.advance(TimeDelta::days(6)).unwrap();
    let info = world.portal(&world.reseller).program_info().await.unwrap();
    assert_eq!(
        info.asked[0].must_be_signed_by,
        Some(by + TimeDelta::days(45))
    );
    let version = portal.agreement_version(id, None).await.unwrap();
    assert_eq!(version.timeline.entries.len(), 2);
    let changed = sqlx::query("update agreement_text set words = 'x'")
        .execute(&world.state.pool)
        .await;
    assert!(changed.is_err());
}

#[tokio::test]
async fn only_the_operators_program_admin_publishes() {
    let world = World::new().await;
    let id = publish(&world, version("2")).await;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    let portal = world.portal(&reviewer);
    let answer = portal.publish(version("3"), request()).await;
    assert_eq!(refused(answer), "role_missing");
    let portal = world.portal(&world.provider);
    assert_eq!(portal.agreements().await, Err(PortalError::NotFound));
    let answer = portal.agreement_version(id, None).await;
    assert_eq!(answer, Err(PortalError::NotFound));
    let answer = portal.publish(version("3"), request()).await;
    assert_eq!(refused(answer), "role_missing");
}
