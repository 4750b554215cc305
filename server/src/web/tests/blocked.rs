//! Blocked users.

use http::StatusCode;

use super::Client;

#[tokio::test]
async fn blocked_users_are_out_at_once() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    sqlx::query("update app_user set blocked_at = now()")
        .execute(&client.pool)
        .await
        .unwrap();
    assert_eq!(client.get("/settings").await.status, StatusCode::SEE_OTHER);
    client.accept = "application/json";
    assert_eq!(
        client.sign_in("kim@contoso.example").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn a_session_from_before_a_block_does_not_come_back_with_the_user() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    for (blocked, path) in [(true, "/"), (true, "/customers"), (false, "/settings")] {
        sqlx::query("update app_user set blocked_at = case when $1 then now() end")
            .bind(blocked)
            .execute(&client.pool)
            .await
            .unwrap();
        assert!(
            client.get(path).await.location().starts_with("/sign-in"),
            "{path}"
        );
    }
    let left: i64 = sqlx::query_scalar("select count(*) from session")
        .fetch_one(&client.pool)
        .await
        .unwrap();
    assert_eq!(left, 0);
    client.sign_in("kim@contoso.example").await;
    assert_eq!(client.get("/settings").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_blocked_user_reads_nothing() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    client.accept = "application/json";
    let before = client.get("/api/resellers").await;
    assert_eq!(before.status, StatusCode::OK, "{}", before.body);
    sqlx::query("update app_user set blocked_at = now()")
        .execute(&client.pool)
        .await
        .unwrap();
    let after = client.get("/api/resellers").await;
    assert_eq!(after.status, StatusCode::UNAUTHORIZED, "{}", after.body);
}
