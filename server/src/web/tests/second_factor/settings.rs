//! The second factor in the settings: setting it up, renewing recovery codes, turning it off.

use http::StatusCode;

use super::{CODES, KIM, PAGE, SESSION, World, code_at, codes_on, confirm, secret_on, signed_in};
use crate::web::tests::{
    client::{Client, PASSWORD},
    security_log::{Log, one},
};

#[tokio::test]
async fn it_is_on_after_the_app_has_shown_that_it_has_the_secret() {
    let (mut kim, clock) = signed_in(&["Contoso"]).await;
    let mut elsewhere = kim.another();
    elsewhere.sign_in(KIM).await;
    let off = kim.get(PAGE).await.body;
    assert!(
        off.contains("The second factor is off. Anyone") && !off.contains("<code>"),
        "{off}"
    );
    let begun = kim
        .post("/api/begin-second-factor", &[("page", PAGE)])
        .await;
    assert_eq!(begun.location(), PAGE);
    let page = kim.get(PAGE).await.body;
    assert!(
        page.contains("class=\"qr-code\"") && !page.contains(" style="),
        "{page}"
    );
    let secret = secret_on(&page);
    let code = code_at(&secret, clock.now());
    let before = kim.cookies[SESSION].clone();

    for (code, password, problem) in [
        ("000000", PASSWORD, "This code is incorrect"),
        ("12 34", PASSWORD, "This code is incorrect"),
        (
            code.as_str(),
            "four quiet lantern",
            "This isn't your current password",
        ),
    ] {
        assert_eq!(confirm(&mut kim, code, password).await, PAGE);
        let page = kim.get(PAGE).await.body;
        assert!(page.contains(problem), "{problem}: {page}");
        assert!(
            page.contains(&format!("value=\"{code}\"")),
            "what was typed stays"
        );
        assert!(!page.contains(password), "a password does not");
        assert!(secret_on(&page) == secret, "and so does the secret");
    }
    assert_eq!(elsewhere.get("/settings").await.status, StatusCode::OK);

    confirm(&mut kim, &code, PASSWORD).await;
    assert_ne!(kim.cookies[SESSION], before, "a new secret for the session");
    let codes = codes_on(&kim.get(CODES).await.body);
    assert_eq!(codes.len(), 10);
    assert!(
        codes_on(&kim.get(CODES).await.body).is_empty(),
        "shown once"
    );
    let on = kim.get(PAGE).await.body;
    assert!(
        on.contains("November 21, 2026") && !on.contains("id=\"secret\""),
        "{on}"
    );
    assert_eq!(
        elsewhere.get("/settings").await.status,
        StatusCode::SEE_OTHER,
        "other sessions are over"
    );
    let trail = kim.get("/settings/sessions").await.body;
    assert!(trail.contains("Second factor changed"), "{trail}");
}

#[tokio::test]
async fn it_is_told_in_the_history_and_by_mail_and_codes_are_stored_as_hashes() {
    let world = World::new().await;
    assert_eq!(world.history().await, ["second_factor_set_up"]);
    assert_eq!(world.count("select count(*) from event_audience").await, 1);
    let mail: String = sqlx::query_scalar("select to_address || ' ' || text_body from mail")
        .fetch_one(&world.kim.pool)
        .await
        .unwrap();
    assert!(mail.starts_with(KIM) && mail.contains(PAGE), "{mail}");
    assert!(!mail.contains(&world.secret.to_base32()), "{mail}");
    let digits = world.recovery[0].replace('-', "");
    let stored: i64 = sqlx::query_scalar(
        "select count(*) from recovery_code where code_hash = sha256($1::bytea)",
    )
    .bind(digits.as_bytes())
    .fetch_one(&world.kim.pool)
    .await
    .unwrap();
    assert_eq!(stored, 1);
}

#[tokio::test]
async fn a_secret_is_shown_to_the_session_that_asked_for_it_and_gone_with_it() {
    let (mut kim, clock) = signed_in(&["Contoso"]).await;
    let (mut elsewhere, mut eve) = (kim.another(), kim.another());
    elsewhere.sign_in(KIM).await;
    kim.user("eve@woodgrove.example", &["Woodgrove"]).await;
    eve.sign_in("eve@woodgrove.example").await;
    kim.post("/api/begin-second-factor", &[]).await;
    let secret = secret_on(&kim.get(PAGE).await.body);
    kim.post("/api/begin-second-factor", &[]).await;
    assert!(
        secret_on(&kim.get(PAGE).await.body) == secret,
        "pressed twice"
    );
    for other in [&mut elsewhere, &mut eve] {
        assert!(
            other
                .get(PAGE)
                .await
                .body
                .contains("The second factor is off. Anyone")
        );
        other.accept = "application/json";
        let code = code_at(&secret, clock.now());
        let fields = [("code", code.as_str()), ("current_password", PASSWORD)];
        let answer = other.post("/api/confirm-second-factor", &fields).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.body);
    }
    kim.post("/api/sign-out", &[]).await;
    kim.sign_in(KIM).await;
    assert!(
        kim.get(PAGE)
            .await
            .body
            .contains("The second factor is off. Anyone")
    );
}

