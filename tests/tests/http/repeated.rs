//! A request that is posted again is done once and gets the first answer.

use http::StatusCode;
use tierline_tests::{
    browser::{Answer, Browser},
    demo::Demo,
    snapshot::Snapshot,
};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{
    id::{Id, sku},
    link::{ADDRESSED, live},
};

const AT_ONCE: usize = 20;
const GRACE: &str = "grace.lin@contoso-distribution.example";

type Form = Vec<(String, String)>;

fn form(request: &str, fields: &[(&str, &str)]) -> Form {
    [("request_id", request)]
        .iter()
        .chain(fields)
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn drafted(request: &str, to: &str) -> Form {
    form(
        request,
        &[
            ("kind", "partnership"),
            ("recipient", to),
            ("subject", "Work with us"),
            ("text", "Please open {link}"),
            ("then", "draft"),
        ],
    )
}

fn new_request() -> String {
    Uuid::now_v7().to_string()
}

/// The changes of each kind of person, and the number of events of each.
async fn changes(demo: &Demo) -> Vec<(&'static str, &'static str, Form, i64)> {
    let grace = demo.person(GRACE).await;
    let bank = demo.person("wendy.tsai@woodgrove.example").await;
    let partnership = sqlx::query_scalar::<_, String>(
        "select id::text from partnership where provider_id = $1 and status = 'active' order by id limit 1",
    )
    .bind(grace.organization)
    .fetch_one(demo.pool())
    .await
    .unwrap();
    let relationship = Id::Relationship.theirs(demo, &bank).await.remove(0);
    let invitation: String = sqlx::query_scalar(
        "select id::text from invitation where organization_id = $1 and status = 'draft' limit 1",
    )
    .bind(grace.organization)
    .fetch_one(demo.pool())
    .await
    .unwrap();
    let line = format!("lines[sku-{}]", sku(demo).await);
    let customer = bank.organization.to_string();
    let order = [
        ("customer", customer.as_str()),
        (line.as_str(), "1"),
        ("go", "submit"),
    ];
    let token = live(demo).await;
    let of = |fields: &[(&str, &str)]| form(&new_request(), fields);
    vec![
        (
            GRACE,
            "/api/draft-invitation",
            drafted(&new_request(), "a@b.example"),
            1,
        ),
        (GRACE, "/api/place-order", of(&order), 2),
        (
            GRACE,
            "/api/cancel-invitation",
            of(&[("invitation", &invitation)]),
            1,
        ),
        (
            "wendy.tsai@woodgrove.example",
            "/api/end-relationship",
            of(&[("relationship", &relationship)]),
            1,
        ),
        (
            ADDRESSED,
            "/api/accept-link",
            of(&[("token", &token), ("confirmed", "true")]),
            2,
        ),
        (
            GRACE,
            "/api/end-partnership",
            of(&[("partnership", &partnership)]),
            1,
        ),
    ]
}

fn told(answer: &Answer) -> String {
    assert!(answer.status.is_success(), "{answer:?}");
    answer.without("no id")
}

async fn at_once(browser: &Browser, path: &'static str, form: &Form) -> Vec<Answer> {
    let mut running = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (mut browser, form) = (browser.clone(), form.clone());
        running.spawn(async move { browser.post(path, &form).await });
    }
    running.join_all().await
}

const EVENTS: &str = "select count(*) from event";

#[tokio::test]
async fn what_is_posted_twice_is_done_once_and_answered_alike() {
    let demo = Demo::new().await;
    for (who, path, form, events) in changes(&demo).await {
        let mut browser = demo.signed_in_as(who).await;
        let before = demo.count(EVENTS).await;
        let first = told(&browser.post(path, &form).await);
        assert_eq!(demo.count(EVENTS).await - before, events, "{path}");
        let done = Snapshot::of(demo.pool()).await;
        assert_eq!(told(&browser.post(path, &form).await), first, "{path}");
        let changed = Snapshot::of(demo.pool()).await.changed_since(&done);
        assert_eq!(changed, Vec::<String>::new(), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_posted_many_times_at_once_is_done_once_and_answered_alike() {
    let demo = Demo::new().await;
    for (who, path, form, events) in changes(&demo).await {
        let browser = demo.signed_in_as(who).await;
        let before = demo.count(EVENTS).await;
        let answers = at_once(&browser, path, &form).await;
        let first = told(&answers[0]);
        for answer in &answers {
            assert_eq!(told(answer), first, "{path}");
        }
        assert_eq!(demo.count(EVENTS).await - before, events, "{path}");
    }
    let report = tierline_server::check::check(demo.pool()).await.unwrap();
    assert!(report.is_good(), "{report}");
}

#[tokio::test]
async fn a_used_request_id_is_of_no_use_for_anything_else() {
    let demo = Demo::new().await;
    let mut grace = demo.signed_in_as(GRACE).await;
    let mut colleague = demo
        .signed_in_as("oscar.chen@contoso-distribution.example")
        .await;
    let request = new_request();
    let path = "/api/draft-invitation";
    told(&grace.post(path, &drafted(&request, "a@b.example")).await);
    let done = Snapshot::without(demo.pool(), &["session"]).await;
    let conflict = (StatusCode::CONFLICT, "\"conflict\"");
    let other_body = grace.post(path, &drafted(&request, "c@d.example")).await;
    assert_eq!((other_body.status, other_body.body.as_str()), conflict);
    let customer = Id::Customer
        .theirs(&demo, &demo.person(GRACE).await)
        .await
        .remove(0);
    let line = format!("lines[sku-{}]", sku(&demo).await);
    let order = [
        ("customer", customer.as_str()),
        (line.as_str(), "1"),
        ("go", "submit"),
    ];
    let other_change = grace
        .post("/api/place-order", &form(&request, &order))
        .await;
    assert_eq!((other_change.status, other_change.body.as_str()), conflict);
    // A colleague is a different user, too.
    let other_person = colleague
        .post(path, &drafted(&request, "a@b.example"))
        .await;
    assert_eq!((other_person.status, other_person.body.as_str()), conflict);
    let changed = Snapshot::without(demo.pool(), &["session"])
        .await
        .changed_since(&done);
    assert_eq!(changed, Vec::<String>::new());
    // The ids of another organization's requests are its own business.
    let mut elsewhere = demo
        .signed_in_as("jonas.vogel@fabrikam-distribution.example")
        .await;
    told(
        &elsewhere
            .post(path, &drafted(&request, "a@b.example"))
            .await,
    );
}

#[tokio::test]
async fn what_was_refused_may_be_asked_again() {
    let demo = Demo::new().await;
    let token = live(&demo).await;
    let mut admin = demo.signed_in_as(ADDRESSED).await;
    let request = new_request();
    let accepted = form(&request, &[("token", &token), ("confirmed", "true")]);
    let garbled = form(&request, &[("token", "no link"), ("confirmed", "true")]);
    let refused = admin.post("/api/accept-link", &garbled).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    told(&admin.post("/api/accept-link", &accepted).await);
}
