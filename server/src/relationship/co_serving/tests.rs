use sqlx::PgPool;
use tierline_core::Timestamp;
use uuid::Uuid;

use super::refresh;

type Row = (
    Uuid,
    Uuid,
    Uuid,
    i32,
    Option<Timestamp>,
    String,
    String,
    Timestamp,
);

async fn rows(db: &mut sqlx::PgConnection) -> Vec<Row> {
    sqlx::query_as(
        "select relationship_id, partner_id, other_id, place, until, customer_key, customer_domain, since
         from served_together order by relationship_id, other_id",
    )
    .fetch_all(db)
    .await
    .unwrap()
}

/// Asserts that the rows are exactly core's present decisions, with the list's columns from their relationships, and
/// that every kept total equals the count.
pub(crate) async fn assert_as_decided(pool: &PgPool, now: Timestamp) {
    let mut transaction = pool.begin().await.unwrap();
    let stored = rows(&mut transaction).await;
    let customers: Vec<Uuid> =
        sqlx::query_scalar("select distinct customer_id from relationship order by 1")
            .fetch_all(&mut *transaction)
            .await
            .unwrap();
    sqlx::query("delete from served_together")
        .execute(&mut *transaction)
        .await
        .unwrap();
    refresh(&mut transaction, &customers, now).await.unwrap();
    let decided = rows(&mut transaction).await;
    transaction.rollback().await.unwrap();
    assert_eq!(stored, decided);
    let odd: i64 = sqlx::query_scalar(
        "select count(*) from served_together s join relationship r on r.id = s.relationship_id
         where (s.customer_key, s.customer_domain, s.since, s.search, s.words)
            is distinct from (r.customer_key, r.customer_domain, r.since, r.search, r.words)",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    assert_eq!(odd, 0);
    assert_totals(pool).await;
}

/// Asserts that every kept total of customers equals the count.
pub(crate) async fn assert_totals(pool: &PgPool) {
    let wrong: i64 = sqlx::query_scalar(
        "with kept as (
            select organization_id, other_id, sum(amount) as total from tally where what = 'customers' group by 1, 2
         ), counted (organization_id, other_id, total) as (
            select partner_id, null::uuid, count(*) from relationship where status = 'active' group by 1
            union all select partner_id, other_id, count(*) from served_together group by 1, 2
         )
         select count(*) from kept full join counted
            on counted.organization_id = kept.organization_id and counted.other_id is not distinct from kept.other_id
         where coalesce(kept.total, 0) <> coalesce(counted.total, 0)",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    assert_eq!(wrong, 0);
}
