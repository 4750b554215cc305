//! One link, one acceptance: however many users accept at once.

use http::StatusCode;
use tierline_tests::{
    browser::{Answer, Browser},
    demo::{Demo, refusal_in},
};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::link::{ADDRESSED, live};

const AT_ONCE: usize = 200;

/// Each in a browser of one of these, in turn, each with a request of its own.
async fn accept_at_once(browsers: &[Browser], token: &str) -> Vec<Answer> {
    let mut running = JoinSet::new();
    for number in 0..AT_ONCE {
        let mut browser = browsers[number % browsers.len()].clone();
        let fields = [
            ("request_id", Uuid::now_v7().to_string()),
            ("token", token.to_owned()),
            ("confirmed", "true".to_owned()),
        ];
        running.spawn(async move { browser.post("/api/accept-link", &fields).await });
    }
    running.join_all().await
}

/// The traces of an acceptance: acceptances, relationships, partnerships, mails to the sender, remembered answers, and
/// all recorded events.
async fn counts(demo: &Demo) -> [i64; 6] {
    [
        demo.count("select count(*) from event where body -> 'event' ->> 'type' = 'accepted'")
            .await,
        demo.count("select count(*) from relationship").await,
        demo.count("select count(*) from partnership").await,
        demo.count("select count(*) from mail where kind = 'invitation_accepted'")
            .await,
        demo.count("select count(*) from request_outcome").await,
        demo.count("select count(*) from event").await,
    ]
}

async fn one_of_many_is_done(demo: &Demo, browsers: &[Browser]) {
    let token = live(demo).await;
    let before = counts(demo).await;
    let answers = accept_at_once(browsers, &token).await;
    assert_eq!(answers.len(), AT_ONCE);
    let (accepted, refused): (Vec<_>, Vec<_>) = answers
        .iter()
        .partition(|answer| answer.status.is_success());
    assert_eq!(accepted.len(), 1, "{accepted:?}");
    assert!(
        accepted[0]
            .header("location")
            .contains("invitation_accepted")
    );
    for answer in refused {
        assert_eq!(
            (answer.status, refusal_in(answer).as_str()),
            (StatusCode::FORBIDDEN, "invitation_accepted"),
            "{answer:?}"
        );
    }
    let after = counts(demo).await;
    let made: Vec<i64> = after
        .iter()
        .zip(before)
        .map(|(after, before)| after - before)
        .collect();
    assert_eq!(made, [1, 1, 0, 1, 1, 2]);
    let report = tierline_server::check::check(demo.pool()).await.unwrap();
    assert!(report.is_good(), "{report}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_person_who_accepts_two_hundred_times_at_once_accepts_once() {
    let demo = Demo::new().await;
    let browser = demo.signed_in_as(ADDRESSED).await;
    one_of_many_is_done(&demo, &[browser]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_admins_who_accept_two_hundred_times_at_once_accept_once() {
    let demo = Demo::new().await;
    let one = demo.person(ADDRESSED).await;
    let other = demo.another_global_admin(&one).await;
    let browsers = [demo.signed_in(&one).await, demo.signed_in(&other).await];
    one_of_many_is_done(&demo, &browsers).await;
}
