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

/// What this test's thread writes to the log, as JSON.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

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
    fn begin() -> (Log, DefaultGuard) {
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

    /// The lines about security since the last call: what happened, and where.
    fn taken(&self) -> Vec<(String, String)> {
        let text = self.text();
        self.0.lock().unwrap().clear();
        let lines = text
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines
            .filter(|line| line["target"] == "tierline::security")
            .map(|line| {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                assert!(!text(&line["span"]["id"]).is_empty(), "{line}");
                (text(&line["fields"]["event"]), text(&line["span"]["path"]))
            })
            .collect()
    }
}

fn one(event: &str, path: &str) -> Vec<(String, String)> {
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
