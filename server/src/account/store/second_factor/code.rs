//! Codes: spent steps of apps, and recovery codes.

use sqlx::{PgConnection, PgExecutor};
use tierline_core::{Timestamp, account::Factor, ids::UserId};
use uuid::Uuid;

use super::Used;
use crate::{
    account::second_factor::{self, Code, RecoveryHash},
    pipeline::CommandResult,
};

/// Replaces the existing recovery codes with these.
pub(crate) async fn set(
    db: &mut PgConnection,
    user: UserId,
    hashes: &[RecoveryHash],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from recovery_code where user_id = $1",
        user.as_uuid()
    )
    .execute(&mut *db)
    .await?;
    let hashes: Vec<Vec<u8>> = hashes.iter().map(|hash| hash.as_bytes().to_vec()).collect();
    sqlx::query!(
        "insert into recovery_code (user_id, code_hash) select $1, hash from unnest($2::bytea[]) hash",
        user.as_uuid(),
        &hashes,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Spends a code, if it is this user's and unspent. `at` is the time by the clock of an app, which may differ from the
/// portal's. Of two concurrent uses of the same code, the statement lets one through.
pub(crate) async fn spend(
    db: &mut PgConnection,
    user: UserId,
    (code, at): (&Code, Timestamp),
    now: Timestamp,
) -> CommandResult<Option<Used>> {
    match code {
        Code::App(code) => {
            let spent = spend_app(db, user, (code, at), now).await?;
            Ok(spent.then_some(Used::Factor(Factor::App)))
        }
        Code::Recovery(hash) => Ok(spend_recovery(db, user, hash)
            .await?
            .map(|left| Used::Recovery { left })),
    }
}

async fn spend_app(
    db: &mut PgConnection,
    user: UserId,
    (code, at): (&str, Timestamp),
    now: Timestamp,
) -> CommandResult<bool> {
    let secret = sqlx::query_scalar!(
        r#"select secret as "secret!" from second_factor where user_id = $1 and kind = 'app'"#,
        user.as_uuid(),
    )
    .fetch_optional(&mut *db)
    .await?;
    let step = match secret {
        Some(secret) => second_factor::step_of(&secret, code, at)?,
        None => None,
    };
    let Some(step) = step else { return Ok(false) };
    let spent = sqlx::query!(
        "update second_factor set last_step = $2, used_at = $3
         where user_id = $1 and kind = 'app' and last_step < $2",
        user.as_uuid(),
        step,
        now,
    )
    .execute(db)
    .await?;
    Ok(spent.rows_affected() == 1)
}

async fn spend_recovery(
    db: &mut PgConnection,
    user: UserId,
    hash: &RecoveryHash,
) -> Result<Option<u32>, sqlx::Error> {
    let spent = sqlx::query!(
        "delete from recovery_code where user_id = $1 and code_hash = $2",
        user.as_uuid(),
        hash.as_bytes(),
    )
    .execute(&mut *db)
    .await?;
    if spent.rows_affected() == 0 {
        return Ok(None);
    }
    left(db, user.into_uuid()).await.map(Some)
}

/// The number of recovery codes an account has left.
pub(crate) async fn left(executor: impl PgExecutor<'_>, user: Uuid) -> Result<u32, sqlx::Error> {
    let left = sqlx::query_scalar!(
        r#"select count(*) as "left!" from recovery_code where user_id = $1"#,
        user,
    )
    .fetch_one(executor)
    .await?;
    Ok(u32::try_from(left).unwrap_or(u32::MAX))
}
