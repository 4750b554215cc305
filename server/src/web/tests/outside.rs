//! Requests that no page of the portal makes.

use http::{Method, StatusCode};
use uuid::Uuid;

use super::{Client, client::PASSWORD};

#[tokio::test]
async fn no_files_but_the_browsers_half_are_served() {
    let root = std::env::temp_dir().join(format!("tierline-site-{}", Uuid::now_v7()));
    for (file, content) in [
        ("pkg/tierline.css", "body{}"),
        ("pkg/deeper/part.js", "part"),
        (".git/config", "not for anybody"),
        ("secret.txt", "not for anybody"),
    ] {
        let path = root.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    let mut client = Client::new(&["--site-root", root.to_str().unwrap()]).await;
    for served in ["/pkg/tierline.css", "/pkg/deeper/part.js"] {
        assert_eq!(client.get(served).await.status, StatusCode::OK, "{served}");
    }
    for not in [
        "/secret.txt",
        "/.git/config",
        "/pkg/../secret.txt",
        "/pkg/%2e%2e/secret.txt",
        "/pkg/..%2fsecret.txt",
        "/pkg/.git/config",
        "/pkg",
        "/pkg/",
        "/pkg/deeper",
        "/pkg/deeper/",
        "/words/xx",
        "/words/..%2f..%2fsecret.txt",
    ] {
        let answer = client.get(not).await;
        let shown = answer.body.contains("not for anybody") || answer.body.contains("part.js");
        assert!(
            !answer.status.is_success() && !shown,
            "{not}: {} {}",
            answer.status,
            answer.body
        );
    }
    std::fs::remove_dir_all(root).unwrap();
}

#[tokio::test]
async fn a_request_is_not_echoed() {
    let mut client = Client::new(&[]).await;
    client.headers.push(("x-typed", "a secret header"));
    for path in ["/sign-in", "/pkg/tierline.css", "/api/sign-in", "/"] {
        let answer = client.send(Method::TRACE, path, String::new()).await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
        assert!(!answer.body.contains("a secret header"), "{path}");
    }
}

#[tokio::test]
async fn no_other_site_may_read_an_answer() {
    let mut client = Client::new(&[]).await;
    client.headers = vec![
        ("origin", "https://evil.example"),
        ("access-control-request-method", "POST"),
    ];
    for method in [Method::OPTIONS, Method::GET] {
        for path in [
            "/sign-in",
            "/api/sign-in",
            "/api/overview",
            "/customers.csv",
        ] {
            let answer = client.send(method.clone(), path, String::new()).await;
            let allowed = answer
                .headers
                .keys()
                .find(|name| name.as_str().starts_with("access-control-"));
            assert_eq!(allowed, None, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_field_counts_once_and_from_the_body() {
    let mut client = Client::new(&[]).await;
    let language = async |client: &mut Client| {
        let page = client.get("/sign-in").await.body;
        let (_, after) = page.split_once("<html lang=\"").unwrap();
        after.split('"').next().unwrap().to_owned()
    };
    client
        .post(
            "/api/set-language?language=zh-Hant",
            &[("language", "zh-Hans"), ("page", "/sign-in")],
        )
        .await;
    assert_eq!(language(&mut client).await, "zh-Hans");
    client.accept = "application/json";
    let twice = [("language", "zh-Hant"), ("language", "en")];
    let answer = client.post("/api/set-language", &twice).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.body);
    client.accept = "text/html";
    assert_eq!(language(&mut client).await, "zh-Hans");
}

#[tokio::test]
async fn a_field_that_a_function_does_not_have_sets_nothing() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    let account = async |pool: &sqlx::PgPool| -> String {
        let query = "select (to_jsonb(u) - 'language' || to_jsonb(m))::text
                     from app_user u join membership m on m.user_id = u.id";
        sqlx::query_scalar(query).fetch_one(pool).await.unwrap()
    };
    let before = account(&client.pool).await;
    let fields = [
        ("language", "zh-Hant"),
        ("page", "/"),
        ("roles", "global_admin"),
        ("email", "other@contoso.example"),
        ("must_change_password", "false"),
        ("user[name]", "Other"),
        ("__proto__[name]", "Other"),
    ];
    client.post("/api/set-language", &fields).await;
    assert_eq!(account(&client.pool).await, before);
}

#[tokio::test]
async fn a_password_is_changed_by_nobody_who_does_not_know_it() {
    let mut client = Client::new(&[]).await;
    client.user("kim@contoso.example", &["Contoso"]).await;
    client.sign_in("kim@contoso.example").await;
    client.accept = "application/json";
    let change = async |client: &mut Client, current: &str| {
        let new = "seven loud umbrellas";
        let fields = [
            ("current_password", current),
            ("new_password", new),
            ("repeated_password", new),
        ];
        client.post("/api/change-password", &fields).await.status
    };
    for wrong in ["", "four quiet lantern", "FOUR QUIET LANTERNS"] {
        let refused = change(&mut client, wrong).await;
        assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let mut other = client.another();
    assert_eq!(other.sign_in("kim@contoso.example").await.location(), "/");
    assert!(change(&mut client, PASSWORD).await.is_success());
}

#[tokio::test]
async fn a_password_is_not_what_everyone_knows_of_its_user() {
    let mut client = Client::new(&[]).await;
    client
        .user("kim@contoso.example", &["Contoso Distribution"])
        .await;
    client.sign_in("kim@contoso.example").await;
    client.accept = "application/json";
    for own in [
        "Kim@Contoso.example",
        "contoso distribution 1",
        "kim lee contoso",
    ] {
        let fields = [
            ("current_password", PASSWORD),
            ("new_password", own),
            ("repeated_password", own),
        ];
        let refused = client.post("/api/change-password", &fields).await;
        assert!(refused.body.contains("password_own"), "{}", refused.body);
    }
}

#[tokio::test]
async fn password_managers_know_the_fields_and_nothing_stops_pasting() {
    let mut client = Client::new(&[]).await;
    let page = client.get("/sign-in").await.body;
    for known in [
        "autocomplete=\"username\"",
        "autocomplete=\"current-password\"",
    ] {
        assert!(page.contains(known), "{known}: {page}");
    }
    assert!(!page.contains("paste") && !page.contains("autocomplete=\"off\""));
}
