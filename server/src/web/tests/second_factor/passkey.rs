//! Passkeys: added, used, removed.

mod refused;

use http::StatusCode;
use serde_json::Value;

use super::{
    CODES, KIM, PAGE, PENDING, SESSION, World, authenticator::Authenticator, code_at, codes_on,
    confirm, enter, secret_on, signed_in,
};
use crate::web::tests::client::{Client, PASSWORD};

const REFUSED: &str = "This passkey wasn't accepted";

/// The challenge for the browser.
async fn asked(browser: &mut Client, function: &str) -> Value {
    let accept = std::mem::replace(&mut browser.accept, "application/json");
    let answer = browser.post(function, &[]).await;
    browser.accept = accept;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let question: String = serde_json::from_str(&answer.body).unwrap();
    serde_json::from_str(&question).unwrap()
}

/// The target after adding a passkey with this answer.
async fn add(browser: &mut Client, name: &str, answer: &str, password: &str) -> String {
    let fields = [
        ("name", name),
        ("passkey", answer),
        ("current_password", password),
        ("page", PAGE),
        ("form", "passkey"),
    ];
    let answer = browser.post("/api/add-passkey", &fields).await;
    answer.location().to_owned()
}

/// Adds the passkey of this device.
async fn added(browser: &mut Client, device: &mut Authenticator) -> String {
    let question = asked(browser, "/api/ask-for-new-passkey").await;
    add(browser, "Laptop", &device.make(&question), PASSWORD).await
}

/// The target after the second step of signing in with this answer.
async fn prove(browser: &mut Client, answer: &str) -> String {
    let fields = [
        ("code", ""),
        ("passkey", answer),
        ("next", ""),
        ("page", "/sign-in/code"),
        ("form", ""),
    ];
    let answer = browser.post("/api/enter-code", &fields).await;
    answer.location().to_owned()
}

/// Kim with a passkey and nothing else, and the recovery codes that came with it.
async fn kim_with(device: &mut Authenticator) -> (Client, Vec<String>) {
    let (mut kim, _) = signed_in(&["Contoso"]).await;
    let to = added(&mut kim, device).await;
    assert_eq!(to, format!("{CODES}?done=second_factor_on"));
    let codes = codes_on(&kim.get(CODES).await.body);
    (kim, codes)
}

/// Another browser, after the password was typed in it.
async fn waiting(kim: &Client) -> Client {
    let mut browser = kim.another();
    assert_eq!(browser.sign_in(KIM).await.location(), "/sign-in/code");
    browser
}

