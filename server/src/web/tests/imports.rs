//! Files to import as browsers post them, and the pages around them.

use http::{Method, StatusCode};
use serde_json::json;
use uuid::Uuid;

use super::client::{Answer, Client};
use crate::{enrollment::document::tests::given::Own, testing::cases};

const ADMIN: &str = "robin@program.example";
const STRANGER: &str = "kim@tailspin.example";
const FILE: &str = "account,profile_mpn,profile\nmpn@a.example,7000000,Alpine\n";

/// The browser of a program admin, and the folder that files go to.
async fn given() -> (Client, Own) {
    let own = Own::new();
    let folder = format!("--documents-dir={}", own.0.display());
    let mut client = Client::new(&[&folder]).await;
    let user = client.user(STRANGER, &[]).await;
    cases::applicant(&client.pool, user).await;
    let user = client.user(ADMIN, &[]).await;
    cases::reviewer(&client.pool, user).await;
    sqlx::query("update membership set roles = '{program_admin}' where user_id = $1")
        .bind(user)
        .execute(&client.pool)
        .await
        .unwrap();
    client.sign_in(ADMIN).await;
    (client, own)
}

/// The form as a browser sends it.
async fn posts(client: &mut Client, kind: &str, name: &str, file: &str) -> Answer {
    let mut body = String::new();
    let request = Uuid::now_v7().to_string();
    for (field, value) in [
        ("page", "/registry/import"),
        ("form", "import"),
        ("request_id", request.as_str()),
        ("kind", kind),
        ("markets", "TW, Q"),
        ("segment", "Commercial"),
    ] {
        body.push_str(&format!(
            "--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
        ));
    }
    body.push_str(&format!(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{file}\r\n--b--\r\n"
    ));
    let form = "multipart/form-data; boundary=b";
    client
        .send_as(Method::POST, form, "/import-files", body.into_bytes())
        .await
}

#[tokio::test]
async fn a_file_leads_to_the_page_of_its_import() {
    let (mut admin, own) = given().await;
    let page = admin.get("/registry/import").await.body;
    assert!(page.contains(r#"action="/import-files""#), "{page}");
    let answer = posts(&mut admin, "registry", "members.csv", FILE).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(
        answer.location().starts_with("/imports/"),
        "{}",
        answer.location()
    );
    assert_eq!(own.files(), 1);
    let page = admin.get(answer.location()).await.body;
    assert!(
        page.contains("members.csv") && page.contains("<progress"),
        "{page}"
    );
    let list = admin.get("/imports").await.body;
    assert!(list.contains("members.csv"), "{list}");
}

#[tokio::test]
async fn the_wrong_lines_are_a_file_too() {
    let (mut admin, _own) = given().await;
    posts(&mut admin, "registry", "members.csv", FILE).await;
    let id: Uuid = sqlx::query_scalar("select id from import")
        .fetch_one(&admin.pool)
        .await
        .unwrap();
    sqlx::query(
        "insert into import_line (id, import_id, place, line, effect, subject, detail, problem, search)
         values ($1, $2, 0, 7, 'wrong', '', '', $3, '')",
    )
    .bind(Uuid::now_v7())
    .bind(id)
    .bind(json!({ "problem": "empty", "column": "profile" }))
    .execute(&admin.pool)
    .await
    .unwrap();
    let file = admin
        .get(&format!("/imports/lines.csv?of={id}&effect=wrong"))
        .await;
    assert!(file.header("content-type").starts_with("text/csv"));
    assert!(file.body.contains("profile is empty."), "{}", file.body);
}

#[tokio::test]
async fn what_was_typed_wrong_is_told_beside_its_field() {
    let (mut admin, own) = given().await;
    let answer = posts(&mut admin, "price_sheet", "sheet.csv", FILE).await;
    assert_eq!(answer.location(), "/registry/import");
    let answer = posts(&mut admin, "registry", "", "").await;
    assert_eq!(answer.location(), "/registry/import");
    let page = admin.get("/registry/import").await.body;
    assert!(page.contains("error-summary"), "{page}");
    assert_eq!(own.files(), 0);
}

#[tokio::test]
async fn only_a_program_admin_imports() {
    let (mut client, own) = given().await;
    client.sign_in(STRANGER).await;
    let answer = posts(&mut client, "registry", "members.csv", FILE).await;
    assert_eq!(answer.location(), "/registry/import");
    assert_eq!(own.files(), 0);
    for page in [
        "/registry/import",
        "/imports",
        "/catalog",
        "/catalog/import",
    ] {
        assert_ne!(client.get(page).await.status, StatusCode::OK, "{page}");
    }
}
