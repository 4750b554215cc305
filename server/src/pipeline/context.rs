//! The caller, as found in the transaction, and the time.

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::{OrganizationId, UserId},
    organization::{Operating, Organization},
    reach::Reach,
    role::RoleSet,
};
use uuid::Uuid;

use super::{CommandError, CommandResult};
use crate::{organization::store::these, store::Hold};

/// The caller of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Principal {
    /// A signed-in user, for one organization.
    User(UserId, OrganizationId),
    /// A user, for nobody else: changes of how one signs in ask for no role and no organization.
    Itself(UserId),
    /// A user with a personal link, signed in or not.
    Anyone,
    /// A user of the operator, from the server's command line.
    Operator(UserId, OrganizationId),
    /// A blocked program admin of the operator, from the server's command line: without any role.
    Blocked(UserId, OrganizationId),
    /// The server itself: when time has passed, or before there is an operator.
    Job,
}

impl Principal {
    /// The namespace of the caller's request ids: the organization's, or a common one without an organization.
    pub(super) fn key(self) -> Uuid {
        match self {
            Principal::User(_, organization)
            | Principal::Operator(_, organization)
            | Principal::Blocked(_, organization) => organization.into_uuid(),
            Principal::Itself(user) => user.into_uuid(),
            Principal::Anyone | Principal::Job => Uuid::nil(),
        }
    }
}

/// The actor of a change with its roles, and the time.
#[derive(Clone, Debug)]
pub struct Context {
    actor: Option<Actor>,
    /// The user who asks for nobody else.
    itself: Option<UserId>,
    /// The operator whose user asks from the command line.
    operator: Option<Organization>,
    /// The user whom a change by a stranger has made of that stranger, and the organization.
    newcomer: Option<(UserId, OrganizationId)>,
    /// The moment of the change.
    pub now: Timestamp,
}

impl Context {
    /// Roles are read here and not taken from the session: a role revoked a moment ago is gone. A user without a role
    /// for any of these actions is refused here, before anything is locked.
    pub(super) async fn of(
        db: &mut PgConnection,
        principal: Principal,
        actions: &[Action],
        now: Timestamp,
    ) -> CommandResult<Context> {
        let at_the_server = matches!(principal, Principal::Operator(..));
        let actor = match principal {
            Principal::User(user, organization) | Principal::Operator(user, organization) => {
                let place =
                    crate::account::store::place(db, user, organization, at_the_server).await?;
                let place = place.ok_or(CommandError::SignedOut)?;
                let (party, capabilities) = (&place.organization, &place.capabilities);
                access::authorize_roles(party, capabilities, place.roles, actions)?;
                Some(Actor {
                    user,
                    organization,
                    roles: place.roles,
                    customers: place.customers,
                })
            }
            Principal::Blocked(user, organization) => Some(Actor {
                user,
                organization,
                roles: RoleSet::EMPTY,
                customers: Reach::All,
            }),
            Principal::Itself(_) | Principal::Anyone | Principal::Job => None,
        };
        let operator = match principal {
            Principal::Operator(_, organization) | Principal::Blocked(_, organization) => {
                let known = these(db, [organization], (now, Hold::Locked)).await?;
                Some(known.get(organization)?.clone())
            }
            _ => None,
        };
        let itself = match principal {
            Principal::Itself(user) => Some(user),
            _ => None,
        };
        Ok(Context {
            actor,
            itself,
            operator,
            newcomer: None,
            now,
        })
    }

    /// The signed-in user.
    ///
    /// # Errors
    /// [`CommandError::SignedOut`] when there is none.
    pub fn actor(&self) -> CommandResult<Actor> {
        self.actor.ok_or(CommandError::SignedOut)
    }

    /// The user who asks for nobody else.
    ///
    /// # Errors
    /// [`CommandError::SignedOut`] when it is not asked so.
    pub fn itself(&self) -> CommandResult<UserId> {
        self.itself.ok_or(CommandError::SignedOut)
    }

    /// The user who asks, and the organization that it is for, as history has them.
    pub(super) fn by(&self) -> Option<(UserId, Option<OrganizationId>)> {
        let actor = self.actor.as_ref();
        actor
            .map(|actor| (actor.user, Some(actor.organization)))
            .or(self.itself.map(|user| (user, None)))
            .or(self.newcomer.map(|(user, own)| (user, Some(own))))
    }

    /// The stranger has an account now: what this change is about was done by its user.
    pub(crate) const fn has_come(&mut self, user: UserId, organization: OrganizationId) {
        self.newcomer = Some((user, organization));
    }

    /// The user of the operator who asks from the command line.
    #[must_use]
    pub fn operating(&self) -> Option<Operating<'_>> {
        Some(Operating {
            operator: self.operator.as_ref()?,
            actor: self.actor.as_ref()?,
        })
    }
}
