//! What happens to accounts: in the log for whoever runs the server, and attempts to sign in for the account's owner.
//!
//! The log lines have the target `tierline::security`. Request, address and signed-in user are fields of the request's
//! span. No line and no row holds a secret, or what was typed.

use sqlx::{PgConnection, PgPool};
use tierline_app::account::model::{SignInAttempt, SignInOutcome};
use tierline_core::{Timestamp, text::EmailAddress};
use uuid::Uuid;

use crate::{fault::fault, state::AppState, web::meta::RequestMeta};

/// The attempts of each outcome that are kept for an account: bounded, and wrong ones, which anybody can make, do not
/// push out those that got in.
const KEPT: i64 = 50;
/// So many of each outcome.
const LISTED: i64 = SignInOutcome::ALL.len() as i64 * KEPT;

/// Something that whoever runs the server should be able to find later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    SignIn(SignInOutcome),
    /// An attempt on an account that does not exist, or that was noted for its owner a moment ago, and was not even
    /// looked at, because there were too many.
    TooManyAttempts,
    /// An attempt on an account that does not exist or is blocked.
    UnknownAccount,
    /// The password was typed again for a change, and was wrong.
    WrongPasswordAgain,
    SignedOut,
}

impl Event {
    fn code(self) -> &'static str {
        match self {
            Event::SignIn(outcome) => outcome.code(),
            Event::TooManyAttempts => SignInOutcome::TooManyAttempts.code(),
            Event::UnknownAccount => "unknown_account",
            Event::WrongPasswordAgain => "wrong_password_again",
            Event::SignedOut => "signed_out",
        }
    }
}

/// Writes a line to the log. The user is named where the span does not: before a session begins.
pub(crate) fn log(event: Event, user: Option<Uuid>) {
    let user = user.map(tracing::field::display);
    tracing::info!(target: "tierline::security", event = event.code(), account = user, "security");
}

/// Notes an attempt to sign in, or a change: in the log, and for the account's owner.
pub(crate) async fn attempt(
    pool: &PgPool,
    user: Uuid,
    outcome: SignInOutcome,
    meta: &RequestMeta,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    log(Event::SignIn(outcome), Some(user));
    sqlx::query!(
        "with older as (
             delete from sign_in where id in (
                 select id from sign_in where user_id = $1 and outcome = $3
                 order by id desc offset $6))
         insert into sign_in (user_id, at, outcome, browser, address) values ($1, $2, $3, $4, $5)",
        user,
        now,
        outcome.code(),
        meta.browser,
        meta.address.map(|address| address.to_string()),
        KEPT - 1,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Notes a change that the operator has made from the command line: in its log, and for the account's owner, who sees
/// the program's name in place of a browser's. The change stands, whatever becomes of the note.
pub(crate) async fn by_operator(state: &AppState, of: &EmailAddress, outcome: SignInOutcome) {
    let meta = RequestMeta {
        browser: "tierline".to_owned(),
        ..RequestMeta::default()
    };
    let noted = async {
        let user = sqlx::query_scalar!("select id from app_user where email = $1", of.key())
            .fetch_optional(&state.pool)
            .await?;
        match user {
            Some(user) => attempt(&state.pool, user, outcome, &meta, state.clock.now()).await,
            None => Ok(()),
        }
    };
    if let Err(error) = noted.await {
        fault(&error);
    }
}

/// Notes, in the transaction of a change, what was done to an account without its owner's browser.
pub(crate) async fn note_unasked(
    db: &mut PgConnection,
    user: Uuid,
    outcome: SignInOutcome,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    log(Event::SignIn(outcome), Some(user));
    sqlx::query!(
        "with older as (
             delete from sign_in where id in (
                 select id from sign_in where user_id = $1 and outcome = $3
                 order by id desc offset $4))
         insert into sign_in (user_id, at, outcome, browser) values ($1, $2, $3, '')",
        user,
        now,
        outcome.code(),
        KEPT - 1,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The attempts on this account, the latest first.
pub(crate) async fn list(pool: &PgPool, user: Uuid) -> Result<Vec<SignInAttempt>, sqlx::Error> {
    let rows = sqlx::query!(
        "select at, outcome, browser, address from sign_in where user_id = $1
         order by id desc limit $2",
        user,
        LISTED,
    )
    .fetch_all(pool)
    .await?;
    // An outcome that this version does not know is left out.
    let attempts = rows.into_iter().filter_map(|row| {
        let outcome = SignInOutcome::ALL
            .into_iter()
            .find(|outcome| outcome.code() == row.outcome)?;
        Some(SignInAttempt {
            at: row.at,
            outcome,
            browser: row.browser,
            address: row.address,
        })
    });
    Ok(attempts.collect())
}

/// Deletes the attempts from before this time.
pub(crate) async fn purge(pool: &PgPool, before: Timestamp) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!("delete from sign_in where at < $1", before)
        .execute(pool)
        .await?;
    Ok(purged.rows_affected())
}
