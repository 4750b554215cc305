//! Logos of listings.

use sqlx::PgConnection;
use tierline_core::{digest::Sha256, directory::LogoSize, ids::OrganizationId};

use crate::directory::logo::Logo;

/// So many logos that no listing has are kept for a provider: one may be in a form that is open somewhere.
const UNUSED: i64 = 10;

/// Keeps a logo of this provider. Those that were never shown, are none of `needed`, and are not among the latest go.
pub(crate) async fn add(
    db: &mut PgConnection,
    provider: OrganizationId,
    logo: &Logo,
    needed: &[Sha256],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into listing_logo (provider_id, digest, small, large) values ($1, $2, $3, $4)
         on conflict (provider_id, digest) do update set added_at = excluded.added_at",
        provider.as_uuid(),
        logo.digest.as_bytes().as_slice(),
        logo.small.as_slice(),
        logo.large.as_slice(),
    )
    .execute(&mut *db)
    .await?;
    let needed: Vec<Vec<u8>> = needed.iter().map(|it| it.as_bytes().to_vec()).collect();
    sqlx::query!(
        "delete from listing_logo l
         where l.provider_id = $1 and not l.is_shown and not l.digest = any($2)
           and l.digest not in (
               select k.digest from listing_logo k where k.provider_id = $1 and not k.is_shown
               order by k.added_at desc, k.digest limit $3)",
        provider.as_uuid(),
        &needed,
        UNUSED,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Whether this provider has uploaded the logo.
pub(crate) async fn is_of(
    db: &mut PgConnection,
    provider: OrganizationId,
    logo: Sha256,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from listing_logo where provider_id = $1 and digest = $2) as "exists!""#,
        provider.as_uuid(),
        logo.as_bytes().as_slice(),
    )
    .fetch_one(db)
    .await
}

/// From now on everybody may see the logo.
pub(super) async fn shown(
    db: &mut PgConnection,
    provider: OrganizationId,
    logo: Sha256,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update listing_logo set is_shown = true where provider_id = $1 and digest = $2 and not is_shown",
        provider.as_uuid(),
        logo.as_bytes().as_slice(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A logo that may be sent.
#[derive(Debug)]
pub(crate) struct Kept {
    pub bytes: Vec<u8>,
    /// Whether everybody may see it.
    pub is_shown: bool,
}

/// The logo in this size: if it was shown, or for readers of this provider, or for readers of all.
pub(crate) async fn find(
    db: &mut PgConnection,
    logo: Sha256,
    size: LogoSize,
    (provider, all): (Option<OrganizationId>, bool),
) -> Result<Option<Kept>, sqlx::Error> {
    sqlx::query_as!(
        Kept,
        r#"select case when $2 then small else large end as "bytes!", is_shown from listing_logo
           where digest = $1 and (is_shown or provider_id = $3 or $4)
           order by is_shown desc limit 1"#,
        logo.as_bytes().as_slice(),
        size == LogoSize::Small,
        provider.map(OrganizationId::into_uuid),
        all,
    )
    .fetch_optional(db)
    .await
}