#[tokio::test]
async fn new_recovery_codes_take_the_place_of_the_older_ones() {
    let mut world = World::new().await;
    let renew = |code: String| {
        [
            ("code", code),
            ("page", PAGE.to_owned()),
            ("form", "renew".to_owned()),
        ]
    };
    let post = async |kim: &mut Client, code: String| {
        let fields = renew(code);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        kim.post("/api/renew-recovery-codes", &fields)
            .await
            .location()
            .to_owned()
    };
    assert_eq!(post(&mut world.kim, "000000".to_owned()).await, PAGE);
    assert!(
        world
            .kim
            .get(PAGE)
            .await
            .body
            .contains("id=\"renew-code-error\"")
    );
    let old = world.recovery[3].clone();
    let done = post(&mut world.kim, old.clone()).await;
    assert_eq!(done, format!("{CODES}?done=recovery_codes_renewed"));
    let new = codes_on(&world.kim.get(CODES).await.body);
    assert!(new.len() == 10 && world.recovery.iter().all(|code| !new.contains(code)));
    assert_eq!(post(&mut world.kim, old).await, PAGE, "used");
    let another_old = world.recovery[4].clone();
    assert_eq!(post(&mut world.kim, another_old).await, PAGE, "replaced");
    assert_eq!(world.count("select count(*) from recovery_code").await, 10);
    assert_eq!(
        world.history().await,
        [
            "second_factor_set_up",
            "recovery_code_used",
            "recovery_codes_renewed"
        ]
    );
}

#[tokio::test]
async fn turning_it_off_takes_the_password_and_a_code() {
    let mut world = World::new().await;
    let code = world.code();
    let post = async |kim: &mut Client, code: &str, password: &str| {
        let fields = [
            ("code", code),
            ("current_password", password),
            ("page", PAGE),
            ("form", "off"),
        ];
        kim.post("/api/turn-off-second-factor", &fields)
            .await
            .location()
            .to_owned()
    };
    assert_eq!(
        post(&mut world.kim, &code, "four quiet lantern").await,
        PAGE
    );
    assert_eq!(post(&mut world.kim, "000000", PASSWORD).await, PAGE);
    assert!(
        world
            .kim
            .get(PAGE)
            .await
            .body
            .contains("id=\"off-code-error\"")
    );
    let before = world.kim.cookies[SESSION].clone();
    let waiting = world.asked_for_code().await;
    let done = post(&mut world.kim, &code, PASSWORD).await;
    assert_eq!(
        done,
        format!("{PAGE}?done=second_factor_off"),
        "the code was not spent before"
    );
    assert_ne!(world.kim.cookies[SESSION], before);
    assert!(
        world
            .kim
            .get(PAGE)
            .await
            .body
            .contains("The second factor is off. Anyone")
    );

    let mut waiting = waiting;
    assert!(
        waiting
            .get("/sign-in/code")
            .await
            .location()
            .contains("done=code_expired")
    );
    assert_eq!(world.kim.another().sign_in(KIM).await.location(), "/");
    assert_eq!(
        world.history().await,
        ["second_factor_set_up", "second_factor_turned_off"]
    );
    for table in [
        "second_factor",
        "recovery_code",
        "second_factor_setup",
        "pending_sign_in",
    ] {
        let left: i64 =
            sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select count(*) from {table}")))
                .fetch_one(&world.kim.pool)
                .await
                .unwrap();
        assert_eq!(left, 0, "{table}");
    }
    assert_eq!(world.count("select count(*) from mail").await, 2);
}

#[tokio::test]
async fn a_password_of_somebody_else_is_changed_before_anything_else() {
    let (mut kim, _) = signed_in(&["Contoso"]).await;
    sqlx::query("update app_user set must_change_password = true")
        .execute(&kim.pool)
        .await
        .unwrap();
    kim.accept = "application/json";
    let answer = kim.post("/api/begin-second-factor", &[]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", answer.body);
}

#[tokio::test]
async fn wrong_proofs_and_changes_within_a_session_are_noted() {
    let mut world = World::new().await;
    let (log, _guard) = Log::begin();
    for path in [
        "/api/prove",
        "/api/renew-recovery-codes",
        "/api/turn-off-second-factor",
    ] {
        let fields = [
            ("code", "000000"),
            ("current_password", PASSWORD),
            ("page", PAGE),
        ];
        world.kim.post(path, &fields).await;
        assert_eq!(log.taken(), one("wrong_second_factor", path));
    }
    let code = world.code();
    let renew = "/api/renew-recovery-codes";
    world
        .kim
        .post(renew, &[("code", &*code), ("page", PAGE)])
        .await;
    assert_eq!(log.taken(), one("second_factor_changed", renew));
    let page = world.kim.get("/settings/sessions").await.body;
    assert_eq!(page.matches("Wrong code or passkey").count(), 3, "{page}");
}
