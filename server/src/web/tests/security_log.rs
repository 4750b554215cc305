//! The lines of the log for whoever runs the server.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError},
};

use http::StatusCode;
use serde_json::Value;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::fmt::MakeWriter;
use uuid::Uuid;

use super::{
    Client,
    client::{Answer, PASSWORD},
};
use crate::testing;

/// What this test's thread writes to the log, as JSON.
#[derive(Clone, Default)]
pub(super) struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Log {
    type Writer = Log;

    fn make_writer(&'w self) -> Log {
        self.clone()
    }
}

impl Log {
    pub(super) fn begin() -> (Log, DefaultGuard) {
        let log = Log::default();
        let subscriber = tracing_subscriber::fmt()
            .json()
            .with_max_level(tracing::Level::TRACE)
            .with_writer(log.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// The lines about security since the last call.
    fn lines(&self) -> Vec<Value> {
        let text = self.text();
        self.0.lock().unwrap().clear();
        let lines = text
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines
            .filter(|line| line["target"] == "tierline::security")
            .collect()
    }

    /// What happened in those lines, and where.
    pub(super) fn taken(&self) -> Vec<(String, String)> {
        let lines = self.lines().into_iter();
        lines
            .map(|line| {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                assert!(!text(&line["span"]["id"]).is_empty(), "{line}");
                (text(&line["fields"]["event"]), text(&line["span"]["path"]))
            })
            .collect()
    }
}

pub(super) fn one(event: &str, path: &str) -> Vec<(String, String)> {
    vec![(event.to_owned(), path.to_owned())]
}

/// A user who may look but not ask anybody for anything.
async fn helpdesk() -> Client {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    sqlx::query("update membership set roles = '{helpdesk_agent}'")
        .execute(&client.pool)
        .await
        .unwrap();
    client.sign_in("kim@contoso.example").await;
    client
}

#[tokio::test]
async fn a_refused_page_file_and_function_are_lines_of_the_log() {
    let mut client = helpdesk().await;
    let (log, _guard) = Log::begin();
    client.get("/customers").await;
    assert_eq!(log.taken(), []);

    let page = client.get("/customers/request").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert_eq!(log.taken(), one("role_missing", "/customers/request"));

    client.accept = "application/json";
    let answer: Answer = client.get("/mail-delivery.csv").await;
    let refused = log.taken();
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(refused, one("not_found", "/mail-delivery.csv"));

    let request = Uuid::now_v7().to_string();
    let lines = [
        ("request_id", request.as_str()),
        ("kind", "relationship"),
        ("recipient", "someone@elsewhere.example"),
        ("language", "en"),
        ("subject", "Work with us"),
        ("text", "Please open {link}"),
    ];
    let answer = client.post("/api/draft-invitation", &lines).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.body);
    assert_eq!(log.taken(), one("role_missing", "/api/draft-invitation"));
}

/// A customer that has nothing to do with the signed-in organization.
async fn foreign_customer(client: &Client) -> Uuid {
    let id = Uuid::now_v7();
    sqlx::query(
        "insert into organization (id, name, domain, country, capabilities, created_at)
         values ($1, 'Woodgrove', $2, 'DE', $3, now())",
    )
    .bind(id)
    .bind(format!("{id}.example"))
    .bind(serde_json::json!({"customer": "active"}))
    .execute(&client.pool)
    .await
    .unwrap();
    id
}

#[tokio::test]
async fn an_id_of_somebody_else_is_a_line_of_the_log_as_an_unknown_one_is() {
    let mut client = helpdesk().await;
    let foreign = foreign_customer(&client).await;
    let (log, _guard) = Log::begin();
    for id in [foreign, Uuid::now_v7()] {
        let page = client.get(&format!("/customers/{id}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(!page.body.contains("Woodgrove"));
        let lines = log.taken();
        assert!(!lines.is_empty());
        for (event, path) in lines {
            // A page that loads several things may be told so for each.
            assert_eq!(
                (event.as_str(), path.starts_with("/customers/")),
                ("not_found", true)
            );
        }
    }
}

#[tokio::test]
async fn a_line_says_who_asked_from_where_and_by_which_request() {
    let mut client = helpdesk().await;
    client.peer = Some(([203, 0, 113, 9], 4711).into());
    client.headers.push(("x-request-id", "of-the-proxy"));
    let user: Uuid = sqlx::query_scalar("select id from app_user")
        .fetch_one(&client.pool)
        .await
        .unwrap();
    let (log, _guard) = Log::begin();
    let page = client.get("/customers/request").await;
    let lines = log.lines();
    assert_eq!(lines.len(), 1, "{lines:?}");
    let span = &lines[0]["span"];
    assert_eq!(span["address"], "203.0.113.9");
    assert_eq!(span["user"], user.to_string());
    assert_eq!(span["given_id"], "of-the-proxy");
    assert_eq!(span["id"], page.header("x-request-id"));
}

#[tokio::test]
async fn a_form_of_another_site_is_a_line_of_the_log() {
    let mut client = Client::new(&[]).await;
    client.peer = Some(([203, 0, 113, 9], 4711).into());
    client.headers.push(("sec-fetch-site", "cross-site"));
    let (log, _guard) = Log::begin();
    client.post("/api/sign-out", &[]).await;
    let lines = log.lines();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0]["fields"]["event"], "foreign_form");
    assert_eq!(lines[0]["span"]["path"], "/api/sign-out");
    assert_eq!(lines[0]["span"]["address"], "203.0.113.9");
}

#[tokio::test]
async fn too_many_attempts_are_lines_of_the_log() {
    let mut client = Client::new(&[]).await;
    let user = client.user("kim@contoso.example", &["Contoso"]).await;
    let (log, _guard) = Log::begin();
    let wrong = [("email", "kim@contoso.example"), ("password", "wrong")];
    for _ in 0..11 {
        client.post("/api/sign-in", &wrong).await;
    }
    // Noted in the background.
    let mut lines = Vec::new();
    while lines.len() < 11 {
        tokio::task::yield_now().await;
        lines.extend(log.lines());
    }
    let of = |event: &str| {
        let lines = lines.iter();
        lines
            .filter(|line| line["fields"]["event"] == event)
            .count()
    };
    assert_eq!((of("wrong_password"), of("too_many_attempts")), (10, 1));
    let account = user.to_string();
    assert!(
        lines
            .iter()
            .all(|line| line["fields"]["account"] == *account)
    );
}

#[tokio::test]
async fn a_changed_password_and_signing_out_are_lines_of_the_log() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    let (log, _guard) = Log::begin();
    let new = "seven loud umbrellas";
    for (current, event) in [
        ("not the password", "wrong_password_again"),
        (PASSWORD, "password_changed"),
    ] {
        let change = [
            ("current_password", current),
            ("new_password", new),
            ("repeated_password", new),
        ];
        client.post("/api/change-password", &change).await;
        assert_eq!(log.taken(), one(event, "/api/change-password"));
    }
    client.post("/api/sign-out", &[]).await;
    assert_eq!(log.taken(), one("signed_out", "/api/sign-out"));
}

