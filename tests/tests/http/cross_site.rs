//! No form of another site is accepted, whatever it requests.

use http::StatusCode;
use tierline_tests::{browser::Browser, demo::Demo, snapshot::Snapshot};

use crate::{
    function::{Function, Values, registered, with_id, without_id},
    id::unknown,
    link,
};

/// A browser's headers for a form that is not ours: an old browser, a new one, a form of a neighboring host, one in a
/// sandbox.
const FOREIGN: &[&[(&str, &str)]] = &[
    &[("origin", "https://evil.example")],
    &[("sec-fetch-site", "cross-site")],
    &[
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
    ],
    &[("origin", "null")],
];

fn all() -> impl Iterator<Item = &'static Function> {
    with_id().chain(without_id())
}

const GRACE: &str = "grace.lin@contoso-distribution.example";

/// Grace's own objects, so that each call would have an effect if it came from our site.
async fn values(demo: &Demo, function: &Function, token: &str) -> Values {
    let grace = demo.person(GRACE).await;
    let own = match function.id {
        Some((_, of)) => of.theirs(demo, &grace).await,
        None => Vec::new(),
    };
    Values {
        id: own.into_iter().next().unwrap_or_else(unknown),
        token: token.to_owned(),
        ..Values::of(demo, &grace).await
    }
}

async fn signed_in(demo: &Demo) -> Browser {
    demo.signed_in_as(GRACE).await
}

#[tokio::test]
async fn no_server_function_is_called_from_another_site() {
    let demo = Demo::new().await;
    let token = link::live(&demo).await;
    let browser = signed_in(&demo).await;
    let before = Snapshot::of(demo.pool()).await;
    let mut tried = 0;
    for function in all() {
        let form = function.form(&values(&demo, function, &token).await);
        for foreign in FOREIGN {
            let mut browser = foreign
                .iter()
                .fold(browser.clone(), |browser, (name, value)| {
                    browser.saying(name, value)
                });
            let answer = browser.post(function.path, &form).await;
            assert_eq!(
                answer.status,
                StatusCode::FORBIDDEN,
                "{} {foreign:?}: {answer:?}",
                function.path
            );
            tried += 1;
        }
    }
    let changed = Snapshot::of(demo.pool()).await.changed_since(&before);
    assert_eq!(changed, Vec::<String>::new());
    assert!(tried >= registered().len() * FOREIGN.len());
}

/// Without this, a server that accepts no form at all would pass the test above.
#[tokio::test]
async fn the_same_calls_from_here_are_heard() {
    let demo = Demo::new().await;
    let token = link::live(&demo).await;
    let refused = signed_in(&demo)
        .await
        .saying("sec-fetch-site", "cross-site")
        .post("/api/sign-out", &[("", "")])
        .await;
    let mut browser = demo.browser();
    let mut changing = 0;
    for function in all() {
        if browser.get("/api/own-sessions").await.status == StatusCode::UNAUTHORIZED {
            browser = signed_in(&demo)
                .await
                .saying("sec-fetch-site", "same-origin");
        }
        let before = Snapshot::without(demo.pool(), &["session"]).await;
        let form = function.form(&values(&demo, function, &token).await);
        let method = &registered()[function.path];
        let answer = browser.call(method, function.path, &form).await;
        assert_ne!(answer.body, refused.body, "{}", function.path);
        let after = Snapshot::without(demo.pool(), &["session"]).await;
        changing += usize::from(after != before);
    }
    assert!(changing >= 8, "only {changing} calls have changed anything");
}
