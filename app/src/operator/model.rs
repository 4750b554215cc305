//! The organizations of the program, as the operator sees them.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    ids::OrganizationId,
    market::Country,
    organization::{Capabilities, Organization, SuspendedBy},
    read::Read,
};

use crate::{list::model::Page, timeline::History};

/// A row of the operator's list of organizations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OrganizationRow {
    /// Its id.
    pub id: OrganizationId,
    /// Legal name.
    pub name: String,
    /// The tenant's domain.
    pub domain: String,
    /// Legal location.
    pub country: Country,
    /// Its capabilities, in the states that they have now.
    pub capabilities: Capabilities,
    /// Why it is suspended, if it is.
    pub suspended_by: Vec<SuspendedBy>,
    /// From when on it is offboarded, if it is marked.
    pub offboarding: Option<Timestamp>,
    /// The version of the partner agreement that it has signed, if that counts.
    pub agreement: Option<String>,
    /// The associated location MPN ID.
    pub mpn: Option<String>,
    /// Since when it has a tenant here.
    pub since: Timestamp,
    /// When something last happened that concerns it.
    pub last_activity: Option<Timestamp>,
}

/// The operator's list of organizations.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrganizationsPage {
    /// The organizations.
    pub organizations: Page<OrganizationRow>,
    /// The countries of all of them.
    pub countries: Vec<Country>,
}

/// An organization of the program, for the operator.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrganizationDetail {
    /// The organization.
    pub organization: Organization,
    /// Its contact address.
    pub contact: Option<String>,
    /// Since when it has a tenant here.
    pub since: Timestamp,
    /// When something last happened that concerns it.
    pub last_activity: Option<Timestamp>,
    /// The number of its users.
    pub users: u64,
    /// The number of its customers.
    pub customers: u64,
    /// The number of its partnerships.
    pub partnerships: u64,
    /// Whether it can be suspended now.
    pub may_suspend: Result<(), Refusal>,
    /// Whether a suspension can be lifted now.
    pub may_lift: Result<(), Refusal>,
    /// Whether it can be marked for offboarding now.
    pub may_mark: Result<(), Refusal>,
    /// Whether its mark can be taken back now.
    pub may_take_back: Result<(), Refusal>,
    /// Its first admin, who has not come yet.
    pub awaited: Option<String>,
    /// What has happened to it.
    pub timeline: History,
}
