//! Attempts to sign in: how the account is found, and what its owner sees of them.

use http::StatusCode;
use uuid::Uuid;

use super::{Client, client::PASSWORD};

#[tokio::test]
async fn an_account_is_found_however_its_address_is_typed_or_pasted() {
    let client = Client::new(&[]).await;
    let stored = "anna@xn--mller-kva.example";
    client.user(stored, &["Contoso"]).await;
    for typed in [
        "Anna@Müller.example",
        "ａｎｎａ＠ｍüｌｌｅｒ．ｅｘａｍｐｌｅ",
        "anna@mül\u{200b}ler.example",
        "Anna Berg <anna@müller.example>",
        "mailto:anna@XN--mller-kva.example",
    ] {
        let answer = client.another().sign_in(typed).await;
        assert_eq!(answer.location(), "/", "{typed}");
    }
    let long = format!("{}@müller.example", "a".repeat(300));
    for nobodys in [
        "",
        "anna",
        "anna@@müller.example",
        "anna\u{0}@b.example",
        &long,
    ] {
        let mut browser = client.another();
        browser.accept = "application/json";
        let answer = browser.sign_in(nobodys).await;
        assert!(
            answer.status == StatusCode::UNPROCESSABLE_ENTITY
                && (nobodys.contains('\u{0}')
                    || answer.body.contains("credentials")
                    || nobodys.is_empty() && answer.body.contains("empty")),
            "{nobodys:?}: {}",
            answer.body
        );
    }
}

#[tokio::test]
async fn who_owns_an_account_sees_who_tried_to_sign_in() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    let mut stranger = client.another();
    for (email, password) in [
        ("kim@contoso.example", "not the password"),
        ("nobody@contoso.example", "not the password"),
    ] {
        stranger
            .post("/api/sign-in", &[("email", email), ("password", password)])
            .await;
    }
    // Noted in the background.
    let pool = client.pool.clone();
    let noted = async || -> i64 {
        let noted = sqlx::query_scalar("select count(*) from sign_in");
        noted.fetch_one(&pool).await.unwrap()
    };
    while noted().await == 0 {
        tokio::task::yield_now().await;
    }
    client.sign_in("kim@contoso.example").await;
    assert_eq!(noted().await, 2);
    let page = client.get("/settings/sessions").await.body;
    assert!(page.contains("Recent sign-ins") && page.contains("Wrong password"));
    assert!(!page.contains("not the password"));
    let kept: Vec<String> = sqlx::query_scalar("select s::text from sign_in s")
        .fetch_all(&client.pool)
        .await
        .unwrap();
    assert!(kept.iter().all(|row| !row.contains("not the password")));
}

#[tokio::test]
async fn who_owns_an_account_sees_refused_attempts_and_changes() {
    let mut client = Client::new(&[]).await;
    let user = client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    let new = "seven loud umbrellas";
    let change = [
        ("current_password", PASSWORD),
        ("new_password", new),
        ("repeated_password", new),
    ];
    client.post("/api/change-password", &change).await;
    let by: Vec<(Option<Uuid>, Option<Uuid>)> =
        sqlx::query_as("select user_id, organization_id from event")
            .fetch_all(&client.pool)
            .await
            .unwrap();
    assert_eq!(by, [(Some(user), None)], "the history says who it was");
    let mut stranger = client.another();
    for _ in 0..15 {
        let wrong = [("email", "Kim@contoso.example"), ("password", "wrong")];
        stranger.post("/api/sign-in", &wrong).await;
    }
    // Noted in the background.
    let pool = client.pool.clone();
    let refused = async || -> i64 {
        let refused =
            sqlx::query_scalar("select count(*) from sign_in where outcome = 'too_many_attempts'");
        refused.fetch_one(&pool).await.unwrap()
    };
    while refused().await == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(refused().await, 1, "one of a flood");
    let page = client.get("/settings/sessions").await.body;
    for shown in [
        "Refused: too many attempts",
        "Password changed",
        "Wrong password",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
}
