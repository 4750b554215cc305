use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext, WorkerOptions};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::{MAX_ATTEMPTS, MailId, Transport, TransportError, deliver};
use crate::state::AppState;

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
