//! A user who has to set up a second factor first: every other server function is refused, and changes nothing.

use tierline_tests::{
    demo::{Demo, Person, refusal_in},
    snapshot::Snapshot,
};

use crate::{
    function::{Function, Values, registered, with_id, without_id},
    id::unknown,
};

const GRACE: &str = "grace.lin@contoso-distribution.example";

/// These set it up, sign out or sign somebody in, or are of the browser.
const BEFORE: [&str; 13] = [
    "/api/second-factor",
    "/api/begin-second-factor",
    "/api/confirm-second-factor",
    "/api/ask-for-new-passkey",
    "/api/add-passkey",
    "/api/sign-out",
    "/api/sign-in",
    "/api/sign-in-as",
    "/api/sign-in-ways",
    "/api/ask-for-passkey",
    "/api/enter-code",
    "/api/set-language",
    "/api/set-theme",
];

async fn require(demo: &Demo, person: &Person) {
    sqlx::query("update organization set second_factor = 'everybody' where id = $1")
        .bind(person.organization)
        .execute(demo.pool())
        .await
        .unwrap();
}

#[tokio::test]
async fn nothing_but_the_set_up_is_open_to_whoever_owes_a_second_factor() {
    let demo = Demo::new().await;
    let grace = demo.person(GRACE).await;
    let mut browser = demo.signed_in(&grace).await;
    // The session is older than the requirement.
    require(&demo, &grace).await;
    let before = Snapshot::without(demo.pool(), &["session"]).await;
    let all = || with_id().chain(without_id());
    let mut tried = 0;
    for function in all().filter(|function| !BEFORE.contains(&function.path)) {
        let values = values(&demo, &grace, function).await;
        let (method, form) = (&registered()[function.path], function.form(&values));
        let answer = browser.call(method, function.path, &form).await;
        assert_eq!(
            (answer.status.as_u16(), refusal_in(&answer).as_str()),
            (403, "second_factor_missing"),
            "{}: {answer:?}",
            function.path
        );
        tried += 1;
    }
    assert!(tried > 40, "only {tried} functions");
    let changed = Snapshot::without(demo.pool(), &["session"])
        .await
        .changed_since(&before);
    assert_eq!(changed, Vec::<String>::new());
    let listed = all().filter(|function| BEFORE.contains(&function.path));
    assert_eq!(listed.count(), BEFORE.len());
}

#[tokio::test]
async fn the_set_up_is_open_and_opens_everything_else() {
    let demo = Demo::new().await;
    let grace = demo.person(GRACE).await;
    require(&demo, &grace).await;
    let mut browser = demo.signed_in(&grace).await;
    let none: [(&str, &str); 0] = [];
    for path in ["/api/begin-second-factor", "/api/set-theme"] {
        let answer = browser.post(path, &[("theme", "dark")]).await;
        assert!(answer.status.is_success(), "{path}: {answer:?}");
    }
    let overview = browser.get("/api/overview").await;
    assert_eq!(refusal_in(&overview), "second_factor_missing");
    let now = "2026-11-21T09:00:00Z".parse().unwrap();
    tierline_server::testing::given::second_factor(demo.pool(), grace.user.into(), now).await;
    let overview = browser.get("/api/overview").await;
    assert!(overview.status.is_success(), "{overview:?}");
    let out = browser.post("/api/sign-out", &none).await;
    assert!(out.status.is_success(), "{out:?}");
}

/// Objects of the person's own, which would be shown.
async fn values(demo: &Demo, person: &Person, function: &Function) -> Values {
    let own = match function.id {
        Some((_, of)) => of.theirs(demo, person).await,
        None => Vec::new(),
    };
    Values {
        id: own.into_iter().next().unwrap_or_else(unknown),
        ..Values::of(demo, person).await
    }
}