#[tokio::test]
async fn a_link_for_somebody_else_is_a_line_of_the_log() {
    let database = testing::demo_database().await;
    let mut sender = Client::within(database, testing::demo_clock(), &[]);
    let mut other = sender.another();
    for (browser, email) in [
        (&mut sender, "sally.wu@fourthcoffee.example"),
        (&mut other, "wendy.tsai@woodgrove.example"),
    ] {
        let fields = [("email", email), ("password", crate::demo::PASSWORD)];
        assert_eq!(browser.post("/api/sign-in", &fields).await.location(), "/");
    }
    let recipient = "yating.xu@jadetea.example";
    let request = Uuid::now_v7().to_string();
    let draft = [
        ("request_id", request.as_str()),
        ("kind", "relationship"),
        ("recipient", recipient),
        ("subject", "Work with us"),
        ("text", "Please open {link}"),
        ("then", "send"),
    ];
    let sent = sender.post("/api/draft-invitation", &draft).await;
    assert!(sent.location().contains("invitation_sent"), "{}", sent.body);
    let mail: String = sqlx::query_scalar(
        "select text_body from mail where to_address = $1 and kind = 'invitation' order by id desc limit 1",
    )
    .bind(recipient)
    .fetch_one(&sender.pool)
    .await
    .unwrap();
    let (_, link) = mail.split_once("/invitation/").unwrap();
    let letters = link.chars();
    let token: String = letters.take_while(char::is_ascii_alphanumeric).collect();
    let (log, _guard) = Log::begin();
    let request = Uuid::now_v7().to_string();
    let accept = [
        ("request_id", request.as_str()),
        ("token", &token),
        ("confirmed", "true"),
    ];
    other.post("/api/accept-link", &accept).await;
    let refused = one("addressed_to_another", "/api/accept-link");
    assert_eq!(log.taken(), refused);
}

#[tokio::test]
async fn no_secret_is_in_the_log() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    let (log, _guard) = Log::begin();
    let token = "k".repeat(64);
    let page = client.get(&format!("/invitation/{token}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    client
        .post(
            "/api/continue-link",
            &[("token", &token), ("to", "sign-in")],
        )
        .await;
    let wrong = "five loud lanterns";
    client
        .post(
            "/api/sign-in",
            &[("email", "kim@contoso.example"), ("password", wrong)],
        )
        .await;
    client.sign_in("kim@contoso.example").await;
    let text = log.text();
    let session = client.cookies.values().max_by_key(|value| value.len());
    for secret in [
        &token,
        wrong,
        PASSWORD,
        "kim@contoso.example",
        session.unwrap(),
    ] {
        assert!(!text.contains(secret), "`{secret}` is in:\n{text}");
    }
    let mut events: Vec<String> = log.taken().into_iter().map(|(event, _)| event).collect();
    events.dedup();
    assert_eq!(events, ["not_found", "wrong_password", "signed_in"]);
}
