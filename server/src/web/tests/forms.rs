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
async fn a_name_that_cannot_be_stored_is_no_fault() {
    let mut client = Client::new(&[]).await;
    for (path, name) in [
        ("/api/sign-in", "a\0b"),
        ("/api/place-order", "lines[sku-a\0b]"),
        ("/api/customer-lines", "lines[sku-a\0b]"),
    ] {
        let fields = [("page", "/sign-in"), ("form", "a\"b"), (name, "1")];
        client.accept = "text/html";
        let page = client.post(path, &fields).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
        client.accept = "application/json";
        let program = client.post(path, &fields).await;
        assert_eq!(program.status, StatusCode::BAD_REQUEST, "{path}");
    }
    client.accept = "text/html";
    let answer = client
        .post("/api/sign-in", &[("page", "/sign-in"), ("form", "a\0b")])
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let kept: Vec<String> = sqlx::query_scalar("select reply->>'form' from form_reply")
        .fetch_all(&client.pool)
        .await
        .unwrap();
    assert_eq!(kept, vec![String::new(); 4]);
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
