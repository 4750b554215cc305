//! The layers in front of all routes.

use http::{Method, StatusCode};
use leptos::server_fn::axum::server_fn_paths;

use super::{Client, client::Answer};

#[tokio::test]
async fn every_answer_has_its_security_headers() {
    let mut client = Client::new(&["--public-url", "https://portal.example"]).await;
    for path in ["/sign-in", "/no/such/page", "/pkg/none.js", "/api/none"] {
        let answer = client.get(path).await;
        assert!(
            answer
                .header("content-security-policy")
                .contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert!(
            !answer
                .header("content-security-policy")
                .contains("unsafe-inline"),
            "{path}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert!(
            answer
                .header("strict-transport-security")
                .starts_with("max-age="),
            "{path}"
        );
        assert!(!answer.header("x-request-id").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn answers_are_neither_kept_nor_rewritten_on_the_way() {
    let mut client = Client::new(&[]).await;
    let never = |answer: &Answer, path: &str| {
        assert_eq!(
            answer.header("cache-control"),
            "no-store, no-transform",
            "{path}"
        );
    };
    for path in ["/sign-in", "/no/such/page", "/api/none", "/customers.csv"] {
        never(&client.get(path).await, path);
    }
    client.user("kim@contoso.example", &["Contoso"]).await;
    never(&client.sign_in("kim@contoso.example").await, "signing in");
    for path in ["/", "/customers", "/customers.csv", "/settings"] {
        let answer = client.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        never(&answer, path);
    }
    client.accept = "application/json";
    never(&client.get("/api/overview").await, "a function");
}

#[tokio::test]
async fn every_inline_script_carries_the_nonce() {
    let mut client = Client::new(&[]).await;
    let page = client.get("/sign-in").await;
    let policy = page.header("content-security-policy").to_owned();
    let nonce = policy
        .split("'nonce-")
        .nth(1)
        .and_then(|rest| rest.split('\'').next())
        .unwrap();
    let scripts = page.body.matches("<script").count();
    assert!(scripts > 0);
    assert_eq!(
        page.body.matches(&format!("nonce=\"{nonce}\"")).count(),
        scripts,
        "{}",
        page.body
    );
    assert!(!page.body.contains(" style=\"") && !page.body.contains(" onclick="));
    assert_ne!(
        client
            .get("/sign-in")
            .await
            .header("content-security-policy"),
        policy
    );
}

#[tokio::test]
async fn no_server_function_is_posted_from_another_site() {
    let mut client = Client::new(&[]).await;
    client.headers = vec![
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://evil.example"),
    ];
    let mut seen = 0;
    for (path, method) in server_fn_paths() {
        if method == Method::POST {
            let answer = client.post(path, &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
            assert!(answer.body.contains("This form wasn't accepted"), "{path}");
            seen += 1;
        }
    }
    assert!(seen >= 8, "only {seen} server functions");
}

#[tokio::test]
async fn endless_forms_are_refused() {
    let mut client = Client::new(&[]).await;
    let long = "x".repeat(300 * 1024);
    let answer = client
        .post("/api/sign-in", &[("email", &long), ("password", "x")])
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.body.contains("This is too large"));
}

#[tokio::test]
async fn an_account_cannot_be_guessed_at() {
    let mut client = Client::new(&[]).await;
    client.accept = "application/json";
    let mut last = StatusCode::OK;
    for _ in 0..11 {
        last = client
            .post(
                "/api/sign-in",
                &[("email", "kim@contoso.example"), ("password", "x")],
            )
            .await
            .status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_header_that_the_proxy_does_not_write_names_nobody() {
    for (header, caller) in [
        ("x-forwarded-for", "203.0.113.7"),
        ("forwarded", "198.51.100.1"),
    ] {
        let flags = [
            "--trusted-proxies=10.0.0.0/8",
            &format!("--forwarded-header={header}"),
        ];
        let mut client = Client::new(&flags).await;
        client.user("kim@contoso.example", &["Contoso"]).await;
        client.peer = Some(([10, 0, 0, 1], 4711).into());
        client.headers = vec![
            ("x-forwarded-for", "203.0.113.7"),
            ("forwarded", "for=198.51.100.1"),
        ];
        assert_eq!(client.sign_in("kim@contoso.example").await.location(), "/");
        let noted: Vec<Option<String>> = sqlx::query_scalar("select address from sign_in")
            .fetch_all(&client.pool)
            .await
            .unwrap();
        assert_eq!(noted, [Some(caller.to_owned())], "{header}");
    }
}

#[tokio::test]
async fn the_id_of_a_request_is_ours() {
    let mut client = Client::new(&[]).await;
    client.headers.push(("x-request-id", "made-up"));
    let answer = client.get("/sign-in").await;
    let id = answer.header("x-request-id");
    assert!(!id.is_empty() && id != "made-up", "{id}");
}

/// The cookies of a link and of a temporary password.
const KEPT: [&str; 2] = [
    "__Host-tierline-link-00000000000000000000000000000001",
    "__Host-tierline-setup-00000000000000000000000000000001",
];

fn keeps(client: &mut Client) {
    for name in KEPT {
        client.cookies.insert(name.to_owned(), "abc".to_owned());
    }
}

fn kept(client: &Client) -> usize {
    let names = KEPT.into_iter();
    names
        .filter(|name| client.cookies.contains_key(*name))
        .count()
}

#[tokio::test]
async fn signing_out_leaves_no_link_and_no_temporary_password_behind() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    keeps(&mut client);
    client.post("/api/sign-out", &[("page", "/")]).await;
    assert_eq!(kept(&client), 0, "{:?}", client.cookies);
}

#[tokio::test]
async fn a_session_that_has_ended_by_itself_leaves_them_to_nobody_else() {
    let mut client = Client::new(&[]).await;
    for email in ["kim@contoso.example", "eve@woodgrove.example"] {
        client.user(email, &[email]).await;
    }
    client.sign_in("kim@contoso.example").await;
    for (next, left) in [("kim@contoso.example", 2), ("eve@woodgrove.example", 0)] {
        keeps(&mut client);
        sqlx::query("delete from session")
            .execute(&client.pool)
            .await
            .unwrap();
        assert_eq!(client.sign_in(next).await.location(), "/");
        assert_eq!(kept(&client), left, "{next}");
    }
}
