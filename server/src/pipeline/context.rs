//! The caller, as found in the transaction, and the time.

use sqlx::PgConnection;
use tierline_app::error::PortalError;
use tierline_core::{
    Timestamp,
    actor::Actor,
    ids::{OrganizationId, UserId},
};
use uuid::Uuid;

use super::CommandResult;

/// The caller of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Principal {
    /// A signed-in user, for one organization.
    User(UserId, OrganizationId),
    /// A user with a personal link, signed in or not.
    Anyone,
    /// The server itself, for scheduled work or from its command line.
    Job,
}

impl Principal {
    /// The namespace of the caller's request ids: the organization's, or a common one without an organization.
    pub(super) fn key(self) -> Uuid {
        match self {
            Principal::User(_, organization) => organization.into_uuid(),
            Principal::Anyone | Principal::Job => Uuid::nil(),
        }
    }
}

/// The caller with roles, and the time of the change.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    actor: Option<Actor>,
    /// The moment of the change.
    pub now: Timestamp,
}

impl Context {
    /// Roles are read here and not taken from the session: a role revoked a moment ago is gone.
    pub(super) async fn of(
        db: &mut PgConnection,
        principal: Principal,
        now: Timestamp,
    ) -> CommandResult<Context> {
        let actor = match principal {
            Principal::User(user, organization) => {
                let roles = crate::account::store::roles(db, user, organization)
                    .await?
                    .ok_or(PortalError::SignedOut)?;
                Some(Actor {
                    user,
                    organization,
                    roles,
                })
            }
            Principal::Anyone | Principal::Job => None,
        };
        Ok(Context { actor, now })
    }

    /// The signed-in user.
    ///
    /// # Errors
    /// [`PortalError::SignedOut`] when there is none.
    pub fn actor(&self) -> CommandResult<Actor> {
        Ok(self.actor.ok_or(PortalError::SignedOut)?)
    }
}
