//! The tenant owner of a customer of the cloud platform.
//!
//! "Enable the reseller to manage an Azure customer's account: give the indirect reseller **tenant owner** permissions"
//! ("Partner with indirect resellers in the CSP program"). The customer's global admin gives them, and takes them away
//! at any time (rule 5). They end with the relationship.

use serde::{Deserialize, Serialize};

use super::{Event, Relationship, Side, State};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::UserId,
    organization::{Organization, Party},
    read::Read,
    refusal::Refusal,
    relationship,
};

/// That a reseller is tenant owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct TenantOwner {
    /// Since when.
    pub since: Timestamp,
    /// The customer's user who made it so.
    pub by: UserId,
}

/// Whether a reseller is to be tenant owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum TenantOwnerChange {
    /// It is to be.
    Give,
    /// It is not to be any more.
    TakeAway,
}

/// Facts for the change, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct TenantOwnerFacts<'a> {
    /// The relationship.
    pub relationship: &'a Relationship,
    /// The customer, for which the actor must act.
    pub customer: &'a Organization,
    /// The partner.
    pub partner: &'a Party,
    /// Whether the customer has a plan of the cloud platform, in use or suspended.
    pub has_platform: bool,
}

/// Decides whether a reseller becomes tenant owner, or is it no longer.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) when the actor is not a global admin of the customer;
/// [`access::Refusal::GrantEnded`] when the relationship has ended; to give it,
/// [`relationship::Refusal::OwnerIsReseller`], [`relationship::Refusal::OwnsTenant`] or
/// [`relationship::Refusal::NoPlatform`]; to take it away, [`relationship::Refusal::OwnsNoTenant`] alone.
///
/// ```
/// use tierline_core::{Evolve, role::Role, testing::*};
/// use tierline_core::relationship::{Relationship, Side, TenantOwnerChange as C, TenantOwnerFacts, change_tenant_owner};
/// let (reseller, customer) = (reseller(), customer());
/// let serves = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let facts = TenantOwnerFacts {
///     relationship: &serves, customer: &customer, partner: &reseller.party(), has_platform: true,
/// };
/// let admin = actor(&customer, Role::GlobalAdmin);
///
/// let given = change_tenant_owner(facts, C::Give, &admin, day(2))?;
/// let owner = Relationship::evolve(serves.id, Some(serves.clone()), &given).unwrap();
/// assert!(owner.owns_tenant() && !serves.owns_tenant());
/// let without = TenantOwnerFacts { has_platform: false, ..facts };
/// let code = |facts, change| change_tenant_owner(facts, change, &admin, day(2)).map_err(|refusal| refusal.code());
/// assert_eq!(code(without, C::Give), Err("no_platform"));
/// assert_eq!(code(facts, C::TakeAway), Err("owns_no_tenant"));
/// assert!(code(TenantOwnerFacts { relationship: &owner, ..without }, C::TakeAway).is_ok());
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn change_tenant_owner(
    facts: TenantOwnerFacts<'_>,
    change: TenantOwnerChange,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, Refusal> {
    let relationship = facts.relationship;
    access::authorize_own(facts.customer, actor, Action::ChangeTenantOwner)?;
    if relationship.customer != actor.organization {
        return Err(access::role_missing(
            facts.customer,
            Action::ChangeTenantOwner,
        ));
    }
    if let State::Ended { at, .. } = relationship.state {
        return Err(access::Refusal::GrantEnded { at }.into());
    }
    let (at, by) = (now, actor.user);
    let partner = || facts.partner.clone();
    match change {
        TenantOwnerChange::Give => {
            if relationship.side != Side::IndirectReseller {
                return Err(relationship::Refusal::OwnerIsReseller { partner: partner() }.into());
            }
            if relationship.owns_tenant() {
                return Err(relationship::Refusal::OwnsTenant { partner: partner() }.into());
            }
            if !facts.has_platform {
                return Err(relationship::Refusal::NoPlatform {
                    customer: facts.customer.party(),
                }
                .into());
            }
            Ok(Event::TenantOwnerGiven { at, by })
        }
        TenantOwnerChange::TakeAway if relationship.owns_tenant() => {
            Ok(Event::TenantOwnerTaken { at, by })
        }
        TenantOwnerChange::TakeAway => {
            Err(relationship::Refusal::OwnsNoTenant { partner: partner() }.into())
        }
    }
}

impl Relationship {
    /// Whether the partner is tenant owner of the customer on the cloud platform. In an ended relationship nobody is.
    #[must_use]
    pub const fn owns_tenant(&self) -> bool {
        self.is_active() && self.tenant_owner.is_some()
    }
}
