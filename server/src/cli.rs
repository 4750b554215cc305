//! What the program's operator does without the portal: `tierline organization`, `tierline user`, `tierline catalog`.
//! So a database begins that has nobody in it who could sign in, and so somebody gets in again who has no other way.
//!
//! A user of the operator does it, by the name given with `--as`: core decides whether that user may, as for every
//! change, and the history says who it was. What an area can be asked for is in its `cli.rs`, and all of it in the
//! `list`. Works on a named database and on the private one, also while a server runs on it.

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
pub(crate) use report::names;
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
    let by = operator::principal(&state.pool, request.by.as_deref()).await?;
    request.task.perform(&Desk::of(state, by)).await
}
