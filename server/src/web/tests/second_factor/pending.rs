//! A sign-in that waits for a code is no session.

use http::StatusCode;
use leptos_axum::generate_route_list;
use tierline_app::{app::App, route};

use super::{KIM, PAGE, PENDING, RECOVERY, SESSION, World, enter};
use crate::account::session::{self, Proof};
use crate::web::tests::client::PASSWORD;

#[tokio::test]
async fn it_opens_no_page() {
    let world = World::new().await;
    let mut browser = world.asked_for_code().await;
    let mut closed = 0;
    for listing in generate_route_list(App) {
        let path = listing.path().replace(['{', '}'], "");
        if route::is_public(&path) {
            continue;
        }
        let answer = browser.get(&path).await;
        assert!(answer.status.is_redirection(), "{path}");
        assert!(answer.location().starts_with("/sign-in?next="), "{path}");
        closed += 1;
    }
    assert!(closed > 20, "only {closed} pages");
    // Nor does its secret open them as the secret of a session.
    let secret = browser.cookies[PENDING].clone();
    browser.cookies.insert(SESSION.to_owned(), secret);
    assert!(
        browser
            .get("/settings")
            .await
            .location()
            .starts_with("/sign-in")
    );
}

#[tokio::test]
async fn no_session_is_left_in_the_browser_meanwhile() {
    let mut world = World::new().await;
    let before = world.kim.cookies[SESSION].clone();
    assert_eq!(world.kim.sign_in(KIM).await.location(), "/sign-in/code");
    assert!(!world.kim.cookies.contains_key(SESSION));
    world.kim.cookies.insert(SESSION.to_owned(), before);
    assert!(
        world
            .kim
            .get("/settings")
            .await
            .location()
            .starts_with("/sign-in")
    );
}

#[tokio::test]
async fn it_waits_for_ten_minutes_and_then_says_so() {
    let world = World::new().await;
    let mut browser = world.asked_for_code().await;
    let in_ten_minutes = world
        .count("select count(*) from pending_sign_in where expires_at between now() + interval '9 minutes' and now() + interval '10 minutes'")
        .await;
    assert_eq!(in_ten_minutes, 1);
    sqlx::query("update pending_sign_in set expires_at = now()")
        .execute(&browser.pool)
        .await
        .unwrap();
    assert_eq!(enter(&mut browser, &world.code()).await, "/sign-in/code");
    let to = browser.get("/sign-in/code").await.location().to_owned();
    assert_eq!(to, "/sign-in?next=%2F&done=code_expired");
    assert!(browser.get(&to).await.body.contains("more than 10 minutes"));
    assert!(!browser.cookies.contains_key(SESSION));
    let mut stranger = world.kim.another();
    assert_eq!(
        stranger
            .get("/sign-in/code?next=%2Fgrants")
            .await
            .location(),
        "/sign-in?next=%2Fgrants"
    );
    stranger.accept = "application/json";
    let answer = stranger
        .post("/api/enter-code", &[("code", "000000")])
        .await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn its_secret_is_not_stored() {
    let world = World::new().await;
    let browser = world.asked_for_code().await;
    let found: i64 = sqlx::query_scalar(
        "select count(*) from pending_sign_in where encode(id_hash, 'hex') = $1",
    )
    .bind(&browser.cookies[PENDING])
    .fetch_one(&browser.pool)
    .await
    .unwrap();
    assert_eq!(found, 0);
}

#[tokio::test]
async fn another_password_and_a_block_end_it() {
    let mut world = World::new().await;
    let mut browser = world.asked_for_code().await;
    let change = [
        ("current_password", PASSWORD),
        ("new_password", "seven loud umbrellas"),
        ("repeated_password", "seven loud umbrellas"),
        ("next", "/settings"),
        ("page", "/settings/password"),
    ];
    world.kim.post("/api/change-password", &change).await;
    enter(&mut browser, &world.code()).await;
    assert!(!browser.cookies.contains_key(SESSION));

    let fields = [
        ("email", KIM),
        ("password", "seven loud umbrellas"),
        ("next", ""),
    ];
    assert_eq!(
        browser.post("/api/sign-in", &fields).await.location(),
        "/sign-in/code"
    );
    sqlx::query("update app_user set blocked_at = now()")
        .execute(&browser.pool)
        .await
        .unwrap();
    enter(&mut browser, &world.code()).await;
    assert!(!browser.cookies.contains_key(SESSION));
}

/// The second factor was set up while the password was being checked.
#[tokio::test]
async fn a_password_alone_begins_no_session_of_who_has_a_second_factor() {
    let world = World::new().await;
    let user = sqlx::query_scalar("select id from app_user")
        .fetch_one(&world.kim.pool)
        .await
        .unwrap();
    let stored: String = sqlx::query_scalar("select password_hash from app_user")
        .fetch_one(&world.kim.pool)
        .await
        .unwrap();
    for (proof, enough) in [
        (Proof::Password(Some(&stored)), false),
        (Proof::PasswordAndMore(Some(&stored)), true),
    ] {
        let begun = session::begin(&world.kim.pool, user, None, "Firefox", proof)
            .await
            .unwrap();
        assert_eq!(begun.is_some(), enough, "{proof:?}");
    }
}

#[tokio::test]
async fn whoever_comes_next_to_this_browser_finds_nothing_of_who_was_there_before() {
    let world = World::new().await;
    let mut browser = world.asked_for_code().await;
    browser.user("alex@fabrikam.example", &["Fabrikam"]).await;
    assert_eq!(
        browser.sign_in("alex@fabrikam.example").await.location(),
        "/"
    );
    assert!(!browser.cookies.contains_key(PENDING));
    assert_eq!(world.count("select count(*) from pending_sign_in").await, 0);

    let mut kim = world.asked_for_code().await;
    enter(&mut kim, &world.code()).await;
    let fields = [
        ("code", world.recovery[0].as_str()),
        ("page", PAGE),
        ("form", ""),
    ];
    kim.post("/api/renew-recovery-codes", &fields).await;
    assert!(kim.cookies.contains_key(RECOVERY));
    kim.post("/api/sign-out", &[("page", "/")]).await;
    assert!(!kim.cookies.contains_key(RECOVERY));
}
