//! `tierline organization` and `tierline user`: what whoever runs the server does without the portal. So a database
//! begins that has nobody in it who could sign in, and so somebody gets in again who has no other way.
//!
//! Works on a named database and on the private one, also while a server runs on it.

mod arguments;
mod parse;
mod problems;
mod report;

#[cfg(test)]
#[cfg(test)]
pub(crate) mod tests;

use std::sync::Arc;

use tierline_app::error::PortalError;

pub use arguments::{OrganizationCommand, UserCommand};
pub use parse::Request;
pub use problems::Problems;
pub use report::Report;

use crate::{
    account::{self, PasswordError},
    cli_command::Done,
    clock::{Clock, ClockError},
    config::Config,
    customer::command::temporary_password,
    database::{Database, OpenError},
    pipeline::{self, Command, Principal},
    state::AppState,
};

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum AdminError {
    #[error(transparent)]
    Problems(#[from] Problems),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("the demo clock cannot be read: {0}")]
    Clock(#[from] ClockError),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error("nothing was changed: {0}; the log above says why")]
    Failed(PortalError),
}

/// Does it, and prints what was done: the only time that the one-time password is shown.
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
    let password = temporary_password();
    let hash = account::hash(&password).await?;
    let sign_in = state.config.public_url.join(tierline_app::route::SIGN_IN);
    match request {
        Request::Complete(new) => {
            let organization = done(state, &*new, &problems::ORGANIZATION).await?;
            Ok(Report::completed(&organization))
        }
        Request::AddOrganization(mut new) => {
            new.password_hash = hash;
            let organization = done(state, &*new, &problems::ORGANIZATION).await?;
            Ok(Report::organization(
                &organization,
                &new.admin_user_name,
                password,
                sign_in,
            ))
        }
        Request::AddUser(mut new) => {
            new.password_hash = hash;
            let organization = done(state, &*new, &problems::USER).await?;
            Ok(Report::user(
                &organization,
                new.roles,
                &new.user_name,
                password,
                sign_in,
            ))
        }
        Request::ResetSecondFactor(reset) => {
            done(state, &*reset, &problems::USER).await?;
            Ok(Report::second_factor(&reset.user_name))
        }
        Request::ResetPassword(mut reset) => {
            reset.password_hash = hash;
            let unblocked = done(state, &*reset, &problems::USER).await?;
            Ok(Report::password(
                unblocked,
                &reset.user_name,
                password,
                sign_in,
            ))
        }
    }
}

async fn done<T, C: Command<Outcome = Done<T>>>(
    state: &AppState,
    command: &C,
    flags: &problems::Flags,
) -> Result<T, AdminError> {
    match pipeline::run(state, Principal::Job, None, command).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(problems)) => Err(Problems::of(&problems, flags).into()),
        Err(error) => Err(AdminError::Failed(error)),
    }
}
