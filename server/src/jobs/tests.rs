use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use std::time::Duration;

use tierline_app::i18n::Lang;

use super::*;
use crate::{
    clock::Clock,
    invitation::follow::{InvitationCanceled, InvitationKind},
    mail::{self, Mail, NewMail},
    shutdown,
    state::AppState,
    testing::{self, TestDatabase, smtp::SmtpSink},
};

fn state(database: &TestDatabase, arguments: &[&str]) -> AppState {
    AppState::new(
        database.pool.clone(),
        Clock::system(),
        Arc::new(testing::config(arguments)),
    )
}

async fn start(state: &AppState, shutdown: &shutdown::Shutdown) -> Jobs {
    let mails = mail::deliveries(state).unwrap();
    Jobs::start(state, mails, Vec::new(), shutdown)
        .await
        .unwrap()
}

async fn until<F: Future<Output = bool>>(what: &str, mut condition: impl FnMut() -> F) {
    let patience = async {
        while !condition().await {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), patience)
        .await
        .unwrap_or_else(|_| panic!("never: {what}"));
}

async fn enqueue(state: &AppState) {
    let mut transaction = state.pool.begin().await.unwrap();
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
    mail::enqueue(&mut transaction, &state.clock, new)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
}

async fn sent(state: &AppState) -> i64 {
    sqlx::query_scalar("select count(*) from mail where status = 'sent'")
        .fetch_one(&state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn mails_are_delivered_by_several_servers_each_once_and_retried() {
    let database = testing::database().await;
    let sink = SmtpSink::start(&["451 come back later"]).await;
    let state = state(&database, &["--smtp-url", &sink.url()]);
    let (trigger, shutdown) = shutdown::channel();
    let one = start(&state, &shutdown).await;
    let other = start(&state, &shutdown).await;
    for _ in 0..20 {
        enqueue(&state).await;
    }
    until("all mails are sent", || async { sent(&state).await == 20 }).await;
    assert_eq!(sink.received().len(), 20);
    trigger.request();
    one.finished().await;
    other.finished().await;
    let left: i64 = sqlx::query_scalar("select count(*) from graphile_worker.jobs")
        .fetch_one(&state.pool)
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn what_was_enqueued_while_no_server_ran_is_delivered_by_the_next() {
    let database = testing::database().await;
    let sink = SmtpSink::start(&[]).await;
    let state = state(&database, &["--smtp-url", &sink.url()]);
    enqueue(&state).await;
    let (trigger, shutdown) = shutdown::channel();
    let jobs = start(&state, &shutdown).await;
    until("the mail is sent", || async { sent(&state).await == 1 }).await;
    trigger.request();
    jobs.finished().await;
}

#[tokio::test]
async fn a_periodic_job_runs_once_a_period_over_all_servers() {
    let database = testing::database().await;
    let state = state(&database, &[]);
    let runs = Arc::new(AtomicU64::new(0));
    let counted = runs.clone();
    let job = Periodic::new("count", Duration::from_secs(3600), move |_| {
        let counted = counted.clone();
        async move { Ok::<_, PeriodicError>(counted.fetch_add(1, Ordering::SeqCst) + 1) }
    });
    let servers: Vec<_> = (0..4)
        .map(|_| {
            let (job, state) = (job.clone(), state.clone());
            tokio::spawn(async move { job.run_if_due(&state).await.unwrap() })
        })
        .collect();
    for server in servers {
        server.await.unwrap();
    }
    assert_eq!(job.run_if_due(&state).await.unwrap(), None);
    assert_eq!(runs.load(Ordering::SeqCst), 1);
    sqlx::query("update periodic_job set last_begun_at = last_begun_at - interval '1 hour'")
        .execute(&state.pool)
        .await
        .unwrap();
    assert_eq!(job.run_if_due(&state).await.unwrap(), Some(2));
}

#[tokio::test]
async fn a_periodic_job_that_fails_is_tried_again_in_the_next_period() {
    let database = testing::database().await;
    let state = state(&database, &[]);
    let job = Periodic::new("fail", Duration::from_millis(1), |_| async {
        Err::<u64, _>("no luck")
    });
    for _ in 0..2 {
        assert_eq!(
            job.run_if_due(&state).await.unwrap_err().to_string(),
            "no luck"
        );
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_periodic_job_that_panics_is_reported_and_tried_again() {
    let database = testing::database().await;
    let state = state(&database, &[]);
    let runs = Arc::new(AtomicU64::new(0));
    let counted = runs.clone();
    let job = Periodic::new("panic", Duration::from_millis(1), move |_| {
        let run = counted.fetch_add(1, Ordering::SeqCst);
        async move {
            assert!(run > 1, "run {run}");
            Ok::<_, PeriodicError>(run)
        }
    });
    for run in 0..2 {
        let error = job.run_if_due(&state).await.unwrap_err().to_string();
        assert_eq!(error, format!("a panic: run {run}"));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let (trigger, shutdown) = shutdown::channel();
    let repeated = tokio::spawn(job.repeat(state.clone(), shutdown));
    until("it is run again", || async {
        runs.load(Ordering::SeqCst) > 3
    })
    .await;
    trigger.request();
    repeated.await.unwrap();
}

/// The queue gives up a job after so many attempts, also when the database was away at most of them.
#[tokio::test]
async fn a_mail_whose_job_is_lost_gets_another() {
    let database = testing::database().await;
    let sink = SmtpSink::start(&[]).await;
    let state = state(&database, &["--smtp-url", &sink.url()]);
    for _ in 0..4 {
        enqueue(&state).await;
    }
    let mails: Vec<uuid::Uuid> = sqlx::query_scalar("select id from mail order by id")
        .fetch_all(&state.pool)
        .await
        .unwrap();
    let losses = [
        (
            "failed",
            "update graphile_worker._private_jobs set attempts = max_attempts where payload ->> 'mail' = $1::uuid::text",
        ),
        (
            "sending",
            "delete from graphile_worker._private_jobs where payload ->> 'mail' = $1::uuid::text",
        ),
        (
            "dead",
            "delete from graphile_worker._private_jobs where payload ->> 'mail' = $1::uuid::text",
        ),
    ];
    for ((status, statement), mail) in losses.into_iter().zip(&mails) {
        sqlx::query(statement)
            .bind(mail)
            .execute(&state.pool)
            .await
            .unwrap();
        sqlx::query("update mail set status = $2, attempts = 9 where id = $1")
            .bind(mail)
            .bind(status)
            .execute(&state.pool)
            .await
            .unwrap();
    }
    assert_eq!(mail::take_up_lost(&state.pool).await.unwrap(), 2);
    assert_eq!(mail::take_up_lost(&state.pool).await.unwrap(), 0);
    let (trigger, shutdown) = shutdown::channel();
    let jobs = start(&state, &shutdown).await;
    until("all but the dead mail are sent", || async {
        sent(&state).await == 3
    })
    .await;
    trigger.request();
    jobs.finished().await;
    assert_eq!(sink.received().len(), 3);
    let left: i64 = sqlx::query_scalar("select count(*) from graphile_worker.jobs")
        .fetch_one(&state.pool)
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn what_has_had_its_time_is_deleted_and_nothing_else() {
    let database = testing::database().await;
    let now: tierline_core::Timestamp = "2026-06-01T00:00:00Z".parse().unwrap();
    let mut state = state(&database, &[]);
    state.clock = Clock::manual(now);
    let user = uuid::Uuid::now_v7();
    sqlx::query("insert into app_user (id, email, name, created_at) values ($1, 'kim@contoso.example', 'Kim', $2)")
        .bind(user)
        .bind(now)
        .execute(&state.pool)
        .await
        .unwrap();
    for days in [89, 90, 91] {
        sqlx::query("insert into sign_in (user_id, at, outcome, browser) values ($1, $2, 'signed_in', 'a browser')")
            .bind(user)
            .bind(now - chrono::TimeDelta::days(days))
            .execute(&state.pool)
            .await
            .unwrap();
    }
    let kept = state.config.mail.kept;
    for (status, age) in [
        ("sent", kept + chrono::TimeDelta::seconds(1)),
        ("dead", kept + chrono::TimeDelta::seconds(1)),
        // Not over yet, and not delivered yet.
        ("sent", kept),
        ("queued", kept * 2),
    ] {
        let delivered = (status == "sent").then_some(now - age);
        sqlx::query(
            "insert into mail (id, to_address, language, kind, subject, status, created_at, sent_at)
             values ($1, 'kim@contoso.example', 'en', 'invitation', 'Subject', $2, $3, $4)",
        )
        .bind(uuid::Uuid::now_v7())
        .bind(status)
        .bind(now - age)
        .bind(delivered)
        .execute(&state.pool)
        .await
        .unwrap();
    }
    let purged = expiry::purge(state.clone()).await.unwrap();
    assert_eq!(purged, 3);
    let left: Vec<String> = sqlx::query_scalar(
        "select (select count(*) from sign_in) || ' ' || string_agg(status, ' ' order by status) from mail",
    )
    .fetch_all(&state.pool)
    .await
    .unwrap();
    assert_eq!(left, ["2 queued sent"]);
    assert_eq!(expiry::purge(state).await.unwrap(), 0);
}
