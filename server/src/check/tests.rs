use super::*;
use crate::{demo, testing};

#[tokio::test]
async fn the_demo_world_is_what_its_history_makes_it() {
    let database = testing::demo_database().await;
    let report = check(&database.pool).await.unwrap();
    assert!(report.is_good(), "{report}");
    assert!(report.agree > 20, "{report}");
}

#[tokio::test]
async fn customers_filled_in_for_measuring_have_no_history_and_are_no_mistake() {
    let database = testing::demo_database().await;
    let state = demo::test_state(&database.pool);
    demo::fill(&state, 50, |_| {}).await.unwrap();
    let report = check(&database.pool).await.unwrap();
    assert!(report.is_good(), "{report}");
    assert!(report.filled_in >= 50, "{report}");
}

#[tokio::test]
async fn what_was_changed_behind_the_historys_back_is_found() {
    let database = testing::demo_database().await;
    let before = check(&database.pool).await.unwrap();
    let changed: Uuid = sqlx::query_scalar(
        "update partnership set body = other.body from partnership other
         where partnership.id = (select min(id::text)::uuid from partnership)
             and other.id = (select max(id::text)::uuid from partnership)
         returning partnership.id",
    )
    .fetch_one(&database.pool)
    .await
    .unwrap();
    let lost: Uuid = sqlx::query_scalar(
        "delete from customer_order where id = (select min(id::text)::uuid from customer_order) returning id",
    )
    .fetch_one(&database.pool)
    .await
    .unwrap();
    let invented: Uuid = sqlx::query_scalar(
        "insert into customer_order (customer_id, id, partner_id, at, body)
         select customer_id, gen_random_uuid(), partner_id, at, body from customer_order limit 1 returning id",
    )
    .fetch_one(&database.pool)
    .await
    .unwrap();
    let report = check(&database.pool).await.unwrap();
    assert!(!report.is_good());
    assert_eq!(report.differ.first, [("partnership", changed)]);
    assert_eq!(report.not_stored.first, [("order", lost)]);
    assert_eq!(report.without_history.first, [("order", invented)]);
    assert_eq!(report.agree, before.agree - 2);
    assert!(report.to_string().contains(&changed.to_string()));
}

#[tokio::test]
async fn a_review_without_its_event_is_found() {
    let database = testing::demo_database().await;
    let invented: Uuid = sqlx::query_scalar(
        "insert into customer_review (customer_id, since, reason, by)
         select o.id, now(), 'invented', u.id from organization o, app_user u
         where o.capabilities ->> 'customer' is not null
             and not exists (select from customer_review r where r.customer_id = o.id)
         order by o.id, u.id limit 1 returning customer_id",
    )
    .fetch_one(&database.pool)
    .await
    .unwrap();
    let report = check(&database.pool).await.unwrap();
    assert_eq!(report.differ.first, [("customer_review", invented)]);
}

#[tokio::test]
async fn every_kind_of_object_is_compared() {
    let database = testing::demo_database().await;
    for kind in ObjectKind::ALL {
        sqlx::query(
            "insert into event (at, object, object_id, version, body) values (now(), $1, gen_random_uuid(), 1, '{}')",
        )
        .bind(kind.code())
        .execute(&database.pool)
        .await
        .unwrap();
    }
    let report = check(&database.pool).await.unwrap();
    assert_eq!(
        report.not_stored.count,
        u64::try_from(ObjectKind::ALL.len()).unwrap()
    );
    for (kind, (found, _)) in ObjectKind::ALL.iter().zip(&report.not_stored.first) {
        assert_eq!(kind.code(), *found);
    }
}
