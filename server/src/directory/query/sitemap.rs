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

/// Where each part of the map begins, if one file is not enough for all.
pub(crate) async fn parts(pool: &PgPool) -> Result<Vec<Part>, sqlx::Error> {
    let begins = sqlx::query_scalar!(
        r#"select id as "id!" from (
               select id, row_number() over (order by id) as number from listing where published_at is not null
           ) numbered where (number - 1) % $1 = 0 order by id"#,
        SIZE,
    )
    .fetch_all(pool)
    .await?;
    Ok(begins.into_iter().map(Part::from_uuid).collect())
}

/// The listings of a part; the first ones without a beginning.
pub(crate) async fn part(pool: &PgPool, from: Option<Part>) -> Result<Vec<ListingId>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        "select id from listing where published_at is not null and id >= $1 and provider_state = any($2)
         order by id limit $3",
        from.map_or(Uuid::nil(), Part::into_uuid),
        &shown_states(),
        SIZE,
    )
    .fetch_all(pool)
    .await?;
    Ok(ids.into_iter().map(ListingId::from_uuid).collect())
}
