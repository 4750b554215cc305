use super::*;
use crate::testing;

#[tokio::test]
async fn servers_started_together_migrate_once() {
    let database = testing::empty_database().await;
    let migrations = (0..4).map(|_| {
        let pool = database.pool.clone();
        tokio::spawn(async move { migrate(&pool).await })
    });
    for migration in migrations.collect::<Vec<_>>() {
        migration.await.unwrap().unwrap();
    }
    assert_eq!(pending_migrations(&database.pool).await.unwrap(), 0);
    let applied: i64 = sqlx::query_scalar("select count(*) from _sqlx_migrations")
        .fetch_one(&database.pool)
        .await
        .unwrap();
    assert_eq!(applied, i64::try_from(MIGRATIONS.iter().count()).unwrap());
}

#[tokio::test]
async fn a_second_migration_changes_nothing() {
    let database = testing::database().await;
    migrate(&database.pool).await.unwrap();
    assert_eq!(pending_migrations(&database.pool).await.unwrap(), 0);
}

#[tokio::test]
async fn a_missing_database_is_refused_at_once() {
    let options = testing::server_options().database("tierline_no_such_database");
    let error = connect(options, 1, testing::config(&[]).timeouts)
        .await
        .unwrap_err();
    assert!(matches!(error, DatabaseError::Refused(_)), "{error}");
    assert!(error.to_string().contains("does not exist"), "{error}");
}
