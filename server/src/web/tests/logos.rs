//! Logos as browsers post and fetch them.

use http::{Method, StatusCode};
use image::ImageFormat;
use tierline_core::directory::MOST_LOGO_BYTES;
use uuid::Uuid;

use super::client::{Answer, Client};
use crate::{
    directory::{drawn_again, picture},
    testing,
};

const PROVIDER: &str = "pat@contoso.example";

async fn given() -> Client {
    let mut provider = Client::new(&[]).await;
    provider.user(PROVIDER, &["Contoso Distribution"]).await;
    provider.sign_in(PROVIDER).await;
    provider
}

/// The form as a browser sends it, with these values in place of the usual ones.
async fn posts(client: &mut Client, other: &[(&str, &str)], name: &str, file: &[u8]) -> Answer {
    let request = Uuid::now_v7().to_string();
    let page = client.get("/resellers/listing/propose").await.body;
    let mark = page.split("name=\"filled_with\" value=\"").nth(1);
    let mark = mark.and_then(|rest| rest.split('"').next());
    let usual = [
        ("page", "/resellers/listing/propose"),
        ("filled_with", mark.unwrap_or_default()),
        ("form", "listing"),
        ("request_id", request.as_str()),
        ("name", "Contoso Distribution"),
        ("email", "partners@contoso.example"),
        ("text_en", "Cloud solutions for resellers."),
        ("services[]", "support"),
        ("countries[l0]", "DE"),
        ("urls[l0]", "https://contoso.example/de"),
    ];
    let mut body = Vec::new();
    let usual = usual
        .into_iter()
        .filter(|(field, _)| other.iter().all(|(name, _)| name != field));
    for (field, value) in usual.chain(other.iter().copied()) {
        let part =
            format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    let head = format!(
        "--b\r\nContent-Disposition: form-data; name=\"logo_file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
    );
    body.extend(head.into_bytes());
    body.extend(file);
    body.extend(b"\r\n--b--\r\n");
    client
        .send_as(
            Method::POST,
            "multipart/form-data; boundary=b",
            "/api/save-listing",
            body,
        )
        .await
}

/// The path of the logo on this page.
fn logo(page: &str) -> Option<String> {
    let at = page.split("src=\"/logos/").nth(1)?;
    Some(format!("/logos/{}", at.split('"').next()?))
}

#[tokio::test]
async fn a_logo_comes_with_the_form_and_goes_by_a_box() {
    let mut provider = given().await;
    let file = picture(300, 200, ImageFormat::Jpeg);
    let saved = posts(&mut provider, &[], "logo.png", &file).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert_eq!(
        saved.location(),
        "/resellers/listing/preview?done=listing_drafted"
    );
    let page = provider.get("/resellers/listing/preview").await.body;
    let path = logo(&page).unwrap();
    let digest = drawn_again(&file).unwrap().digest.to_string();
    assert_eq!(path, format!("/logos/{digest}/large"));
    let shown = provider.get(&path).await;
    assert_eq!(shown.header("content-type"), "image/png");
    assert_eq!(shown.header("x-content-type-options"), "nosniff");
    assert_eq!(
        shown.header("content-security-policy"),
        "default-src 'none'; sandbox"
    );
    // Nobody has approved it: it is shown to its provider, now.
    assert!(shown.header("cache-control").contains("no-store"));
    // The form has it, and sends it along without a file.
    let kept = posts(&mut provider, &[("logo", &digest)], "", b"").await;
    assert!(kept.location().contains("listing_drafted"));
    let page = provider.get("/resellers/listing/preview").await.body;
    assert!(logo(&page).is_some());
    let without = [("logo", digest.as_str()), ("remove_logo", "true")];
    posts(&mut provider, &without, "", b"").await;
    let page = provider.get("/resellers/listing/preview").await.body;
    assert_eq!(logo(&page), None);
}

#[tokio::test]
async fn what_cannot_be_a_logo_is_refused_and_nothing_typed_is_lost() {
    let mut provider = given().await;
    let mut large = picture(10, 10, ImageFormat::Png);
    large.resize(usize::try_from(MOST_LOGO_BYTES).unwrap() + 1, 0);
    // A small file that says of itself that it is as large as a house.
    let mut bomb = picture(10, 10, ImageFormat::Png);
    bomb[16..20].copy_from_slice(&60_000u32.to_be_bytes());
    let mut half = picture(300, 300, ImageFormat::Png);
    half.truncate(half.len() / 2);
    for (file, said) in [
        (
            b"<svg onload='alert(1)'/>".to_vec(),
            "whatever its name says",
        ),
        (Vec::new(), "is empty"),
        (large, "Upload a smaller file"),
        (bomb, "too many pixels"),
        (half, "incomplete or damaged"),
    ] {
        let typed = [("text_zh_hant", "經銷商的雲端解決方案。")];
        let refused = posts(&mut provider, &typed, "logo.png", &file).await;
        assert_eq!(refused.location(), "/resellers/listing/propose", "{said}");
        let page = provider.get("/resellers/listing/propose").await.body;
        assert!(page.contains(said), "{said}");
        assert!(page.contains("經銷商的雲端解決方案。"), "{said}");
    }
    let drafts: i64 = sqlx::query_scalar("select count(*) from listing")
        .fetch_one(&provider.pool)
        .await
        .unwrap();
    assert_eq!(drafts, 0);
}

#[tokio::test]
async fn a_good_logo_comes_back_with_the_form_whose_fields_are_wrong() {
    let mut provider = given().await;
    let file = picture(300, 200, ImageFormat::WebP);
    let wrong = [("urls[l0]", "javascript:alert(1)")];
    let refused = posts(&mut provider, &wrong, "logo.webp", &file).await;
    assert_eq!(refused.location(), "/resellers/listing/propose");
    let page = provider.get("/resellers/listing/propose").await.body;
    let digest = drawn_again(&file).unwrap().digest;
    assert_eq!(logo(&page), Some(format!("/logos/{digest}/small")));
    assert!(page.contains(&format!("value=\"{digest}\"")));
}

#[tokio::test]
async fn a_stranger_posts_no_logo() {
    let mut stranger = Client::new(&[]).await;
    let file = picture(300, 200, ImageFormat::Png);
    let posted = posts(&mut stranger, &[], "logo.png", &file).await;
    assert!(
        posted.location().starts_with("/sign-in"),
        "{}",
        posted.location()
    );
    let kept: i64 = sqlx::query_scalar("select count(*) from listing_logo")
        .fetch_one(&stranger.pool)
        .await
        .unwrap();
    assert_eq!(kept, 0);
}

#[tokio::test]
async fn the_directory_shows_logos_for_good_to_everybody() {
    let mut stranger = Client::within(
        testing::demo_database().await,
        testing::demo_clock(),
        &["--demo"],
    );
    let page = stranger.get("/find-a-provider").await.body;
    assert_eq!(page.matches("src=\"/logos/").count(), 11);
    let shown = stranger.get(&logo(&page).unwrap()).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert_eq!(
        shown.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(shown.header("x-robots-tag"), "");
    assert!(shown.header("set-cookie").is_empty());
    for path in [
        "/logos/none/small".to_owned(),
        format!("/logos/{}/small", "0".repeat(64)),
        logo(&page).unwrap().replace("small", "huge"),
    ] {
        let answer = stranger.get(&path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}
