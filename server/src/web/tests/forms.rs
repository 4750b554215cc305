//! Forms without scripts lose no typed values, except passwords, and never redirect to other sites.

use http::StatusCode;

use super::Client;

#[tokio::test]
async fn a_failed_form_comes_back_with_what_was_typed() {
    let mut client = Client::new(&[]).await;
    let page = "/sign-in?next=%2Fsettings";
    let answer = client
        .post(
            "/api/sign-in",
            &[
                ("page", page),
                ("form", ""),
                ("email", "kim@\"><b>.example"),
                ("password", "hunter2hunter2"),
            ],
        )
        .await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, page)
    );

    let shown = client.get(page).await;
    assert!(
        shown
            .body
            .contains("The work account or password is incorrect"),
        "{}",
        shown.body
    );
    assert!(
        shown.body.contains("kim@&quot;&gt;&lt;b&gt;.example")
            || shown.body.contains("kim@&quot;><b>.example")
    );
    assert!(!shown.body.contains("hunter2hunter2"));
    assert!(
        !shown.body.contains("<b>.example\""),
        "typed text is escaped"
    );

    let again = client.get(page).await;
    assert!(
        !again
            .body
            .contains("The work account or password is incorrect"),
        "shown once"
    );
}

#[tokio::test]
async fn a_reply_belongs_to_one_browser_and_one_page() {
    let mut client = Client::new(&[]).await;
    client
        .post(
            "/api/sign-in",
            &[
                ("page", "/sign-in"),
                ("email", "a@b.example"),
                ("password", "x"),
            ],
        )
        .await;
    let other = client.another().get("/sign-in").await;
    assert!(!other.body.contains("a@b.example"));
    let elsewhere = client.get("/sign-in?next=%2Fx").await;
    assert!(!elsewhere.body.contains("a@b.example"));
}

#[tokio::test]
async fn what_is_kept_of_a_form_holds_no_secret() {
    let mut client = Client::new(&[]).await;
    let (token, typed) = ("t0kenOfALink", "hunter2hunter2");
    let page = format!("/invitation/{token}");
    client
        .post(
            "/api/sign-in",
            &[
                ("page", &page),
                ("next", &page),
                ("token", token),
                ("email", "a@b.example"),
                ("password", typed),
            ],
        )
        .await;
    let kept: String = sqlx::query_scalar("select string_agg(f::text, ' ') from form_reply f")
        .fetch_one(&client.pool)
        .await
        .unwrap();
    assert!(kept.contains("a@b.example"), "{kept}");
    assert!(!kept.contains(token) && !kept.contains(typed), "{kept}");
}

#[tokio::test]
async fn redirects_stay_here() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    for evil in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "/a\r\nset-cookie: x=y",
    ] {
        let wrong = client
            .post(
                "/api/sign-in",
                &[("page", evil), ("email", "x"), ("password", "x")],
            )
            .await;
        assert_eq!(
            (wrong.status, wrong.location()),
            (StatusCode::SEE_OTHER, "/"),
            "{evil}"
        );
        let fields = [
            ("next", evil),
            ("email", "kim@contoso.example"),
            ("password", super::client::PASSWORD),
        ];
        let right = client.another().post("/api/sign-in", &fields).await;
        assert_eq!(
            (right.status, right.location()),
            (StatusCode::SEE_OTHER, "/"),
            "{evil}"
        );
    }
}

#[tokio::test]
async fn programs_get_the_error_with_its_status() {
    let mut client = Client::new(&[]).await;
    client.accept = "application/json";
    let answer = client
        .post("/api/sign-in", &[("email", "x"), ("password", "x")])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.body,
        r#"{"invalid":[{"field":"password","code":"credentials"}]}"#
    );
    let malformed = client.post("/api/sign-in", &[("email", "x")]).await;
    assert_eq!(malformed.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_form_posted_after_the_session_was_over_waits_for_its_own_user() {
    let mut client = Client::new(&[]).await;
    let kim = client.user("kim@contoso.example", &["Contoso"]).await;
    let alex = client.user("alex@fabrikam.example", &["Fabrikam"]).await;
    for (user, mpn) in [(kim, "4586213"), (alex, "4586214")] {
        sqlx::query(
            r#"update organization set mpn = $2, agreement = '{"version": "2026-01", "at": "2026-01-05T10:00:00Z"}'
               from membership m where m.organization_id = id and m.user_id = $1"#,
        )
        .bind(user)
        .bind(mpn)
        .execute(&client.pool)
        .await
        .unwrap();
    }
    let page = "/resellers/request";
    let interrupted = async |client: &mut Client| {
        client.sign_in("kim@contoso.example").await;
        sqlx::query("delete from session")
            .execute(&client.pool)
            .await
            .unwrap();
        let request = uuid::Uuid::now_v7().to_string();
        let typed = [
            ("page", page),
            ("own_user", &kim.to_string()),
            ("request_id", &request),
            ("kind", "partnership"),
            ("recipient", "typed@reseller.example"),
            ("subject", "Typed subject"),
            ("text", "Typed text {link}"),
            ("then", "draft"),
        ];
        let answer = client.post("/api/draft-invitation", &typed).await;
        assert_eq!(answer.location(), "/sign-in?next=%2Fresellers%2Frequest");
        // A mistyped password in between loses nothing.
        let wrong = [("email", "kim@contoso.example"), ("password", "wrong")];
        client.post("/api/sign-in", &wrong).await;
    };
    interrupted(&mut client).await;
    client.sign_in("kim@contoso.example").await;
    let shown = client.get(page).await.body;
    for text in [
        "You were signed out",
        "typed@reseller.example",
        "Typed subject",
        "Typed text {link}",
    ] {
        assert!(shown.contains(text), "{text} is not in {shown}");
    }
    assert!(!client.get(page).await.body.contains("Typed subject"));

    interrupted(&mut client).await;
    client.sign_in("alex@fabrikam.example").await;
    let shown = client.get(page).await.body;
    assert!(shown.contains("/api/draft-invitation"), "the form is there");
    assert!(!shown.contains("Typed subject") && !shown.contains("typed@reseller.example"));
}

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

#[tokio::test]
async fn a_character_that_cannot_be_stored_is_refused_at_its_field() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    client.accept = "application/json";
    let answer = client
        .post(
            "/api/draft-invitation",
            &[("page", "/"), ("recipient", "a@ex\0.example")],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.body,
        r#"{"invalid":[{"field":"recipient","code":"control_characters"}]}"#
    );
    client.accept = "text/html";
    for path in ["/customers?search=a%00", "/a%00b", "/api/mail?id=%00"] {
        let answer = client.get(path).await;
        assert!(
            !answer.status.is_server_error(),
            "{path}: {}",
            answer.status
        );
    }
}
