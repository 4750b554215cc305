//! Passkeys that prove nothing, and addresses where none are offered.

use http::StatusCode;

use super::{REFUSED, add, added, asked, kim_with, prove, waiting};
use crate::web::tests::{
    client::{Client, PASSWORD},
    second_factor::{CODES, KIM, PAGE, SESSION, World, authenticator::Authenticator, codes_on},
};

#[tokio::test]
async fn what_was_signed_once_is_good_for_nothing_more() {
    let mut device = Authenticator::new();
    let (mut kim, _) = kim_with(&mut device).await;
    let question = asked(&mut kim, "/api/ask-for-new-passkey").await;
    let second = Authenticator::new().make(&question);
    assert_eq!(
        add(&mut kim, "Key", &second, PASSWORD).await,
        format!("{PAGE}?done=passkey_added")
    );
    assert_eq!(add(&mut kim, "Key", &second, PASSWORD).await, PAGE);
    assert!(kim.get(PAGE).await.body.contains(REFUSED));

    let mut browser = waiting(&kim).await;
    let question = asked(&mut browser, "/api/ask-for-passkey").await;
    let answer = device.sign(&question);
    assert_eq!(prove(&mut browser, &answer).await, "/");
    let mut again = waiting(&kim).await;
    assert_eq!(
        prove(&mut again, &answer).await,
        "/sign-in/code",
        "nothing was asked here"
    );
    asked(&mut again, "/api/ask-for-passkey").await;
    assert_eq!(
        prove(&mut again, &answer).await,
        "/sign-in/code",
        "something else was asked"
    );
    assert!(again.get("/sign-in/code").await.body.contains(REFUSED));
    let question = asked(&mut again, "/api/ask-for-passkey").await;
    sqlx::query("update passkey_challenge set expires_at = now()")
        .execute(&kim.pool)
        .await
        .unwrap();
    assert_eq!(
        prove(&mut again, &device.sign(&question)).await,
        "/sign-in/code",
        "too late"
    );
}

#[tokio::test]
async fn only_a_verified_passkey_of_the_account_for_this_portal_proves_anything() {
    let mut device = Authenticator::new();
    let (kim, _) = kim_with(&mut device).await;
    let eve = kim.another();
    eve.user("eve@woodgrove.example", &["Woodgrove"]).await;
    let mut eve = kim.another();
    eve.sign_in("eve@woodgrove.example").await;
    let mut stolen = Authenticator::new();
    added(&mut eve, &mut stolen).await;

    let mut browser = waiting(&kim).await;
    let question = asked(&mut browser, "/api/ask-for-passkey").await;
    let mut answers = vec![("of somebody else", stolen.sign(&question))];
    device.origin = "http://localhost.example:3000";
    answers.push(("signed for another site", device.sign(&question)));
    device.origin = "http://localhost:3000";
    device.verifies = false;
    answers.push(("without a finger or a PIN", device.sign(&question)));
    device.verifies = true;
    let mut other = question.clone();
    other["rpId"] = "example.com".into();
    answers.push(("for another host", device.sign(&other)));
    answers.push(("no answer at all", "{}".to_owned()));
    answers.push(("no JSON", "\u{0}".to_owned()));
    answers.push(("too long", " ".repeat(20_000)));
    for (what, answer) in &answers {
        assert_eq!(prove(&mut browser, answer).await, "/sign-in/code", "{what}");
        let page = browser.get("/sign-in/code").await.body;
        assert!(page.contains(REFUSED), "{what}: {page}");
    }
    assert!(!browser.cookies.contains_key(SESSION));
    // A copy of the key that has signed less often than the original.
    device.count = 0;
    assert_eq!(
        prove(&mut browser, &device.sign(&question)).await,
        "/sign-in/code"
    );
    device.count = 50;
    assert_eq!(prove(&mut browser, &device.sign(&question)).await, "/");
}

