//! Signing in and out, and the end of sessions.

use http::StatusCode;

use super::{Client, client::PASSWORD};
use crate::{clock::Clock, testing};

const COOKIE: &str = "__Host-tierline";

#[tokio::test]
async fn signing_in_and_out() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    let answer = client.sign_in(" Kim@Contoso.example ").await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/")
    );
    let cookie = answer.header("set-cookie");
    for attribute in [
        "__Host-tierline=",
        "; Path=/",
        "; HttpOnly",
        "; SameSite=Lax",
        "; Secure",
    ] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let page = client.get("/settings").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("Kim Lee")
            && page.body.contains("Contoso")
            && page.body.contains("Indirect resellers")
    );

    let secret = client.cookies.get(COOKIE).unwrap().clone();
    client.post("/api/sign-out", &[]).await;
    assert!(!client.cookies.contains_key(COOKIE));
    client.cookies.insert(COOKIE.to_owned(), secret);
    assert_eq!(
        client.get("/settings").await.status,
        StatusCode::SEE_OTHER,
        "the session is over, not only its cookie"
    );
}

#[tokio::test]
async fn what_is_missing_is_said_at_each_field() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    let nothing = [("email", " "), ("password", ""), ("page", "/sign-in")];
    client.post("/api/sign-in", &nothing).await;
    let page = client.get("/sign-in").await.body;
    for field in ["email", "password"] {
        assert!(page.contains(&format!("href=\"#{field}\"")), "{page}");
    }
    assert_eq!(page.matches("Fill in this field.").count(), 4, "{page}");

    client.sign_in("kim@contoso.example").await;
    let wrong = [
        ("current_password", ""),
        ("new_password", "short"),
        ("repeated_password", "other"),
        ("page", "/settings/password"),
    ];
    client.post("/api/change-password", &wrong).await;
    let page = client.get("/settings/password").await.body;
    for field in ["current_password", "new_password", "repeated_password"] {
        assert!(page.contains(&format!("href=\"#{field}\"")), "{page}");
    }
}

#[tokio::test]
async fn signing_out_leads_back_to_a_page_for_strangers_only() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    for (next, expected) in [
        ("/invitation/abc", "/invitation/abc?done=signed_out"),
        ("/customers", "/sign-in?done=signed_out"),
        ("//evil.example", "/sign-in?done=signed_out"),
    ] {
        client.sign_in("kim@contoso.example").await;
        let answer = client.post("/api/sign-out", &[("next", next)]).await;
        assert_eq!(answer.location(), expected);
    }
}

#[tokio::test]
async fn an_account_is_found_where_a_database_lowers_letters_otherwise() {
    let database = testing::turkish_database().await;
    let mut client = Client::within(database, Clock::system(), &[]);
    client.user("irini@iris.example", &["Iris"]).await;
    let answer = client.sign_in("IRINI@IRIS.EXAMPLE").await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/")
    );
}

#[tokio::test]
async fn the_secret_is_not_stored_and_sessions_expire() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    let secret = client.cookies.get(COOKIE).unwrap().clone();
    let found: i64 =
        sqlx::query_scalar("select count(*) from session where encode(id_hash, 'hex') = $1")
            .bind(secret)
            .fetch_one(&client.pool)
            .await
            .unwrap();
    assert_eq!(found, 0);
    sqlx::query("update session set expires_at = now()")
        .execute(&client.pool)
        .await
        .unwrap();
    assert_eq!(
        client.get("/settings").await.location(),
        "/sign-in?next=%2Fsettings"
    );
}

#[tokio::test]
async fn use_goes_on_for_seven_days_at_most() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    sqlx::query("update session set created_at = now() - interval '7 days' + interval '1 hour', last_seen_at = now() - interval '1 hour'")
        .execute(&client.pool)
        .await
        .unwrap();
    client.get("/settings").await;
    let at_most: bool =
        sqlx::query_scalar("select expires_at <= now() + interval '1 hour' from session")
            .fetch_one(&client.pool)
            .await
            .unwrap();
    assert!(at_most);
}

