//! A new customer, created by a provider for one of its resellers, or by a direct-bill partner for itself.
//!
//! "When you associate a reseller with a new customer account, you are delegating account and subscription
//! management to the reseller" ("Partner with indirect resellers in the CSP program"). Resellers cannot create
//! customer tenants themselves ("From direct bill to indirect reseller").
//!
//! Everything comes into being in one act: the organization, the partner's relationship, the reseller's when there is
//! one, the first order and its subscriptions. There is no customer without the rest, and nothing is left behind by
//! an attempt that was refused or abandoned.
//!
//! | who creates | with a reseller | relationships | partner of record |
//! | --- | --- | --- | --- |
//! | indirect provider | yes | provider orders, reseller administers | the reseller |
//! | indirect provider | no | provider orders | none |
//! | direct-bill partner | no | it does both | none |
//! | indirect reseller | | refused: its providers can | |

mod create;
pub(crate) mod permission;
mod refusal;
mod setup;
mod sign_up;

pub use create::{CreateFacts, Created, create, may_begin, may_create};
pub use refusal::Refusal;
pub use setup::{SetupAdmin, SetupFacts, may_renew_setup, pending_admin, renew_setup};
pub use sign_up::{SignUp, SignUpFacts, SignedUp, sign_up};

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp, account,
    ids::{OrderId, OrganizationId, RelationshipId, UserId},
    market::Country,
    order::Line,
    read::Read,
    role::{Role, RoleSet},
    text::{AddressLine, CompanyName, Domain, EmailAddress, PersonName},
};

/// The details of a new customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Details {
    /// Legal name.
    pub name: CompanyName,
    /// The tenant's domain.
    pub domain: Domain,
    /// Legal location.
    pub country: Country,
    /// Street, city, postal code: as many lines as were given.
    pub address: Vec<AddressLine>,
    /// The first global admin of the new tenant.
    pub admin_name: PersonName,
    /// The admin's user name, an address in the tenant's domain.
    pub admin_user_name: EmailAddress,
    /// Where to reach the customer outside the new tenant.
    pub contact: EmailAddress,
}

/// What a partner asks for when it creates a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCustomer {
    /// The id of the new organization.
    pub id: OrganizationId,
    /// The id of its first global admin.
    pub admin: UserId,
    /// Its details.
    pub details: Details,
    /// The id of the first order.
    pub order: OrderId,
    /// What is ordered with it.
    pub lines: Vec<Line>,
    /// The id of the relationship with the creating partner.
    pub relationship: RelationshipId,
    /// The id of the relationship with the reseller.
    pub reseller_relationship: RelationshipId,
}

/// What happens to the account of a new tenant's first global admin.
fn first_admin(
    organization: OrganizationId,
    name: &PersonName,
    user_name: &EmailAddress,
    password: account::Password,
    at: Timestamp,
) -> account::Event {
    account::Event::Added {
        organization,
        name: name.clone(),
        user_name: user_name.clone(),
        roles: RoleSet::EMPTY.with(Role::GlobalAdmin),
        password,
        origin: account::Origin::WithOrganization,
        at,
    }
}
