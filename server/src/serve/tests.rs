use std::sync::Arc;

use super::*;
use crate::{admin, clock::Clock, testing};

#[tokio::test]
async fn the_demo_and_real_organisations_do_not_share_a_database() {
    let database = testing::database().await;
    let state = |flags: &[&str]| {
        let config = Arc::new(testing::config(flags));
        AppState::new(database.pool.clone(), Clock::system(), config)
    };
    let (real, demo) = (state(&[]), state(&["--demo"]));
    let line = "organisation add --name Contoso --domain contoso.example --market TW --capability customer \
        --admin-name Grace --admin-email grace@contoso.example";
    let contoso = admin::tests::request(line).unwrap();
    admin::perform(&real, contoso).await.unwrap();
    assert!(matches!(world(&demo).await, Err(ServeError::IsNoDemo)));
    assert!(world(&real).await.is_ok());

    sqlx::query("truncate organisation, app_user cascade")
        .execute(&database.pool)
        .await
        .unwrap();
    assert!(world(&demo).await.is_ok());
    assert!(world(&demo).await.is_ok(), "the demo is served again");
    assert!(matches!(world(&real).await, Err(ServeError::IsDemo)));
}
