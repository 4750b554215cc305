use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext, WorkerOptions};
use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, PgPool};

use super::{MAX_ATTEMPTS, MailId, Transport, TransportError, deliver};
use crate::state::AppState;

/// The most mails that are given a new job at a time.
const AT_ONCE: i64 = 1000;

/// The job that delivers one mail. It carries only the id: the queue holds nothing secret.
#[derive(Debug, Deserialize, Serialize)]
struct SendMail {
    mail: MailId,
}

/// The resources of such a job, given to the worker when it starts.
#[derive(Clone, Debug)]
struct Post {
    state: AppState,
    transport: Transport,
}

impl TaskHandler for SendMail {
    const IDENTIFIER: &'static str = "send_mail";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let Some(post) = context.get_ext::<Post>() else {
            return Err("the worker was started without a transport".to_owned());
        };
        deliver(&post.state, &post.transport, self.mail)
            .await
            .map_err(|error| error.to_string())
    }
}

/// Makes a worker deliver mails.
///
/// # Errors
/// When the transport cannot be set up.
pub fn deliveries(
    state: &AppState,
) -> Result<impl FnOnce(WorkerOptions) -> WorkerOptions + use<>, TransportError> {
    let post = Post {
        state: state.clone(),
        transport: Transport::new(&state.config.mail)?,
    };
    Ok(|worker: WorkerOptions| worker.define_job::<SendMail>().add_extension(post))
}

/// Adds the jobs that deliver mails, as part of the caller's transaction. Workers are notified when that commits.
pub(super) async fn add_send_mails(
    connection: &mut PgConnection,
    mails: &[MailId],
) -> Result<(), sqlx::Error> {
    // Not `query!`: the queue's schema is made by the queue's own migrations.
    sqlx::query(
        "select count(graphile_worker.add_job(
            identifier => $1, payload => json_build_object('mail', mail::text), max_attempts => $3))
         from unnest($2::uuid[]) mail",
    )
    .bind(SendMail::IDENTIFIER)
    .bind(mails)
    // One more than we make: the mail's own count alone decides when to give up.
    .bind(MAX_ATTEMPTS + 1)
    .execute(connection)
    .await?;
    Ok(())
}

/// Gives every mail that is neither sent nor given up, and has no job any more, a new one; returns how many.
///
/// The queue counts attempts too, also those for which the database could not even be asked for the mail. After a few
/// of them it gives the job up before the mail's own count has come to its end.
pub(crate) async fn take_up_lost(pool: &PgPool) -> Result<u64, sqlx::Error> {
    let mut transaction = pool.begin().await?;
    let mails: Vec<MailId> = sqlx::query_scalar(
        "select mail.id from mail
         where mail.status in ('queued', 'sending', 'failed') and not exists (
            select from graphile_worker._private_jobs job
            where job.payload ->> 'mail' = mail.id::text
                and (job.attempts < job.max_attempts or job.locked_at is not null))
         order by mail.id limit $1",
    )
    .bind(AT_ONCE)
    .fetch_all(&mut *transaction)
    .await?;
    if mails.is_empty() {
        return Ok(0);
    }
    sqlx::query(
        "select from graphile_worker._private_jobs job, lateral graphile_worker.complete_jobs(array[job.id])
         where job.payload ->> 'mail' = any(select id::text from unnest($1::uuid[]) id)",
    )
    .bind(&mails)
    .execute(&mut *transaction)
    .await?;
    add_send_mails(&mut transaction, &mails).await?;
    transaction.commit().await?;
    let taken_up = u64::try_from(mails.len()).unwrap_or(u64::MAX);
    tracing::warn!(
        mails = taken_up,
        "mails had no job any more and were given another"
    );
    Ok(taken_up)
}
