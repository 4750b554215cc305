//! Access to pages, and their languages.

use http::StatusCode;

use super::Client;

#[tokio::test]
async fn the_sign_in_page_is_public_and_speaks_the_browsers_language() {
    let mut client = Client::new(&[]).await;
    let page = client.get("/sign-in").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("<html lang=\"en\""), "{}", page.body);
    assert!(page.body.contains("name=\"password\""));

    client.headers = vec![("accept-language", "zh-TW,zh;q=0.9")];
    let page = client.get("/sign-in").await;
    assert!(
        page.body.contains("<html lang=\"zh-Hant\""),
        "{}",
        page.body
    );
    assert!(page.body.contains("登入"));
}

/// An invitation is opened once, perhaps on a phone: the portal's optimizations must not slow that down.
#[tokio::test]
async fn pages_for_strangers_need_no_module() {
    let mut client = Client::new(&[]).await;
    for path in ["/sign-in", "/invitation/none", "/no/such/page"] {
        let page = client.get(path).await.body;
        assert!(
            !page.contains("const files") && !page.contains("preload"),
            "{path}: {page}"
        );
    }
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    let page = client.get("/").await.body;
    assert!(
        page.contains("const files") && page.contains("{\"rel\":\"preload\""),
        "{page}"
    );
    // A browser without scripts fetches none of it.
    assert!(
        !page.contains("rel=\"preload\"") && !page.contains("rel=\"modulepreload\""),
        "{page}"
    );
    // What says that the module has stopped comes with the page.
    assert!(page.contains("<template id=\"stopped\">"), "{page}");
    let page = client.get("/invitation/none").await.body;
    assert!(!page.contains("const files"), "{page}");
}

#[tokio::test]
async fn strangers_are_sent_to_sign_in_and_back() {
    let mut client = Client::new(&[]).await;
    let answer = client.get("/settings?a=1&done=x").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), "/sign-in?next=%2Fsettings%3Fa%3D1");
}

#[tokio::test]
async fn what_is_not_there_says_so() {
    let mut client = Client::new(&[]).await;
    let page = client.get("/no/such/page").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.body.contains("Page not found"));

    let function = client.post("/api/no-such-function", &[]).await;
    assert_eq!(function.status, StatusCode::NOT_FOUND);
    client.accept = "application/json";
    let function = client.post("/api/no-such-function", &[]).await;
    assert_eq!(
        (function.status, function.body.as_str()),
        (StatusCode::NOT_FOUND, "\"not_found\"")
    );
}

#[tokio::test]
async fn language_and_theme_are_kept() {
    let mut client = Client::new(&[]).await;
    let answer = client
        .post(
            "/api/set-language",
            &[("language", "zh-Hans"), ("page", "/sign-in?next=%2F")],
        )
        .await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/sign-in?next=%2F")
    );
    client
        .post("/api/set-theme", &[("theme", "dark"), ("page", "/sign-in")])
        .await;
    let page = client.get("/sign-in").await;
    assert!(
        page.body
            .contains("<html lang=\"zh-Hans\" data-theme=\"dark\""),
        "{}",
        page.body
    );
}
