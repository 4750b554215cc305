//! Passkeys, and the challenges for them.

use sqlx::{PgConnection, PgExecutor, PgPool, types::Json};
use tierline_core::{Timestamp, ids::UserId, text::DeviceName};
use uuid::Uuid;
use webauthn_rs::prelude::{AuthenticationResult, Passkey};

use crate::account::passkey::Challenge;

/// The passkeys of an account.
pub(crate) async fn held(
    executor: impl PgExecutor<'_>,
    user: Uuid,
) -> Result<Vec<Passkey>, sqlx::Error> {
    let held = sqlx::query_scalar!(
        r#"select credential as "credential!: Json<Passkey>" from second_factor
           where user_id = $1 and kind = 'passkey' order by set_up_at, id"#,
        user
    )
    .fetch_all(executor)
    .await?;
    Ok(held.into_iter().map(|Json(key)| key).collect())
}

/// Stores a challenge for a browser in place of the previous one. Deletes unanswered ones.
pub(crate) async fn ask(
    pool: &PgPool,
    asked_by: &[u8],
    user: Uuid,
    challenge: &Challenge,
) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from passkey_challenge where expires_at <= now()")
        .execute(pool)
        .await?;
    sqlx::query!(
        "insert into passkey_challenge (asked_by, user_id, challenge, expires_at)
         values ($1, $2, $3, now() + interval '10 minutes')
         on conflict (asked_by) do update
             set user_id = excluded.user_id, challenge = excluded.challenge, expires_at = excluded.expires_at",
        asked_by,
        user,
        Json(challenge) as _,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Takes the challenge for this user's browser. It can be taken once: a second answer finds none.
pub(crate) async fn take(
    db: &mut PgConnection,
    asked_by: &[u8],
    user: UserId,
) -> Result<Option<Challenge>, sqlx::Error> {
    let taken = sqlx::query_scalar!(
        r#"delete from passkey_challenge where asked_by = $1 and user_id = $2 and expires_at > now()
           returning challenge as "challenge: Json<Challenge>""#,
        asked_by,
        user.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(taken.map(|Json(challenge)| challenge))
}

/// Adds a passkey; false if it is already registered.
pub(crate) async fn add(
    db: &mut PgConnection,
    user: UserId,
    (id, name, key): (Uuid, &DeviceName, &Passkey),
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let added = sqlx::query!(
        "insert into second_factor (id, user_id, kind, set_up_at, name, credential_id, credential)
         values ($1, $2, 'passkey', $3, $4, $5, $6) on conflict (credential_id) do nothing",
        id,
        user.as_uuid(),
        now,
        name.as_str(),
        key.cred_id().as_slice(),
        Json(key) as _,
    )
    .execute(db)
    .await?;
    Ok(added.rows_affected() == 1)
}

/// Notes a use of a passkey and its own count of uses. False if this user no longer has the passkey, or if its count
/// has not gone up: then two copies exist. The library compares with the count at the time of the challenge, and others
/// may have been answered since. An authenticator that does not count says 0.
pub(crate) async fn note(
    db: &mut PgConnection,
    user: UserId,
    proved: &AuthenticationResult,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let id = proved.cred_id().as_slice();
    let found = sqlx::query_scalar!(
        r#"select credential as "credential!: Json<Passkey>" from second_factor
           where user_id = $1 and kind = 'passkey' and credential_id = $2"#,
        user.as_uuid(),
        id,
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(Json(mut key)) = found else {
        return Ok(false);
    };
    key.update_credential(proved);
    let noted = sqlx::query!(
        "update second_factor set credential = $3, used_at = $4
         where user_id = $1 and credential_id = $2
             and (($5::bigint = 0 and (credential #>> '{cred,counter}')::bigint = 0)
                 or (credential #>> '{cred,counter}')::bigint < $5::bigint)",
        user.as_uuid(),
        id,
        Json(key) as _,
        now,
        i64::from(proved.counter()),
    )
    .execute(db)
    .await?;
    Ok(noted.rows_affected() == 1)
}
