use std::path::PathBuf;
use std::sync::Arc;

use sqlx::PgPool;
use tierline_app::i18n::Lang;
use uuid::Uuid;

use super::*;
use crate::{
    clock::Clock,
    config::Config,
    invitation::follow::{ExpiryReminder, InvitationCanceled, InvitationKind, InvitationMail},
    mail::{self, Mail, NewMail},
    testing::{self, TestDatabase, smtp::SmtpSink},
};

fn state(database: &TestDatabase, arguments: &[&str]) -> AppState {
    AppState::new(
        database.pool.clone(),
        Clock::system(),
        Arc::new(testing::config(arguments)),
    )
}

fn transport(config: &Config) -> Transport {
    Transport::new(&config.mail).unwrap()
}

async fn enqueue(pool: &PgPool, to: &str, subject: &str) -> MailId {
    let mut transaction = pool.begin().await.unwrap();
    let template = Mail::from(InvitationMail {
        subject: subject.to_owned(),
        body: "您好 Adele\n\nhttps://portal.example/invitation/abc".to_owned(),
        link: "https://portal.example/invitation/abc".to_owned(),
    });
    let new = NewMail {
        organization: None,
        to: to.to_owned(),
        reply_to: None,
        language: Lang::ZhHant,
        template,
    };
    let id = mail::enqueue(&mut transaction, &Clock::system(), new)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    id
}

async fn status(pool: &PgPool, id: MailId) -> (String, i32) {
    sqlx::query_as("select status, attempts from mail where id = $1")
        .bind(id)
        .fetch_one(pool)
        .await
        .unwrap()
}

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("tierline-mail-{}", Uuid::now_v7().simple()))
}