#[tokio::test]
async fn a_passkey_is_of_one_account_and_added_by_the_session_that_was_asked() {
    let mut device = Authenticator::new();
    let (mut kim, _) = kim_with(&mut device).await;
    let question = asked(&mut kim, "/api/ask-for-new-passkey").await;
    let excluded = question["excludeCredentials"].as_array().unwrap();
    assert_eq!(
        excluded.len(),
        1,
        "the browser is told what there is: {question}"
    );
    assert_eq!(
        add(&mut kim, "Again", &device.make(&question), PASSWORD).await,
        PAGE
    );
    assert!(kim.get(PAGE).await.body.contains(REFUSED));

    kim.user("eve@woodgrove.example", &["Woodgrove"]).await;
    let mut eve = kim.another();
    eve.sign_in("eve@woodgrove.example").await;
    assert_eq!(
        added(&mut eve, &mut device).await,
        PAGE,
        "of another account"
    );
    assert!(eve.get(PAGE).await.body.contains("was already added"));
    let question = asked(&mut kim, "/api/ask-for-new-passkey").await;
    let answer = Authenticator::new().make(&question);
    assert_eq!(
        add(&mut eve, "Mine", &answer, PASSWORD).await,
        PAGE,
        "asked elsewhere"
    );
    assert_eq!(eve.sign_in("eve@woodgrove.example").await.location(), "/");
}

#[tokio::test]
async fn a_question_is_answered_by_whom_it_was_put_to_and_once() {
    let mut device = Authenticator::new();
    let (kim, _) = kim_with(&mut device).await;
    let (mut one, mut other) = (waiting(&kim).await, waiting(&kim).await);
    let question = asked(&mut one, "/api/ask-for-passkey").await;
    asked(&mut other, "/api/ask-for-passkey").await;
    let answer = device.sign(&question);
    assert_eq!(prove(&mut other, &answer).await, "/sign-in/code");
    let mut same = one.another();
    same.cookies.clone_from(&one.cookies);
    let (a, b) = tokio::join!(prove(&mut one, &answer), prove(&mut same, &answer));
    let in_there = [&one, &same].map(|browser| browser.cookies.contains_key(SESSION));
    assert_eq!(in_there.iter().filter(|is| **is).count(), 1, "{a} {b}");
}

/// Both have a copy of the key with the same count; the library compares with the count at the time of the challenge.
#[tokio::test]
async fn of_two_that_sign_with_the_same_count_the_second_is_refused() {
    let mut device = Authenticator::new();
    let (kim, _) = kim_with(&mut device).await;
    let (mut owner, mut thief) = (waiting(&kim).await, waiting(&kim).await);
    let questions = (
        asked(&mut owner, "/api/ask-for-passkey").await,
        asked(&mut thief, "/api/ask-for-passkey").await,
    );
    let count = device.count;
    assert_eq!(prove(&mut owner, &device.sign(&questions.0)).await, "/");
    device.count = count;
    let answer = device.sign(&questions.1);
    assert_eq!(prove(&mut thief, &answer).await, "/sign-in/code");
}

#[tokio::test]
async fn whose_factor_it_is_not_removes_nothing() {
    let mut device = Authenticator::new();
    let world = World::new().await;
    let kim_app: uuid::Uuid = sqlx::query_scalar("select id from second_factor")
        .fetch_one(&world.kim.pool)
        .await
        .unwrap();
    world
        .kim
        .user("eve@woodgrove.example", &["Woodgrove"])
        .await;
    let mut eve = world.kim.another();
    eve.sign_in("eve@woodgrove.example").await;
    added(&mut eve, &mut device).await;
    let code = codes_on(&eve.get(CODES).await.body).remove(0);
    eve.accept = "application/json";
    let fields = [("factor", kim_app.to_string()), ("code", code)];
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let answer = eve.post("/api/remove-factor", &fields).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.body);
    assert_eq!(world.count("select count(*) from second_factor").await, 2);
    assert_eq!(
        world.count("select count(*) from recovery_code").await,
        20,
        "nor is a code spent"
    );
}

/// Browsers allow passkeys for host names that are reached by https or on the same machine.
#[tokio::test]
async fn where_browsers_have_no_passkeys_none_are_offered() {
    for (url, offered) in [
        ("https://portal.example.com", true),
        ("http://localhost:3000", true),
        ("http://127.0.0.1:3000", false),
        ("https://192.0.2.7", false),
        ("http://portal.example.com", false),
    ] {
        let mut kim = Client::new(&["--public-url", url]).await;
        kim.user(KIM, &["Contoso"]).await;
        kim.sign_in(KIM).await;
        let page = kim.get(PAGE).await.body;
        assert!(
            page.contains("The second factor is off. Anyone"),
            "{url}: {page}"
        );
        assert_eq!(page.contains("New passkey"), offered, "{url}");
        kim.accept = "application/json";
        let answer = kim.post("/api/ask-for-new-passkey", &[]).await;
        assert_eq!(
            answer.status.is_success(),
            offered,
            "{url}: {}",
            answer.body
        );
    }
}
