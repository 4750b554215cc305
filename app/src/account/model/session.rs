//! The signed-in user, and the organization acted for.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tierline_core::{
    Refusal,
    access::Action,
    actor::Actor,
    ids::{OrganizationId, UserId},
    organization::{Capabilities, Capability, RequiredBy, has_required_factor},
    permission::SubjectKind,
    reach::Reach,
    read::Read,
    role::{Role, RoleSet},
};

/// The signed-in user, as every page knows it. Fixed for a page load.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct SessionInfo {
    /// The person.
    pub user: UserId,
    /// The person's name.
    pub user_name: String,
    /// The work account.
    pub email: String,
    /// The password was set by someone else and must be changed before anything else.
    pub must_change_password: bool,
    /// What requires a second factor of the person, who has none: it must be set up before anything else, but after
    /// the password.
    pub second_factor_owed: Option<RequiredBy>,
    /// The organization acted for; none until one of several has been chosen.
    pub organization: Option<SessionOrganization>,
    /// Every other organization that the person could act for.
    pub others: Vec<OrganizationChoice>,
}

/// The organization acted for.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct SessionOrganization {
    /// Its id.
    pub id: OrganizationId,
    /// Its legal name.
    pub name: String,
    /// Its capabilities in the program.
    pub capabilities: Capabilities,
    /// The person's roles in it.
    pub roles: RoleSet,
    /// Its customers that the person sees, unless as a global admin.
    pub customers: Reach,
}

/// An organization that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OrganizationChoice {
    /// Its id.
    pub id: OrganizationId,
    /// Its legal name.
    pub name: String,
}

impl SessionInfo {
    /// The caller, as core's decisions take it.
    #[must_use]
    pub fn actor(&self) -> Option<Actor> {
        let organization = self.organization.as_ref()?;
        Some(Actor {
            user: self.user,
            organization: organization.id,
            roles: organization.roles,
            customers: organization.customers,
        })
    }

    /// Whether the person may go on: a second factor that is required is set up before anything else.
    ///
    /// # Errors
    /// Core's refusal.
    pub fn owes_nothing(&self) -> Result<(), Refusal> {
        let owed = self.second_factor_owed.as_ref();
        Ok(has_required_factor(false, owed)?)
    }

    /// Whether the person's roles permit this in the organization acted for. Whether the organization may now is
    /// another question, which the page itself answers.
    #[must_use]
    pub fn may(&self, action: Action, on: SubjectKind) -> bool {
        self.organization.as_ref().is_some_and(|own| {
            action
                .permission(&own.capabilities, own.roles, on)
                .is_some()
        })
    }

    /// Whether the organization acted for holds this capability, in any state.
    #[must_use]
    pub fn holds(&self, capability: Capability) -> bool {
        self.organization
            .as_ref()
            .is_some_and(|organization| organization.capabilities.state(capability).is_some())
    }

    /// Whether the person has this role in the organization acted for.
    #[must_use]
    pub fn has_role(&self, role: Role) -> bool {
        self.organization
            .as_ref()
            .is_some_and(|organization| organization.roles.contains(role))
    }
}

/// Sessions of a user that are listed: the latest.
pub const SESSIONS_LISTED: usize = 100;

/// One of the caller's sessions, for the list under settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OwnSession {
    /// The handle that ends it; not the secret in the cookie.
    pub handle: String,
    /// The browser, as it named itself, shortened.
    pub browser: String,
    /// The time of the sign-in.
    pub created: DateTime<Utc>,
    /// The time of its last use, to the minute.
    pub last_seen: DateTime<Utc>,
    /// Whether it is the session of this request.
    pub current: bool,
}

/// A demo user that the sign-in page offers.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct DemoAccount {
    /// The person's name.
    pub user_name: String,
    /// The work account.
    pub email: String,
    /// The organization's name.
    pub organization: String,
    /// The organization's capabilities in the program.
    pub capabilities: Capabilities,
    /// The person's roles in it.
    pub roles: RoleSet,
}
