//! Scheduled work after a time has passed. An expiry counts before any of this has run; here it is recorded, and
//! mailed.

use chrono::TimeDelta;
use tierline_app::error::PortalError;
use tierline_core::ids::SubscriptionId;

use crate::{
    account, import, mail, membership,
    pipeline::{self, Principal},
    settings::{self, Setting},
    state::AppState,
    subscription::{
        command::CatchUp,
        store::{Due, due_bases},
    },
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

/// Records which requests for orders can't be approved any more.
pub(crate) async fn lapse_order_requests(state: AppState) -> Result<u64, ExpiryError> {
    let now = state.clock.now();
    let ids = crate::order_request::store::lapsing(&mut *state.pool.acquire().await?, now).await?;
    let mut done = Done::default();
    for id in ids {
        let lapse = crate::order_request::command::Lapse { id };
        done.count(pipeline::run(&state, Principal::Job, None, &lapse).await);
    }
    done.end()
}

/// Writes down which rights of partners have ended by themselves.
pub(crate) async fn expire_rights(state: AppState) -> Result<u64, ExpiryError> {
    let (mut done, mut failed) = (Done::default(), Vec::new());
    for _ in 0..STEPS {
        let now = state.clock.now();
        let mut db = state.pool.acquire().await?;
        let overdue = crate::relationship::store::overdue(&mut db, now, &failed).await?;
        drop(db);
        if overdue.is_empty() {
            break;
        }
        for (customer, id) in overdue {
            let expire = crate::relationship::command::Expire { customer, id };
            let expire = crate::customer::command::End(expire);
            let outcome = pipeline::run(&state, Principal::Job, None, &expire).await;
            // What fails is left out, so that it does not stand in the way of the others.
            if outcome.is_err() {
                failed.push(id.into_uuid());
            }
            done.count(outcome);
        }
    }
    done.end()
}

/// Reminds both sides of rights that end soon.
pub(crate) async fn remind_of_ends(state: AppState) -> Result<u64, ExpiryError> {
    let step = crate::relationship::command::RemindOfEnds {
        at_most: REMINDED_AT_ONCE,
    };
    let mut looked_at = 0;
    for _ in 0..REMINDING {
        match pipeline::run(&state, Principal::Job, None, &step).await? {
            0 => break,
            number => looked_at += number,
        }
    }
    Ok(looked_at)
}

/// Goes on with what follows for the customers of partnerships that have changed.
pub(crate) async fn settle_partnerships(state: AppState) -> Result<u64, ExpiryError> {
    let mut done = Done::default();
    for id in crate::partnership::store::open_settlings(&state.pool).await? {
        match crate::partnership::command::go_on_settling(&state, id, PLACING_STEPS).await {
            Ok(number) => done.number += number,
            Err(error) => done.failed = Some(error),
        }
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

/// Tells applicants, and the operator's reviewers, of cases that are past the promise.
pub(crate) async fn tell_of_late_cases(state: AppState) -> Result<u64, ExpiryError> {
    let now = state.clock.now();
    let mut db = state.pool.acquire().await?;
    let (calendar, promise) = crate::enrollment::store::calendar(&mut db).await?;
    let late = calendar.before(now, promise.to);
    let untold = crate::review::store::untold(&mut db, late).await?;
    drop(db);
    let mut done = Done::default();
    for id in untold {
        let tell = crate::review::command::TellOfDelay { id };
        done.count(pipeline::run(&state, Principal::Job, None, &tell).await);
    }
    let tell = crate::review::command::TellReviewers;
    match pipeline::run(&state, Principal::Job, None, &tell).await {
        Ok(told) => done.number += told,
        Err(error) => done.failed = Some(error),
    }
    done.end()
}

/// Records that the day has come for which partners are marked for offboarding.
pub(crate) async fn begin_offboarding(state: AppState) -> Result<u64, ExpiryError> {
    let now = state.clock.now();
    let due =
        crate::organization::store::to_offboard(&mut *state.pool.acquire().await?, now).await?;
    let mut done = Done::default();
    for organization in due {
        let begin = crate::operator::command::BeginOffboarding { organization };
        done.count(pipeline::run(&state, Principal::Job, None, &begin).await);
    }
    done.end()
}

/// Records which organizations have a location that the registry has deactivated, or made active again, by hand or by
/// an import.
pub(crate) async fn follow_registry(state: AppState) -> Result<u64, ExpiryError> {
    let changed = membership::store::to_follow(&mut *state.pool.acquire().await?).await?;
    let mut done = Done::default();
    for organization in changed {
        let follow = membership::command::FollowRegistry { organization };
        done.count(pipeline::run(&state, Principal::Job, None, &follow).await);
    }
    done.end()
}

/// Notes for each organization when something last happened that concerns it.
pub(crate) async fn note_activity(state: AppState) -> Result<u64, ExpiryError> {
    let mut noted = 0;
    for _ in 0..STEPS {
        match crate::activity::store::note(&state.pool).await? {
            0 => break,
            number => noted += number,
        }
    }
    Ok(noted)
}

/// So many families of subscriptions are brought up to date in one transaction.
const FAMILIES: u32 = 100;
/// The most steps of that at a time: with what is left the next run goes on.
const CATCHING_UP: u32 = 1_000;

/// Records what has happened to subscriptions by itself: billing periods, renewals, expiry and deletion.
pub(crate) async fn catch_up_subscriptions(state: AppState) -> Result<u64, ExpiryError> {
    let mut done = Done::default();
    let mut failed = Vec::new();
    for _ in 0..CATCHING_UP {
        match caught_up(&state, Due::AllBut(failed.clone())).await {
            Ok(0) => break,
            Ok(number) => done.number += number,
            Err(error) => {
                let before = failed.len();
                one_by_one(&state, &mut failed, &mut done).await?;
                if failed.len() == before {
                    done.failed = Some(error);
                    break;
                }
            }
        }
    }
    done.end()
}

/// One family is enough to stop the others of its step: each is tried alone, and what fails is left out from then on.
async fn one_by_one(
    state: &AppState,
    failed: &mut Vec<SubscriptionId>,
    done: &mut Done,
) -> Result<(), ExpiryError> {
    let now = state.clock.now();
    let due = due_bases(&mut *state.pool.acquire().await?, now, failed, FAMILIES).await?;
    for base in due.into_iter().map(SubscriptionId::from_uuid) {
        match caught_up(state, Due::One(base)).await {
            Ok(number) => done.number += number,
            Err(error) => {
                failed.push(base);
                done.failed = Some(error);
            }
        }
    }
    Ok(())
}

async fn caught_up(state: &AppState, due: Due) -> Result<u64, PortalError> {
    let at_most = FAMILIES;
    let step = CatchUp { due, at_most };
    pipeline::run(state, Principal::Job, None, &step).await
}

/// So many subscriptions are looked at in one transaction for reminders.
const REMINDED_AT_ONCE: u32 = 100;
/// The most steps of that at a time.
const REMINDING: u32 = 100;

/// Reminds partners of subscriptions whose term ends soon.
pub(crate) async fn remind_of_renewals(state: AppState) -> Result<u64, ExpiryError> {
    let step = crate::subscription::command::Remind {
        at_most: REMINDED_AT_ONCE,
    };
    let mut looked_at = 0;
    for _ in 0..REMINDING {
        match pipeline::run(&state, Principal::Job, None, &step).await? {
            0 => break,
            number => looked_at += number,
        }
    }
    Ok(looked_at)
}

/// The most steps of mailings at a time: what is left waits for the next time, so that a large mailing leaves room for
/// other mails.
const STEPS: u32 = 20;
/// The most partners that are told in one step.
const TOLD_AT_ONCE: u32 = 100;

/// Mails the partners concerned about published agreements, step by step.
pub(crate) async fn tell_of_agreements(state: AppState) -> Result<u64, ExpiryError> {
    let mut told = 0;
    for _ in 0..STEPS {
        let step = crate::agreement::command::TellPartners {
            at_most: TOLD_AT_ONCE,
        };
        let Some(number) = pipeline::run(&state, Principal::Job, None, &step).await? else {
            break;
        };
        told += number;
    }
    Ok(told)
}

/// The most steps of changes of many customers at a time.
const PLACING_STEPS: u32 = 50;

/// Goes on with changes that put many customers into a group, or take them out of it.
pub(crate) async fn place_customers(state: AppState) -> Result<u64, ExpiryError> {
    let mut placed = 0;
    for begun in crate::customer::store::open_placings(&state.pool).await? {
        placed += crate::customer::command::go_on_placing(&state, &begun, PLACING_STEPS).await?;
    }
    Ok(placed)
}

/// Steps in a run of the job.
const BULK_STEPS: u32 = 20;

/// Goes on with changes of many renewals.
pub(crate) async fn change_renewals(state: AppState) -> Result<u64, ExpiryError> {
    let mut changed = 0;
    for begun in crate::subscription::store::open_bulks(&state.pool).await? {
        changed += crate::subscription::command::go_on_bulk(&state, &begun, BULK_STEPS).await?;
    }
    Ok(changed)
}

/// Goes on with requests to many customers to renew what ends.
pub(crate) async fn ask_to_renew(state: AppState) -> Result<u64, ExpiryError> {
    let mut asked = 0;
    for begun in crate::relationship::store::open_renewals(&state.pool).await? {
        asked += crate::relationship::command::go_on_asking(&state, &begun, PLACING_STEPS).await?;
    }
    Ok(asked)
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

/// Gives imports that have lost their job another.
pub(crate) async fn take_up_lost_imports(state: AppState) -> Result<u64, ExpiryError> {
    Ok(import::take_up_lost(&state.pool).await?)
}

/// Removes old files that no import needs any more.
pub(crate) async fn remove_import_files(state: AppState) -> Result<u64, import::FolderError> {
    import::remove_files(&state.config, &state.pool).await
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
    let placings = crate::customer::store::purge_placings(&mut db, now - KEPT).await?;
    let bulks = crate::subscription::store::purge_bulks(&mut db, now - KEPT).await?;
    let asked = crate::relationship::store::purge_renewals(&mut db, now - KEPT).await?;
    let letters = mail::purge(&mut db, now - settings.days(Setting::MailDays)).await?;
    drop(db);
    let replies = web::purge_form_replies(&state.pool).await?;
    let devices = account::purge_known_devices(&state.pool).await?;
    let attempts_before = now - settings.days(Setting::SignInDays);
    let attempts = account::purge_attempts(&state.pool, attempts_before).await?;
    let proofs = membership::store::purge(&state.pool, now).await?;
    Ok(drafts
        + placings
        + bulks
        + asked
        + outcomes
        + letters
        + replies
        + devices
        + attempts
        + proofs)
}
