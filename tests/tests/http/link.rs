//! A link stays unchanged by loading it, whoever loads it and however often.

use http::StatusCode;
use tierline_tests::{
    browser::{HTML, JSON},
    demo::Demo,
    snapshot::Snapshot,
};
use uuid::Uuid;

/// The recipient of [`live`]'s link.
pub(crate) const ADDRESSED: &str = "yating.xu@jadetea.example";

/// The token of a new link: a reseller asks a customer for a relationship.
pub(crate) async fn live(demo: &Demo) -> String {
    let mut sender = demo.signed_in_as("sally.wu@fourthcoffee.example").await;
    let request = Uuid::now_v7().to_string();
    let answer = sender
        .post(
            "/api/draft-invitation",
            &[
                ("request_id", request.as_str()),
                ("kind", "relationship"),
                ("recipient", ADDRESSED),
                ("subject", "Work with us"),
                ("text", "Please open {link}"),
                ("then", "send"),
            ],
        )
        .await;
    assert!(
        answer.header("location").contains("invitation_sent"),
        "{answer:?}"
    );
    demo.mailed_token(ADDRESSED).await
}

#[tokio::test]
async fn loading_a_link_changes_nothing() {
    let demo = Demo::new().await;
    let token = live(&demo).await;
    let mut browsers = vec![demo.browser()];
    for person in demo.one_of_each_kind().await {
        browsers.push(demo.signed_in(&person).await);
    }
    browsers.push(demo.signed_in_as(ADDRESSED).await);
    let before = Snapshot::without(demo.pool(), &["session"]).await;
    for browser in &mut browsers {
        for accept in [HTML, "*/*", JSON] {
            let mut browser = browser.clone().accepting(accept);
            for page in ["", "/sign-up"] {
                let path = format!("/invitation/{token}{page}");
                for _ in 0..2 {
                    let loaded = browser.get(&path).await;
                    assert!(!loaded.status.is_server_error(), "{loaded:?}");
                    let asked = browser.head(&path).await;
                    assert_eq!((asked.status, asked.body.as_str()), (loaded.status, ""));
                }
            }
        }
        // The page's own request, which is a POST only to keep the token out of addresses.
        let asked = browser.post("/api/link", &[("token", &token)]).await;
        assert!(asked.status.is_success(), "{asked:?}");
    }
    let changed = Snapshot::without(demo.pool(), &["session"])
        .await
        .changed_since(&before);
    assert_eq!(changed, Vec::<String>::new());
    // The same link, when its reader continues.
    let pressed = demo
        .browser()
        .post("/api/continue-link", &[("token", &token)])
        .await;
    assert!(pressed.status.is_success(), "{pressed:?}");
    let opened = "select count(*) from event where body -> 'event' ->> 'type' = 'opened' and at = '2026-11-21T09:00:00Z'";
    assert_eq!(demo.count(opened).await, 1);
}

#[tokio::test]
async fn a_link_says_who_may_answer_it() {
    let demo = Demo::new().await;
    let token = live(&demo).await;
    let path = format!("/invitation/{token}");
    let mut sender = demo
        .signed_in_as("sally.wu@fourthcoffee.example")
        .await
        .accepting(HTML);
    let own = sender.get(&path).await.body;
    assert!(
        own.contains("You sent this invitation") && !own.contains("You decide below"),
        "{own}"
    );
    let mut addressed = demo.signed_in_as(ADDRESSED).await.accepting(HTML);
    let open = addressed.get(&path).await.body;
    assert!(!open.contains("You sent this invitation"), "{open}");
    // Another region could not accept.
    let page = demo
        .browser()
        .accepting(HTML)
        .get(&format!("{path}/sign-up"))
        .await
        .body;
    assert!(
        page.contains("value=\"TW\"") && !page.contains("value=\"DE\""),
        "{page}"
    );
}

#[tokio::test]
async fn what_trails_a_token_is_no_part_of_it() {
    let demo = Demo::new().await;
    let token = live(&demo).await;
    let mut browser = demo.browser().accepting(HTML);
    let whole = browser.get(&format!("/invitation/{token}")).await;
    assert!(whole.body.contains("Fourth Coffee"), "{whole:?}");
    for trailing in [
        "%EF%BC%8C%E8%AC%9D%E8%AC%9D%E3%80%82", // ，謝謝。
        "%EF%BC%8C",
        "%E3%80%82",
        "%E3%80%82%0A",
        "%EF%BC%89",
        ".",
        ")",
        "%29.",
        "%20",
        "%3E",
        "*",
        "_",
        "%2520",
        // Cut off within a letter, and no escape at all.
        "%E3%80",
        "%",
    ] {
        for page in ["", "/sign-up"] {
            let path = format!("/invitation/{token}{trailing}{page}");
            let loaded = browser.get(&path).await;
            assert_eq!(loaded.status, StatusCode::OK, "{path}");
        }
    }
    for (text, cause) in [
        (token[..60].to_owned(), "the last 4 characters are missing"),
        (
            format!("{}%E3%80%82", &token[..63]),
            "its last character is missing",
        ),
        (format!("{token}x"), "end the way a personal link does"),
        ("none".to_owned(), "end the way a personal link does"),
        ("0".repeat(64), "it doesn't match any invitation"),
    ] {
        let missing = browser.get(&format!("/invitation/{text}")).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{text}");
        assert!(missing.body.contains(cause), "{text}: {}", missing.body);
    }
    // Pressed on such a page, or posted by a script.
    let pressed = browser
        .post(
            "/api/continue-link",
            &[
                ("token", format!("{token}，謝謝。").as_str()),
                ("to", "sign-up"),
            ],
        )
        .await;
    let location = pressed.header("location");
    assert!(
        location.ends_with(&format!("/invitation/{token}/sign-up")),
        "{location}"
    );
}
