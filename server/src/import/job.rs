//! The job that looks at a file, or applies it. A server that is stopped meanwhile leaves nothing half done: the job is
//! begun again, by this server or by another.

use std::pin::Pin;

use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext, WorkerOptions};
use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, PgPool};
use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::ids::ImportId;
use uuid::Uuid;

use super::{Running, folder::Folder, store};
use crate::{fault::failed, state::AppState};

/// The tries before an import is given up. Between them the queue waits longer and longer.
const MOST_ATTEMPTS: i32 = 4;

type Performing = Pin<Box<dyn Future<Output = PortalResult<()>> + Send>>;

/// What reads a file and hands its command to [`Running::run`], whatever its kind.
pub(crate) type Performer = fn(Running) -> Performing;

/// The job. It carries only the id.
#[derive(Debug, Deserialize, Serialize)]
struct RunImport {
    import: Uuid,
}

/// What such a job needs, given to the worker when it starts.
#[derive(Clone, Debug)]
struct Desk {
    state: AppState,
    performer: Performer,
}

impl TaskHandler for RunImport {
    const IDENTIFIER: &'static str = "run_import";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let Some(desk) = context.get_ext::<Desk>() else {
            return Err("the worker was started without a performer".to_owned());
        };
        run(&desk.state, desk.performer, self.import.into())
            .await
            .map_err(|error| format!("{error:?}"))
    }
}

/// Makes a worker run imports.
pub(crate) fn jobs(
    state: &AppState,
    performer: Performer,
) -> impl FnOnce(WorkerOptions) -> WorkerOptions + use<> {
    let desk = Desk {
        state: state.clone(),
        performer,
    };
    |worker: WorkerOptions| worker.define_job::<RunImport>().add_extension(desk)
}

/// Looks at the file of this import, or applies it. An error asks for another try.
pub(crate) async fn run(
    state: &AppState,
    performer: Performer,
    id: ImportId,
) -> Result<(), PortalError> {
    let Some(import) = store::begin(&state.pool, id).await.map_err(failed)? else {
        return Ok(());
    };
    let attempts = import.attempts;
    let running = Running {
        state: state.clone(),
        import,
    };
    let ended = performer(running).await;
    if let Err(error) = ended {
        // Trying again is of use only where a machine failed.
        let may_pass = matches!(
            error,
            PortalError::Fault { .. } | PortalError::Conflict | PortalError::Unreachable
        );
        if may_pass && attempts < MOST_ATTEMPTS {
            return Err(error);
        }
        tracing::warn!(import = %id, ?error, "an import was given up");
        let now = state.clock.now();
        store::give_up(&state.pool, id, now).await.map_err(failed)?;
    }
    clear(state, id).await
}

/// Removes the file of an import that nothing can be done with any more.
pub(super) async fn clear(state: &AppState, id: ImportId) -> Result<(), PortalError> {
    if store::is_open(&state.pool, id).await.map_err(failed)? {
        return Ok(());
    }
    if let Err(error) = Folder::of(&state.config).remove(id).await {
        tracing::warn!(%error, "the file of an import stays until it is old");
    }
    Ok(())
}

/// Adds the job, as part of the caller's transaction. Workers are notified when that commits.
pub(super) async fn add(connection: &mut PgConnection, id: ImportId) -> Result<(), sqlx::Error> {
    add_all(connection, &[id.into_uuid()]).await
}

async fn add_all(connection: &mut PgConnection, ids: &[Uuid]) -> Result<(), sqlx::Error> {
    // Not `query!`: the queue's schema is made by the queue's own migrations.
    sqlx::query(
        "select count(graphile_worker.add_job(
            identifier => $1, payload => json_build_object('import', import::text), max_attempts => $3))
         from unnest($2::uuid[]) import",
    )
    .bind(RunImport::IDENTIFIER)
    .bind(ids)
    // One more than we make: the import's own count alone decides when to give up.
    .bind(MOST_ATTEMPTS + 1)
    .execute(connection)
    .await?;
    Ok(())
}

/// Gives every import that is under way, and has no job any more, a new one; returns how many.
pub(crate) async fn take_up_lost(pool: &PgPool) -> Result<u64, sqlx::Error> {
    let mut transaction = pool.begin().await?;
    let lost: Vec<Uuid> = sqlx::query_scalar(
        "select import.id from import
         where import.status in ('checking', 'applying') and not exists (
            select from graphile_worker._private_jobs job
            where job.payload ->> 'import' = import.id::text
                and (job.attempts < job.max_attempts or job.locked_at is not null))
         order by import.id for update of import skip locked",
    )
    .fetch_all(&mut *transaction)
    .await?;
    if lost.is_empty() {
        return Ok(0);
    }
    add_all(&mut transaction, &lost).await?;
    transaction.commit().await?;
    let taken_up = u64::try_from(lost.len()).unwrap_or(u64::MAX);
    tracing::warn!(
        imports = taken_up,
        "imports had no job any more and were given another"
    );
    Ok(taken_up)
}
