use std::sync::Arc;

use super::*;
use crate::{
    cli as admin,
    clock::Clock,
    testing::{self, TestDatabase},
};

/// The state of a server started on this database.
fn state(database: &TestDatabase, flags: &[&str]) -> AppState {
    let config = Arc::new(testing::config(flags));
    AppState::new(database.pool.clone(), Clock::system(), config)
}

#[tokio::test]
async fn the_demo_does_not_take_the_database_of_real_organizations() {
    let database = testing::database().await;
    let real = state(&database, &[]);
    let operator = admin::tests::request(admin::tests::OPERATOR).unwrap();
    admin::perform(&real, operator).await.unwrap();
    let demo = state(&database, &["--demo"]);
    assert!(matches!(world(&demo).await, Err(ServeError::IsNoDemo)));
    assert!(world(&real).await.is_ok());
}

#[tokio::test]
async fn the_database_of_the_demo_serves_nothing_real() {
    let database = testing::database().await;
    let demo = state(&database, &["--demo"]);
    assert!(world(&demo).await.is_ok());
    assert!(world(&demo).await.is_ok(), "the demo is served again");
    let real = state(&database, &[]);
    assert!(matches!(world(&real).await, Err(ServeError::IsDemo)));
}
