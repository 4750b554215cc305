//! A new customer, created by a provider for one of its resellers, or by a direct-bill partner for itself.
//!
//! "When you associate a reseller with a new customer account, you are delegating account and subscription
//! management to the reseller" ("Partner with indirect resellers in the CSP program"). Resellers cannot create
//! customer tenants themselves ("From direct bill to indirect reseller").
//!
//! Everything is created at once: the organization, the partner's relationship, the reseller's if there is one, the
//! first order and its subscriptions. No customer exists without the rest, and a refused or abandoned attempt leaves
//! nothing behind.
//!
//! | creator | with a reseller | relationships | partner of record |
//! | --- | --- | --- | --- |
//! | indirect provider | yes | provider orders, reseller administers | the reseller |
//! | indirect provider | no | provider orders | none |
//! | direct-bill partner | no | it does both | none |
//! | indirect reseller | | refused: its providers can do it | |
//!
//! # Before and after
//!
//! | step | decided by | result |
//! | --- | --- | --- |
//! | the page **New customer** is opened | [`may_begin`] | nothing |
//! | **Next: Subscriptions** | [`may_create`] | nothing |
//! | **Next: Review** | [`quotes`]: each line costs something, or is refused by name | nothing |
//! | **Submit** | [`create`], which repeats all the checks | everything |
//! | **Setup info** was lost | [`renew_setup`], until an admin of the customer has signed in | another temporary password |
//!
//! An invited customer creates its own tenant by [`sign_up`], on the way to answering.

mod create;
mod ending;
pub(crate) mod permission;
mod refusal;
mod setup;
mod sign_up;
mod taken;

pub use create::{CreateFacts, Created, create, may_begin, may_create, quotes};
pub use ending::{Affected, Effect, Ending, EndingFacts, ending};
pub use refusal::Refusal;
pub use setup::{SetupAdmin, SetupFacts, may_renew_setup, pending_admin, renew_setup};
pub use sign_up::{SignUp, SignUpFacts, SignedUp, may_sign_up, sign_up};
pub use taken::Taken;

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

/// The details of a new customer, as entered on **New customer**. Each is checked text; [`may_create`] decides whether
/// they fit the program (region, currency, a domain and a user name that are free).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Details {
    /// Legal name.
    pub name: CompanyName,
    /// The tenant's domain.
    pub domain: Domain,
    /// Legal location.
    pub country: Country,
    /// Street, city, postal code: as many lines as were entered.
    pub address: Vec<AddressLine>,
    /// The first global admin of the new tenant.
    pub admin_name: PersonName,
    /// The admin's user name, an address in the tenant's domain.
    pub admin_user_name: EmailAddress,
    /// The customer's contact address outside the new tenant.
    pub contact: EmailAddress,
}

/// A partner's request to create a customer. The caller makes the ids, so that the same request sent twice makes the
/// same objects; ids that are not needed stay unused.
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
    /// The lines of the first order.
    pub lines: Vec<Line>,
    /// The id of the relationship with the creating partner.
    pub relationship: RelationshipId,
    /// The id of the relationship with the reseller, if there is one.
    pub reseller_relationship: RelationshipId,
}

/// The event for the account of a new tenant's first global admin.
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
