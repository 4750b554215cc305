//! The code at sign-in.

use http::StatusCode;

use super::{KIM, PENDING, SESSION, World, enter};
use crate::web::tests::client::PASSWORD;

#[tokio::test]
async fn the_right_password_leads_to_the_code_and_the_code_to_where_one_was_going() {
    let world = World::new().await;
    let mut browser = world.kim.another();
    let fields = [
        ("email", KIM),
        ("password", PASSWORD),
        ("next", "/settings"),
        ("page", "/sign-in"),
    ];
    let answer = browser.post("/api/sign-in", &fields).await;
    let page = "/sign-in/code?next=%2Fsettings";
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, page)
    );
    assert!(!browser.cookies.contains_key(SESSION) && browser.cookies.contains_key(PENDING));
    let shown = browser.get(page).await.body;
    for wanted in [
        "one-time-code",
        "inputmode=\"numeric\"",
        "Confirm it's you · Tierline",
    ] {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }

    let wrong = [
        ("code", "000000"),
        ("next", "/settings"),
        ("page", page),
        ("form", ""),
    ];
    assert_eq!(
        browser.post("/api/enter-code", &wrong).await.location(),
        page
    );
    let shown = browser.get(page).await.body;
    assert!(
        shown.contains("This code is incorrect") && shown.contains("value=\"000000\""),
        "{shown}"
    );

    let code = world.code();
    let right = [
        ("code", code.as_str()),
        ("next", "/settings"),
        ("page", page),
        ("form", ""),
    ];
    let secret = browser.cookies[PENDING].clone();
    assert_eq!(
        browser.post("/api/enter-code", &right).await.location(),
        "/settings"
    );
    assert!(!browser.cookies.contains_key(PENDING) && browser.cookies[SESSION] != secret);
    assert_eq!(browser.get("/settings").await.status, StatusCode::OK);
    assert_eq!(
        browser.get(page).await.location(),
        "/settings",
        "nothing is waited for any more"
    );
}

#[tokio::test]
async fn a_code_is_good_once_and_so_are_the_ones_before_it() {
    let world = World::new().await;
    let (earlier, code) = (world.code(), {
        world.later(1);
        world.code()
    });
    assert_eq!(enter(&mut world.asked_for_code().await, &code).await, "/");
    let mut browser = world.asked_for_code().await;
    for (used, what) in [
        (&code, "used"),
        (&earlier, "of an earlier step"),
        (&"000000".to_owned(), "wrong"),
    ] {
        assert_eq!(enter(&mut browser, used).await, "/sign-in/code", "{what}");
        let shown = browser.get("/sign-in/code").await.body;
        assert!(shown.contains("or was already used"), "{what}: {shown}");
    }
    browser.accept = "application/json";
    let mut answers = Vec::new();
    for code in [code.as_str(), "000000", "no code"] {
        let answer = browser.post("/api/enter-code", &[("code", code)]).await;
        answers.push((answer.status, answer.body));
    }
    assert!(
        answers.windows(2).all(|pair| pair[0] == pair[1]),
        "{answers:?}"
    );
    browser.accept = "text/html";
    world.later(1);
    assert_eq!(enter(&mut browser, &world.code()).await, "/");
}

#[tokio::test]
async fn clocks_may_be_off_by_a_step() {
    for (steps, good) in [(-2, false), (-1, true), (1, true), (2, false)] {
        let world = World::new().await;
        world.later(4);
        let at = world.clock.now() + chrono::TimeDelta::seconds(30) * steps;
        let code = super::code_at(&world.secret, at);
        let to = enter(&mut world.asked_for_code().await, &code).await;
        assert_eq!(to == "/", good, "{steps} steps off");
    }
}

#[tokio::test]
async fn of_two_that_use_one_code_at_the_same_time_one_gets_in() {
    let world = World::new().await;
    for code in [world.code(), world.recovery[0].clone()] {
        let mut browsers = Vec::new();
        for _ in 0..4 {
            browsers.push(world.asked_for_code().await);
        }
        let [a, b, c, d] = browsers.as_mut_slice() else {
            panic!("four")
        };
        let answers = tokio::join!(
            enter(a, &code),
            enter(b, &code),
            enter(c, &code),
            enter(d, &code)
        );
        let answers: [String; 4] = answers.into();
        let signed_in = browsers
            .iter()
            .filter(|browser| browser.cookies.contains_key(SESSION));
        assert_eq!(signed_in.count(), 1, "{answers:?}");
    }
}

