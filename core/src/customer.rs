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
mod setup;
mod sign_up;

pub use create::{CreateFacts, Created, create, may_begin, may_create};
pub use setup::{SetupAdmin, SetupFacts, may_renew_setup, pending_admin, renew_setup};
pub use sign_up::{SignUp, SignUpFacts, sign_up};

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::{OrderId, OrganizationId, RelationshipId, UserId},
    market::Country,
    order::Line,
    organization::{Capabilities, Factor, SignedAgreement},
    role::RoleSet,
    text::{AddressLine, CompanyName, Domain, EmailAddress, MpnId, PersonName},
};

/// The details of a new customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// What happened to an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A customer's tenant was created by a partner.
    Created {
        /// The partner.
        partner: OrganizationId,
        /// The reseller it was created for.
        reseller: Option<OrganizationId>,
        /// Its details.
        details: Details,
        /// Its first global admin.
        admin: UserId,
        /// When.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
    /// A customer made its own tenant on the way to accepting an invitation.
    SignedUp {
        /// Legal name.
        name: CompanyName,
        /// The tenant's domain.
        domain: Domain,
        /// Legal location.
        country: Country,
        /// Its first global admin.
        admin: UserId,
        /// When.
        at: Timestamp,
    },
    /// It was entered by whoever runs the program's server.
    Registered {
        /// Legal name.
        name: CompanyName,
        /// The tenant's domain.
        domain: Domain,
        /// Legal location.
        country: Country,
        /// What it is to the program.
        capabilities: Capabilities,
        /// The associated location MPN ID.
        mpn: Option<MpnId>,
        /// The partner agreement that it has signed outside of the portal.
        agreement: Option<SignedAgreement>,
        /// Its first user.
        admin: UserId,
        /// When.
        at: Timestamp,
    },
    /// Whoever runs the program's server entered what a partner was still without.
    Completed {
        /// The associated location MPN ID, if it is new.
        mpn: Option<MpnId>,
        /// The partner agreement that it has signed outside of the portal, if it is new.
        agreement: Option<SignedAgreement>,
        /// When.
        at: Timestamp,
    },
    /// A user was entered by whoever runs the program's server.
    UserAdded {
        /// The user.
        user: UserId,
        /// The user's name.
        name: PersonName,
        /// The work account.
        user_name: EmailAddress,
        /// With which roles.
        roles: RoleSet,
        /// When.
        at: Timestamp,
    },
    /// Whoever runs the program's server gave a user a new temporary password.
    PasswordReset {
        /// The user.
        user: UserId,
        /// Was the account blocked until then?
        unblocked: bool,
        /// When.
        at: Timestamp,
    },
    /// A user chose another password.
    PasswordChanged {
        /// The user.
        user: UserId,
        /// When.
        at: Timestamp,
    },
    /// A user proves more than the password when signing in, from now on.
    SecondFactorSetUp {
        /// The user.
        user: UserId,
        /// When.
        at: Timestamp,
    },
    /// A user has one way more to prove it.
    FactorAdded {
        /// The user.
        user: UserId,
        /// Which way.
        factor: Factor,
        /// When.
        at: Timestamp,
    },
    /// A user has one way less to prove it, and at least one still.
    FactorRemoved {
        /// The user.
        user: UserId,
        /// Which way.
        factor: Factor,
        /// When.
        at: Timestamp,
    },
    /// A user signs in with the password alone again.
    SecondFactorTurnedOff {
        /// The user.
        user: UserId,
        /// When.
        at: Timestamp,
    },
    /// A user proved to be it by a recovery code, which is good for nothing any more.
    RecoveryCodeUsed {
        /// The user.
        user: UserId,
        /// How many the user has left.
        left: u32,
        /// When.
        at: Timestamp,
    },
    /// A user has new recovery codes in the place of the older ones.
    RecoveryCodesRenewed {
        /// The user.
        user: UserId,
        /// When.
        at: Timestamp,
    },
    /// Whoever runs the program's server took a user's second factor away.
    SecondFactorReset {
        /// The user.
        user: UserId,
        /// When.
        at: Timestamp,
    },
    /// The first global admin, who had never signed in, got a new temporary password.
    SetupRenewed {
        /// The partner that asked for it.
        partner: OrganizationId,
        /// The admin.
        admin: UserId,
        /// When.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
}