async fn bodies(pool: &PgPool, id: MailId) -> (Option<String>, Option<String>) {
    sqlx::query_as("select text_body, html_body from mail where id = $1")
        .bind(id)
        .fetch_one(pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_mail_without_a_server_becomes_a_file_and_its_secret_is_forgotten() {
    let database = testing::database().await;
    let folder = folder();
    let state = state(&database, &["--mail-dir", folder.to_str().unwrap()]);
    let id = enqueue(&database.pool, "adele@contoso.example", "您好").await;
    deliver(&state, &transport(&state.config), id)
        .await
        .unwrap();
    let written = std::fs::read_to_string(folder.join(format!("{id}.eml"))).unwrap();
    assert!(
        written.contains("To: adele@contoso.example\r\n"),
        "{written}"
    );
    assert!(written.contains("multipart/alternative"), "{written}");
    assert!(
        written.contains(&format!("Message-ID: <{id}@tierline.example>")),
        "{written}"
    );
    assert_eq!(status(&database.pool, id).await, ("sent".to_owned(), 1));
    assert_eq!(bodies(&database.pool, id).await, (None, None));
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn the_demo_world_keeps_its_mails_to_read() {
    let database = testing::database().await;
    let folder = folder();
    let state = state(
        &database,
        &["--demo", "--mail-dir", folder.to_str().unwrap()],
    );
    let id = enqueue(&database.pool, "adele@contoso.example", "Hello").await;
    deliver(&state, &transport(&state.config), id)
        .await
        .unwrap();
    let (text, _) = bodies(&database.pool, id).await;
    assert!(text.unwrap().contains("/invitation/abc"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_mail_goes_to_the_server_once() {
    let database = testing::database().await;
    let sink = SmtpSink::start(&[]).await;
    let state = state(&database, &["--smtp-url", &sink.url()]);
    let transport = transport(&state.config);
    let id = enqueue(&database.pool, "adele@contoso.example", "Hello").await;
    deliver(&state, &transport, id).await.unwrap();
    deliver(&state, &transport, id).await.unwrap();
    let received = sink.received();
    assert_eq!(received.len(), 1);
    assert!(
        received[0].contains("RCPT TO:<adele@contoso.example>"),
        "{}",
        received[0]
    );
    assert_eq!(status(&database.pool, id).await, ("sent".to_owned(), 1));
}

#[tokio::test]
async fn a_mail_refused_for_now_is_tried_again() {
    let database = testing::database().await;
    let sink = SmtpSink::start(&["451 come back later"]).await;
    let state = state(&database, &["--smtp-url", &sink.url()]);
    let transport = transport(&state.config);
    let id = enqueue(&database.pool, "adele@contoso.example", "Hello").await;
    let error = deliver(&state, &transport, id).await.unwrap_err();
    assert!(error.to_string().contains("come back later"), "{error}");
    assert_eq!(status(&database.pool, id).await, ("failed".to_owned(), 1));
    deliver(&state, &transport, id).await.unwrap();
    assert_eq!(status(&database.pool, id).await, ("sent".to_owned(), 2));
}

#[tokio::test]
async fn a_mail_refused_for_good_is_a_dead_letter_that_can_be_sent_again() {
    let database = testing::database().await;
    let sink = SmtpSink::start(&["550 no such user"]).await;
    let state = state(&database, &["--smtp-url", &sink.url()]);
    let transport = transport(&state.config);
    let id = enqueue(&database.pool, "nobody@contoso.example", "Hello").await;
    deliver(&state, &transport, id).await.unwrap();
    assert_eq!(status(&database.pool, id).await, ("dead".to_owned(), 1));
    let error: Option<String> = sqlx::query_scalar("select last_error from mail where id = $1")
        .bind(id)
        .fetch_one(&database.pool)
        .await
        .unwrap();
    assert!(error.unwrap().contains("no such user"));
    deliver(&state, &transport, id).await.unwrap();
    assert!(sink.received().is_empty(), "a dead letter is left alone");

    let mut connection = database.pool.acquire().await.unwrap();
    assert!(mail::resend(&mut connection, id).await.unwrap());
    assert!(!mail::resend(&mut connection, id).await.unwrap());
    deliver(&state, &transport, id).await.unwrap();
    assert_eq!(sink.received().len(), 1);
    assert_eq!(status(&database.pool, id).await, ("sent".to_owned(), 1));
}

#[tokio::test]
async fn a_mail_that_never_gets_through_is_given_up_at_last() {
    let database = testing::database().await;
    // No server listens there.
    let state = state(&database, &["--smtp-url", "smtp://127.0.0.1:1"]);
    let transport = transport(&state.config);
    let id = enqueue(&database.pool, "adele@contoso.example", "Hello").await;
    for attempt in 1..MAX_ATTEMPTS {
        assert!(deliver(&state, &transport, id).await.is_err());
        assert_eq!(
            status(&database.pool, id).await,
            ("failed".to_owned(), attempt)
        );
    }
    deliver(&state, &transport, id).await.unwrap();
    assert_eq!(
        status(&database.pool, id).await,
        ("dead".to_owned(), MAX_ATTEMPTS)
    );
}

#[tokio::test]
async fn a_mail_of_a_server_that_died_while_sending_is_sent() {
    let database = testing::database().await;
    let sink = SmtpSink::start(&[]).await;
    let state = state(&database, &["--smtp-url", &sink.url()]);
    let id = enqueue(&database.pool, "adele@contoso.example", "Hello").await;
    assert!(begin(&state, id).await.unwrap().is_some());
    assert_eq!(status(&database.pool, id).await.0, "sending");
    deliver(&state, &transport(&state.config), id)
        .await
        .unwrap();
    assert_eq!(sink.received().len(), 1);
}

#[tokio::test]
async fn headers_cannot_be_injected() {
    let database = testing::database().await;
    let sink = SmtpSink::start(&[]).await;
    let state = state(&database, &["--smtp-url", &sink.url()]);
    let id = enqueue(
        &database.pool,
        "adele@contoso.example",
        "Hello\r\nBcc: everyone@example.com",
    )
    .await;
    deliver(&state, &transport(&state.config), id)
        .await
        .unwrap();
    assert!(
        !sink.received()[0]
            .lines()
            .any(|line| line.starts_with("Bcc"))
    );

    let mut connection = database.pool.acquire().await.unwrap();
    for to in [
        "adele@contoso.example\r\nBcc: x@example.com",
        "a@b.example, c@d.example",
        "Adele <a@b.example>",
        "",
    ] {
        let template = Mail::from(InvitationCanceled {
            kind: InvitationKind::Partnership,
            inviter: "Contoso".to_owned(),
        });
        let new = NewMail {
            organization: None,
            to: to.to_owned(),
            reply_to: None,
            language: Lang::En,
            template,
        };
        let refused = mail::enqueue(&mut connection, &Clock::system(), new).await;
        assert!(matches!(refused, Err(mail::MailError::Address(_))), "{to}");
    }
}

#[tokio::test]
async fn a_mail_exists_only_if_its_transaction_commits() {
    let database = testing::database().await;
    let mut transaction = database.pool.begin().await.unwrap();
    let template = Mail::from(InvitationCanceled {
        kind: InvitationKind::Partnership,
        inviter: "Contoso".to_owned(),
    });
    let new = NewMail {
        organization: None,
        to: "a@b.example".to_owned(),
        reply_to: None,
        language: Lang::En,
        template,
    };
    mail::enqueue(&mut transaction, &Clock::system(), new)
        .await
        .unwrap();
    transaction.rollback().await.unwrap();
    let counts: (i64, i64) = sqlx::query_as(
        "select (select count(*) from mail), (select count(*) from graphile_worker.jobs)",
    )
    .fetch_one(&database.pool)
    .await
    .unwrap();
    assert_eq!(counts, (0, 0));
}

#[tokio::test]
async fn answers_go_to_the_person_who_sends_it() {
    let database = testing::database().await;
    let folder = folder();
    let arguments = [
        format!("--mail-dir={}", folder.display()),
        "--mail-contact=Support <support@program.example>".to_owned(),
    ];
    let arguments = arguments.each_ref().map(String::as_str);
    let state = state(&database, &arguments);
    let sender = (
        "王小明, Sales".to_owned(),
        "ming@contoso.example".to_owned(),
    );
    let invitation = Mail::from(InvitationMail {
        subject: "Hello".to_owned(),
        body: "Hello".to_owned(),
        link: "https://portal.example/invitation/abc".to_owned(),
    });
    let reminder = Mail::from(ExpiryReminder {
        kind: InvitationKind::Partnership,
        invited: "a@b.example".to_owned(),
        expires: "January 1, 2030".to_owned(),
        link: "https://portal.example/invitations/1".to_owned(),
    });
    for (template, reply_to, header) in [
        (
            invitation,
            Some(sender),
            // The name is encoded, and its comma begins no second address.
            "Reply-To: =?utf-8?b?546L5bCP5piOLCBTYWxlcw==?= <ming@contoso.example>\r\n",
        ),
        (
            reminder,
            None,
            "Reply-To: Support <support@program.example>\r\n",
        ),
    ] {
        let mut transaction = database.pool.begin().await.unwrap();
        let new = NewMail {
            organization: None,
            to: "adele@contoso.example".to_owned(),
            reply_to,
            language: Lang::En,
            template,
        };
        let id = mail::enqueue(&mut transaction, &Clock::system(), new)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        deliver(&state, &transport(&state.config), id)
            .await
            .unwrap();
        let written = std::fs::read_to_string(folder.join(format!("{id}.eml"))).unwrap();
        assert!(written.contains(header), "{written}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}
