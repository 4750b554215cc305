//! Whose account a user has signed in to, for an organization and for a while.

use chrono::TimeDelta;
use sqlx::PgConnection;
use tierline_core::{Timestamp, actor::Actor, ids::MemberId};

/// The time for which a sign-in to the account of a member counts.
const PROVED_FOR: TimeDelta = TimeDelta::hours(1);

/// Notes that the user has signed in to the member's account for the organization.
pub(crate) async fn prove(
    db: &mut PgConnection,
    actor: &Actor,
    member: MemberId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into registry_proof (organization_id, user_id, member_id, proved_at) values ($1, $2, $3, $4)
         on conflict (organization_id, user_id)
            do update set member_id = excluded.member_id, proved_at = excluded.proved_at",
        actor.organization.as_uuid(),
        actor.user.as_uuid(),
        member.as_uuid(),
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets whose account the user has signed in to.
pub(crate) async fn forget(db: &mut PgConnection, actor: &Actor) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from registry_proof where organization_id = $1 and user_id = $2",
        actor.organization.as_uuid(),
        actor.user.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The member whose account the user has signed in to a while ago at most.
pub(crate) async fn proved(
    db: &mut PgConnection,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<MemberId>, sqlx::Error> {
    let member = sqlx::query_scalar!(
        "select member_id from registry_proof where organization_id = $1 and user_id = $2 and proved_at > $3",
        actor.organization.as_uuid(),
        actor.user.as_uuid(),
        now - PROVED_FOR,
    )
    .fetch_optional(db)
    .await?;
    Ok(member.map(MemberId::from))
}

/// Deletes sign-ins that count no longer.
pub(crate) async fn purge(db: &sqlx::PgPool, now: Timestamp) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!(
        "delete from registry_proof where proved_at <= $1",
        now - PROVED_FOR
    )
    .execute(db)
    .await?;
    Ok(purged.rows_affected())
}
