//! A user with a second factor who has typed the right password, but no code yet, is still a stranger.

use tierline_server::testing::given;
use tierline_tests::{demo::Demo, snapshot::Snapshot};

use crate::{
    function::{Function, Values, registered, with_id, without_id},
    id::unknown,
};

const GRACE: &str = "grace.lin@contoso-distribution.example";

/// These answer strangers too, or identify the caller in another way.
const FOR_STRANGERS: [&str; 7] = [
    "/api/sign-in",
    "/api/sign-in-as",
    "/api/sign-up",
    "/api/sign-up-to-enroll",
    "/api/enter-code",
    "/api/sign-in-ways",
    "/api/ask-for-passkey",
];

#[tokio::test]
async fn a_right_password_without_a_code_opens_no_server_function() {
    let demo = Demo::new().await;
    let grace = demo.person(GRACE).await;
    let now = "2026-11-21T09:00:00Z".parse().unwrap();
    given::second_factor(demo.pool(), grace.user.into(), now).await;
    let password = tierline_server::demo::PASSWORD;
    let mut pending = demo.browser();
    let answer = pending
        .post("/api/sign-in", &[("email", GRACE), ("password", password)])
        .await;
    assert!(answer.status.is_success(), "{answer:?}");
    let mut stranger = demo.browser();
    // Signing out, which is the last call, abandons the sign-in.
    let before = Snapshot::without(demo.pool(), &["pending_sign_in"]).await;
    let all = || with_id().chain(without_id());
    let mut tried = 0;
    for function in all().filter(|function| !FOR_STRANGERS.contains(&function.path)) {
        let values = values(&demo, function).await;
        let (method, form) = (&registered()[function.path], function.form(&values));
        let to_pending = pending.call(method, function.path, &form).await;
        let to_stranger = stranger.call(method, function.path, &form).await;
        assert_eq!(
            to_pending.without("no id"),
            to_stranger.without("no id"),
            "{}",
            function.path
        );
        tried += 1;
    }
    assert!(tried > 40, "only {tried} functions");
    let after = Snapshot::without(demo.pool(), &["pending_sign_in"]).await;
    let changed = after.changed_since(&before);
    assert_eq!(changed, Vec::<String>::new());
}

/// Grace's own objects, which would be shown to her.
async fn values(demo: &Demo, function: &Function) -> Values {
    let grace = demo.person(GRACE).await;
    let own = match function.id {
        Some((_, of)) => of.theirs(demo, &grace).await,
        None => Vec::new(),
    };
    Values {
        id: own.into_iter().next().unwrap_or_else(unknown),
        ..Values::of(demo, &grace).await
    }
}
