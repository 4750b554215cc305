use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use crate::{
    mail::{self, MailId, Transport},
    state::AppState,
};

/// The job of delivering one mail. It carries only the id: nothing secret lies in the queue.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct SendMail {
    mail: MailId,
}

/// What such a job needs, put into the worker when it starts.
#[derive(Clone, Debug)]
pub(super) struct Post {
    pub(super) state: AppState,
    pub(super) transport: Transport,
}

impl TaskHandler for SendMail {
    const IDENTIFIER: &'static str = "send_mail";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let Some(post) = context.get_ext::<Post>() else {
            return Err("the worker was started without a transport".to_owned());
        };
        mail::deliver(&post.state, &post.transport, self.mail)
            .await
            .map_err(|error| error.to_string())
    }
}

/// Adds the jobs that deliver mails, as part of the caller's transaction. Workers hear of it when that commits.
pub(crate) async fn add_send_mails(
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
    // One more than we make: whether a mail is given up is decided in one place, by its own count.
    .bind(mail::MAX_ATTEMPTS + 1)
    .execute(connection)
    .await?;
    Ok(())
}
