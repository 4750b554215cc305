//! The texts of an agreement as a browser sends them: typed, or as files.

use http::StatusCode;
use tierline_app::form::text_file::LARGEST_FILE;

use super::{
    client::{Answer, Client},
    parts::posts_in_parts,
};
use crate::testing::cases;

const ADMIN: &str = "robin@program.example";
const PARTNER: &str = "anna@fabrikam.example";

async fn operator() -> Client {
    let mut client = Client::new(&[]).await;
    let user = client.user(ADMIN, &[]).await;
    cases::program_admin(&client.pool, user).await;
    client.sign_in(ADMIN).await;
    client
}

/// The form as a browser sends it, with these fields and files.
async fn publishes(
    client: &mut Client,
    fields: &[(&str, &str)],
    files: &[(&str, &str, &[u8])],
) -> Answer {
    let always = [
        ("page", "/agreements/new"),
        ("form", "publish"),
        ("kind", "partner_agreement"),
        ("version", "2026-02"),
        ("confirmed", "true"),
    ];
    let fields: Vec<_> = always.iter().chain(fields).copied().collect();
    posts_in_parts(client, "/api/publish-agreement", &fields, files).await
}

async fn texts(client: &Client) -> Vec<(String, String)> {
    sqlx::query_as("select language, words from agreement_text order by language")
        .fetch_all(&client.pool)
        .await
        .unwrap()
}

/// Larger than any other form may be, in Chinese, of which a character is nine bytes in a form.
#[tokio::test]
async fn a_text_comes_as_a_file_or_is_typed() {
    let mut client = operator().await;
    let long = "約".repeat(100_000);
    let answer = publishes(
        &mut client,
        &[("english", "Be kind."), ("traditional", "")],
        &[
            ("english_file", "", b""),
            ("traditional_file", "text.md", long.as_bytes()),
        ],
    )
    .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(answer.location().ends_with("?done=agreement_published"));
    let texts = texts(&client).await;
    assert_eq!(texts[0], ("en".to_owned(), "Be kind.".to_owned()));
    assert_eq!(texts[1], ("zh-Hant".to_owned(), long));
}

#[tokio::test]
async fn what_is_no_text_is_refused_by_name_and_what_was_typed_stays() {
    let mut client = operator().await;
    let large = vec![b'a'; LARGEST_FILE + 1];
    for (file, said) in [
        (&b"\xff\xfe\x00b"[..], "UTF-8"),
        (&b"a\0b"[..], "UTF-8"),
        (&large[..], "larger than 1 MB"),
        (&b"Be kinder."[..], "but not both"),
    ] {
        let answer = publishes(
            &mut client,
            &[("english", "Be kind.")],
            &[("english_file", "text.md", file)],
        )
        .await;
        assert_eq!(answer.location(), "/agreements/new");
        let page = client.get("/agreements/new").await;
        assert!(page.body.contains(said), "{said}: {}", page.body);
        assert!(page.body.contains("Be kind.") && !page.body.contains("Be kinder."));
    }
    assert!(texts(&client).await.is_empty());
}

#[tokio::test]
async fn nobody_else_publishes_by_a_file() {
    let mut client = Client::new(&[]).await;
    let file: &[(&str, &str, &[u8])] = &[("english_file", "text.md", b"Be kind.")];
    let typed: &[(&str, &str)] = &[("english", "Be kind.")];
    let stranger = publishes(&mut client, typed, &[]).await;
    assert!(
        stranger.location().starts_with("/sign-in"),
        "{}",
        stranger.location()
    );
    let user = client.user(PARTNER, &[]).await;
    cases::applicant(&client.pool, user).await;
    client.sign_in(PARTNER).await;
    publishes(&mut client, &[], file).await;
    assert!(texts(&client).await.is_empty());
}
