use tierline_app::error::PortalError;

use super::{Done, Flags, Problems};
use crate::{
    clock::ClockError,
    database::OpenError,
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
    #[error("can't read the demo clock: {0}")]
    Clock(#[from] ClockError),
    #[error("nothing was changed: {0}")]
    Database(#[from] sqlx::Error),
    /// The error of an area's preparation, in its own words.
    #[error(transparent)]
    Unprepared(Box<dyn std::error::Error + Send + Sync>),
    #[error("nothing was changed: {0}; see the log above for the cause")]
    Failed(PortalError),
}

impl AdminError {
    pub(crate) fn unprepared(error: impl std::error::Error + Send + Sync + 'static) -> AdminError {
        AdminError::Unprepared(Box::new(error))
    }
}

/// Where something is done, and for whom.
pub(crate) struct Desk<'a> {
    state: &'a AppState,
    by: Principal,
}

impl<'a> Desk<'a> {
    pub(super) fn of(state: &'a AppState, by: Principal) -> Desk<'a> {
        Desk { state, by }
    }

    /// The state of the server.
    pub(crate) fn state(&self) -> &AppState {
        self.state
    }

    /// Where people sign in.
    pub(crate) fn sign_in(&self) -> String {
        let url = &self.state.config.public_url;
        url.join(tierline_app::route::SIGN_IN)
    }

    /// Runs a change that core refuses by a reason of its own: it is told as it stands.
    pub(crate) async fn change<C: Command>(&self, command: &C) -> Result<C::Outcome, AdminError> {
        let done = pipeline::run(self.state, self.by, None, command).await;
        done.map_err(|error| match error {
            PortalError::Refused(refusal) => AdminError::unprepared(*refusal),
            error => AdminError::Failed(error),
        })
    }

    /// Runs a change. Problems are told by the flags that they concern.
    pub(crate) async fn run<T, C: Command<Outcome = Done<T>>>(
        &self,
        command: &C,
        flags: &Flags,
    ) -> Result<T, AdminError> {
        match pipeline::run(self.state, self.by, None, command).await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(problems)) => Err(Problems::of(&problems, flags).into()),
            Err(error) => Err(AdminError::Failed(error)),
        }
    }
}
