//! The user's organizations, as the statement that finds a session returns them.

use serde::Deserialize;
use tierline_app::account::model::session::SessionOrganization;
use tierline_core::{
    ids::OrganizationId,
    organization::{Belonging, Capabilities, Party, RequiredOf},
    reach::Reach,
    role::{Role, RoleSet},
    text::CompanyName,
};

/// The most organizations that a session knows: the one acted for, and others to choose from, by name.
pub(super) const MOST: i64 = 200;

/// One of the user's organizations.
#[derive(Debug, Deserialize)]
pub(super) struct Membership {
    pub id: OrganizationId,
    pub name: CompanyName,
    capabilities: Capabilities,
    roles: Vec<String>,
    customers: Reach,
}

impl Membership {
    pub(super) fn acted_for(self) -> SessionOrganization {
        SessionOrganization {
            id: self.id,
            roles: known(&self.roles),
            customers: self.customers,
            name: self.name.to_string(),
            capabilities: self.capabilities,
        }
    }
}

/// What the organizations require of the user: of those that require the same of the same roles, the first one. All of
/// them count, also those that the session does not know.
#[derive(Debug, Deserialize)]
pub(super) struct Requirement {
    id: OrganizationId,
    name: CompanyName,
    roles: Vec<String>,
    required_of: RequiredOf,
}

impl Requirement {
    pub(super) fn belonging(&self) -> Belonging {
        Belonging {
            organization: Party {
                id: self.id,
                name: self.name.clone(),
            },
            roles: known(&self.roles),
            required_of: self.required_of,
        }
    }
}

/// A role that this version does not know grants nothing.
fn known(names: &[String]) -> RoleSet {
    let names = names.iter();
    names.filter_map(|name| name.parse::<Role>().ok()).collect()
}
