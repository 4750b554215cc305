//! Documents as browsers post and open them.

use http::{Method, StatusCode};
use image::ImageFormat;
use tierline_core::{enrollment::MOST_BYTES, ids::EnrollmentId};
use uuid::Uuid;

use super::client::{Answer, Client};
use crate::{
    clock::Clock,
    enrollment::{
        document::tests::given::{Own, head_of_png, pdf, picture},
        remove_files,
    },
    testing::{self, cases},
};

const APPLICANT: &str = "anna@fabrikam.example";
const STRANGER: &str = "kim@tailspin.example";
const REVIEWER: &str = "rita@program.example";

/// An applicant's browser with an enrollment in review, and the folder that its documents go to.
async fn given() -> (Client, Own, EnrollmentId) {
    let own = Own::new();
    let folder = format!("--documents-dir={}", own.0.display());
    let mut applicant = Client::new(&[&folder]).await;
    let user = applicant.user(APPLICANT, &[]).await;
    let id = cases::applicant(&applicant.pool, user).await;
    let user = applicant.user(STRANGER, &[]).await;
    cases::applicant(&applicant.pool, user).await;
    let user = applicant.user(REVIEWER, &[]).await;
    cases::reviewer(&applicant.pool, user).await;
    applicant.sign_in(APPLICANT).await;
    (applicant, own, id)
}

/// The form as a browser sends it.
async fn posts(client: &mut Client, kind: &str, name: &str, file: &[u8]) -> Answer {
    let request = Uuid::now_v7().to_string();
    posts_again(client, &request, kind, name, file).await
}

