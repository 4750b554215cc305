//! May this actor do this now? Allowed with what it rests on, or refused with what is missing.
//!
//! The same decision serves the server, which asks it under a lock before every change, and the browser, which
//! asks it to show in advance what would be refused and why. Rule 1: nobody sees or changes anything of an
//! organization without a role in it or a grant from it that is in force now.
//!
//! # What each action needs
//!
//! | action | of whom | beside the role |
//! | --- | --- | --- |
//! | view own things, manage invitations, request a partnership or relationship | the own organization | what [`crate::invitation`] asks for |
//! | administer a reseller's tenant | a reseller | partnership in force, access not taken away; the provider's alone |
//! | view a customer's subscriptions | a customer | relationship in force |
//! | place an order | a customer | relationship with [`Grant::OrderOnBehalf`], and rule 4; never an indirect reseller |
//! | manage subscriptions, licenses, users | a customer | relationship with [`Grant::Administer`] |
//! | designate a support contact | a customer | relationship with [`Grant::Support`] |
//! | end a grant or a relationship | a partner | being who granted it |
//!
//! A decision looks at the facts it is given and nothing else: its cost does not grow with the number of
//! organizations, and on the allowed path it allocates nothing. Where several things are missing, the one that is
//! nearest to the person is named first: the role, then the relationship, then capability, MPN ID, agreement and
//! region, and the single right last.

mod customer;
mod mail;
mod partner;

pub use customer::{CustomerFacts, Provider, on_customer};
pub use mail::may_manage_mail;
pub use partner::{PartnerFacts, on_partner};

use serde::{Deserialize, Serialize};

use crate::{
    actor::Actor,
    ids::{PartnershipId, RelationshipId},
    market,
    organization::{Capability, CapabilityState, Organization},
    refusal::Refusal,
    relationship::Grant,
    role::Role,
};

/// Something a user may want to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// See the own organization's overview and profile.
    ViewOwn,
    /// See the partnerships and requests of the own organization.
    ViewPartners,
    /// Ask a reseller for a partnership.
    RequestPartnership,
    /// Edit, send, resend or cancel an invitation of the own organization.
    ManageInvitation,
    /// Accept or decline a provider's partnership request.
    AcceptPartnership,
    /// End a partnership.
    EndPartnership,
    /// Take a provider's administrator access to the own tenant away.
    RevokeTenantAdmin,
    /// Administer the tenant of a reseller in partnership.
    AdministerResellerTenant,
    /// See the own organization's customers.
    ViewCustomers,
    /// Ask a customer for a relationship with the own organization alone.
    RequestRelationship,
    /// Ask a customer for relationships with reseller and provider together.
    InviteForBoth,
    /// Create a customer's tenant.
    CreateCustomer,
    /// Order on a customer's behalf.
    PlaceOrder,
    /// See a customer's subscriptions.
    ViewSubscriptions,
    /// Change a customer's subscriptions.
    ManageSubscriptions,
    /// Assign and withdraw a customer's licenses.
    ManageLicenses,
    /// Add, block and remove a customer's users.
    ManageUsers,
    /// Be or designate the support contact of a subscription.
    DesignateSupport,
    /// As a customer: accept or decline an invitation.
    AcceptRelationship,
    /// As a customer: see who can act for it.
    ViewGrants,
    /// As a customer: take one right away.
    EndGrant,
    /// As a customer: end a relationship.
    EndRelationship,
}

/// What a permission rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "basis", rename_all = "snake_case")]
pub enum Basis {
    /// A role in the own organization is enough.
    Role {
        /// The role.
        role: Role,
    },
    /// A role, and a partnership in force.
    Partnership {
        /// The role.
        role: Role,
        /// The partnership.
        partnership: PartnershipId,
    },
    /// A role, and a relationship in force.
    Relationship {
        /// The role.
        role: Role,
        /// The relationship.
        relationship: RelationshipId,
    },
    /// A role, and a right granted by the customer.
    Grant {
        /// The role.
        role: Role,
        /// The relationship.
        relationship: RelationshipId,
        /// The right.
        grant: Grant,
    },
}

/// Allowed with its basis, or refused.
pub type Decision = Result<Basis, Refusal>;

