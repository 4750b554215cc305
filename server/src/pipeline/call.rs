//! A call of the portal: the caller and the language, with ways to read and change. Below this, nothing depends on
//! whether the call came from a browser.

use tierline_app::{error::PortalError, i18n::Lang, portal::PortalResult};
use tierline_core::{Refusal, Timestamp, actor::Actor, ids::RequestId};

use super::{Command, Principal, Read, rehearse, run};
use crate::state::AppState;

/// The input of commands and queries about the caller.
#[derive(Clone, Debug)]
pub struct Call {
    /// The state shared by all calls.
    pub state: AppState,
    /// The caller. A change reads the roles again, in its transaction.
    pub principal: Principal,
    /// The reader, with the roles found when the call came in; none for a user who is not signed in for an
    /// organization, or has to change the password first.
    pub reader: Option<Actor>,
    /// What the caller has to do before anything else.
    pub first: Result<(), Refusal>,
    /// The language of texts for the caller.
    pub language: Lang,
}

impl Call {
    /// The moment of the call.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.state.clock.now()
    }

    /// The signed-in user in core's form, for reading.
    ///
    /// # Errors
    /// [`PortalError::SignedOut`]; a refusal for a user who has to do something else first.
    pub fn actor(&self) -> PortalResult<Actor> {
        self.owes_nothing()?;
        self.reader.ok_or(PortalError::SignedOut)
    }

    /// Runs a change for a signed-in user.
    ///
    /// # Errors
    /// Those of the command, and [`PortalError::SignedOut`] for a user who is not signed in.
    pub async fn run<C: Command>(
        &self,
        request: impl Into<Option<RequestId>>,
        command: &C,
    ) -> PortalResult<C::Outcome> {
        run(&self.state, self.signed_in()?, request.into(), command).await
    }

    /// Whether a change for a signed-in user would be made; for changes that are expensive to prepare.
    ///
    /// # Errors
    /// As for [`Call::run`].
    pub async fn rehearse<C: Command>(
        &self,
        request: impl Into<Option<RequestId>>,
        command: &C,
    ) -> PortalResult<()> {
        rehearse(&self.state, self.signed_in()?, request.into(), command).await
    }

    /// Begins a read: everything read by it is of one moment.
    ///
    /// # Errors
    /// A fault when the database fails.
    pub async fn read(&self) -> PortalResult<Read> {
        Read::begin(self.clone()).await
    }

    fn owes_nothing(&self) -> PortalResult<()> {
        Ok(self.first.clone()?)
    }

    /// The signed-in user, with the chosen organization.
    ///
    /// # Errors
    /// [`PortalError::SignedOut`].
    pub fn signed_in(&self) -> PortalResult<Principal> {
        self.owes_nothing()?;
        match self.principal {
            user @ Principal::User(..) => Ok(user),
            _ => Err(PortalError::SignedOut),
        }
    }
}
