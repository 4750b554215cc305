//! The primary contact's answer, by the mailed link.

use chrono::TimeDelta;
use tierline_app::{error::PortalError, portal::all::*};
use tierline_core::{
    enrollment::{CheckKind, Confirmation, ReasonCode, Statements, Turn, Verdict},
    program::{Command, parse_holidays},
};

use super::{BOTH, confirmed, contact, enroll, review, stored, submitted, token};
use crate::testing::world::{World, refused, request};

#[tokio::test]
async fn a_link_is_answered_once() {
    let world = World::new().await;
    let person = submitted(&world, "Adventure Cloud").await;
    assert_eq!(
        world.mailed("enrollment_confirmation").await,
        ["anna@adventure.example"]
    );
    let link = token(&world).await;
    let page = world.nobody().confirmation(&link).await.unwrap();
    assert_eq!(
        (page.open, page.company.as_str()),
        (Ok(()), "Adventure Cloud")
    );
    // Looking at it has changed nothing.
    assert!(stored(&world, &person).await.awaits_contact());
    let half = Statements {
        signed_up: false,
        ..BOTH
    };
    let answer = world
        .nobody()
        .answer_confirmation(&link, Some(half), request())
        .await;
    assert_eq!(refused(answer), "statements_unconfirmed");
    let same = request();
    for _ in 0..2 {
        let answer = world
            .nobody()
            .answer_confirmation(&link, Some(BOTH), same)
            .await;
        assert_eq!(answer, Ok(()));
    }
    for statements in [Some(BOTH), None] {
        let again = world
            .nobody()
            .answer_confirmation(&link, statements, request())
            .await;
        assert_eq!(refused(again), "contact_answered");
    }
    assert_eq!(stored(&world, &person).await.turn(), Turn::Operator);
    assert_eq!(world.mailed("enrollment_progress").await.len(), 1);
    let unknown = world.nobody().confirmation(&"0".repeat(64)).await;
    assert_eq!(unknown.err(), Some(PortalError::NotFound));
}

#[tokio::test]
async fn a_contact_who_did_not_sign_up_stops_the_review_until_another_is_entered() {
    let world = World::new().await;
    let person = submitted(&world, "Adventure Cloud").await;
    let link = token(&world).await;
    let stranger = world.nobody();
    stranger
        .answer_confirmation(&link, None, request())
        .await
        .unwrap();
    assert_eq!(stored(&world, &person).await.turn(), Turn::Applicant);
    // Told is whoever enrolls, and not the contact.
    assert_eq!(
        world.mailed("enrollment_progress").await,
        [person.email.as_str()]
    );
    // Nor is the contact told of what the operator decides until then.
    let failed = Verdict::Fail {
        reason: ReasonCode::ContactDenied,
        note: None,
    };
    let id = stored(&world, &person).await.id;
    review(&world, id, CheckKind::EmailOwnership, failed)
        .await
        .unwrap();
    assert_eq!(
        world.mailed("enrollment_check_failed").await,
        [person.email.as_str()]
    );
    enroll(&world, &person, contact("ben@adventure.example")).await;
    let asked = stored(&world, &person).await;
    assert!(matches!(asked.confirmation, Confirmation::Asked { .. }));
    // The old link does not answer for the new contact, and tells nothing of them.
    let old = world
        .nobody()
        .answer_confirmation(&link, Some(BOTH), request())
        .await;
    assert_eq!(refused(old), "confirmation_replaced");
    let page = world.nobody().confirmation(&link).await.unwrap();
    assert_eq!(page.address, "");
    let new = token(&world).await;
    stranger
        .answer_confirmation(&new, Some(BOTH), request())
        .await
        .unwrap();
}

#[tokio::test]
async fn the_mail_is_sent_again_after_a_business_day_and_replaces_the_link() {
    let world = World::new().await;
    // November 21, 2026 is a Saturday.
    let person = submitted(&world, "Adventure Cloud").await;
    let first = token(&world).await;
    let portal = world.portal(&person);
    world.state.clock.advance(TimeDelta::days(1)).unwrap();
    assert_eq!(
        refused(portal.resend_confirmation(request()).await),
        "resend_too_early"
    );
    world.state.clock.advance(TimeDelta::days(2)).unwrap();
    // A holiday is no business day.
    let holiday = Command::AddHolidays(parse_holidays("2026-11-23").unwrap());
    let operator = world.portal(&world.operator);
    operator
        .change_settings(holiday, None, request())
        .await
        .unwrap();
    assert_eq!(
        refused(portal.resend_confirmation(request()).await),
        "resend_too_early"
    );
    world.state.clock.advance(TimeDelta::days(1)).unwrap();
    portal.resend_confirmation(request()).await.unwrap();
    let old = world
        .nobody()
        .answer_confirmation(&first, Some(BOTH), request())
        .await;
    assert_eq!(refused(old), "confirmation_replaced");
    let second = token(&world).await;
    assert_ne!(first, second);
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    let late = world
        .nobody()
        .answer_confirmation(&second, Some(BOTH), request())
        .await;
    assert_eq!(refused(late), "confirmation_expired");
}

#[tokio::test]
async fn only_the_hash_of_a_link_is_kept() {
    let world = World::new().await;
    confirmed(&world, "Adventure Cloud").await;
    let link = token(&world).await;
    let hashes: Vec<Vec<u8>> = sqlx::query_scalar("select token_hash from enrollment_link")
        .fetch_all(&world.state.pool)
        .await
        .unwrap();
    let hash = crate::invitation::TokenHash::of(&link);
    assert_eq!(hashes, [hash.as_bytes().to_vec()]);
}
