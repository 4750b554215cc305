//! What is kept of forms that failed has bounds, whatever is posted.

use http::StatusCode;

use super::Client;

#[tokio::test]
async fn strangers_cannot_fill_the_database_with_failed_forms() {
    let mut client = Client::new(&[]).await;
    let long = "x".repeat(100_000);
    for n in 0..200 {
        let email = format!("{n}@b.example");
        let fields = [
            ("page", "/sign-in"),
            ("email", email.as_str()),
            ("junk", long.as_str()),
            (long.as_str(), "more"),
        ];
        client.post("/api/sign-in", &fields).await;
    }
    let (rows, bytes): (i64, i64) = sqlx::query_as(
        "select count(*), coalesce(sum(octet_length(reply::text)), 0)::bigint from form_reply",
    )
    .fetch_one(&client.pool)
    .await
    .unwrap();
    assert!(rows > 0 && bytes < 100_000, "{rows} rows, {bytes} bytes");
}

#[tokio::test]
async fn names_that_strangers_make_up_fill_nothing_either() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    let request = uuid::Uuid::now_v7().to_string();
    let long = format!("lines[sku-{}]", "x".repeat(200 * 1024));
    let many: Vec<String> = (0..7_000).map(|n| format!("lines[sku-{n}]")).collect();
    for path in ["/api/place-order", "/api/customer-lines"] {
        for names in [
            vec![long.as_str()],
            many.iter().map(String::as_str).collect(),
        ] {
            let mut fields = vec![
                ("page", "/"),
                ("request_id", &*request),
                ("customer", &*request),
                ("draft", &*request),
                ("go", "submit"),
            ];
            fields.extend(names.into_iter().map(|name| (name, "1")));
            let answer = client.post(path, &fields).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        }
    }
    let largest = "select count(*), max(octet_length(reply::text))::bigint, max(bytes)::bigint from form_reply";
    let (rows, kept, counted): (i64, i64, i64) = sqlx::query_as(largest)
        .fetch_one(&client.pool)
        .await
        .unwrap();
    assert_eq!(rows, 4);
    // Postgres writes a space after each comma and colon.
    assert!(
        kept < 20 * 1024 && counted < 17 * 1024,
        "{kept} bytes, {counted} counted"
    );
    client.accept = "application/json";
    let malformed = client.post("/api/sign-in", &[(&long, "1")]).await;
    assert_eq!(malformed.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn forms_just_below_the_bounds_are_kept_in_their_bounds() {
    let mut client = Client::new(&[]).await;
    let user = client
        .user("kim@contoso.example", &["Contoso"])
        .await
        .to_string();
    let sizes = "select count(*), coalesce(sum(octet_length(reply::text)), 0)::bigint, coalesce(sum(bytes), 0)::bigint
                 from form_reply";
    let (reason, text) = ("x".repeat(4_000), "x".repeat(40_000));
    for _ in 0..100 {
        for (path, field, typed) in [
            ("/api/end-partnership", "reason", &reason),
            ("/api/draft-invitation", "text", &text),
        ] {
            let fields = [
                ("page", "/"),
                ("own_user", &user),
                (field, typed),
                // There is no room for more, and no such field.
                ("then", &reason),
                ("junk", "more"),
                ("junk[a]", "more"),
            ];
            client.post(path, &fields).await;
        }
    }
    let (rows, bytes, counted): (i64, i64, i64) =
        sqlx::query_as(sizes).fetch_one(&client.pool).await.unwrap();
    assert_eq!(rows, 200);
    assert!((4_400_000..4_500_000).contains(&bytes), "{bytes} bytes");
    assert!(
        (4_400_000..4_500_000).contains(&counted),
        "{counted} counted"
    );
    let junk: i64 =
        sqlx::query_scalar("select count(*) from form_reply where reply::text like '%junk%'")
            .fetch_one(&client.pool)
            .await
            .unwrap();
    assert_eq!(junk, 0);
}

#[tokio::test]
async fn all_kept_forms_together_have_a_bound() {
    let mut client = Client::new(&[]).await;
    sqlx::query(
        "insert into form_reply (id_hash, page, reply, bytes, expires_at)
         select sha256(n::text::bytea), 'page', '{}', 40 * 1024, now() + make_interval(secs => 100 + n)
         from generate_series(1, 1000) n",
    )
    .execute(&client.pool)
    .await
    .unwrap();
    client
        .post(
            "/api/sign-in",
            &[("page", "/sign-in"), ("email", "a@b.example")],
        )
        .await;
    let (rows, bytes, newest): (i64, i64, bool) = sqlx::query_as(
        "select count(*), sum(bytes)::bigint, bool_or(id_hash = sha256('1000'::bytea)) from form_reply",
    )
    .fetch_one(&client.pool)
    .await
    .unwrap();
    assert!(bytes <= 16 * 1024 * 1024 && newest, "{bytes} bytes");
    assert_eq!(rows, 16 * 1024 / 40 + 1);
}

#[tokio::test]
async fn the_oldest_of_ten_thousand_failed_forms_makes_room() {
    let mut client = Client::new(&[]).await;
    sqlx::query(
        "insert into form_reply (id_hash, page, reply, expires_at)
         select sha256(n::text::bytea), 'page', '{}', now() + make_interval(secs => 100 + n) from generate_series(1, 10000) n",
    )
    .execute(&client.pool)
    .await
    .unwrap();
    client
        .post(
            "/api/sign-in",
            &[("page", "/sign-in"), ("email", "a@b.example")],
        )
        .await;
    let (rows, oldest_is_there): (i64, bool) =
        sqlx::query_as("select count(*), bool_or(id_hash = sha256('1'::bytea)) from form_reply")
            .fetch_one(&client.pool)
            .await
            .unwrap();
    assert_eq!((rows, oldest_is_there), (10_000, false));
}

#[tokio::test]
async fn reading_stores_nothing() {
    let mut client = Client::new(&[]).await;
    let answer = client.get("/api/mail?id=x").await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
    let kept: i64 = sqlx::query_scalar("select count(*) from form_reply")
        .fetch_one(&client.pool)
        .await
        .unwrap();
    assert_eq!(kept, 0);
}