#[tokio::test]
async fn a_session_lasts_as_long_as_the_program_says() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    sqlx::query(
        r#"insert into program_settings (id, operator_id, body)
           select id, id, jsonb_build_object('id', id, 'operator', id, 'latest', '{}'::jsonb,
               'values', '{"session_hours": 1, "session_days": 2}'::jsonb, 'holidays', '[]'::jsonb)
           from organization"#,
    )
    .execute(&client.pool)
    .await
    .unwrap();
    client.sign_in("kim@contoso.example").await;
    let ends_within = async |what: &'static str| -> bool {
        sqlx::query_scalar(what)
            .fetch_one(&client.pool)
            .await
            .unwrap()
    };
    let unused = "select expires_at <= now() + interval '1 hour' from session";
    assert!(ends_within(unused).await);
    sqlx::query(
        "update session set created_at = now() - interval '2 days' + interval '10 minutes',
             last_seen_at = now() - interval '1 hour'",
    )
    .execute(&client.pool)
    .await
    .unwrap();
    let mut again = client.another();
    again.cookies = client.cookies.clone();
    again.get("/settings").await;
    let in_all = "select expires_at <= now() + interval '10 minutes' from session";
    assert!(ends_within(in_all).await);
}

#[tokio::test]
async fn several_organizations_are_chosen_from() {
    let mut client = Client::new(&[]).await;
    client
        .user("kim@contoso.example", &["Contoso", "Fabrikam"])
        .await;
    client
        .another()
        .user("other@woodgrove.example", &["Woodgrove"])
        .await;
    client.sign_in("kim@contoso.example").await;
    let before = client.cookies.get(COOKIE).unwrap().clone();
    assert_eq!(client.get("/no-page").await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        client.get("/").await.location(),
        "/choose-organization?next=%2F"
    );
    let page = client.get("/choose-organization?next=%2Fsettings").await;
    assert!(
        page.body.contains("Contoso")
            && page.body.contains("Fabrikam")
            && !page.body.contains("Woodgrove")
    );

    let id = |name: &'static str| {
        let pool = client.pool.clone();
        async move {
            sqlx::query_scalar::<_, uuid::Uuid>("select id from organization where name = $1")
                .bind(name)
                .fetch_one(&pool)
                .await
                .unwrap()
                .to_string()
        }
    };
    let (fabrikam, woodgrove) = (id("Fabrikam").await, id("Woodgrove").await);
    client.accept = "application/json";
    let foreign = client
        .post("/api/choose-organization", &[("organization", &woodgrove)])
        .await;
    let missing = client
        .post(
            "/api/choose-organization",
            &[("organization", "00000000-0000-7000-8000-000000000000")],
        )
        .await;
    assert_eq!(
        (foreign.status, &foreign.body),
        (StatusCode::NOT_FOUND, &missing.body)
    );
    client.accept = "text/html";
    let answer = client
        .post(
            "/api/choose-organization",
            &[("organization", &fabrikam), ("next", "/settings")],
        )
        .await;
    assert_eq!(answer.location(), "/settings");
    assert_ne!(
        client.cookies.get(COOKIE),
        Some(&before),
        "a new secret for another organization"
    );
    assert!(client.get("/settings").await.body.contains("Fabrikam"));
}

