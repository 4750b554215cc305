//! What a signature completes: the last step of joining the program.

use sqlx::types::Json;
use tierline_app::overview::model::Waiting;
use tierline_core::{
    enrollment::Command,
    organization::{Capabilities, Capability, CapabilityState},
    role::Role,
};

use super::*;
use crate::{organization::query, testing::world::refused};

const KIND: AgreementKind = AgreementKind::IndirectResellerAgreement;

async fn reseller(world: &World, person: &Person) -> Option<CapabilityState> {
    let mut read = world.portal(person).read().await.unwrap();
    let organization = query::organization(&mut read, person.organization).await;
    let capabilities = organization.unwrap().capabilities;
    assert!(capabilities.is_active(Capability::IndirectProvider));
    capabilities.state(Capability::IndirectReseller)
}

async fn read_second(world: &World, person: &Person) -> ReadText {
    let portal = world.portal(person);
    let page = portal.agreement(KIND, Some(Language::English)).await;
    let text = page.unwrap().text.unwrap();
    ReadText {
        kind: KIND,
        version: text.version.parse().unwrap(),
        language: text.language,
        digest: text.digest,
    }
}

async fn sign_second(world: &World, person: &Person) {
    let read = read_second(world, person).await;
    world.portal(person).sign(read, request()).await.unwrap();
}

/// A version of the second agreement, and a partner that has enrolled to sign it.
async fn enrolled(world: &World, person: &Person) {
    let new = NewVersion {
        kind: KIND,
        ..version("1")
    };
    publish(world, new).await;
    let portal = world.portal(person);
    portal.begin_enrollment(request()).await.unwrap();
    let support = Command::EnterSupport(tierline_core::testing::support_contact());
    for command in [support, Command::EnrollNow] {
        portal.enroll(command, None, request()).await.unwrap();
    }
}

#[tokio::test]
async fn of_two_who_sign_the_second_agreement_at_once_one_does() {
    let world = World::new().await;
    let person = &world.provider;
    enrolled(&world, person).await;
    let other = world.colleague(person, Role::GlobalAdmin).await;
    let what = read_second(&world, person).await;
    let (one, two) = (world.portal(person), world.portal(&other));
    let (first, second) = tokio::join!(
        one.sign(what.clone(), request()),
        two.sign(what.clone(), request())
    );
    let answers = [first, second];
    let done = answers.iter().filter(|answer| answer.is_ok()).count();
    assert_eq!(done, 1, "{answers:?}");
    let late = answers.into_iter().find(Result::is_err).unwrap();
    assert_eq!(refused(late), "agreement_signed");
    let kept = "select count(*) from agreement_signature";
    assert_eq!(world.count(kept).await, 1);
}

#[tokio::test]
async fn a_partner_becomes_a_reseller_as_well_by_the_second_agreement() {
    let world = World::new().await;
    let person = &world.provider;
    let portal = world.portal(person);
    enrolled(&world, person).await;
    assert_eq!(
        reseller(&world, person).await,
        Some(CapabilityState::Qualified)
    );
    let asked = portal.program_info().await.unwrap().asked;
    assert_eq!((asked.len(), asked[0].kind), (1, KIND));

    sign_second(&world, person).await;
    assert_eq!(
        reseller(&world, person).await,
        Some(CapabilityState::Active)
    );

    // Past the date of another version it is to sign again; the partner agreement is not touched by that.
    publish(
        &world,
        NewVersion {
            kind: KIND,
            must_be_signed_by: Some(day(&world, 30)),
            ..version("2")
        },
    )
    .await;
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    assert_eq!(
        reseller(&world, person).await,
        Some(CapabilityState::Qualified)
    );
    sign_second(&world, person).await;
    assert_eq!(
        reseller(&world, person).await,
        Some(CapabilityState::Active)
    );
    let report = crate::check::check(&world.state.pool).await.unwrap();
    let differing: Vec<_> = report.differ.first.iter().map(|(kind, _)| *kind).collect();
    assert!(!differing.contains(&"agreement"), "{differing:?}");
    assert!(!differing.contains(&"enrollment"), "{differing:?}");
}

#[tokio::test]
async fn nothing_is_to_be_signed_before_the_review_is_passed() {
    let world = World::new().await;
    publish(&world, version("2")).await;
    let overview = async |state, mpn: Option<&str>| {
        let capabilities = Capabilities::default().with(Capability::IndirectReseller, state);
        sqlx::query(
            "update organization set capabilities = $2, agreement = null, mpn = $3 where id = $1",
        )
        .bind(world.reseller.organization.into_uuid())
        .bind(Json(capabilities))
        .bind(mpn)
        .execute(&world.state.pool)
        .await
        .unwrap();
        let portal = world.portal(&world.reseller);
        portal.overview().await.unwrap().for_us
    };
    let missing = Waiting::MpnIdMissing;
    assert_eq!(
        overview(CapabilityState::Enrolling, None).await,
        std::slice::from_ref(&missing)
    );
    assert_eq!(
        overview(CapabilityState::Enrolling, Some("7300001")).await,
        []
    );
    let told = overview(CapabilityState::Qualified, None).await;
    assert!(
        matches!(&told[..], [first, Waiting::AgreementAsked { .. }] if *first == missing),
        "{told:?}"
    );
}
