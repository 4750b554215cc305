//! The primary contact's answer, by the mailed link.

use chrono::TimeDelta;
use tierline_app::{
    error::PortalError, list::model::ListQuery, mail::list::DeadMails, portal::all::*,
};
use tierline_core::{
    enrollment::{CheckKind, Confirmation, ReasonCode, Statements, Turn, Verdict},
    program::{Command, Setting, parse_holidays},
};

use super::{BOTH, confirmed, contact, enroll, review, stored, submitted, token};
use crate::{
    mail::{MAX_ATTEMPTS, MailId, Transport, deliver},
    testing::{
        self,
        settings::set,
        smtp::SmtpSink,
        world::{World, refused, request},
    },
};

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
    // The operator says how many of them.
    for (days, allowed) in [(2, false), (1, true)] {
        let pause = set(&[(Setting::ConfirmationDays, days)]);
        operator
            .change_settings(pause, None, request())
            .await
            .unwrap();
        let may = portal.enrollment().await.unwrap().begun.unwrap().may_resend;
        assert_eq!(may.is_ok(), allowed, "{days}");
    }
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

/// A mail server that is down delays a confirmation, and loses none: it is tried again, then kept for the operator to
/// send again, and its link still leads where it should.
#[tokio::test]
async fn a_mail_server_that_is_down_delays_a_confirmation_and_loses_none() {
    let world = World::new().await;
    let person = submitted(&world, "Adventure Cloud").await;
    let link = token(&world).await;
    let (mail, pool) = (newest_mail(&world).await, &world.state.pool);
    let transport = |url: &str| {
        let config = testing::config(&["--smtp-url", url]);
        Transport::new(&config.mail).unwrap()
    };
    // No server listens there.
    let down = transport("smtp://127.0.0.1:1");
    for _ in 1..MAX_ATTEMPTS {
        assert!(deliver(&world.state, &down, mail).await.is_err());
    }
    // The enrollment goes on waiting for the answer, and a job for the mail to be tried again.
    assert!(stored(&world, &person).await.awaits_contact());
    assert!(
        world
            .count("select count(*) from graphile_worker.jobs")
            .await
            > 0
    );
    deliver(&world.state, &down, mail).await.unwrap();
    let status: String = sqlx::query_scalar("select status from mail where id = $1")
        .bind(mail)
        .fetch_one(pool)
        .await
        .unwrap();
    assert_eq!(status, "dead");
    let operator = world.portal(&world.operator);
    let undelivered = operator.listed::<DeadMails>(ListQuery::default()).await;
    assert_eq!(undelivered.unwrap().rows[0].id, mail);

    // It is up again.
    let sink = SmtpSink::start(&[]).await;
    operator.resend_mail(mail, request()).await.unwrap();
    deliver(&world.state, &transport(&sink.url()), mail)
        .await
        .unwrap();
    let received = sink.received();
    assert_eq!(received.len(), 1);
    assert!(received[0].contains("RCPT TO:<anna@adventure.example>"));
    let answer = world
        .nobody()
        .answer_confirmation(&link, Some(BOTH), request())
        .await;
    assert_eq!(answer, Ok(()));
    assert_eq!(stored(&world, &person).await.turn(), Turn::Operator);
}

/// The newest mail to a primary contact.
async fn newest_mail(world: &World) -> MailId {
    sqlx::query_scalar(
        "select id from mail where kind = 'enrollment_confirmation' order by created_at desc, id desc limit 1",
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap()
}
