//! A database without the demo world: from the command line to work in the portal.

use std::sync::Arc;

use http::StatusCode;

use super::Client;
use crate::{cli as admin, clock::Clock, state::AppState, testing};

#[tokio::test]
async fn whoever_is_entered_from_the_command_line_signs_in_and_works() {
    let mut client = Client::new(&[]).await;
    let config = Arc::new(testing::config(&[]));
    let state = AppState::new(client.pool.clone(), Clock::system(), config);
    let operator = admin::tests::request(admin::tests::OPERATOR).unwrap();
    admin::perform(&state, operator).await.unwrap();
    let line = "organization add --name Contoso --domain contoso.example --market TW --capability indirect-provider \
        --mpn 4586213 --agreement 2026-01 --admin-name Grace --admin-email grace@contoso.example";
    let request = admin::tests::request(line).unwrap();
    let report = admin::perform(&state, request).await.unwrap();

    let signed_in = client
        .post(
            "/api/sign-in",
            &[
                ("email", &report.account().unwrap().user_name),
                ("password", &report.account().unwrap().password),
                ("next", ""),
                ("page", "/sign-in"),
            ],
        )
        .await;
    assert_eq!(signed_in.status, StatusCode::SEE_OTHER);
    assert_eq!(
        client.get("/").await.location(),
        "/settings/password?next=%2F",
        "the one-time password comes first"
    );
    let changed = client
        .post(
            "/api/change-password",
            &[
                ("current_password", &report.account().unwrap().password),
                ("new_password", "seven loud umbrellas"),
                ("repeated_password", "seven loud umbrellas"),
                ("next", "/"),
                ("page", "/settings/password?next=%2F"),
            ],
        )
        .await;
    assert_eq!(changed.location(), "/?done=password_changed");

    let overview = client.get("/").await;
    assert_eq!(overview.status, StatusCode::OK);
    assert!(
        overview
            .body
            .contains("added Contoso with its tenant contoso.example"),
        "{}",
        overview.body
    );
    for page in ["/resellers", "/customers"] {
        assert_eq!(client.get(page).await.status, StatusCode::OK, "{page}");
    }
}