/// The types of the account's events, oldest first.
async fn history(kim: &Client) -> Vec<String> {
    sqlx::query_scalar("select body #>> '{event,type}' from event order by id")
        .fetch_all(&kim.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_passkey_is_a_second_factor_by_itself() {
    let mut device = Authenticator::new();
    let (mut kim, _) = signed_in(&["Contoso"]).await;
    let mut elsewhere = kim.another();
    elsewhere.sign_in(KIM).await;
    let before = kim.cookies[SESSION].clone();
    let question = asked(&mut kim, "/api/ask-for-new-passkey").await;
    assert_eq!(question["rp"]["id"], "localhost");
    assert_eq!(question["user"]["name"], KIM);
    let answer = device.make(&question);

    // Other mistakes in the form are shown, and the browser's signature is not stored.
    assert_eq!(add(&mut kim, "---", &answer, PASSWORD).await, PAGE);
    let page = kim.get(PAGE).await.body;
    assert!(page.contains("at least one letter or digit"), "{page}");
    assert!(page.contains("value=\"---\"") && !page.contains("attestationObject"));
    assert_eq!(
        add(&mut kim, "Laptop", &answer, "four loud lanterns").await,
        PAGE
    );
    assert!(
        kim.get(PAGE)
            .await
            .body
            .contains("This isn't your current password")
    );

    let to = add(&mut kim, "Laptop", &answer, PASSWORD).await;
    assert_eq!(to, format!("{CODES}?done=second_factor_on"));
    assert_eq!(codes_on(&kim.get(CODES).await.body).len(), 10);
    assert_ne!(kim.cookies[SESSION], before, "a new secret for the session");
    let over = elsewhere.get("/settings").await.status;
    assert_eq!(over, StatusCode::SEE_OTHER, "other sessions are over");
    assert!(kim.get(PAGE).await.body.contains("Laptop"));
    assert_eq!(history(&kim).await, ["second_factor_set_up"]);
    let mail: String = sqlx::query_scalar("select text_body from mail")
        .fetch_one(&kim.pool)
        .await
        .unwrap();
    assert!(mail.contains("requires your passkey"), "{mail}");

    let mut browser = waiting(&kim).await;
    let page = browser.get("/sign-in/code").await.body;
    assert!(
        page.contains("const hints = ") && page.contains("application/wasm"),
        "a passkey needs the module: {page}"
    );
    assert!(
        page.contains("requires a passkey") && page.contains("Use a passkey"),
        "{page}"
    );
    let question = asked(&mut browser, "/api/ask-for-passkey").await;
    assert_eq!(prove(&mut browser, &device.sign(&question)).await, "/");
    assert!(!browser.cookies.contains_key(PENDING));
    assert_eq!(browser.get("/settings").await.status, StatusCode::OK);
    assert!(browser.get(PAGE).await.body.contains("Last used"));
}

#[tokio::test]
async fn without_javascript_a_passkey_is_explained_and_a_recovery_code_gets_in() {
    let mut device = Authenticator::new();
    let (mut kim, codes) = kim_with(&mut device).await;
    assert_eq!(add(&mut kim, "Key", "", PASSWORD).await, PAGE);
    let page = kim.get(PAGE).await.body;
    assert!(
        page.contains("This needs JavaScript") && page.contains("value=\"Key\""),
        "{page}"
    );
    let mut browser = waiting(&kim).await;
    assert_eq!(
        enter(&mut browser, &codes[0]).await,
        "/?done=recovery_code_used_9"
    );
}

#[tokio::test]
async fn of_several_any_one_is_enough_and_all_but_the_last_can_be_removed() {
    let mut world = World::new().await;
    let mut device = Authenticator::new();
    let to = added(&mut world.kim, &mut device).await;
    assert_eq!(to, format!("{PAGE}?done=passkey_added"));
    let page = world.kim.get(PAGE).await.body;
    assert!(
        page.contains("Laptop") && page.contains("Authenticator app"),
        "{page}"
    );
    let mut browser = world.asked_for_code().await;
    let shown = browser.get("/sign-in/code").await.body;
    assert!(
        shown.contains("also requires a passkey or a code"),
        "{shown}"
    );
    assert_eq!(enter(&mut browser, &world.code()).await, "/");
    let mut browser = world.asked_for_code().await;
    let question = asked(&mut browser, "/api/ask-for-passkey").await;
    assert_eq!(prove(&mut browser, &device.sign(&question)).await, "/");

    let factor = |kind| {
        let pool = world.kim.pool.clone();
        async move {
            let id: uuid::Uuid = sqlx::query_scalar("select id from second_factor where kind = $1")
                .bind(kind)
                .fetch_one(&pool)
                .await
                .unwrap();
            id.to_string()
        }
    };
    let (app, passkey) = (factor("app").await, factor("passkey").await);
    let mut remove = async |which: &str, code: &str, passkey: &str| {
        let form = format!("remove-{which}");
        let fields = [
            ("factor", which),
            ("code", code),
            ("passkey", passkey),
            ("page", PAGE),
            ("form", form.as_str()),
        ];
        let answer = world.kim.post("/api/remove-factor", &fields).await;
        answer.location().to_owned()
    };
    assert_eq!(
        remove(&app, "000000", "").await,
        PAGE,
        "a wrong code removes nothing"
    );
    world.clock.advance(chrono::TimeDelta::seconds(30)).unwrap();
    let code = super::code_at(&world.secret, world.clock.now());
    assert_eq!(
        remove(&app, &code, "").await,
        format!("{PAGE}?done=factor_removed")
    );
    assert_eq!(
        remove(&app, &world.recovery[0], "").await,
        PAGE,
        "there is no such thing now"
    );
    assert_eq!(
        remove(&passkey, &world.recovery[0], "").await,
        PAGE,
        "it is the last"
    );
    let page = world.kim.get(PAGE).await.body;
    assert!(page.contains("You can't remove your only method"), "{page}");
    assert_eq!(
        world.history().await,
        ["second_factor_set_up", "factor_added", "factor_removed"]
    );
    let mails: i64 = world
        .count("select count(*) from mail where kind = 'factor_changed'")
        .await;
    assert_eq!(mails, 2);

    // With the remaining passkey, an app can be added again, and everything turned off.
    world
        .kim
        .post("/api/begin-second-factor", &[("page", PAGE)])
        .await;
    assert!(world.kim.get(PAGE).await.body.contains("id=\"secret\""));
    let question = asked(&mut world.kim, "/api/ask-for-passkey").await;
    let signed = device.sign(&question);
    let fields = [
        ("passkey", signed.as_str()),
        ("current_password", PASSWORD),
        ("page", PAGE),
        ("form", "off"),
    ];
    let off = world.kim.post("/api/turn-off-second-factor", &fields).await;
    assert_eq!(off.location(), format!("{PAGE}?done=second_factor_off"));
    assert_eq!(world.count("select count(*) from second_factor").await, 0);
    assert_eq!(world.kim.another().sign_in(KIM).await.location(), "/");
}

#[tokio::test]
async fn a_stolen_session_and_the_password_add_nothing() {
    let mut world = World::new().await;
    let mut device = Authenticator::new();
    forget_proofs(&world.kim).await;
    assert_eq!(added(&mut world.kim, &mut device).await, PAGE);
    let page = world.kim.get(PAGE).await.body;
    assert!(page.contains("done this in the last 15 minutes"), "{page}");
    assert!(
        !page.contains("Add passkey") && page.contains("Add another"),
        "{page}"
    );
    assert_eq!(world.count("select count(*) from second_factor").await, 1);

    let code = world.code();
    let fields = [("code", code.as_str()), ("page", PAGE), ("form", "prove")];
    let answer = world.kim.post("/api/prove", &fields).await;
    assert_eq!(answer.location(), format!("{PAGE}?done=proved"));
    let to = added(&mut world.kim, &mut device).await;
    assert_eq!(to, format!("{PAGE}?done=passkey_added"));

    // An app is added in the same way; a passkey serves as the proof too.
    let (mut eve, clock) = signed_in(&["Contoso"]).await;
    added(&mut eve, &mut device).await;
    forget_proofs(&eve).await;
    eve.post("/api/begin-second-factor", &[("page", PAGE)])
        .await;
    assert!(!eve.get(PAGE).await.body.contains("id=\"secret\""));
    let question = asked(&mut eve, "/api/ask-for-passkey").await;
    let signed = device.sign(&question);
    let fields = [
        ("passkey", signed.as_str()),
        ("page", PAGE),
        ("form", "prove"),
    ];
    eve.post("/api/prove", &fields).await;
    let secret = secret_on(&eve.get(PAGE).await.body);
    forget_proofs(&eve).await;
    let code = code_at(&secret, clock.now());
    assert_eq!(confirm(&mut eve, &code, PASSWORD).await, PAGE, "too late");
    assert!(
        eve.get(PAGE)
            .await
            .body
            .contains("done this in the last 15 minutes")
    );
}

/// A quarter of an hour passes for every session.
async fn forget_proofs(browser: &Client) {
    sqlx::query("update session set proved_at = now() - interval '15 minutes'")
        .execute(&browser.pool)
        .await
        .unwrap();
}

/// The passkeys of many phones do not count.
#[tokio::test]
async fn a_passkey_that_does_not_count_signs_in_again_and_again() {
    let mut device = Authenticator::new();
    device.counts = false;
    let (mut kim, _) = kim_with(&mut device).await;
    for _ in 0..2 {
        let mut browser = waiting(&kim).await;
        let question = asked(&mut browser, "/api/ask-for-passkey").await;
        assert_eq!(prove(&mut browser, &device.sign(&question)).await, "/");
    }
    // It also renews codes and removes another passkey.
    let question = asked(&mut kim, "/api/ask-for-passkey").await;
    let signed = device.sign(&question);
    let fields = [
        ("passkey", signed.as_str()),
        ("page", PAGE),
        ("form", "renew"),
    ];
    let to = kim.post("/api/renew-recovery-codes", &fields).await;
    assert_eq!(
        to.location(),
        format!("{CODES}?done=recovery_codes_renewed")
    );
    let mut lost = Authenticator::new();
    added(&mut kim, &mut lost).await;
    let id: uuid::Uuid =
        sqlx::query_scalar("select id from second_factor order by set_up_at desc, id desc limit 1")
            .fetch_one(&kim.pool)
            .await
            .unwrap();
    let question = asked(&mut kim, "/api/ask-for-passkey").await;
    let (id, signed) = (id.to_string(), device.sign(&question));
    let fields = [
        ("factor", id.as_str()),
        ("passkey", signed.as_str()),
        ("page", PAGE),
    ];
    let to = kim.post("/api/remove-factor", &fields).await;
    assert_eq!(to.location(), format!("{PAGE}?done=factor_removed"));
    let mails: Vec<String> = sqlx::query_scalar("select kind from mail order by id")
        .fetch_all(&kim.pool)
        .await
        .unwrap();
    let expected = [
        "second_factor_set_up",
        "recovery_codes_renewed",
        "factor_changed",
        "factor_changed",
    ];
    assert_eq!(mails, expected);
    let mut browser = waiting(&kim).await;
    let question = asked(&mut browser, "/api/ask-for-passkey").await;
    assert_eq!(
        prove(&mut browser, &lost.sign(&question)).await,
        "/sign-in/code"
    );
}

#[tokio::test]
async fn the_tenth_passkey_is_the_last() {
    let mut first = Authenticator::new();
    let (mut kim, _) = kim_with(&mut first).await;
    hold_more(&kim, 8).await;
    let mut tenth = Authenticator::new();
    let question = asked(&mut kim, "/api/ask-for-new-passkey").await;
    let to = add(&mut kim, "Tenth", &tenth.make(&question), PASSWORD).await;
    assert_eq!(to, format!("{PAGE}?done=passkey_added"));
    let page = kim.get(PAGE).await.body;
    assert!(
        page.contains("has 10 passkeys") && !page.contains("/api/add-passkey"),
        "{page}"
    );

    // From a page that is older than the tenth.
    let mut eleventh = Authenticator::new();
    let question = asked(&mut kim, "/api/ask-for-new-passkey").await;
    let to = add(&mut kim, "Eleventh", &eleventh.make(&question), PASSWORD).await;
    assert_eq!(to, PAGE);
    let page = kim.get(PAGE).await.body;
    assert!(page.contains("data-code=\"too_many_passkeys\""), "{page}");
    let held: i64 = sqlx::query_scalar("select count(*) from second_factor")
        .fetch_one(&kim.pool)
        .await
        .unwrap();
    assert_eq!(held, 10);
}

/// More passkeys of the same user: copies, which no device has.
async fn hold_more(kim: &Client, number: i32) {
    sqlx::query(
        "insert into second_factor (id, user_id, kind, set_up_at, name, credential_id, credential)
         select gen_random_uuid(), user_id, kind, set_up_at, 'Copy', decode(lpad(to_hex(n), 8, '0'), 'hex'), credential
         from second_factor, generate_series(1, $1) n",
    )
    .bind(number)
    .execute(&kim.pool)
    .await
    .unwrap();
}