#[tokio::test]
async fn a_password_set_by_someone_else_is_changed_first() {
    let mut client = Client::new(&[]).await;
    let user = client.user("kim@contoso.example", &["Contoso"]).await;
    let given =
        "update app_user set must_change_password = true, created_at = '2020-02-03' where id = $1";
    sqlx::query(given)
        .bind(user)
        .execute(&client.pool)
        .await
        .unwrap();
    let mut elsewhere = client.another();
    elsewhere.sign_in("kim@contoso.example").await;
    client.sign_in("kim@contoso.example").await;
    assert_eq!(
        client.get("/settings").await.location(),
        "/settings/password?next=%2Fsettings"
    );

    // Its state is the own account's, and no more is told.
    let state = client.get("/api/settings").await.body;
    for told in [
        r#""is_temporary":true"#,
        r#""since":"2020-02-03T00:00:00Z""#,
        r#""organization":null"#,
    ] {
        assert!(state.contains(told), "{state}");
    }

    let page = "/settings/password?next=%2Fsettings";
    let change = |new: &'static str, repeated: &'static str| {
        [
            ("current_password", PASSWORD),
            ("new_password", new),
            ("repeated_password", repeated),
            ("next", "/settings"),
            ("page", page),
        ]
    };
    client
        .post(
            "/api/change-password",
            &change("passwordpassword", "passwordpassword"),
        )
        .await;
    let refused = client.get(page).await;
    assert!(
        refused.body.contains("This password is easy to guess"),
        "{}",
        refused.body
    );
    let done = client
        .post(
            "/api/change-password",
            &change("seven loud umbrellas", "seven loud umbrellas"),
        )
        .await;
    assert_eq!(done.location(), "/settings?done=password_changed");
    assert!(
        client
            .get("/settings?done=password_changed")
            .await
            .body
            .contains("Your password has been changed")
    );
    let state = client.get("/api/settings").await.body;
    assert!(state.contains(r#""is_temporary":false"#), "{state}");
    assert!(!state.contains("2020-02-03"), "{state}");
    assert_eq!(
        elsewhere.get("/settings").await.status,
        StatusCode::SEE_OTHER,
        "other sessions are over"
    );
    let told: i64 = sqlx::query_scalar(
        "select count(*) from event e join event_audience a on a.event_id = e.id
         where e.body #>> '{event,type}' = 'password_changed' and e.object = 'user' and e.object_id = $1",
    )
    .bind(user)
    .fetch_one(&client.pool)
    .await
    .unwrap();
    assert_eq!(told, 1, "it is in the organization's log");
}

#[tokio::test]
async fn no_session_begins_with_a_password_that_was_replaced_meanwhile() {
    let client = Client::new(&[]).await;
    let user = client.user("kim@contoso.example", &["Contoso"]).await;
    let begin = async |checked: Option<&str>| {
        let proof = crate::account::session::Proof::Password(checked);
        crate::account::session::begin(&client.pool, user, None, "Firefox", proof)
            .await
            .unwrap()
    };
    let stored: String = sqlx::query_scalar("select password_hash from app_user where id = $1")
        .bind(user)
        .fetch_one(&client.pool)
        .await
        .unwrap();
    assert!(begin(Some(&stored)).await.is_some());
    assert!(begin(Some("the one before")).await.is_none());
}

#[tokio::test]
async fn own_sessions_can_be_ended_and_only_own() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.user("eve@woodgrove.example", &["Woodgrove"]).await;
    let (mut second, mut eve) = (client.another(), client.another());
    client.sign_in("kim@contoso.example").await;
    second.sign_in("kim@contoso.example").await;
    eve.sign_in("eve@woodgrove.example").await;
    let eves: uuid::Uuid = sqlx::query_scalar(
        "select handle from session join app_user u on u.id = user_id where u.email like 'eve%'",
    )
    .fetch_one(&client.pool)
    .await
    .unwrap();
    client.accept = "application/json";
    assert_eq!(
        client
            .post("/api/end-session", &[("handle", &eves.to_string())])
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    client.accept = "text/html";
    assert_eq!(
        client
            .get("/settings/sessions")
            .await
            .body
            .matches("<tr>")
            .count(),
        // The heads of both tables, two sessions, and two attempts to sign in.
        6
    );
    client.post("/api/end-other-sessions", &[]).await;
    assert_eq!(second.get("/settings").await.status, StatusCode::SEE_OTHER);
    assert_eq!(eve.get("/settings").await.status, StatusCode::OK);
    assert_eq!(client.get("/settings").await.status, StatusCode::OK);
}

#[tokio::test]
async fn cards_sign_in_without_a_password_in_a_demo_only() {
    for (arguments, status, cards) in [
        (&["--demo"][..], StatusCode::SEE_OTHER, true),
        (&[], StatusCode::NOT_FOUND, false),
    ] {
        let mut client = Client::new(arguments).await;
        client.user("kim@contoso.example", &["Contoso"]).await;
        assert_eq!(
            client
                .get("/sign-in")
                .await
                .body
                .contains("class=\"demo-person\""),
            cards
        );
        client.accept = if cards {
            "text/html"
        } else {
            "application/json"
        };
        let answer = client
            .post("/api/sign-in-as", &[("email", "kim@contoso.example")])
            .await;
        assert_eq!(answer.status, status);
        assert_eq!(client.cookies.contains_key(COOKIE), cards);
    }
}