/// May the actor do this within the own organization, as far as its role goes?
///
/// # Errors
/// [`Refusal::RoleMissing`] when the organization is not the actor's, or no role permits it.
///
/// ```
/// use tierline_core::{access::{Action, Basis, own}, actor::Actor, ids::*, organization::*, role::*};
/// # let organization = Organization { id: OrganizationId::from_uuid(uuid::Uuid::from_u128(1)), name: "Contoso".parse().unwrap(),
/// #   domain: "contoso.example".parse().unwrap(), country: "TW".parse().unwrap(), capabilities: Capabilities::default(), agreement: None, mpn: None };
/// let sales = Actor { user: UserId::from_uuid(uuid::Uuid::from_u128(2)), organization: organization.id, roles: RoleSet::EMPTY.with(Role::SalesAgent) };
/// assert_eq!(own(&organization, &sales, Action::RequestPartnership), Ok(Basis::Role { role: Role::SalesAgent }));
/// assert_eq!(own(&organization, &sales, Action::AcceptPartnership).unwrap_err().code(), "role_missing");
/// ```
pub fn own(organization: &Organization, actor: &Actor, action: Action) -> Decision {
    match actor.roles.permitting(action) {
        Some(role) if actor.organization == organization.id => Ok(Basis::Role { role }),
        _ => Err(role_missing(organization, action)),
    }
}

/// The refusal for an actor without a role that permits the action.
#[must_use]
pub fn role_missing(organization: &Organization, action: Action) -> Refusal {
    Refusal::RoleMissing {
        action,
        organization: organization.party(),
        needs: Role::that_permit(action),
    }
}

/// May this organization use the capability for new business: active, agreement signed, MPN ID associated?
/// Part of rule 4, and of W1: "until it is done, no agreement can be signed and nothing transacted".
///
/// # Errors
/// The first of [`Refusal::CapabilityInactive`], [`Refusal::MpnIdMissing`], [`Refusal::AgreementUnsigned`].
///
/// ```
/// # mod world { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/mod.rs")); }
/// # use world::*;
/// use tierline_core::{access::may_transact, organization::Capability};
/// let mut reseller = reseller();
/// assert!(may_transact(&reseller, Capability::IndirectReseller).is_ok());
/// reseller.agreement = None;
/// assert_eq!(may_transact(&reseller, Capability::IndirectReseller).unwrap_err().code(), "agreement_unsigned");
/// assert_eq!(may_transact(&reseller, Capability::DirectBill).unwrap_err().code(), "capability_inactive");
/// ```
pub fn may_transact(organization: &Organization, capability: Capability) -> Result<(), Refusal> {
    let state = organization.capabilities.state(capability);
    if !organization.capabilities.is_active(capability) {
        return Err(Refusal::CapabilityInactive {
            organization: organization.party(),
            capability,
            state,
        });
    }
    if organization.mpn.is_none() {
        return Err(Refusal::MpnIdMissing {
            organization: organization.party(),
        });
    }
    if organization.agreement.is_none() {
        return Err(Refusal::AgreementUnsigned {
            organization: organization.party(),
        });
    }
    Ok(())
}

/// May this organization get new direct customers, as far as a move to the indirect model goes? Rule 6: one that
/// is being moved, or is an indirect reseller as well by now, never does ("From direct bill to indirect
/// reseller"). Whether it is a direct-bill partner at all is for [`may_transact`] to say.
///
/// # Errors
/// [`Refusal::NoNewDirectCustomers`].
///
/// ```
/// # mod world { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/mod.rs")); }
/// # use world::*;
/// use tierline_core::{access::may_gain_direct_customer, organization::{Capability, CapabilityState}};
/// assert!(may_gain_direct_customer(&direct_bill()).is_ok());
/// let moving = with(direct_bill(), Capability::DirectBill, CapabilityState::Offboarding);
/// assert_eq!(may_gain_direct_customer(&moving).unwrap_err().code(), "no_new_direct_customers");
/// ```
pub fn may_gain_direct_customer(organization: &Organization) -> Result<(), Refusal> {
    let capabilities = &organization.capabilities;
    let both =
        capabilities.direct_bill.is_some() && capabilities.is_active(Capability::IndirectReseller);
    if both || capabilities.state(Capability::DirectBill) == Some(CapabilityState::Offboarding) {
        return Err(Refusal::NoNewDirectCustomers {
            organization: organization.party(),
        });
    }
    Ok(())
}

/// Are both in one CSP region? "Your legal business address determines the indirect providers you can partner
/// with and the region in which you can do business" (W11).
///
/// # Errors
/// [`Refusal::RegionMismatch`].
///
/// ```
/// # mod world { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/mod.rs")); }
/// # use world::*;
/// use tierline_core::{access::same_region, organization::Capability};
/// assert!(same_region(&provider(), &reseller()).is_ok());
/// let far_away = organization(9, "Relecloud", "TW", Capability::IndirectReseller);
/// assert_eq!(same_region(&provider(), &far_away).unwrap_err().code(), "region_mismatch");
/// ```
pub fn same_region(first: &Organization, second: &Organization) -> Result<(), Refusal> {
    if market::same_region(first.country, second.country) {
        return Ok(());
    }
    Err(Refusal::RegionMismatch {
        first: first.party(),
        first_country: first.country,
        second: second.party(),
        second_country: second.country,
    })
}