async fn posts_again(
    client: &mut Client,
    request: &str,
    kind: &str,
    name: &str,
    file: &[u8],
) -> Answer {
    let mut body = Vec::new();
    let fields = [
        ("page", "/enrollment"),
        ("form", "document"),
        ("request_id", request),
        ("kind", kind),
    ];
    for (field, value) in fields {
        let part =
            format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    let head = format!(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n"
    );
    body.extend(head.into_bytes());
    body.extend(file);
    body.extend(b"\r\n--b--\r\n");
    client
        .send_as(
            Method::POST,
            "multipart/form-data; boundary=b",
            "/documents",
            body,
        )
        .await
}

/// The only document.
async fn document(client: &Client) -> Uuid {
    let id = sqlx::query_scalar("select id from document");
    id.fetch_one(&client.pool).await.unwrap()
}

async fn documents(client: &Client) -> i64 {
    let count = sqlx::query_scalar("select count(*) from document");
    count.fetch_one(&client.pool).await.unwrap()
}

#[tokio::test]
async fn a_document_is_saved_or_shown_and_nothing_else() {
    let (mut applicant, own, _) = given().await;
    let added = posts(&mut applicant, "tax_record", "tax.pdf", &pdf("tax")).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    assert_eq!(added.location(), "/enrollment?done=document_added");
    assert_eq!(own.files(), 1);
    let path = format!("/documents/{}", document(&applicant).await);
    let opened = applicant.get(&path).await;
    assert_eq!(opened.body.as_bytes(), pdf("tax"));
    assert_eq!(opened.header("content-type"), "application/pdf");
    assert_eq!(opened.header("x-content-type-options"), "nosniff");
    assert!(
        opened
            .header("content-disposition")
            .starts_with("attachment;")
    );
    assert!(opened.header("content-security-policy").contains("sandbox"));
    assert!(opened.header("cache-control").contains("no-store"));
}

#[tokio::test]
async fn a_picture_is_shown_without_any_rights() {
    let (mut applicant, _own, _) = given().await;
    posts(
        &mut applicant,
        "tax_record",
        "page.html",
        &picture(64, 48, ImageFormat::Png),
    )
    .await;
    let path = format!("/documents/{}", document(&applicant).await);
    let opened = applicant.get(&path).await;
    // Whatever its name and the browser said of it.
    assert_eq!(opened.header("content-type"), "image/png");
    assert!(opened.header("content-disposition").starts_with("inline;"));
    let policy = opened.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"));
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_with_the_reason() {
    let (mut applicant, own, _) = given().await;
    let mut large = pdf("");
    large.resize(usize::try_from(MOST_BYTES).unwrap() + 1, b' ');
    for (kind, file, said) in [
        (
            "tax_record",
            b"<!doctype html><script>".to_vec(),
            "whatever its name says",
        ),
        ("tax_record", head_of_png(60_000, 60_000), "too many pixels"),
        (
            "tax_record",
            pdf("<< /S /JavaScript >>"),
            "contains a script",
        ),
        ("tax_record", large, "Upload a smaller file"),
    ] {
        let refused = posts(&mut applicant, kind, "file.pdf", &file).await;
        assert_eq!(refused.status, StatusCode::SEE_OTHER, "{said}");
        assert_eq!(refused.location(), "/enrollment", "{said}");
        let page = applicant.get("/enrollment").await.body;
        assert!(page.contains(said), "{said}");
    }
    let none = posts(&mut applicant, "tax_record", "", b"").await;
    assert_eq!(none.location(), "/enrollment");
    assert_eq!((documents(&applicant).await, own.files()), (0, 0));
}

#[tokio::test]
async fn a_script_is_told_which_page_comes_next() {
    let (mut applicant, _own, _) = given().await;
    applicant.accept = "application/json";
    let added = posts(&mut applicant, "tax_record", "tax.pdf", &pdf("")).await;
    assert_eq!(added.body, r#"{"page":"/enrollment?done=document_added"}"#);
    let refused = posts(&mut applicant, "tax_record", "tax.pdf", b"GIF89a").await;
    assert_eq!(refused.body, r#"{"page":"/enrollment"}"#);
}

#[tokio::test]
async fn there_are_twenty_and_no_more() {
    let (mut applicant, own, _) = given().await;
    for number in 0..20 {
        let file = pdf(&number.to_string());
        posts(&mut applicant, "tax_record", "tax.pdf", &file).await;
    }
    assert_eq!(documents(&applicant).await, 20);
    posts(&mut applicant, "tax_record", "tax.pdf", &pdf("one more")).await;
    let page = applicant.get("/enrollment").await.body;
    assert!(
        page.contains("this one has reached the limit"),
        "the reason is shown"
    );
    assert_eq!((documents(&applicant).await, own.files()), (20, 20));
}

#[tokio::test]
async fn the_twentieth_that_is_sent_twice_is_answered_like_the_first_time() {
    let (mut applicant, own, _) = given().await;
    for number in 0..19 {
        let file = pdf(&number.to_string());
        posts(&mut applicant, "tax_record", "tax.pdf", &file).await;
    }
    let request = Uuid::now_v7().to_string();
    for _ in 0..2 {
        let last = pdf("the last one");
        let answer = posts_again(&mut applicant, &request, "tax_record", "tax.pdf", &last).await;
        assert_eq!(answer.location(), "/enrollment?done=document_added");
    }
    // Another file under the same request is none of that.
    let other = pdf("another one");
    let answer = posts_again(&mut applicant, &request, "tax_record", "tax.pdf", &other).await;
    assert_eq!(answer.location(), "/enrollment");
    assert_eq!((documents(&applicant).await, own.files()), (20, 20));
}

#[tokio::test]
async fn a_form_that_is_sent_twice_adds_one() {
    let (mut applicant, own, _) = given().await;
    let request = Uuid::now_v7().to_string();
    for _ in 0..2 {
        let added = posts_again(&mut applicant, &request, "tax_record", "a.pdf", &pdf("")).await;
        assert_eq!(added.location(), "/enrollment?done=document_added");
    }
    assert_eq!((documents(&applicant).await, own.files()), (1, 1));
}

#[tokio::test]
async fn a_stranger_signs_in_first() {
    let (applicant, own, _) = given().await;
    let mut visitor = applicant.another();
    let answer = posts(&mut visitor, "tax_record", "tax.pdf", &pdf("")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let location = answer.location();
    assert!(location.starts_with("/sign-in"), "{location}");
    assert_eq!((documents(&applicant).await, own.files()), (0, 0));
}

#[tokio::test]
async fn for_others_there_is_no_document() {
    let (mut applicant, _own, _) = given().await;
    posts(&mut applicant, "tax_record", "tax.pdf", &pdf("")).await;
    let path = format!("/documents/{}", document(&applicant).await);
    let missing = format!("/documents/{}", Uuid::now_v7());
    let mut stranger = applicant.another();
    stranger.sign_in(STRANGER).await;
    let (foreign, none) = (stranger.get(&path).await, stranger.get(&missing).await);
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert_eq!((foreign.status, &foreign.body), (none.status, &none.body));
    let visitor = applicant.another().get(&path).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    assert!(visitor.location().starts_with("/sign-in"));
    let mut reviewer = applicant.another();
    reviewer.sign_in(REVIEWER).await;
    assert_eq!(reviewer.get(&path).await.status, StatusCode::OK);
    // A reviewer adds nothing.
    let refused = posts(&mut reviewer, "tax_record", "tax.pdf", &pdf("")).await;
    assert_eq!(refused.location(), "/enrollment");
    assert_eq!(documents(&applicant).await, 1);
}

#[tokio::test]
async fn a_file_that_is_missing_is_told_by_a_page_of_its_own() {
    let (mut applicant, own, _) = given().await;
    posts(&mut applicant, "tax_record", "tax.pdf", &pdf("")).await;
    let path = format!("/documents/{}", document(&applicant).await);
    std::fs::remove_dir_all(&own.0).unwrap();
    let answer = applicant.get(&path).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(
        answer.body.contains("<h1>This file can't be opened</h1>"),
        "{}",
        answer.body
    );
}

#[tokio::test]
async fn files_go_when_their_time_is_over() {
    let (mut applicant, own, id) = given().await;
    posts(&mut applicant, "tax_record", "tax.pdf", &pdf("")).await;
    let folder = format!("--documents-dir={}", own.0.display());
    let config = testing::config(&[&folder]);
    let now = Clock::system().now();
    assert_eq!(
        remove_files(&config, &applicant.pool, now).await.unwrap(),
        0
    );
    for (days, removed) in [(179, 0), (181, 1)] {
        sqlx::query(
            "update enrollment set documents_done = now() - $2 * interval '1 day' where id = $1",
        )
        .bind(id.into_uuid())
        .bind(days)
        .execute(&applicant.pool)
        .await
        .unwrap();
        assert_eq!(
            remove_files(&config, &applicant.pool, now).await.unwrap(),
            removed,
            "{days}"
        );
    }
    assert_eq!(
        remove_files(&config, &applicant.pool, now).await.unwrap(),
        0
    );
    assert_eq!(own.files(), 0);
    let path = format!("/documents/{}", document(&applicant).await);
    assert_eq!(applicant.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn files_that_no_document_has_go_when_they_are_old() {
    let (mut applicant, own, _) = given().await;
    posts(&mut applicant, "tax_record", "tax.pdf", &pdf("")).await;
    let stray = || {
        let name = Uuid::now_v7().simple().to_string();
        let shelf = own.0.join(&name[30..]);
        std::fs::create_dir_all(&shelf).unwrap();
        shelf.join(name)
    };
    let (young, old) = (stray(), stray());
    let part = own.0.join("a.part");
    for path in [&young, &old, &part] {
        std::fs::write(path, b"%PDF-1.7").unwrap();
    }
    let known = document(&applicant).await.simple().to_string();
    let known = own.0.join(&known[30..]).join(&known);
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    for path in [&old, &part, &known] {
        let file = std::fs::File::options().write(true).open(path).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    let config = testing::config(&[&format!("--documents-dir={}", own.0.display())]);
    let now = Clock::system().now();
    assert_eq!(
        remove_files(&config, &applicant.pool, now).await.unwrap(),
        2
    );
    assert!(young.exists() && known.exists() && !old.exists() && !part.exists());
}
