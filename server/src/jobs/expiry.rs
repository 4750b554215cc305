//! Scheduled work after a time has passed. An expiry counts before any of this has run; here it is recorded, and
//! mailed.

use chrono::TimeDelta;
use tierline_app::error::PortalError;

use crate::{
    account, mail, membership,
    pipeline::{self, Principal},
    settings::{self, Setting},
    state::AppState,
    web,
};

/// The time for which outcomes of requests are kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Errors of such work; it is tried again the next time.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ExpiryError {
    #[error("the database could not")]
    Database(#[from] sqlx::Error),
    #[error(transparent)]
    Command(#[from] PortalError),
}

/// The number of items done. A failed one is reported at the end and does not stop the others: it would come first the
/// next time too.
#[derive(Default)]
struct Done {
    number: u64,
    failed: Option<PortalError>,
}

impl Done {
    fn count(&mut self, outcome: Result<bool, PortalError>) {
        match outcome {
            Ok(done) => self.number += u64::from(done),
            Err(error) => self.failed = Some(error),
        }
    }

    fn end(self) -> Result<u64, ExpiryError> {
        self.failed
            .map_or(Ok(self.number), |error| Err(error.into()))
    }
}

/// Records the expiry of invitations that were not answered in time.
pub(crate) async fn expire_invitations(state: AppState) -> Result<u64, ExpiryError> {
    let overdue =
        crate::invitation::store::overdue(&mut *state.pool.acquire().await?, state.clock.now())
            .await?;
    let mut done = Done::default();
    for (inviter, id) in overdue {
        done.count(
            pipeline::run(
                &state,
                Principal::Job,
                None,
                &crate::invitation::command::Expire { inviter, id },
            )
            .await,
        );
    }
    done.end()
}

/// Reminds inviters of invitations that expire soon, once for each sending.
pub(crate) async fn remind(state: AppState) -> Result<u64, ExpiryError> {
    let now = state.clock.now();
    let mut db = state.pool.acquire().await?;
    let settings = settings::in_force(&mut db, &state.config).await?;
    let end = now + settings.days(Setting::ReminderDays);
    let soon = crate::invitation::store::to_remind_of(&mut db, now, end).await?;
    drop(db);
    let mut done = Done::default();
    for (inviter, id) in soon {
        done.count(
            pipeline::run(
                &state,
                Principal::Job,
                None,
                &crate::invitation::command::Remind { inviter, id },
            )
            .await,
        );
    }
    done.end()
}

/// Records the end of partnerships whose notice period is over.
pub(crate) async fn lapse_partnerships(state: AppState) -> Result<u64, ExpiryError> {
    let overdue =
        crate::partnership::store::overdue(&mut *state.pool.acquire().await?, state.clock.now())
            .await?;
    let mut done = Done::default();
    for (provider, id) in overdue {
        done.count(
            pipeline::run(
                &state,
                Principal::Job,
                None,
                &crate::partnership::command::Lapse { provider, id },
            )
            .await,
        );
    }
    done.end()
}

/// Records that partners are suspended that have been rejected for too long.
pub(crate) async fn lapse_enrollments(state: AppState) -> Result<u64, ExpiryError> {
    let now = state.clock.now();
    let overdue = crate::enrollment::store::overdue(&mut *state.pool.acquire().await?, now).await?;
    let mut done = Done::default();
    for id in overdue {
        let lapse = crate::enrollment::command::LapseEnrollment { id };
        done.count(pipeline::run(&state, Principal::Job, None, &lapse).await);
    }
    done.end()
}

/// Gives mails that have lost their job another.
pub(crate) async fn take_up_lost_mails(state: AppState) -> Result<u64, ExpiryError> {
    Ok(mail::take_up_lost(&state.pool).await?)
}

/// Removes the files of documents whose time is over, and those that no document has.
pub(crate) async fn remove_documents(
    state: AppState,
) -> Result<u64, crate::enrollment::FolderError> {
    crate::enrollment::remove_files(&state.config, &state.pool, state.clock.now()).await
}

/// Deletes obsolete data: old drafts of customers, old outcomes of requests, sent and undeliverable mails, answers to
/// forms, browsers that have not signed in for long, attempts to sign in, sign-ins to accounts of members.
pub(crate) async fn purge(state: AppState) -> Result<u64, ExpiryError> {
    let now = state.clock.now();
    let mut db = state.pool.acquire().await?;
    let settings = settings::in_force(&mut db, &state.config).await?;
    let drafts_before = now - settings.days(Setting::DraftDays);
    let drafts = crate::customer::store::purge(&mut db, drafts_before).await?;
    let outcomes = crate::pipeline::outcome::purge(&mut db, now - KEPT).await?;
    let letters = mail::purge(&mut db, now - settings.days(Setting::MailDays)).await?;
    drop(db);
    let replies = web::purge_form_replies(&state.pool).await?;
    let devices = account::purge_known_devices(&state.pool).await?;
    let attempts_before = now - settings.days(Setting::SignInDays);
    let attempts = account::purge_attempts(&state.pool, attempts_before).await?;
    let proofs = membership::store::purge(&state.pool, now).await?;
    Ok(drafts + outcomes + letters + replies + devices + attempts + proofs)
}
