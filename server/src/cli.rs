//! The operator's commands outside the portal: `tierline organization`, `tierline user`, `tierline catalog`. They set
//! up a database in which nobody can sign in yet, and restore access for users who have no other way to sign in.
//!
//! Each command is performed by a user of the operator, named with `--as`: core decides whether that user may do it, as
//! for every change, and the history records who did. Each area's commands are in its `cli.rs`, and all of them in the
//! `list`. They work on a named database and on the private one, even while a server runs on it.

mod list;
mod operator;
mod problems;
mod reading;
mod report;
mod task;

#[cfg(test)]
pub(crate) mod tests;

use std::sync::Arc;

pub use list::{OperatorCommand, Request};
pub use operator::Topic;
pub(crate) use problems::Done;
pub use problems::{Flags, Problems};
pub(crate) use reading::Reading;
pub use report::Report;
pub(crate) use report::{counted, names};
pub use task::AdminError;
pub(crate) use task::Desk;

use crate::{clock::Clock, config::Config, database::Database, state::AppState};

/// Does it, and prints what was done: the only time that a one-time password is shown.
///
/// # Errors
/// When the database cannot, or something speaks against it: all of it is listed.
pub async fn run(config: Config, request: Request) -> Result<(), AdminError> {
    let database = Database::open_beside_server(&config).await?;
    database
        .using(async |database| {
            let clock = Clock::of(&config, &database.pool).await?;
            let state = AppState::new(database.pool.clone(), clock, Arc::new(config));
            // Shown before anything else can go wrong.
            println!("{}", perform(&state, request).await?);
            Ok(())
        })
        .await
}

/// Does it, in one transaction with its log entry.
///
/// # Errors
/// As [`run`].
pub async fn perform(state: &AppState, request: Request) -> Result<Report, AdminError> {
    let by = operator::principal(&state.pool, &request).await?;
    request.task.perform(&Desk::of(state, by)).await
}
