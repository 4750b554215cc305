//! The addresses that search engines are told of.

use sqlx::PgPool;
use tierline_core::ids::ListingId;
use uuid::Uuid;

use super::find::shown_states;

/// Listings in one file: some 3 MB with each in three languages, because a file is put together in memory for whoever
/// asks. A map may name 50,000 files.
const SIZE: i64 = 2_000;

/// A part of the map: the listings from this one on.
pub(crate) type Part = ListingId;

/// Where each part of the map begins, if one file is not enough for all: each is as long as [`part`] makes it, so that
/// no listing is in two of them.
pub(crate) async fn parts(pool: &PgPool) -> Result<Vec<Part>, sqlx::Error> {
    parts_of(pool, SIZE).await
}

async fn parts_of(pool: &PgPool, size: i64) -> Result<Vec<Part>, sqlx::Error> {
    let begins = sqlx::query_scalar!(
        r#"select id as "id!" from (
               select l.id, row_number() over (order by l.id) as number
               from listing l join organization o on o.id = l.provider_id
               where l.published_at is not null and o.capabilities ->> 'indirect_provider' = any($2)
           ) numbered where (number - 1) % $1 = 0 order by id"#,
        size,
        &shown_states(),
    )
    .fetch_all(pool)
    .await?;
    Ok(begins.into_iter().map(Part::from_uuid).collect())
}

/// The listings of a part; the first ones without a beginning.
pub(crate) async fn part(pool: &PgPool, from: Option<Part>) -> Result<Vec<ListingId>, sqlx::Error> {
    part_of(pool, from, SIZE).await
}

async fn part_of(
    pool: &PgPool,
    from: Option<Part>,
    size: i64,
) -> Result<Vec<ListingId>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        "select id from listing where published_at is not null and id >= $1 and provider_state = any($2)
         order by id limit $3",
        from.map_or(Uuid::nil(), Part::into_uuid),
        &shown_states(),
        size,
    )
    .fetch_all(pool)
    .await?;
    Ok(ids.into_iter().map(ListingId::from_uuid).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    /// Whoever is hidden counts for no part.
    #[tokio::test]
    async fn each_listing_is_in_one_part() {
        let database = testing::demo_database().await;
        let pool = &database.pool;
        sqlx::query(
            "update organization set capabilities = '{\"indirect_provider\": \"suspended\"}'
             where id in (select provider_id from listing order by id limit 2)",
        )
        .execute(pool)
        .await
        .unwrap();
        let whole = part_of(pool, None, 100).await.unwrap();
        assert_eq!(whole.len(), 10);
        let mut found = Vec::new();
        for begin in parts_of(pool, 3).await.unwrap() {
            found.extend(part_of(pool, Some(begin), 3).await.unwrap());
        }
        assert_eq!(found, whole);
    }
}