#[tokio::test]
async fn a_recovery_code_gets_in_once_and_says_how_many_are_left() {
    let world = World::new().await;
    let code = world.recovery[0].clone();
    let mut browser = world.asked_for_code().await;
    let typed = code.replace('-', " ");
    let to = enter(&mut browser, &typed).await;
    assert_eq!(to, "/?done=recovery_code_used_9");
    assert!(browser.get(&to).await.body.contains("You have 9 left"));
    assert!(
        browser
            .get("/")
            .await
            .body
            .contains("used a recovery code (9 left)")
    );
    let told: i64 = world
        .count("select count(*) from mail where kind = 'recovery_code_used'")
        .await;
    assert_eq!(told, 1);
    let mut again = world.asked_for_code().await;
    assert_eq!(enter(&mut again, &code).await, "/sign-in/code");
    let shown = again.get("/sign-in/code").await.body;
    assert!(
        shown.contains("or was already used") && !shown.contains(&code),
        "it is kept nowhere: {shown}"
    );
    assert_eq!(
        world.history().await,
        ["second_factor_set_up", "recovery_code_used"]
    );
}

/// A user with several organizations gets the notice on the first page after the sign-in.
#[tokio::test]
async fn what_is_left_is_told_on_whichever_page_comes_first() {
    let world = World::of(&["Contoso", "Fabrikam"]).await;
    let mut browser = world.asked_for_code().await;
    let to = enter(&mut browser, &world.recovery[0]).await;
    let first = browser.get(&to).await.location().to_owned();
    assert_eq!(
        first,
        "/choose-organization?next=%2F&done=recovery_code_used_9"
    );
    assert!(browser.get(&first).await.body.contains("You have 9 left"));

    sqlx::query("update app_user set must_change_password = true")
        .execute(&world.kim.pool)
        .await
        .unwrap();
    let mut browser = world.asked_for_code().await;
    assert_eq!(enter(&mut browser, &world.code()).await, "/");
    assert_eq!(
        browser.get("/").await.location(),
        "/settings/password?next=%2F"
    );
}

#[tokio::test]
async fn codes_are_limited_by_account_in_every_browser_together() {
    let world = World::new().await;
    // One code was entered to set it up.
    let mut browser = world.asked_for_code().await;
    for _ in 0..9 {
        enter(&mut browser, "000000").await;
    }
    let mut another = world.asked_for_code().await;
    another.accept = "application/json";
    let code = world.code();
    let answer = another.post("/api/enter-code", &[("code", &code)]).await;
    assert_eq!(
        answer.status,
        StatusCode::TOO_MANY_REQUESTS,
        "{}",
        answer.body
    );
    assert!(!another.cookies.contains_key(SESSION));
}

#[tokio::test]
async fn others_sign_in_as_before() {
    let world = World::new().await;
    world
        .kim
        .user("eve@woodgrove.example", &["Woodgrove"])
        .await;
    let mut eve = world.kim.another();
    assert_eq!(eve.sign_in("eve@woodgrove.example").await.location(), "/");
    let mut browser = world.asked_for_code().await;
    world.kim.another().sign_in("eve@woodgrove.example").await;
    assert_eq!(enter(&mut browser, &world.code()).await, "/");
    assert_eq!(eve.get("/settings").await.status, StatusCode::OK);
}

#[tokio::test]
async fn who_knows_only_the_password_does_not_keep_the_owner_out() {
    let world = World::new().await;
    let mut thief = world.asked_for_code().await;
    thief.accept = "application/json";
    let mut last = StatusCode::OK;
    for _ in 0..11 {
        last = thief
            .post("/api/enter-code", &[("code", "000000")])
            .await
            .status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    let mut owner = world.asked_for_code().await;
    assert_eq!(enter(&mut owner, &world.code()).await, "/sign-in/code");
    let to = enter(&mut owner, &world.recovery[0]).await;
    assert_eq!(to, "/?done=recovery_code_used_9");
}
