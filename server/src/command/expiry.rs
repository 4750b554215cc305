//! What happens because time has passed. Expiry counts before any of this has run; it is written down here, and told.

mod invitation;
mod partnership;

use chrono::TimeDelta;
use tierline_app::error::PortalError;

use crate::{
    pipeline::{self, Who},
    state::AppState,
    store,
};

/// How long before its end the inviter is told.
const REMINDER: TimeDelta = TimeDelta::days(7);
/// How long drafts and outcomes are kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Why such work was not done; tried again the next time.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ExpiryError {
    #[error("the database could not")]
    Database(#[from] sqlx::Error),
    #[error(transparent)]
    Command(#[from] PortalError),
}

/// Writes down the invitations that nobody answered in time.
pub(crate) async fn expire_invitations(state: AppState) -> Result<u64, ExpiryError> {
    let overdue =
        store::invitation::overdue(&mut *state.pool.acquire().await?, state.clock.now()).await?;
    let mut done = 0;
    for (inviter, id) in overdue {
        let expired =
            pipeline::run(&state, Who::Job, None, &invitation::Expire { inviter, id }).await?;
        done += u64::from(expired);
    }
    Ok(done)
}

/// Reminds inviters of invitations that expire soon, once for each sending.
pub(crate) async fn remind(state: AppState) -> Result<u64, ExpiryError> {
    let now = state.clock.now();
    let soon =
        store::invitation::to_remind_of(&mut *state.pool.acquire().await?, now, now + REMINDER)
            .await?;
    let mut done = 0;
    for (inviter, id) in soon {
        let reminded =
            pipeline::run(&state, Who::Job, None, &invitation::Remind { inviter, id }).await?;
        done += u64::from(reminded);
    }
    Ok(done)
}

/// Writes down the partnerships whose notice period is over.
pub(crate) async fn lapse_partnerships(state: AppState) -> Result<u64, ExpiryError> {
    let overdue =
        store::partnership::overdue(&mut *state.pool.acquire().await?, state.clock.now()).await?;
    let mut done = 0;
    for (provider, id) in overdue {
        let lapsed =
            pipeline::run(&state, Who::Job, None, &partnership::Lapse { provider, id }).await?;
        done += u64::from(lapsed);
    }
    Ok(done)
}

/// Clears away what nobody comes back to: old drafts of customers, old outcomes of requests.
pub(crate) async fn purge(state: AppState) -> Result<u64, ExpiryError> {
    let before = state.clock.now() - KEPT;
    let mut db = state.pool.acquire().await?;
    let drafts = store::draft::purge(&mut db, before).await?;
    let outcomes = store::outcome::purge(&mut db, before).await?;
    Ok(drafts + outcomes)
}
