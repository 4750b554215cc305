//! A call of the portal: who asks, in which language, and how it reads and changes. Below this, nobody knows whether it
//! came from a browser.

use tierline_app::{error::PortalError, i18n::Lang, portal::PortalResult};
use tierline_core::{Timestamp, actor::Actor, ids::RequestId};

use super::{Command, Principal, Read, rehearse, run};
use crate::state::AppState;

/// What commands and queries are given of whoever asks.
#[derive(Clone, Debug)]
pub struct Call {
    /// What every call may reach.
    pub state: AppState,
    /// Who asks. A change reads the roles anew, in its transaction.
    pub principal: Principal,
    /// Who reads, with the roles found when the call came in; none for who is not signed in for an organization, or
    /// has to change the password first.
    pub reader: Option<Actor>,
    /// The language of what is made for whoever asks.
    pub language: Lang,
}

impl Call {
    /// The moment of the call.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.state.clock.now()
    }

    /// The signed-in user as decisions take it, for reading.
    ///
    /// # Errors
    /// [`PortalError::SignedOut`].
    pub fn actor(&self) -> PortalResult<Actor> {
        self.reader.ok_or(PortalError::SignedOut)
    }

    /// Runs a change that a signed-in user asks for.
    ///
    /// # Errors
    /// What the command answers, and [`PortalError::SignedOut`] for who is not signed in.
    pub async fn run<C: Command>(
        &self,
        request: impl Into<Option<RequestId>>,
        command: &C,
    ) -> PortalResult<C::Outcome> {
        run(&self.state, self.signed_in()?, request.into(), command).await
    }

    /// Whether a change that a signed-in user asks for would be made; for what is expensive to prepare.
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

    /// Begins to read: everything that is read by it is of one moment.
    ///
    /// # Errors
    /// A fault when the database cannot.
    pub async fn read(&self) -> PortalResult<Read> {
        Read::begin(self.clone()).await
    }

    /// The signed-in user, for the organization chosen.
    ///
    /// # Errors
    /// [`PortalError::SignedOut`].
    pub fn signed_in(&self) -> PortalResult<Principal> {
        match self.principal {
            user @ Principal::User(..) => Ok(user),
            _ => Err(PortalError::SignedOut),
        }
    }
}
